import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Clock } from '../clock.port.ts';
import { type ControlCommand, type ControlPorts, changeControl } from './change-control.ts';
import { getCampaign } from './get-campaign.ts';

/** A campaign that is paused. */
export interface Paused {
  readonly campaign: Campaign;
  /** Its next run starts where it goes on before this instant; `undefined`: none is to come. */
  readonly resumeBy: Instant | undefined;
  /** When the run that goes on ends, whether or not the campaign goes on by then; `undefined`: none does. */
  readonly runEndsBy: Instant | undefined;
}

/** Pauses a campaign, and says until when it may be resumed. Throws what `changeControl` does. */
export const pauseCampaign = async (
  ports: ControlPorts & { readonly clock: Clock },
  of: ControlCommand,
): Promise<Paused> => {
  const paused = await changeControl(ports, { ...of, to: 'paused' });
  const { campaign, runs, resumeBy } = await getCampaign(ports, of);
  const going = runs.findLast(({ occurrence }) => occurrence.state === 'running');
  return {
    // Somebody else may have changed it since.
    campaign: campaign.control === 'paused' ? campaign : paused,
    resumeBy,
    runEndsBy: going?.occurrence.validUntil,
  };
};
