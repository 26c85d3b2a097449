import type { Claim } from '#shared/domain/message/message.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { putBack } from './put-back.ts';
import type { AttemptEnd } from './send-once.ts';
import type { Sender, SendOutcome, SendPorts } from './send-ports.ts';
import type { DecryptedMessage, SendJob } from './send-steps.ts';

/** Writes what came of a hand-off, once. */
export const settleHandOff = async (
  sender: Sender,
  {
    decrypted,
    vetted,
    rendered,
    kept: { variantSha256, holes },
    entry,
    handOff,
  }: Extract<AttemptEnd, { end: 'handed-over' }>,
): Promise<SendOutcome> => {
  const fields = {
    verdict: vetted.verdict,
    handedOffAt: entry.claimedAt,
    bytesSha256: rendered.bytesSha256,
    variantSha256,
    ...(rendered.segments === undefined ? {} : { segments: rendered.segments }),
  };
  if (handOff.answer === 'unknown') {
    await sender.steps.settle(decrypted, { state: 'unknown', leftBy: entry.claimedAt, fields, holes });
    return { state: 'unknown', code: handOff.cause };
  }
  const settledAt = sender.ports.clock.now();
  const sent = { ...fields, providerMessageId: handOff.providerMessageId, settledAt };
  await sender.steps.settle(decrypted, { state: 'sent', fields: sent, holes });
  return { state: 'sent' };
};

/** Seconds beyond the function's time-out before a claim without a result counts as abandoned. */
const MARGIN_SECONDS = 5;

/**
 * Seconds for which another worker may still be on a claim; 0: it has a result, or is without one for longer than a worker
 * can live, and nobody knows what the provider did.
 */
export const secondsHeld = (
  { clock, functionTimeoutSeconds }: Pick<SendPorts, 'clock' | 'functionTimeoutSeconds'>,
  { result, claimedAt }: Claim,
): number => {
  const ageSeconds = (millisecondsOf(clock.now()) - millisecondsOf(claimedAt)) / 1000;
  const patience = functionTimeoutSeconds + MARGIN_SECONDS;
  return result === undefined && ageSeconds < patience ? Math.ceil(patience - ageSeconds) : 0;
};

/**
 * The message is claimed already. Another worker may be on it: we look again later. Otherwise it was sent, or is `unknown`,
 * never handed over again.
 */
export const settleHeldClaim = async (
  sender: Sender,
  job: SendJob,
  decrypted: DecryptedMessage,
  entry: Claim,
): Promise<SendOutcome> => {
  const { ports, steps } = sender;
  const delaySeconds = secondsHeld(ports, entry);
  if (delaySeconds > 0) return putBack(sender, job, { code: 'claim-held', delaySeconds });
  const fields = { handedOffAt: entry.claimedAt };
  if (entry.result === 'sent') {
    await steps.settle(decrypted, { state: 'sent', fields: { ...fields, settledAt: ports.clock.now() } });
    return { state: 'sent', code: 'settled-late' };
  }
  await steps.settle(decrypted, { state: 'unknown', leftBy: entry.claimedAt, fields });
  return { state: 'unknown', code: 'claim-abandoned' };
};

/**
 * A message delivered again after it was refused: another worker, which had read before what refuses it was recorded, may have claimed it
 * and died. Its claim says so.
 */
export const settleRefused = async (
  sender: Sender,
  job: SendJob,
  decrypted: DecryptedMessage,
): Promise<SendOutcome> => {
  const entry = await sender.ports.claims.find(decrypted.access, decrypted.message);
  return entry === undefined ? { state: 'settled-before' } : settleHeldClaim(sender, job, decrypted, entry);
};

/**
 * The table is a copy: the one that it was copied from may have handed the message over, until its validity ended. Nobody
 * knows, and only a report of the provider will say.
 */
export const settleMayHaveLeft = async (
  { steps }: Sender,
  { decrypted, end: came }: Extract<AttemptEnd, { end: 'may-have-left' }>,
): Promise<SendOutcome> => {
  await steps.settle(decrypted, { state: 'unknown', leftBy: decrypted.message.validUntil, fields: {} });
  return { state: 'unknown', code: came };
};
