import * as z from 'zod/mini';
import { ContactId, Instant } from '../../ids.ts';
import { ADDRESS_CAUSE } from '../../sending/refused-address.ts';
import { UNANSWERED } from '../recipient.ts';

/** Of what one worker handed over of a chunk: whom the provider did not take, and whom it took nobody after. */
const OfChunk = z.strictObject({
  /** So many hand-offs without an answer. */
  unanswered: z.int(),
  /** So many addresses that it took for none. */
  addresses: z.int(),
  /** Those whose message it rejected. */
  rejected: z.array(ContactId),
});
type OfChunk = z.infer<typeof OfChunk>;

/** What the provider did not take of a run in a row, since it took somebody of it last, or since somebody let its campaign go on. */
export const InARow = z.strictObject({
  /** When it had taken somebody; later ones are noted only where something was in a row before them. Absent: it took nobody yet. */
  takenAt: z.optional(Instant),
  /** When somebody let the campaign go on, from which it is counted. Absent: nobody did. */
  resumedAt: z.optional(Instant),
  /** By the chunk and its worker, so that each is counted once. */
  chunks: z.record(z.string(), OfChunk),
  /** Those whose message it rejected, and who were no others' fault: it took others after them. The latest alone. */
  alone: z.optional(z.array(ContactId)),
});
export type InARow = z.infer<typeof InARow>;

/** What came of a chunk, or of what was tried of it so far. */
export interface Handed extends OfChunk {
  /** The provider took somebody. */
  readonly isTaken: boolean;
}

/** A delivery of a chunk, and the campaign as it was read with it. */
export interface Counting {
  readonly key: string;
  readonly handed: Handed;
  readonly at: Instant;
  readonly resumedAt: Instant | undefined;
}

const MOST_ALONE = 20;
/** Where it took nobody of the run yet, or of what somebody let go on. */
const MOST_OF_NONE = 5;
/** Where it took others before: a connection may break for some, and many addresses of a list may be none. */
const [MOST_UNANSWERED, MOST_ADDRESSES] = [10, 20];

const rejectedIn = (chunks: InARow['chunks']): readonly ContactId[] =>
  Object.values(chunks).flatMap(({ rejected }) => rejected);

/** The count once this delivery is in it; `undefined`: it changes nothing, or somebody let the campaign go on since it was taken up. */
export const inARowAfter = (seen: InARow | undefined, { key, handed, at, resumedAt }: Counting): InARow | undefined => {
  const { isTaken, unanswered, addresses, rejected } = handed;
  const isOlder = seen?.resumedAt !== undefined && (resumedAt === undefined || resumedAt < seen.resumedAt);
  const chunks = seen?.resumedAt === resumedAt ? (seen?.chunks ?? {}) : {};
  if (isOlder || chunks[key] !== undefined) return undefined;
  const since = resumedAt === undefined ? {} : { resumedAt };
  if (!isTaken) {
    if (unanswered + addresses + rejected.length === 0) return undefined;
    const { takenAt, alone } = seen ?? {};
    const kept = { ...(takenAt && { takenAt }), ...(alone && { alone }) };
    return { ...kept, ...since, chunks: { ...chunks, [key]: { unanswered, addresses, rejected } } };
  }
  const others = rejectedIn(chunks);
  const isNoted = Object.keys(chunks).length === 0 && rejected.length === 0 && isAfterTaken(seen, resumedAt);
  if (isNoted) return undefined;
  const alone = [...new Set([...(seen?.alone ?? []), ...others])].slice(-MOST_ALONE);
  const own = rejected.length === 0 ? {} : { [key]: { unanswered: 0, addresses: 0, rejected } };
  return { takenAt: at, ...since, chunks: own, ...(alone.length > 0 && { alone }) };
};

const isAfterTaken = (seen: InARow | undefined, resumedAt: Instant | undefined): boolean =>
  seen?.takenAt !== undefined && (resumedAt === undefined || seen.takenAt >= resumedAt);

/** What is in a row of a run before a chunk is tried. */
export interface Row {
  readonly unanswered: number;
  readonly addresses: number;
  readonly rejected: number;
  /** It took somebody of the run, since somebody let the campaign go on if anybody did. */
  readonly isAfterTaken: boolean;
}

/** What is in a row of a run, for a campaign that was let go on then. */
export const rowOf = (seen: InARow | undefined, resumedAt: Instant | undefined): Row => {
  const chunks = seen?.resumedAt === resumedAt ? Object.values(seen?.chunks ?? {}) : [];
  const sum = (count: (chunk: OfChunk) => number): number => chunks.reduce((all, chunk) => all + count(chunk), 0);
  return {
    unanswered: sum(({ unanswered }) => unanswered),
    addresses: sum(({ addresses }) => addresses),
    rejected: sum(({ rejected }) => rejected.length),
    isAfterTaken: isAfterTaken(seen, resumedAt),
  };
};

/** Why nobody else is tried, once so much was handed over behind what is in a row; `undefined`: nothing says so. */
export const stopsAfter = (before: Row, handed: Pick<Handed, 'isTaken' | 'unanswered' | 'addresses'>) => {
  if (handed.isTaken) return undefined;
  const most = before.isAfterTaken ? { unanswered: MOST_UNANSWERED, addresses: MOST_ADDRESSES } : undefined;
  if (handed.unanswered >= MOST_OF_NONE) return UNANSWERED;
  if (before.unanswered + handed.unanswered >= (most?.unanswered ?? MOST_OF_NONE)) return UNANSWERED;
  return before.addresses + handed.addresses >= (most?.addresses ?? MOST_OF_NONE) ? ADDRESS_CAUSE : undefined;
};

/**
 * Does the provider reject the messages of the run, and not some of them alone? At once, where it took none before and nobody has seen it yet. `isSeen`:
 * somebody let the campaign go on during the run.
 */
export const rejectsAll = (row: Row, isSeen: boolean): boolean =>
  row.rejected >= (row.isAfterTaken || isSeen ? MOST_OF_NONE : 1);
