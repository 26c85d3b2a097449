import { Failure, isRetryable, messageNotFound } from '#shared/domain/failure.ts';
import type { Message, SendEntry } from '#shared/domain/message/message.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import { applyVerdict } from './apply-verdict.ts';
import { makeBytes } from './make-bytes.ts';
import { parkMessage } from './park-message.ts';
import { isOutdated, passOver, putBack } from './put-back.ts';
import type { Sender, SendOutcome } from './send-ports.ts';
import type { DecryptedMessage, SendInput, SendJob } from './send-steps.ts';
import { settleFinal, settleUnknown } from './settle-final.ts';
import { handOver, settleHeldClaim } from './settle-hand-off.ts';
import { isStale } from './steps-of.ts';

/** States in which nothing more is done with a message. */
const ENDS: readonly Message['status'][] = ['sent', 'refused', 'unknown-final', 'undelivered'];

/** Times that a message is read and vetted again in one delivery because its sends changed meanwhile. */
const ROUNDS = 4;

/** No hand-off starts with less than this much of the function's time left. */
const TIME_FOR_A_HAND_OFF_MS = 10_000;

/** No message is begun with less: what it needs itself would not be known. */
const TIME_TO_MAKE_MS = 20_000;

/** Deliveries whose whole time a message may use up before it is parked. */
const SLOW_ROUNDS = 3;

/**
 * Sends one message, or says why not: read, vet, render, verify, claim, hand off, settle, in exactly this order
 * (docs/failure-modes.md). A store that cannot be reached puts the message back; what can never work parks it. Throws
 * only what redelivery may cure: an unforeseen error, or a queue that cannot be reached.
 */
export const sendMessage = async (sender: Sender, job: SendJob): Promise<SendOutcome> => {
  try {
    return await takeUp(sender, job);
  } catch (error) {
    if (!isRetryable(error)) throw error;
    const code = error instanceof Failure ? (error.reason ?? error.code) : 'unreachable';
    return putBack(sender, job, { code });
  }
};

const takeUp = async (sender: Sender, job: SendJob): Promise<SendOutcome> => {
  const decrypted = await sender.steps.open(job);
  if (!decrypted) throw messageNotFound();
  const { message } = decrypted;
  const { status } = message;
  if (status === 'unknown') return settleUnknown(sender, decrypted);
  if (ENDS.includes(status)) return settleFinal(sender, decrypted);
  if (isOutdated(job, message)) return passOver(sender, job, message);
  if (job.timeLeftMs() < TIME_TO_MAKE_MS)
    return putBack(sender, job, { message, code: 'no-time-left', delaySeconds: 0 });
  try {
    return await attempt(sender, job, decrypted, ROUNDS);
  } catch (error) {
    if (!(error instanceof Failure) || isRetryable(error)) throw error;
    return parkMessage(sender.ports, job, decrypted, error.code);
  }
};

/** A message that an operator holds back comes up again so often, to see whether it may leave now, or has ended. */
const HALTED_FOR_SECONDS = 300;

const ownEntry = ({ message }: DecryptedMessage, input: SendInput): SendEntry | undefined =>
  input.sends
    .filter(({ month, channel }) => month === message.claimMonth && channel === message.channel)
    .flatMap(({ entries }) => entries)
    .find(({ messageId }) => messageId === message.messageId);

/** A claim; that of a test says so, since nothing counts it, and that of a renewal request, since it is asked once (RET-4). */
const entryOf = (
  { message: { messageId, test } }: DecryptedMessage,
  { reasons }: StoredVerdict,
  by: Pick<SendEntry, 'claimedAt' | 'claimToken'>,
): SendEntry => ({
  messageId,
  ...by,
  ...(test === undefined ? {} : { test }),
  ...(reasons.some(({ code }) => code === 'OK_RENEWAL_REQUEST') ? { asksToRenew: true } : {}),
});

/** It was begun with time enough and used it up: again and again, it would keep others waiting for ever. */
const putBackSlow = async (sender: Sender, job: SendJob, decrypted: DecryptedMessage): Promise<SendOutcome> => {
  const slow = (job.slow ?? 0) + 1;
  if (slow >= SLOW_ROUNDS) return parkMessage(sender.ports, job, decrypted, 'too-slow');
  const { message } = decrypted;
  return putBack(sender, { ...job, slow }, { message, code: 'no-time-left', delaySeconds: 0 });
};

const attempt = async (
  sender: Sender,
  job: SendJob,
  decrypted: DecryptedMessage,
  rounds: number,
  wasStale = false,
): Promise<SendOutcome> => {
  const { steps, ports } = sender;
  if (rounds === 0 && wasStale) return putBackSlow(sender, job, decrypted);
  if (rounds === 0) return putBack(sender, job, { message: decrypted.message, code: 'sends-changed' });
  const input = await steps.read(decrypted);
  const held = ownEntry(decrypted, input);
  if (held) return settleHeldClaim(sender, job, decrypted, held);
  const made = await makeBytes(steps, decrypted, input, await steps.vet(decrypted, input));
  if ('stopped' in made) return applyVerdict(ports, decrypted, made.stopped);
  const { vetted, rendered } = made;
  if (job.timeLeftMs() < TIME_FOR_A_HAND_OFF_MS) return putBackSlow(sender, job, decrypted);
  const halt = await ports.halts.reasonFor(decrypted.message);
  if (halt !== undefined)
    return putBack(sender, job, { message: decrypted.message, code: halt, delaySeconds: HALTED_FOR_SECONDS });
  const entry = entryOf(decrypted, vetted.verdict, { claimedAt: ports.clock.now(), claimToken: ports.newId() });
  const claim = await steps.claim(decrypted, input, entry);
  if (claim.outcome === 'changed') return attempt(sender, job, decrypted, rounds - 1, isStale(ports, input));
  if (claim.outcome === 'held') return settleHeldClaim(sender, job, decrypted, claim.entry);
  return handOver(sender, { job, decrypted, vetted, rendered, entry });
};
