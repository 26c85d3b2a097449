import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ChunkRecipient } from '#shared/domain/campaign/campaign.ts';
import type { RecipientOutcome } from '#shared/domain/campaign/recipient.ts';
import { recipientMessageOf } from '#shared/domain/campaign/recipient-message.ts';
import { dueWithin } from '#shared/domain/campaign/waiting.ts';
import { Failure, isRetryable } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Message, SendEntry } from '#shared/domain/message/message.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { concludingVerdict } from '../send/apply-verdict.ts';
import { type Attempt, ownEntry, type Pipeline, sendOnce, type Taken } from '../send/send-once.ts';
import type { SendPorts } from '../send/send-ports.ts';
import { secondsHeld } from '../send/settle-hand-off.ts';
import { unknownFinalAt } from '../send/settle-message.ts';
import type { Running } from './runs.port.ts';

export interface RecipientPorts extends Pipeline {
  readonly ports: Pipeline['ports'] &
    Pick<SendPorts, 'claims' | 'functionTimeoutSeconds'> & {
      readonly reviews: Pick<SendPorts['reviews'], 'find' | 'open'>;
    };
}

/** Whoever waits for us, and not for the law, comes up again so many seconds later. */
const AGAIN_SECONDS = 60;
/** Whoever an operator holds back. */
const HALTED_SECONDS = 300;
/** Whoever waits for a human. */
const REVIEW_SECONDS = 3_600;
/** Turns in which something unforeseen may befall a recipient before we give up. */
const UNFORESEEN_TURNS = 5;

/** The provider refused this address; any other cause that is no passing one is of all that the campaign sends. */
const isOfAddress = (cause: string): boolean => cause === 'address-undeliverable';

const messageOf = ({ campaign, occurrence }: Running, contactId: Message['contactId']): Message =>
  recipientMessageOf(campaign, occurrence, contactId);

/** One recipient to be sent to. */
export interface Recipient {
  readonly access: AdvertiserAccess;
  readonly running: Running;
  readonly recipient: ChunkRecipient;
  readonly turn: number;
  readonly timeLeftMs: () => number;
}

/** What came of it; `stopsAll`: the provider refuses whatever the campaign sends. */
export interface Sent {
  readonly outcome: RecipientOutcome;
  readonly stopsAll?: string | undefined;
}

/**
 * Sends to one recipient of a campaign, or says why not, by the pipeline that single messages take. Never throws: what is
 * unforeseen comes up again, and after that its claim says whether something may have left.
 */
export const sendRecipient = async (recipientPorts: RecipientPorts, recipient: Recipient): Promise<Sent> => {
  const { clock } = recipientPorts.ports;
  const { steps, ports } = recipientPorts;
  const {
    recipient: { contactId, notBefore },
    running,
    timeLeftMs,
  } = recipient;
  const take = taking(recipientPorts, recipient);
  try {
    if (running.campaign.control === 'cancelled') return await cancel(recipientPorts, recipient, take);
    if (notBefore !== undefined && notBefore > clock.now())
      return { outcome: { contactId, state: 'deferred', codes: ['WAVE_LATER'], dueAt: dueOf(recipient, notBefore) } };
    return await outcomeOf(recipientPorts, recipient, await sendOnce({ steps, ports }, { take, timeLeftMs }));
  } catch (error) {
    return { outcome: afterFailure(recipient, error, clock.now()) };
  }
};

const dueOf = ({ running }: Recipient, at: Instant): Instant => dueWithin(running.occurrence, at);

/** The address is read with the standing: the one Query. Without one there is no basis either, and nothing is rendered. */
const taking = ({ steps }: RecipientPorts, { access, running, recipient }: Recipient) => {
  const message = messageOf(running, recipient.contactId);
  const { advertiserId, messageId } = message;
  const { mergeValues } = running.campaign;
  const found = { access, reference: { advertiserId, messageId, contactId: recipient.contactId }, message };
  return async (): Promise<Taken> => {
    const input = await steps.read({ ...found, secrets: { address: '', mergeValues } });
    return { decrypted: { ...found, secrets: { address: input.address ?? '', mergeValues } }, input };
  };
};

/** Of a cancelled campaign nobody else is written to; who was claimed before may have been. */
const cancel = async (of: RecipientPorts, recipient: Recipient, take: () => Promise<Taken>): Promise<Sent> => {
  const { decrypted, input } = await take();
  const held = ownEntry(decrypted, input);
  if (held !== undefined) return { outcome: await ofSendEntry(of, recipient, held) };
  return { outcome: { contactId: recipient.recipient.contactId, state: 'cancelled', codes: ['cancelled'] } };
};

