import { contactErased, isContactErased } from '#shared/domain/contact/contact-erased.ts';
import { Failure, isRetryable, messageNotFound } from '#shared/domain/failure.ts';
import { isOfErased } from '#shared/domain/ledger/erased.ts';
import type { Message } from '#shared/domain/message/message.ts';
import { isOfAddress } from '#shared/domain/sending/refused-address.ts';
import { CLOCK_MAY_BE_AHEAD_SECONDS } from '#shared/law/readings/has-just-opened.ts';
import { applyVerdict, refusedFor } from './apply-verdict.ts';
import { parkMessage } from './park-message.ts';
import { dropOutdated, isOutdated, putBack } from './put-back.ts';
import { type AttemptEnd, claimOf, sendOnce, type Taken } from './send-once.ts';
import type { Sender, SendOutcome, SendPorts } from './send-ports.ts';
import type { DecryptedMessage, SendJob } from './send-steps.ts';
import { settleHandOff, settleHeldClaim, settleMayHaveLeft, settleRefused } from './settle-hand-off.ts';
import { settleFinal, settleUnknown } from './settle-message.ts';

/** Ends after which nothing is done with a message but to write again what its claim says. Of one that was refused its claim is looked at. */
const ENDS: readonly Message['status'][] = ['sent', 'unknown-final', 'undelivered'];

/** No message is begun with less: what it needs itself would not be known. */
const TIME_TO_MAKE_MS = 20_000;

/** Deliveries whose whole time a message may use up before it is parked. */
const SLOW_ROUNDS = 3;

/**
 * Sends one message, or says why not: read, vet, render, verify, keep, claim, hand off, settle, in exactly this order
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
  if (status === 'refused') return settleRefused(sender, job, decrypted);
  if (ENDS.includes(status)) return settleFinal(sender, decrypted);
  if (isOutdated(job, message)) return dropOutdated(sender, job, message);
  if (job.timeLeftMs() < TIME_TO_MAKE_MS)
    return putBack(sender, job, { message, code: 'no-time-left', delaySeconds: 0 });
  try {
    return await settle(sender, job, decrypted, await tryOnce(sender, job, decrypted));
  } catch (error) {
    if (!(error instanceof Failure) || isRetryable(error)) throw error;
    if (isContactErased(error)) return endErased(sender.ports, decrypted);
    return parkMessage(sender.ports, job, decrypted, error.code);
  }
};

/** A message that an operator holds back comes up again so often, to see whether it may leave now, or has ended. */
const HALTED_FOR_SECONDS = 300;

/** It was begun with time enough and used it up: again and again, it would keep others waiting for ever. */
const putBackSlow = async (sender: Sender, job: SendJob, decrypted: DecryptedMessage): Promise<SendOutcome> => {
  const slow = (job.slow ?? 0) + 1;
  if (slow >= SLOW_ROUNDS) return parkMessage(sender.ports, job, decrypted, 'too-slow');
  const { message } = decrypted;
  return putBack(sender, { ...job, slow }, { message, code: 'no-time-left', delaySeconds: 0 });
};

/** Throws `contact-erased` for a message of before the erasure, unless it is in somebody's hands already. */
const taken = async (steps: Sender['steps'], decrypted: DecryptedMessage): Promise<Taken> => {
  const input = await steps.read(decrypted);
  const isClaimed = claimOf(decrypted, input) !== undefined;
  if (!isClaimed && isOfErased(decrypted.message, input.standing)) throw contactErased();
  return { decrypted, input };
};

const endErased = async ({ messages, clock }: SendPorts, { access, message }: DecryptedMessage) => {
  const ended = { refusedBecause: 'contact-erased', settledAt: clock.now() } as const;
  await messages.move(access, message.messageId, 'refused', ended);
  return { state: 'refused', code: 'contact-erased' } as const;
};

const tryOnce = ({ steps, ports }: Sender, job: SendJob, decrypted: DecryptedMessage): Promise<AttemptEnd> =>
  sendOnce<never>({ steps, ports }, { take: () => taken(steps, decrypted), timeLeftMs: job.timeLeftMs });

/** Writes down how the attempt ended, or puts the message back. */
const settle = (
  sender: Sender,
  job: SendJob,
  decrypted: DecryptedMessage,
  attempted: AttemptEnd,
): Promise<SendOutcome> => {
  const { message } = decrypted;
  switch (attempted.end) {
    case 'claimed-before':
      return settleHeldClaim(sender, job, decrypted, attempted.entry);
    case 'may-have-left':
      return settleMayHaveLeft(sender, attempted);
    case 'stopped':
      return applyVerdict(sender.ports, decrypted, attempted.verdict);
    case 'halted':
      return putBack(sender, job, { message, code: attempted.reason, delaySeconds: HALTED_FOR_SECONDS });
    case 'hour-just-begun':
      return putBack(sender, job, { message, code: attempted.end, delaySeconds: CLOCK_MAY_BE_AHEAD_SECONDS });
    case 'out-of-time':
      return putBackSlow(sender, job, decrypted);
    case 'sends-changed':
      return putBack(sender, job, { message, code: 'sends-changed' });
    case 'not-taken':
      return afterNotTaken(sender, job, decrypted, attempted);
    case 'handed-over':
      return settleHandOff(sender, attempted);
  }
};

/** Nothing left, and our claim is undone. */
const afterNotTaken = (
  sender: Sender,
  job: SendJob,
  decrypted: DecryptedMessage,
  { handOff: { retryable, cause }, vetted }: Extract<AttemptEnd, { end: 'not-taken' }>,
): Promise<SendOutcome> => {
  if (retryable) return putBack(sender, job, { message: decrypted.message, code: cause });
  if (!isOfAddress(cause)) return parkMessage(sender.ports, job, decrypted, cause);
  const verdict = refusedFor(vetted.verdict, [{ code: 'ADDRESS_UNDELIVERABLE' }]);
  return applyVerdict(sender.ports, decrypted, verdict);
};
