import type { Message } from '#shared/domain/message/message.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import type { SendOutcome, SendPorts } from './send-ports.ts';
import type { SendJob } from './send-steps.ts';

/** First delay, doubled by each put-back; SQS delays by fifteen minutes at most. */
const FIRST_DELAY_SECONDS = 5;
const LONGEST_DELAY_SECONDS = 900;

/** Seconds before the next try: 5, 10, 20… 900. */
const delayAfter = (attempt: number): number =>
  Math.min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2 ** Math.min(attempt, 10));

/** Never beyond the first second after its validity, when the message must come up once more to end. */
const untilItEnds = (ports: SendPorts, message: Message): number =>
  Math.max(0, Math.floor((millisecondsOf(message.validUntil) - millisecondsOf(ports.clock.now())) / 1000) + 1);

/**
 * Puts the message back as a new delayed one, with growing delays, until `validUntil`. Redelivery by the queue is kept
 * for crashes: its count would park a message that a busy provider or store only delayed. `message` is unknown when the
 * store cannot be read.
 */
export const putBack = async (
  ports: SendPorts,
  job: SendJob,
  why: { message?: Message | undefined; code: string; delaySeconds?: number },
): Promise<SendOutcome> => {
  const wanted = why.delaySeconds ?? delayAfter(job.attempt);
  const delay = why.message ? Math.min(wanted, untilItEnds(ports, why.message)) : wanted;
  const { advertiserId, messageId } = job;
  // A wait of a known length is no failed try: it does not make the next one later.
  const attempt = why.delaySeconds === undefined ? job.attempt + 1 : job.attempt;
  await ports.sendQueue.put({ advertiserId, messageId, attempt }, delay);
  return { state: 'put-back', code: why.code };
};
