import type { _Record } from '@aws-sdk/client-dynamodb-streams';
import type { StreamReader } from './stream-reader.ts';

/** What one reading of a stream found. */
interface Reading {
  /** Oldest first; none when its end is reached for now. */
  readonly records: readonly _Record[];
  /** Machine time (`performance.now`) at which the store was asked: what was written later may be missing. */
  readonly beganAt: number;
}

/** One reader of several of the same stream. */
export interface SharedReader {
  read(): Promise<Reading>;
}

/** For so long, milliseconds, a reading that found nothing is one for all. */
const FRESH_MS = 40;

/**
 * Readers of one stream, of which each finds every record in order, from the oldest. The store is asked once for all of them: to read a stream that has nothing new
 * was a third of all requests of a journey, once for each of its functions. A reading that fails is one for all who wait for it, and is done again by who reads next.
 */
export const shareReader = (reader: StreamReader): (() => SharedReader) => {
  /** Records that a reader has not had yet; before them, `gone` that all had. */
  let records: _Record[] = [];
  let gone = 0;
  const positions: number[] = [];
  let asked: Promise<void> | undefined;
  let beganAt = Number.NEGATIVE_INFINITY;
  let isAtEnd = false;
  const end = () => gone + records.length;
  const ask = async () => {
    const now = performance.now();
    isAtEnd = false;
    const found = await reader.read();
    records.push(...found);
    beganAt = now;
    isAtEnd = found.length === 0;
  };
  const isFresh = () => isAtEnd && performance.now() - beganAt < FRESH_MS;
  const forget = () => {
    const had = Math.min(...positions) - gone;
    if (had === 0) return;
    records = records.slice(had);
    gone += had;
  };
  return () => {
    const place = positions.push(gone) - 1;
    return {
      read: async () => {
        if (positions[place] === end() && !isFresh()) {
          asked ??= ask().finally(() => {
            asked = undefined;
          });
          await asked;
        }
        const found = records.slice((positions[place] ?? gone) - gone);
        positions[place] = end();
        forget();
        return { records: found, beganAt };
      },
    };
  };
};
