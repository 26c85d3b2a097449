import type { Sender, SendOutcome } from './send-ports.ts';
import type { DecryptedMessage } from './send-steps.ts';
import { unknownFinalAt } from './settle-message.ts';

/**
 * A message delivered again after its end. For one that was sent, the result of its claim is written again: a crash
 * between the two writes of `settle` may have left it out.
 */
export const settleFinal = async ({ ports }: Sender, { access, message }: DecryptedMessage): Promise<SendOutcome> => {
  const { contactId, claimMonth, channel, messageId } = message;
  if (message.status === 'sent')
    await ports.claims.settle(access, contactId, { month: claimMonth, channel }, messageId, 'sent');
  return { state: 'settled-before' };
};

/** An unknown comes up: final once its time has come, else it waits for it. It is never handed over again by us. */
export const settleUnknown = async (
  { ports }: Sender,
  { access, reference, message }: DecryptedMessage,
): Promise<SendOutcome> => {
  const now = ports.clock.now();
  const finalAt = unknownFinalAt(message.handedOffAt ?? message.acceptedAt);
  if (now < finalAt) {
    await ports.dueList.put(reference, finalAt);
    return { state: 'settled-before' };
  }
  await ports.messages.move(access, message.messageId, 'unknown-final', { settledAt: now });
  return { state: 'unknown-final' };
};
