import type { Base, Founding } from '../../making/base.ts';
import type { BytesDraft, Piece, Says } from '../../making/bytes/bytes-draft.ts';
import { DAY, type Draft } from '../../making/draft.ts';
import type { Random } from '../../random.ts';
import { EVERY, PROSPECTING, type Spoiling } from '../spoiling.ts';

/** What must be said of how to stop: by prospecting, and by messages that rest on the relation. */
export const STOPPABLE: readonly Founding[] = [...PROSPECTING, 'relational'];

/** Since CNIL's note of 10 June 2026, in Paris. */
const RELATIONAL_SINCE = Date.parse('2026-06-10T00:00:00+02:00');

/** Bytes that are being spoilt. */
export interface Spoilt {
  readonly bytes: BytesDraft;
  readonly base: Base;
  readonly random: Random;
}

/** Something wrong with the bytes of a message on one of these channels. */
export const onBytes = (
  on: readonly Founding[],
  channels: readonly string[],
  name: string,
  spoil: (spoilt: Spoilt) => unknown,
  applies: (base: Base, bytes: BytesDraft) => boolean = () => true,
): Spoiling => ({
  name,
  on,
  applies: (base) =>
    base.draft.bytes !== undefined &&
    (base.founding !== 'relational' || on === EVERY || base.draft.at >= RELATIONAL_SINCE) &&
    channels.includes(base.draft.channel) &&
    applies(base, base.draft.bytes),
  spoil: (base, random) => {
    const { bytes } = base.draft;
    if (bytes !== undefined) spoil({ bytes, base, random });
  },
});

/** A human found that one can stop by a means that is not ours. */
export const allowMeans = ({ decisions, at }: Draft, means: string): void => {
  const body = { decision: 'allowed', reason: 'Essayé, et reçu.', decider: 'Hélène Marchand' };
  decisions.push({ cause: `opposition-means:${means}`, decidedAt: at - DAY, body });
};

export type Part = BytesDraft['parts'][number];

/** One of the parts, or each of them: what one lacks, the message lacks. */
export const someParts = ({ parts }: BytesDraft, random: Random): readonly Part[] =>
  random.pick([parts, ...parts.map((part) => [part])]);

/** These parts say otherwise what they said of it, once; the next time nothing. */
export const sayOtherwise = (
  bytes: BytesDraft,
  says: Says,
  parts: readonly Part[],
  otherwise: Pick<Piece, 'html' | 'text'> = { html: '', text: '' },
): void => {
  let left: Pick<Piece, 'html' | 'text'> = otherwise;
  bytes.pieces = bytes.pieces.map((piece) => {
    if (piece.says !== says) return piece;
    const changed = { ...piece };
    for (const part of parts) changed[part] = left[part];
    left = { html: '', text: '' };
    return changed;
  });
};

export const says = (bytes: BytesDraft, what: Says): boolean => bytes.pieces.some((piece) => piece.says === what);
