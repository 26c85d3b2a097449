import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The stack's clock: the machine's, plus an offset that only grows. */
export interface StackClock {
  /** Milliseconds since 1970. */
  nowMs(): number;
  /** ISO 8601 in UTC. */
  now(): string;
  /** The text file, holding whole milliseconds, that the functions' clock adds to theirs. */
  readonly file: string;
  /** The same offset, for threads. */
  readonly shared: SharedArrayBuffer;
  /** Starts again at the instant it was made for, before anyone has looked at it. */
  restart(): void;
  /** Moves forward to this instant. Throws `RangeError` when it lies in the past of the clock. */
  moveTo(instantMs: number): void;
}

/** A file is replaced in one step, so that no reader ever sees half a number. */
const replaceFile = (file: string, content: string) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
};

/** A clock that starts now, or at the given instant. */
export const createClock = (file: string, startMs?: number): StackClock => {
  const shared = new SharedArrayBuffer(8);
  const offset = new Float64Array(shared);
  const nowMs = () => Date.now() + (offset[0] ?? 0);
  const setOffset = (milliseconds: number) => {
    offset[0] = milliseconds;
    replaceFile(file, String(milliseconds));
  };
  setOffset(startMs === undefined ? 0 : startMs - Date.now());
  return {
    nowMs,
    now: () => new Date(nowMs()).toISOString(),
    file,
    shared,
    restart: () => setOffset(startMs === undefined ? 0 : startMs - Date.now()),
    moveTo: (instantMs) => {
      if (instantMs < nowMs()) throw new RangeError('The clock only moves forward.');
      setOffset(instantMs - Date.now());
    },
  };
};