const afterFailure = (recipient: Recipient, error: unknown, now: Instant): RecipientOutcome => {
  const { contactId } = recipient.recipient;
  const isOurs = error instanceof Failure;
  const code = isOurs ? error.code : 'unforeseen';
  const isFinal = (isOurs && !isRetryable(error)) || (!isOurs && recipient.turn >= UNFORESEEN_TURNS);
  if (isFinal) return { contactId, state: 'failed', codes: [code] };
  return { contactId, state: 'waiting', codes: [code], dueAt: dueOf(recipient, addSeconds(now, AGAIN_SECONDS)) };
};

const outcomeOf = async (of: RecipientPorts, recipient: Recipient, attempted: Attempt): Promise<Sent> => {
  const { contactId } = recipient.recipient;
  const { ports } = of;
  const waiting = (code: string, seconds: number): RecipientOutcome => {
    const dueAt = dueOf(recipient, addSeconds(ports.clock.now(), seconds));
    return { contactId, state: 'waiting', codes: [code], dueAt };
  };
  switch (attempted.came) {
    case 'held':
      return { outcome: await ofSendEntry(of, recipient, attempted.entry) };
    case 'stopped':
      return { outcome: await ofVerdict(of, recipient, attempted.verdict) };
    case 'halted':
      return { outcome: waiting(attempted.reason, HALTED_SECONDS) };
    case 'out-of-time':
    case 'sends-changed':
      return { outcome: waiting(attempted.came, 0) };
    case 'not-taken': {
      const { retryable, cause } = attempted.handOff;
      if (isOfAddress(cause)) return { outcome: { contactId, state: 'refused', codes: ['ADDRESS_UNDELIVERABLE'] } };
      return { outcome: waiting(cause, AGAIN_SECONDS), ...(retryable ? {} : { stopsAll: cause }) };
    }
    case 'handed-over':
      return { outcome: await ofHandOff(of, recipient, attempted) };
  }
};

const ofHandOff = async (
  { ports }: RecipientPorts,
  recipient: Recipient,
  { handOff, vetted, rendered, entry, decrypted }: Extract<Attempt, { came: 'handed-over' }>,
): Promise<RecipientOutcome> => {
  const { contactId } = recipient.recipient;
  const { verdict } = vetted;
  const handed = { handedOffAt: entry.claimedAt, seq: verdict.seq, bytesSha256: rendered.bytesSha256 };
  if (handOff.answer === 'taken') {
    const codes = verdict.reasons.map(({ code }) => code);
    return { contactId, state: 'sent', codes, ...handed, providerMessageId: handOff.providerMessageId };
  }
  const { access, message } = decrypted;
  const bucket = { month: message.claimMonth, channel: message.channel };
  await ports.claims.settle(access, contactId, bucket, message.messageId, 'unknown');
  return { contactId, state: 'unknown', codes: [handOff.cause], ...handed, dueAt: unknownFinalAt(entry.claimedAt) };
};

/** It was claimed before: by a worker that is still on it, or by one that died, or its answer was lost. */
const ofSendEntry = async (
  { ports }: RecipientPorts,
  recipient: Recipient,
  entry: SendEntry,
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
  given: StoredVerdict,
): Promise<RecipientOutcome> => {
  const { access, running } = recipient;
  const { contactId } = recipient.recipient;
  const verdict = concludingVerdict(messageOf(running, contactId), given);
  const [first, ...others] = verdict.reasons.map(({ code }) => code);
  const codes = first === undefined ? [] : [first, ...others];
  const judged = { contactId, codes, seq: verdict.seq };
  if (verdict.outcome === 'refuse')
    return { ...judged, state: first === 'VALIDITY_PASSED' || first === 'REVIEW_EXPIRED' ? 'expired' : 'refused' };
  const now = ports.clock.now();
  if (verdict.outcome === 'defer' && verdict.notBefore !== undefined)
    return { ...judged, state: 'deferred', dueAt: dueOf(recipient, verdict.notBefore) };
  const { cause } = verdict;
  if (cause !== undefined && (await ports.reviews.find(access, cause)) === undefined)
    await ports.reviews.open(access, cause, now);
  return { ...judged, state: 'in-review', dueAt: dueOf(recipient, addSeconds(now, REVIEW_SECONDS)) };
};
