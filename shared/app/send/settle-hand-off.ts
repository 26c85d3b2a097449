import type { SendEntry } from '#shared/domain/message/message.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { applyVerdict, refusedFor } from './apply-verdict.ts';
import { parkMessage } from './park-message.ts';
import type { HandOff } from './providers.port.ts';
import { putBack } from './put-back.ts';
import type { Sender, SendOutcome } from './send-ports.ts';
import type { DecryptedMessage, Rendered, SendJob, Vetted } from './send-steps.ts';

/** A claimed message about to be handed over. */
export interface Claimed {
  readonly job: SendJob;
  readonly decrypted: DecryptedMessage;
  readonly vetted: Vetted;
  readonly rendered: Rendered;
  readonly entry: SendEntry;
}

/** Hands over, once, and writes what came of it. The only function that hands a message to a provider. */
export const handOver = async (sender: Sender, claimed: Claimed): Promise<SendOutcome> => {
  const { decrypted, rendered, job } = claimed;
  const handOff = await sender.steps.handOff(decrypted, rendered, job.timeLeftMs());
  return handOff.answer === 'not-taken' ? takeBack(sender, claimed, handOff) : settle(sender, claimed, handOff);
};

const settle = async (
  sender: Sender,
  { decrypted, vetted, rendered, entry }: Claimed,
  handOff: Exclude<HandOff, { answer: 'not-taken' }>,
): Promise<SendOutcome> => {
  const fields = {
    verdict: vetted.verdict,
    handedOffAt: entry.claimedAt,
    bytesSha256: rendered.bytesSha256,
    ...(rendered.segments === undefined ? {} : { segments: rendered.segments }),
  };
  if (handOff.answer === 'unknown') {
    await sender.steps.settle(decrypted, { state: 'unknown', claimedAt: entry.claimedAt, fields });
    return { state: 'unknown', code: handOff.cause };
  }
  const settledAt = sender.ports.clock.now();
  const sent = { ...fields, providerMessageId: handOff.providerMessageId, settledAt };
  await sender.steps.settle(decrypted, { state: 'sent', fields: sent });
  return { state: 'sent' };
};

/** Nothing left: our claim is undone first, so that the message may be claimed again, or ends without one. */
const takeBack = async (
  sender: Sender,
  { job, decrypted, vetted, entry }: Claimed,
  { retryable, cause }: Extract<HandOff, { answer: 'not-taken' }>,
): Promise<SendOutcome> => {
  await sender.steps.release(decrypted, entry);
  if (retryable) return putBack(sender, job, { message: decrypted.message, code: cause });
  if (cause !== 'address-undeliverable') return parkMessage(sender.ports, job, decrypted, cause);
  const verdict = refusedFor(vetted.verdict, [{ code: 'ADDRESS_UNDELIVERABLE' }]);
  return applyVerdict(sender.ports, decrypted, verdict);
};

/** Seconds beyond the function's time-out before a claim without a result counts as abandoned. */
const MARGIN_SECONDS = 5;

/**
 * The message is claimed already. With a result, or without one for longer than a worker can live, nobody knows what
 * the provider did: `unknown`, never handed over again. Younger: another worker is on it, and we look again later.
 */
export const settleHeldClaim = async (
  sender: Sender,
  job: SendJob,
  decrypted: DecryptedMessage,
  entry: SendEntry,
): Promise<SendOutcome> => {
  const { ports, steps } = sender;
  const ageSeconds = (millisecondsOf(ports.clock.now()) - millisecondsOf(entry.claimedAt)) / 1000;
  const patience = ports.functionTimeoutSeconds + MARGIN_SECONDS;
  if (entry.result === undefined && ageSeconds < patience)
    return putBack(sender, job, { code: 'claim-held', delaySeconds: Math.ceil(patience - ageSeconds) });
  const fields = { handedOffAt: entry.claimedAt };
  if (entry.result === 'sent') {
    await steps.settle(decrypted, { state: 'sent', fields: { ...fields, settledAt: ports.clock.now() } });
    return { state: 'sent', code: 'settled-late' };
  }
  await steps.settle(decrypted, { state: 'unknown', claimedAt: entry.claimedAt, fields });
  return { state: 'unknown', code: 'claim-abandoned' };
};
