import * as z from 'zod/mini';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { type RunName, recipientMessageIdOf } from '#shared/domain/campaign/names.ts';
import { HOUR_CAME, LAWFUL_HOUR_CAME, WAVE_LATER } from '#shared/domain/campaign/recipient.ts';
import { ReportedRecipient, type RunReport } from '#shared/domain/campaign/run-report.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { coversUse, type Use } from '#shared/domain/opposition/lifting.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import { stated } from '#shared/domain/stated.ts';
import type { ReportedKind } from '../run-feedback.port.ts';
import { type Followed, followRecipients } from './recipients-of-chunk.ts';
import type { RunRecords } from './run-records.port.ts';

/** A part has so many recipients, and less than as many more: chunks have from one to fifty, and most outcomes may be of who came up again. */
export const PART_RECIPIENTS = 1_000;
/** Chunks that are looked at together. */
const CHUNKS_AT_ONCE = 20;
/** And so often at most in a part: a step has seconds. */
const MOST_LOOKS = 100;
const FOLLOWED_AT_ONCE = 8;

/** What was reported of a run's messages, by contact. */
export type Reported = ReadonlyMap<ContactId, readonly ReportedKind[]>;

/** A part as it is written down, with where the next one begins: who does it again finds it, and comes to the same. */
export const Piece = z.strictObject({
  recipients: z.array(ReportedRecipient),
  next: z.strictObject({
    phase: z.enum(['open', 'settled', 'write']),
    done: z.int(),
    after: z.optional(z.string()),
  }),
});
export type Piece = z.infer<typeof Piece>;

/** What says of a hand-off whether the provider had taken it, where its answer was lost. */
type SettledLate = (contactId: ContactId) => Promise<boolean>;

/** What is read for a part. */
export interface PartOf {
  readonly access: AdvertiserAccess;
  readonly run: RunName;
  /** By which channel and for what it writes. */
  readonly use: Use;
  readonly known: RunReport;
  readonly reported: Reported;
  /** Whether a report of the provider has said since that it took what it did not answer of. */
  readonly isSettled: SettledLate;
  /** When the report was asked for. */
  readonly askedAt: Instant;
}

/** By this very message where it is recorded so; an opposition after it that names no message may have had another cause, and one to something else had. */
const opposedBy = (
  { run, use }: Pick<PartOf, 'run' | 'use'>,
  { contactId, handedOffAt }: Followed['outcome'],
  oppositions: readonly Opposition[],
): ReportedRecipient['opposed'] => {
  const messageId: string = recipientMessageIdOf(run, contactId);
  if (oppositions.some((each) => each.messageId === messageId)) return 'this-message';
  const isAfter = ({ occurredAt, messageId: named, of }: Opposition) =>
    handedOffAt !== undefined && named === undefined && occurredAt >= handedOffAt && coversUse(of, use);
  return oppositions.some(isAfter) ? 'after-it' : undefined;
};

/**
 * Whoever was put off until an hour that has come since waits for their turn, and for nothing else; no hour that has come is one at which they come up. Nor does whoever
 * was handed over without an answer: that is waited for.
 */
const asOf = (askedAt: Instant, outcome: Followed['outcome']): Followed['outcome'] => {
  const { dueAt, ...others } = outcome;
  if (dueAt === undefined || (dueAt > askedAt && others.state !== 'unknown')) return outcome;
  if (others.state !== 'deferred') return others;
  return { ...others, state: 'waiting', codes: [others.codes[0] === WAVE_LATER ? HOUR_CAME : LAWFUL_HOUR_CAME] };
};

/** Who was handed over without an answer is so until a day has passed, unless the provider has reported of it since: then it was sent. */
const asSettled = async (isSettled: SettledLate, followed: Followed): Promise<Followed> => {
  const { contactId, handedOffAt, state } = followed.outcome;
  if (state !== 'unknown' || handedOffAt === undefined || !(await isSettled(contactId))) return followed;
  return { ...followed, outcome: { contactId, handedOffAt, state: 'sent', codes: ['settled-late'] } };
};

const reportedOf = async (
  records: RunRecords,
  { access, run, use, reported, askedAt, isSettled }: PartOf,
  found: readonly Followed[],
): Promise<readonly ReportedRecipient[]> => {
  const followed = await atMost(FOLLOWED_AT_ONCE, found, (each) => asSettled(isSettled, each));
  const written = followed.flatMap(({ outcome }) => (outcome.handedOffAt === undefined ? [] : [outcome.contactId]));
  const oppositions = await records.oppositionsOf(access, [...new Set(written)]);
  return followed.map(({ outcome, wave }) => {
    const { contactId, state, codes, dueAt, handedOffAt, movedTo } = asOf(askedAt, outcome);
    const opposed = opposedBy({ run, use }, outcome, oppositions.get(contactId) ?? []);
    return {
      contactId,
      state,
      codes,
      ...stated({ movedTo, dueAt, handedOffAt, wave }),
      reported: [...(reported.get(contactId) ?? [])],
      ...(opposed === undefined ? {} : { opposed }),
    };
  });
};

/** Chunks that were in the hands of workers when the report began: in hand still, or settled since. */
const openPart = async (records: RunRecords, of: PartOf): Promise<Piece> => {
  const {
    access,
    run,
    known: { openChunks, done: from },
  } = of;
  const found: Followed[] = [];
  const followChunk = async (chunkId: string): Promise<readonly Followed[]> => {
    const chunk = await records.chunk(access, run, chunkId);
    if (chunk === undefined) return [];
    if ('settled' in chunk) return followRecipients(records, access, run, chunk.settled);
    return chunk.open.recipients.map(({ contactId, notBefore }) => ({
      outcome: { contactId, state: 'waiting', codes: ['in-hand'] },
      wave: notBefore,
    }));
  };
  let done = from;
  for (let looks = 0; looks < MOST_LOOKS && done < openChunks.length && found.length < PART_RECIPIENTS; looks += 1) {
    const chunkIds = openChunks.slice(done, done + CHUNKS_AT_ONCE);
    found.push(...(await atMost(FOLLOWED_AT_ONCE, chunkIds, followChunk)).flat());
    done += chunkIds.length;
  }
  const phase = done < openChunks.length ? 'open' : 'settled';
  return { recipients: [...(await reportedOf(records, of, found))], next: { phase, done } };
};

/** Chunks that were settled: of each that was cut from the audience, where its recipients are now. */
const settledPart = async (records: RunRecords, of: PartOf): Promise<Piece> => {
  const { access, run, known } = of;
  const open = new Set(known.openChunks);
  const found: Followed[] = [];
  let next = known.after;
  for (let looks = 0; looks < MOST_LOOKS && found.length < PART_RECIPIENTS; looks += 1) {
    const read = await records.outcomesAfter(access, run, next, CHUNKS_AT_ONCE);
    const first = read.outcomes.filter(({ turn, chunkId }) => turn === 0 && !open.has(chunkId));
    const followed = await atMost(FOLLOWED_AT_ONCE, first, (each) => followRecipients(records, access, run, each));
    found.push(...followed.flat());
    next = read.next;
    if (next === undefined) break;
  }
  const phase = next === undefined ? 'write' : 'settled';
  const { done } = known;
  const recipients = [...(await reportedOf(records, of, found))];
  return { recipients, next: { phase, done, ...(next === undefined ? {} : { after: next }) } };
};

/** One part of a report. */
export const reportPart = (records: RunRecords, of: PartOf): Promise<Piece> =>
  of.known.phase === 'open' ? openPart(records, of) : settledPart(records, of);
