import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Forecasted } from '#shared/domain/campaign/dry-run.ts';
import { lateCodeOf } from '#shared/domain/campaign/recurring.ts';
import { dueWithin } from '#shared/domain/campaign/waiting.ts';
import { Failure, isRetryable } from '#shared/domain/failure.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import type { Prepare } from '../../messages/render-message.ts';
import type { Tokens } from '../../oppositions/tokens.port.ts';
import { readContactOnce } from '../../preview/read-contact-once.ts';
import { isPastValidity } from '../../send/apply-verdict.ts';
import { type Made, makeBytes } from '../../send/make-bytes.ts';
import { type MakingPorts, makingSteps } from '../../send/making-steps.ts';
import type { Running } from '../runs.port.ts';
import { ofMoved, ofOtherAddress, stoppedBy, takeRecipient, writtenBefore } from '../sending/take-recipient.ts';

/** What a recipient is looked at with: all that the sender makes bytes with, and nothing that claims, hands over or writes. */
export interface ForecastPorts extends Omit<MakingPorts, 'tokens' | 'clock'> {
  /** Inert ones: nothing that is made here is sent. */
  readonly tokens: Pick<Tokens, 'mint'>;
}

/** One recipient, and what makes its message. */
export interface ToForecast {
  readonly access: AdvertiserAccess;
  readonly running: Running;
  readonly contactId: ContactId;
  readonly prepare: Prepare;
}

/** Whoever the law defers: from when on they may leave, once it is their turn. */
export interface Deferral {
  readonly from: Instant;
}

/** What would come of a recipient whose turn is at an instant. It is asked again of whoever was deferred, for their next turn. */
export type Forecasting = (at: Instant) => Promise<Forecasted | Deferral>;

type MadeMessage = Extract<Made, { readonly rendered: unknown }>;

const mainCode = ({ reasons, outcome }: StoredVerdict): string => reasons[0]?.code ?? outcome;

/**
 * What would come of a recipient, by the steps that the sender takes up to its claim: read, vet, render, verify, at the instant
 * at which they would be taken. What is read of it is read once. Throws what a repetition may cure.
 */
export const forecastRecipient = (ports: ForecastPorts, asked: ToForecast): Forecasting => {
  const forecasting = forecast({ ...ports, vetReads: readContactOnce(ports.vetReads) }, asked);
  return async (at) => {
    try {
      return await forecasting(at);
    } catch (error) {
      if (!(error instanceof Failure) || (isRetryable(error) && !isUnreadable(error))) throw error;
      const code = error.reason ?? error.code;
      return { contactId: asked.contactId, forecast: 'failed', code, units: 0 };
    }
  };
};

/** A message was made, and leaves; `deferredFor`: why it did not at the first turn of its recipient. */
const ofMade = ({ vetted, rendered }: MadeMessage, leavesAt: Instant, deferredFor: string | undefined) => ({
  forecast: deferredFor === undefined ? ('allowed' as const) : ('deferred' as const),
  code: deferredFor ?? mainCode(vetted.verdict),
  leavesAt,
  units: rendered.segments ?? 1,
});

const forecast = (ports: ForecastPorts, { access, running, contactId, prepare }: ToForecast): Forecasting => {
  let deferredFor: string | undefined;
  return async (leavesAt) => {
    const clock = { now: () => leavesAt };
    const steps = makingSteps({ ...ports, clock, tokens: async () => ports.tokens }, prepare);
    const { decrypted, input } = await takeRecipient(steps, access, running, contactId)();
    const leftOut = ofOtherAddress(running.campaign.channel, input) ?? ofMoved(running, input, leavesAt);
    if (leftOut !== undefined) return { contactId, forecast: 'refused', code: leftOut.code, units: 0 };
    const vetted = await steps.vet(decrypted, input);
    const made = await makeBytes(steps, decrypted, input, vetted);
    if ('rendered' in made) {
      const { code: written, before } = writtenBefore(running, input, leavesAt);
      if (before.length > 0) return { contactId, forecast: 'refused', code: written, units: 0 };
      return { contactId, ...ofMade(made, leavesAt, deferredFor) };
    }
    const { state, verdict } = stoppedBy(decrypted.message, made.stopped, vetted);
    // Each time it is later, and past the end they have expired: night after night, as the run itself puts them off.
    if (state === 'deferred' && verdict.notBefore !== undefined) {
      deferredFor ??= mainCode(verdict);
      return { from: dueWithin(running.occurrence, verdict.notBefore) };
    }
    const isLate = state === 'expired' && isPastValidity(decrypted.message, made.stopped);
    return {
      contactId,
      forecast: state === 'deferred' ? 'in-review' : state,
      code: isLate ? lateCodeOf(running) : mainCode(verdict),
      units: 0,
    };
  };
};
