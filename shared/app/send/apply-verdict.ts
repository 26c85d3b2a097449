import type { Message } from '#shared/domain/message/message.ts';
import type { StoredReason, StoredVerdict } from '#shared/domain/message/verdict.ts';
import { coversMessage } from '#shared/domain/review/review.ts';
import { addSeconds, wholeMinuteFrom } from '#shared/domain/time/instant.ts';
import type { SendOutcome, SendPorts } from './send-ports.ts';
import type { DecryptedMessage } from './send-steps.ts';

/** A refusal for this reason before all others. */
export const withPrimary = (verdict: StoredVerdict, code: string): StoredVerdict => ({
  ...verdict,
  outcome: 'refuse',
  reasons: [{ code }, ...verdict.reasons.filter((reason) => reason.code !== code)],
});

/** A verdict that allowed, stopped after it by the bytes or the address. */
export const refusedFor = (verdict: StoredVerdict, reasons: readonly StoredReason[]): StoredVerdict => ({
  ...verdict,
  outcome: 'refuse',
  reasons: [...reasons],
});

/** True when the verdict was given after the message's validity. */
export const isPastValidity = (message: Message, verdict: StoredVerdict): boolean => verdict.at > message.validUntil;

/** The verdict as it ends the message: past its validity, or deferred beyond it, it is final (D8). */
export const concludingVerdict = (message: Message, verdict: StoredVerdict): StoredVerdict => {
  if (isPastValidity(message, verdict))
    return withPrimary(verdict, message.status === 'in-review' ? 'REVIEW_EXPIRED' : 'VALIDITY_PASSED');
  const tooLate = verdict.outcome === 'defer' && (verdict.notBefore ?? '9999') > message.validUntil;
  return tooLate ? withPrimary(verdict, 'VALIDITY_PASSED') : verdict;
};

/** When a message that waits comes up again: at its lawful instant, or just after its validity. */
const dueAtOf = (message: Message, verdict: StoredVerdict): Message['validUntil'] =>
  verdict.outcome === 'defer' && verdict.notBefore !== undefined
    ? verdict.notBefore
    : addSeconds(message.validUntil, 1);

/**
 * Opens the review if nobody met its cause before. A decision taken since our vet may have released the waiting before
 * we joined them: the message is then put back at once, for nothing else would wake it before its end.
 */
const openReviewOrRequeue = async (
  { reviews, sendQueue, clock }: SendPorts,
  { access, reference, message }: Pick<DecryptedMessage, 'access' | 'reference' | 'message'>,
  cause: string,
): Promise<void> => {
  const now = clock.now();
  const review = await reviews.find(access, cause);
  if (review === undefined) await reviews.open(access, cause, now);
  const isDecided = review?.decision !== undefined && coversMessage(review.decision, now, message);
  if (isDecided) await sendQueue.put({ ...reference, attempt: 0 }, 0);
};

/**
 * Ends or delays a message that may not leave now. The due list is written before the state: a crash between the two
 * leaves an accepted message that the queue delivers again, never a waiting one that nothing wakes.
 */
export const applyVerdict = async (
  ports: SendPorts,
  { access, reference, message }: DecryptedMessage,
  given: StoredVerdict,
): Promise<SendOutcome> => {
  const verdict = concludingVerdict(message, given);
  const code = verdict.reasons[0]?.code;
  if (verdict.outcome === 'refuse') {
    const settledAt = ports.clock.now();
    await ports.messages.move(access, message.messageId, 'refused', { verdict, settledAt });
    return { state: 'refused', code };
  }
  if (verdict.outcome === 'review' && verdict.cause !== undefined)
    await ports.reviews.wait(access, verdict.cause, message);
  const state = verdict.outcome === 'review' ? 'in-review' : 'deferred';
  const dueAt = dueAtOf(message, verdict);
  await ports.dueList.put(reference, wholeMinuteFrom(dueAt));
  await ports.messages.move(access, message.messageId, state, { verdict, dueAt });
  if (verdict.cause !== undefined) await openReviewOrRequeue(ports, { access, reference, message }, verdict.cause);
  return { state, code };
};
