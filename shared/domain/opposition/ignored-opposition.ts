import type { ContactId, FactId, Instant, MessageId } from '../ids.ts';
import type { LedgerEvent } from '../ledger/ledger-event.ts';
import type { Message } from '../message/message.ts';
import type { MessageClass } from '../message/template.ts';
import { addSeconds } from '../time/instant.ts';
import type { OppositionScope } from './opposition.ts';

/**
 * The audit of hand-offs (P2). It judges by the events of the ledger alone, and shares nothing with the vet, which judges by
 * the standing: neither what is read nor the rules. What one of them gets wrong the other does not.
 */

/** A hand-off, and what it was. */
export interface HandedOff {
  readonly at: Instant;
  readonly messageId: MessageId;
  readonly contactId: ContactId;
  readonly channel: Message['channel'];
  readonly purpose: Message['purpose'];
  /** The class of its template, prospecting where it has none or was sent with blocks that promote; a test counts as one. */
  readonly class: MessageClass;
  /** The position in the ledger up to which its verdict had read; `undefined`: no verdict is stored. */
  readonly readTo: number | undefined;
}

/**
 * Seconds before a hand-off in which an opposition may still have been on its way: 30 until it is acknowledged (the longest
 * time-out of a function that registers one), 2 that a read may be old, 3 for clocks that differ.
 */
const ON_ITS_WAY_SECONDS = 35;

interface Opposed {
  readonly id: FactId;
  readonly seq: number;
  readonly recordedAt: Instant;
  readonly occurredAt: Instant;
  readonly of: OppositionScope;
  readonly coversRelational: boolean;
}

const opposedBy = (event: LedgerEvent, events: readonly LedgerEvent[]): Opposed | undefined => {
  const { seq, recordedAt } = event;
  if (event.type === 'opposition-registered') {
    const { id, of, occurredAt, coversRelational } = event;
    return { id, seq, recordedAt, occurredAt, of, coversRelational: coversRelational === true };
  }
  if (event.type === 'sale-recorded' && event.sale.refusal !== undefined) {
    const of: OppositionScope = event.sale.refusal.of ?? { scope: 'global' };
    return { id: event.id, seq, recordedAt, occurredAt: event.sale.soldAt, of, coversRelational: false };
  }
  if (event.type !== 'consent-withdrawn') return undefined;
  const given = events.find((each) => each.type === 'consent-given' && each.id === event.consentId);
  if (given?.type !== 'consent-given') return undefined;
  const { channels, purpose } = given.consent;
  const of: OppositionScope = { scope: 'purpose', channels, purpose };
  return { id: event.id, seq, recordedAt, occurredAt: event.occurredAt, of, coversRelational: false };
};

/** What the person's own act or contract calls for is stopped by nothing; a relational message by what says so, or by all. */
const stops = ({ of, coversRelational }: Opposed, handedOff: HandedOff): boolean => {
  if (handedOff.class === 'transactional') return false;
  if (handedOff.class === 'relational' && of.scope !== 'global' && !coversRelational) return false;
  if (of.scope === 'global') return true;
  return of.channels.includes(handedOff.channel) && (of.scope === 'channel' || of.purpose === handedOff.purpose);
};

/** A record that was undone before the hand-off counts as if it had never been. */
const withoutUndone = (events: readonly LedgerEvent[], at: Instant): readonly LedgerEvent[] => {
  const undone = new Set(
    events.flatMap((event) => {
      if (event.recordedAt > at) return [];
      if (event.type === 'record-annulled') return [event.recordId];
      return event.type === 'consent-invalidated' ? [event.consentId] : [];
    }),
  );
  return events.filter((event) => !('id' in event) || !undone.has(event.id));
};

/**
 * A consent that the person gave after it to the advertiser itself, for this channel and purpose, on a known form, seen by us or
 * on file, not asked for by a message or a call. Whether it was valid otherwise is the law's to judge: the audit believes it. It is to offers,
 * and lifts nothing of a relational message.
 */
const mayLift = (event: LedgerEvent, opposed: Opposed, handedOff: HandedOff): boolean => {
  const { channel, purpose, at } = handedOff;
  if (handedOff.class === 'relational') return false;
  if (event.type !== 'consent-given' || event.seq < opposed.seq || event.recordedAt > at) return false;
  const { consent, observed } = event;
  return (
    Date.parse(consent.givenAt) > Date.parse(opposed.occurredAt) &&
    consent.channels.includes(channel) &&
    consent.purpose === purpose &&
    consent.confirmation !== 'pending' &&
    consent.drawnBy !== 'message' &&
    consent.drawnBy !== 'call' &&
    consent.form !== undefined &&
    consent.collector === undefined &&
    consent.transferredBy.length === 0 &&
    (observed || consent.proof !== undefined)
  );
};

/**
 * The latest opposition that this hand-off ignored, by the events of its contact; `undefined`: none. It must have covered the
 * message, been acknowledged before the hand-off's read, and been neither annulled nor lifted since.
 */
export const ignoredOpposition = (events: readonly LedgerEvent[], handedOff: HandedOff): FactId | undefined => {
  const before = addSeconds(handedOff.at, -ON_ITS_WAY_SECONDS);
  const counting = withoutUndone(events, handedOff.at);
  const wasKnown = ({ seq, recordedAt }: Opposed): boolean =>
    recordedAt < before || (handedOff.readTo !== undefined && seq <= handedOff.readTo);
  return counting
    .map((event) => opposedBy(event, events))
    .filter((opposed) => opposed !== undefined)
    .filter((opposed) => wasKnown(opposed) && stops(opposed, handedOff))
    .findLast((opposed) => !counting.some((event) => mayLift(event, opposed, handedOff)))?.id;
};
