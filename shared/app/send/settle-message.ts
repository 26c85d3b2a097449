import type { Instant } from '#shared/domain/ids.ts';
import { channelsOpposedBy } from '#shared/domain/message/channel.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import type { SendPorts } from './send-ports.ts';
import type { DecryptedMessage, Settlement } from './send-steps.ts';

/** Hours after its claim when an unknown that no feedback settled is final. */
const UNKNOWN_FINAL_AFTER_HOURS = 24;

/** When the unknown of this claim becomes final. */
export const unknownFinalAt = (claimedAt: Instant): Instant => addSeconds(claimedAt, UNKNOWN_FINAL_AFTER_HOURS * 3600);

/**
 * Writes how a hand-off ended: the message first, then the result of its claim. For an unknown, the due entry that will
 * make it final comes before both, so that a crash anywhere leaves a message that comes up again.
 */
export const settleMessage = async (
  ports: SendPorts,
  { access, reference, message }: DecryptedMessage,
  settlement: Settlement,
): Promise<void> => {
  const { contactId, messageId, claimMonth: month, channel } = message;
  if (settlement.state === 'unknown') await ports.dueList.put(reference, unknownFinalAt(settlement.claimedAt));
  const isAnswered = channelsOpposedBy('reply').includes(channel);
  await ports.messages.move(access, messageId, settlement.state, settlement.fields, { isAnswered });
  await ports.claims.settle(access, contactId, { month, channel }, messageId, settlement.state);
};
