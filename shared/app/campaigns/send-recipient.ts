import type { RecipientOutcome } from '#shared/domain/campaign/recipient.ts';
import { Failure, isRetryable } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { ownEntry, sendOnce, type Taken } from '../send/send-once.ts';
import {
  AGAIN_SECONDS,
  dueOf,
  mayHaveLeft,
  messageOf,
  ofSendEntry,
  outcomeOf,
  type Recipient,
  type RecipientPorts,
  type Sent,
} from './recipient-outcome.ts';

/** Turns in which something unforeseen may befall a recipient before we give up. */
const UNFORESEEN_TURNS = 5;

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
  if (of.ports.halts.mayHaveLeft(decrypted.message)) return { outcome: mayHaveLeft(of, recipient) };
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
