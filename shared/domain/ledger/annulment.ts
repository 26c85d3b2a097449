import * as z from 'zod/mini';
import { Sha256 } from '../ids.ts';
import type { Road } from '../opposition/opposition.ts';
import type { LedgerEvent } from './ledger-event.ts';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** Why a record never was an act of the person (D4): a file that was read wrongly, or a call with no act behind it. */
const AnnulmentCause = z.enum(['wrong-import', 'no-act-behind-it']);

/** What `POST /v1/records/{recordId}/annulment` takes: the cause, what shows it, and the two humans who answer for it. */
export const AnnulmentContent = z.strictObject({
  cause: AnnulmentCause,
  explanation: text(2000),
  evidence: z.strictObject({
    sha256: Sha256,
    mediaType: z.optional(text(100)),
    reference: z.optional(text(200)),
  }),
  approvers: z.array(z.strictObject({ name: text(120) })).check(
    z.minLength(2),
    z.maxLength(2),
    z.refine((two) => two[0]?.name.toLowerCase() !== two[1]?.name.toLowerCase(), 'two different people are expected'),
  ),
});
export type AnnulmentContent = z.infer<typeof AnnulmentContent>;

/** Roads by which the person acted before our eyes, or that nobody can have typed in by mistake. */
const NEVER_A_MISTAKE: readonly Road[] = [
  'link',
  'one-click',
  'sms-reply',
  'key-press',
  'preference-page',
  'complaint',
  'erasure-request',
];

/** An event that records a fact, by whose id it can be named. */
export type RecordingEvent = Extract<
  LedgerEvent,
  { type: 'consent-given' | 'consent-withdrawn' | 'sale-recorded' | 'opposition-registered' }
>;

/** True for an event by which something is recorded that may turn out to be a mistake. */
export const isRecording = (event: LedgerEvent): event is RecordingEvent =>
  event.type === 'consent-given' ||
  event.type === 'consent-withdrawn' ||
  event.type === 'sale-recorded' ||
  event.type === 'opposition-registered';

/** True where we saw the person act: such a record is no mistake, and nothing annuls it (D4). */
export const wasSeen = (event: RecordingEvent): boolean =>
  event.actor.by === 'person' ||
  (event.type === 'consent-given' && event.observed) ||
  (event.type === 'opposition-registered' && NEVER_A_MISTAKE.includes(event.road));

/** Nothing is sent for so long after an annulment, in hours (D4). */
export const HOURS_HELD_AFTER_ANNULMENT = 24;
