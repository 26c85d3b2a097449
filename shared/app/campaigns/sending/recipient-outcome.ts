import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ChunkRecipient } from '#shared/domain/campaign/chunk.ts';
import { nobodyAfter, VERDICT_HOLDS_SECONDS } from '#shared/domain/campaign/ending.ts';
import { type RecipientOutcome, refusedAs } from '#shared/domain/campaign/recipient.ts';
import { recipientMessageOf } from '#shared/domain/campaign/recipient-message.ts';
import { heldLateCodeOf } from '#shared/domain/campaign/recurring.ts';
import { dueWithin, REVIEW_SECONDS, secondsUntilAgain } from '#shared/domain/campaign/waiting.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Claim } from '#shared/domain/message/message.ts';
import { codesIn } from '#shared/domain/message/verdict.ts';
import { ADDRESS_CAUSE, isOfAddress } from '#shared/domain/sending/refused-address.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import type { EncryptedHoles } from '../../messages/messages.port.ts';
import { isPastValidity } from '../../send/apply-verdict.ts';
import type { AttemptEnd, Pipeline } from '../../send/send-once.ts';
import type { SendPorts } from '../../send/send-ports.ts';
import { secondsHeld } from '../../send/settle-hand-off.ts';
import { unknownFinalAt } from '../../send/settle-message.ts';
import type { Running } from '../runs.port.ts';
import type { StopsAll } from '../stopping/asked-of-each.ts';
import type { LeftOut } from '../stopping/left-out.ts';
import type { KnownRefusal } from '../stopping/refusing-settings.ts';
import { hasJustChanged, leavesUntil, mayLeaveByAnotherClock, openAtItsEnd, stoppedBy } from './take-recipient.ts';

export interface RecipientPorts extends Pipeline {
  readonly ports: Pipeline['ports'] &
    Pick<SendPorts, 'claims' | 'functionTimeoutSeconds' | 'providers' | 'callAnswers'> & {
      readonly advertisers: Pick<SendPorts['advertisers'], 'current'>;
      readonly reviews: Pick<SendPorts['reviews'], 'find' | 'open'>;
    };
}

/** Whoever waits for us, and not for the law, comes up again so many seconds later. */
export const AGAIN_SECONDS = 60;
/** Whoever an operator holds back; sooner as the end nears. */
const HALTED_SECONDS = 300;

/** Nobody else of it is written to: it was cancelled, or its end has passed. */
export const isOver = ({ campaign, occurrence }: Running, now: Instant): boolean =>
  campaign.control === 'cancelled' || now > occurrence.validUntil;

/** The same by the clock of whoever may still have one of its chunks: what is known of nobody then, nobody changes. */
export const isOverForAll = ({ campaign, occurrence }: Running, now: Instant): boolean =>
  now > nobodyAfter(campaign, occurrence);

/** One recipient to be sent to. */
export interface Recipient extends KnownRefusal {
  readonly access: AdvertiserAccess;
  readonly running: Running;
  readonly recipient: ChunkRecipient;
  /** In how many turns before something unforeseen befell them. */
  readonly unforeseen: number;
  readonly timeLeftMs: () => number;
}

/** What came of it; `stopsAll`: why nothing of the campaign leaves before a human has looked. */
export interface Sent extends StopsAll {
  readonly outcome: RecipientOutcome;
  /** What the provider was handed of them alone, encrypted: of who was written to. */
  readonly holes?: EncryptedHoles | undefined;
  /** It ended without a hand-off, and another worker may have read what was recorded before: it is looked for in the claims once more. */
  readonly isInDoubt?: boolean | undefined;
  /** The provider says of the address that it is none. */
  readonly isAddressRefused?: boolean | undefined;
  /** Why the provider rejects the message, now and later, for whatever it says: of theirs, or of all that are alike. */
  readonly rejectedAs?: string | undefined;
}

export const dueWithinRun = ({ running }: Recipient, at: Instant): Instant => dueWithin(running.occurrence, at);

/** The table is a copy, and the one that it was copied from may have written to them until the end of the run. */
export const outcomeMayHaveLeft = ({ ports }: RecipientPorts, { running, recipient }: Recipient): RecipientOutcome => {
  const { contactId } = recipient;
  const finalAt = unknownFinalAt(running.occurrence.validUntil);
  if (ports.clock.now() >= finalAt) return { contactId, state: 'unknown-final', codes: ['may-have-left'] };
  return { contactId, state: 'unknown', codes: ['may-have-left'], dueAt: finalAt };
};

/** Whoever waits for us comes up again so many seconds later, and not before their wave. */
export const waitingOutcome = (
  { occurrence }: Running,
  { contactId, notBefore }: ChunkRecipient,
  { code, seconds }: { readonly code: string; readonly seconds: number },
  now: Instant,
): RecipientOutcome => {
  const again = addSeconds(now, seconds);
  const dueAt = dueWithin(occurrence, notBefore !== undefined && notBefore > again ? notBefore : again);
  return { contactId, state: 'waiting', codes: [code], dueAt };
};

