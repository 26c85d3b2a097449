import type { SendOutcome, SendPorts } from './send-ports.ts';
import type { DecryptedMessage, SendJob } from './send-steps.ts';

/**
 * Keeps a message that cannot be handled: on the parked queue with its reason, to be seen and put back by a human, and
 * parked as its state. `code` names the cause; it never quotes content or address.
 */
export const parkMessage = async (
  ports: SendPorts,
  job: SendJob,
  { access, message }: DecryptedMessage,
  code: string,
): Promise<SendOutcome> => {
  const { advertiserId, messageId } = job;
  await ports.sendQueue.park(JSON.stringify({ advertiserId, messageId, attempt: 0 }), code);
  await ports.messages.move(access, message.messageId, 'parked', { parkedBecause: code });
  return { state: 'parked', code };
};
