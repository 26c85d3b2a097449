import type { Via } from '../opposition/opposition.ts';
import type { LedgerEvent } from './ledger-event.ts';

/** Ways of opposing in which the person acted before our eyes, or that nobody can have typed in by mistake. */
const NEVER_A_MISTAKE: readonly Via[] = [
  'link',
  'one-click',
  'sms-reply',
  'key-press',
  'preference-page',
  'complaint',
  'provider-complaint',
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
  (event.type === 'opposition-registered' && NEVER_A_MISTAKE.includes(event.via));