/** What came of an attempt, for one recipient. */
export const outcomeOf = async (
  of: RecipientPorts,
  recipient: Recipient,
  attempted: AttemptEnd | LeftOut,
): Promise<Sent> => {
  const { contactId } = recipient.recipient;
  const { ports } = of;
  const waiting = (code: string, seconds: number): RecipientOutcome =>
    waitingOutcome(recipient.running, recipient.recipient, { code, seconds }, ports.clock.now());
  const sooner = (usual: number) => secondsUntilAgain(recipient.running.occurrence, ports.clock.now(), usual);
  switch (attempted.end) {
    case 'claimed-before':
      return { outcome: await outcomeOfClaim(of, recipient, attempted.entry) };
    case 'may-have-left':
      return { outcome: outcomeMayHaveLeft(of, recipient) };
    case 'stopped':
      return ofVerdict(of, recipient, attempted);
    case 'passed-over':
      if (attempted.stops !== undefined) return { outcome: waiting(attempted.code, AGAIN_SECONDS), ...attempted.stops };
      // A worker beside this one may have claimed it on what it read before that run did.
      if (attempted.heldSeconds > 0) return { outcome: waiting('claim-held', attempted.heldSeconds) };
      return { outcome: { contactId, ...refusedAs(attempted.code, attempted.movedTo) }, isInDoubt: true };
    case 'halted':
      return { outcome: waiting(attempted.reason, sooner(HALTED_SECONDS)) };
    case 'hour-just-begun':
    case 'out-of-time':
    case 'sends-changed':
      return { outcome: waiting(attempted.end, 0) };
    case 'not-taken': {
      const { retryable, cause } = attempted.handOff;
      const refused = refusedAs('ADDRESS_UNDELIVERABLE', undefined);
      if (isOfAddress(cause)) return { outcome: { contactId, ...refused }, isAddressRefused: cause === ADDRESS_CAUSE };
      return { outcome: waiting(cause, AGAIN_SECONDS), ...(retryable ? {} : { rejectedAs: cause }) };
    }
    case 'handed-over':
      return { outcome: await ofHandOff(of, recipient, attempted), holes: attempted.kept.holes };
  }
};

const ofHandOff = async (
  { ports }: RecipientPorts,
  recipient: Recipient,
  { handOff, vetted, rendered, kept: { variantSha256 }, entry, decrypted }: Extract<AttemptEnd, { end: 'handed-over' }>,
): Promise<RecipientOutcome> => {
  const { contactId } = recipient.recipient;
  const { verdict } = vetted;
  const { bytesSha256 } = rendered;
  const handed = { handedOffAt: entry.claimedAt, seq: verdict.seq, bytesSha256, variantSha256 };
  if (handOff.answer === 'taken') {
    const codes = codesIn(verdict.reasons);
    return { contactId, state: 'sent', codes, ...handed, providerMessageId: handOff.providerMessageId };
  }
  const { access, message } = decrypted;
  await ports.claims.settle(access, message, 'unknown');
  return { contactId, state: 'unknown', codes: [handOff.cause], ...handed, dueAt: unknownFinalAt(entry.claimedAt) };
};

/** It was claimed before: by a worker that is still on it, or by one that died, or its answer was lost. */
export const outcomeOfClaim = async (
  { ports }: RecipientPorts,
  recipient: Recipient,
  entry: Claim,
): Promise<RecipientOutcome> => {
  const { contactId } = recipient.recipient;
  const handed = { contactId, handedOffAt: entry.claimedAt };
  const now = ports.clock.now();
  const held = secondsHeld(ports, entry);
  if (held > 0) return { contactId, state: 'waiting', codes: ['claim-held'], dueAt: addSeconds(now, held) };
  if (entry.result === 'sent') return { ...handed, state: 'sent', codes: ['settled-late'] };
  const finalAt = unknownFinalAt(entry.claimedAt);
  if (now >= finalAt) return { ...handed, state: 'unknown-final', codes: ['no-answer'] };
  return { ...handed, state: 'unknown', codes: ['claim-abandoned'], dueAt: finalAt };
};

const ofVerdict = async (
  { ports }: RecipientPorts,
  recipient: Recipient,
  { verdict: given, vetted, input }: Extract<AttemptEnd, { end: 'stopped' }>,
): Promise<Sent> => {
  const { access, running } = recipient;
  const { contactId } = recipient.recipient;
  const message = recipientMessageOf(running.campaign, running.occurrence, contactId);
  const { verdict, state } = stoppedBy(message, given, vetted);
  const codes = codesIn(verdict.reasons);
  // Past the end the law is not asked whether an hour was lawful: nobody took them up in time.
  const isLate = state === 'expired' && isPastValidity(message, given);
  const judged = {
    contactId,
    codes: isLate ? [heldLateCodeOf(running), ...codes] : codes,
    seq: verdict.seq,
  };
  const now = ports.clock.now();
  if (state === 'refused' || state === 'expired') {
    const held = { code: 'claim-held', seconds: VERDICT_HOLDS_SECONDS };
    if (mayLeaveByAnotherClock(message, vetted))
      return { outcome: waitingOutcome(running, recipient.recipient, held, now) };
    const cause = state === 'expired' ? openAtItsEnd(vetted) : undefined;
    return { outcome: { ...judged, state, cause }, isInDoubt: hasJustChanged(input, now) };
  }
  if (verdict.outcome === 'defer' && verdict.notBefore !== undefined)
    return { outcome: { ...judged, state: 'deferred', dueAt: dueWithinRun(recipient, verdict.notBefore) } };
  const { cause } = verdict;
  if (cause !== undefined && (await ports.reviews.find(access, cause)) === undefined)
    await ports.reviews.open(access, cause, now);
  // After its last lawful hours a decision lets nobody leave, however far the end is.
  const seconds = secondsUntilAgain({ validUntil: leavesUntil(vetted) }, now, REVIEW_SECONDS);
  const dueAt = dueWithinRun(recipient, addSeconds(now, seconds));
  return { outcome: { ...judged, state: 'in-review', dueAt, ...(cause === undefined ? {} : { cause }) } };
};
