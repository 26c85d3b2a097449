import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Forecasted } from '#shared/domain/campaign/dry-run.ts';
import { WRITTEN_BEFORE } from '#shared/domain/campaign/recipient.ts';
import { sendsOfOtherRuns } from '#shared/domain/campaign/recurring.ts';
import { dueWithin } from '#shared/domain/campaign/waiting.ts';
import { Failure, isRetryable } from '#shared/domain/failure.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import type { Prepare } from '../../messages/render-message.ts';
import type { Tokens } from '../../oppositions/tokens.port.ts';
import { readOnce } from '../../preview/read-once.ts';
import { isPastValidity } from '../../send/apply-verdict.ts';
import { makeBytes } from '../../send/make-bytes.ts';
import { type MakingPorts, makingSteps } from '../../send/making-steps.ts';
import { lateCodeOf } from '../recipient-outcome.ts';
import type { Running } from '../runs.port.ts';
import { ofOtherAddress, stoppedBy, takeRecipient } from '../take-recipient.ts';

/** What a recipient is looked at with: all that the sender makes bytes with, and nothing that claims, hands over or writes. */
export interface ForecastPorts extends Omit<MakingPorts, 'tokens' | 'clock'> {
  /** Inert ones: nothing that is made here is sent. */
  readonly tokens: Pick<Tokens, 'mint'>;
}

/** One recipient, at the instant at which it would be taken up. */
export interface ToForecast {
  readonly access: AdvertiserAccess;
  readonly running: Running;
  readonly contactId: ContactId;
  readonly at: Instant;
  readonly prepare: Prepare;
}

/** Times that a recipient may be deferred one after the other: at night, then on a Sunday, then on a holiday. */
const DEFERRALS = 8;

const mainCode = ({ reasons, outcome }: StoredVerdict): string => reasons[0]?.code ?? outcome;

/**
 * What would come of a recipient, by the steps that the sender takes up to its claim: read, vet, render, verify, at the instant
 * at which they would be taken. Whoever is deferred is judged once more at their first lawful instant. Throws what a repetition may
 * cure.
 */
export const forecastRecipient = async (ports: ForecastPorts, asked: ToForecast): Promise<Forecasted> => {
  try {
    return await forecast({ ...ports, vetReads: readOnce(ports.vetReads) }, asked);
  } catch (error) {
    if (!(error instanceof Failure) || (isRetryable(error) && !isUnreadable(error))) throw error;
    const code = error.reason ?? error.code;
    return { contactId: asked.contactId, forecast: 'failed', code, units: 0 };
  }
};

const forecast = async (ports: ForecastPorts, { access, running, contactId, at, prepare }: ToForecast) => {
  let leavesAt = at;
  let deferral: string | undefined;
  for (let round = 0; round < DEFERRALS; round += 1) {
    const clock = { now: () => leavesAt };
    const steps = makingSteps({ ...ports, clock, tokens: async () => ports.tokens }, prepare);
    const { decrypted, input } = await takeRecipient(steps, access, running, contactId)();
    const leftOut = ofOtherAddress(running.campaign.channel, input);
    if (leftOut !== undefined) return { contactId, forecast: 'refused', code: leftOut.code, units: 0 } as const;
    const vetted = await steps.vet(decrypted, input);
    const made = await makeBytes(steps, decrypted, input, vetted);
    if ('rendered' in made) {
      if (sendsOfOtherRuns(running.campaign, running.occurrence, input.sends, leavesAt).length > 0)
        return { contactId, forecast: 'refused', code: WRITTEN_BEFORE, units: 0 } as const;
      const units = made.rendered.segments ?? 1;
      const code = deferral ?? mainCode(made.vetted.verdict);
      return { contactId, forecast: deferral ? 'deferred' : 'allowed', code, leavesAt, units } as const;
    }
    const { state, verdict } = stoppedBy(decrypted.message, made.stopped, vetted);
    if (state !== 'deferred' || verdict.notBefore === undefined)
      return {
        contactId,
        forecast: state === 'deferred' ? 'in-review' : state,
        code:
          state === 'expired' && isPastValidity(decrypted.message, made.stopped)
            ? lateCodeOf(running)
            : mainCode(verdict),
        units: 0,
      } as const;
    deferral ??= mainCode(verdict);
    leavesAt = dueWithin(running.occurrence, verdict.notBefore);
  }
  return { contactId, forecast: 'deferred', code: deferral ?? '', leavesAt, units: 0 } as const;
};
