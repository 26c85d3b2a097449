import { isRetryable } from '#shared/domain/failure.ts';
import type { Message, PutBack } from '#shared/domain/message/message.ts';
import { addSeconds, millisecondsOf } from '#shared/domain/time/instant.ts';
import type { Sender, SendOutcome, SendPorts } from './send-ports.ts';
import type { SendJob } from './send-steps.ts';

/** First delay, doubled by each failed try; SQS delays by fifteen minutes at most. */
const FIRST_DELAY_SECONDS = 5;
const LONGEST_DELAY_SECONDS = 900;
/** Failed tries after which a message has waited for 5 + 10 + … + 160 = 315 seconds. */
const TRIES_IN_FIVE_MINUTES = 6;

/** Why a message is put back. `message` is unknown when the store cannot be read. */
interface Why {
  readonly message?: Message | undefined;
  readonly code: string;
  /** A wait of a known length: no failed try, it does not make the next one later. */
  readonly delaySeconds?: number;
}

/** Seconds before the next try: 5, 10, 20… 900. */
const delayAfter = (tries: number): number =>
  Math.min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2 ** Math.min(tries, 10));

/** Never beyond the first second after its validity, when the message must come up once more to end. */
const untilItEnds = (ports: SendPorts, message: Message): number =>
  Math.max(0, Math.floor((millisecondsOf(message.validUntil) - millisecondsOf(ports.clock.now())) / 1000) + 1);

/**
 * Notes the put-back on the message. False: another entry is the one to act on. A store that cannot be written is no
 * reason to lose the message: the entry then has the number that was to be noted, and counts.
 */
const notePutBack = async ({ steps }: Sender, job: SendJob, putBack: PutBack): Promise<boolean> => {
  try {
    return await steps.notePutBack(job, putBack);
  } catch (error) {
    if (isRetryable(error)) return true;
    throw error;
  }
};

/**
 * Puts the message back as a new delayed entry, with growing delays, until `validUntil`. Redelivery by the queue is kept
 * for crashes: its count would park a message that a busy provider or store only delayed. The number of the put-back is
 * noted on the message first, and one entry alone can note it: put-backs never multiply, whatever is delivered again.
 */
export const putBack = async (sender: Sender, job: SendJob, why: Why): Promise<SendOutcome> => {
  const { ports } = sender;
  const { advertiserId, messageId, slow } = job;
  const wanted = why.delaySeconds ?? delayAfter(job.attempt);
  const delay = why.message ? Math.min(wanted, untilItEnds(ports, why.message)) : wanted;
  const attempt = why.delaySeconds === undefined ? job.attempt + 1 : job.attempt;
  // An entry of a release does not know its number, and where the store cannot be read nobody does: it stays as it is.
  const timesBefore = job.putBack ?? (why.message && (why.message.putBack?.times ?? 0));
  const putBackNumber = timesBefore === undefined ? undefined : timesBefore + 1;
  if (putBackNumber !== undefined) {
    const at = ports.clock.now();
    const noted = { times: putBackNumber, reason: why.code, at, nextAt: addSeconds(at, delay) };
    if (!(await notePutBack(sender, job, noted))) return { state: 'outdated', code: why.code };
  }
  await ports.sendQueue.put({ advertiserId, messageId, attempt, putBack: putBackNumber, slow }, delay);
  const isLate = attempt >= TRIES_IN_FIVE_MINUTES ? ({ isLate: true } as const) : {};
  return { state: 'put-back', code: why.code, ...isLate };
};

/** True for an entry that a later put-back of its message replaced. */
export const isOutdated = ({ putBack: number }: SendJob, message: Message): boolean =>
  number !== undefined && number < (message.putBack?.times ?? 0);

/**
 * Drops an outdated entry. One that comes again, and noted the latest put-back itself, may have died before it put that on
 * the queue: it puts the next one in its place, for the same time. If the other is there after all, it is outdated then.
 */
export const dropOutdated = async (sender: Sender, job: SendJob, message: Message): Promise<SendOutcome> => {
  const latest = message.putBack;
  const mayBeMissing = job.receiveCount > 1 && latest?.times === (job.putBack ?? 0) + 1;
  if (latest === undefined || !mayBeMissing) return { state: 'outdated' };
  const left = Math.ceil((millisecondsOf(latest.nextAt) - millisecondsOf(sender.ports.clock.now())) / 1000);
  const delaySeconds = Math.max(0, left);
  return putBack(sender, { ...job, putBack: latest.times }, { message, code: latest.reason, delaySeconds });
};
