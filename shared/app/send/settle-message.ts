import type { Instant } from '#shared/domain/ids.ts';
import { channelsOpposedBy } from '#shared/domain/message/channel.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import type { Sender, SendOutcome, SendPorts } from './send-ports.ts';
import type { DecryptedMessage, Settlement } from './send-steps.ts';

/** Hours after it may have left when an unknown that no feedback settled is final. */
const UNKNOWN_FINAL_AFTER_HOURS = 24;

/** When an unknown that was handed over by this instant, if it was, becomes final. */
export const unknownFinalAt = (leftBy: Instant): Instant => addSeconds(leftBy, UNKNOWN_FINAL_AFTER_HOURS * 3600);

/**
 * Writes how a hand-off ended: the message first, then the result of its claim. For an unknown, the due entry that will
 * make it final comes before both, so that a crash anywhere leaves a message that comes up again.
 */
export const settleMessage = async (
  ports: SendPorts,
  { access, reference, message }: DecryptedMessage,
  settlement: Settlement,
): Promise<void> => {
  if (settlement.state === 'unknown') await ports.dueList.put(reference, unknownFinalAt(settlement.leftBy));
  const isAnswered = channelsOpposedBy('reply').includes(message.channel);
  const { state, fields, holes } = settlement;
  await ports.messages.move(access, message.messageId, state, fields, { isAnswered, holes });
  await ports.claims.settle(access, message, state);
};

/**
 * A message delivered again after its end. For one that was sent, the result of its claim is written again: a crash
 * between the two writes of `settle` may have left it out.
 */
export const settleFinal = async ({ ports }: Sender, { access, message }: DecryptedMessage): Promise<SendOutcome> => {
  if (message.status === 'sent') await ports.claims.settle(access, message, 'sent');
  return { state: 'settled-before' };
};

/** An unknown comes up: final once its time has come, else it waits for it. It is never handed over again by us. */
export const settleUnknown = async (
  { ports }: Sender,
  { access, reference, message }: DecryptedMessage,
): Promise<SendOutcome> => {
  const now = ports.clock.now();
  const finalAt = unknownFinalAt(message.handedOffAt ?? message.validUntil);
  if (now < finalAt) {
    await ports.dueList.put(reference, finalAt);
    return { state: 'settled-before' };
  }
  await ports.messages.move(access, message.messageId, 'unknown-final', { settledAt: now });
  return { state: 'unknown-final' };
};
