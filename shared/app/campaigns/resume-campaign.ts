import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import { comingOf, withSkipped } from '#shared/domain/campaign/recurring.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Clock } from '../clock.port.ts';
import { type ControlCommand, type ControlPorts, changeControl } from './change-control.ts';

/** A campaign that goes on. */
export interface Resumed {
  readonly campaign: Campaign;
  /** The run whose time came during the pause, and which starts within the next minute. */
  readonly lateRun: Instant | undefined;
}

/**
 * Lets a campaign go on, and says which run starts late for it, and which were skipped: also where the clock has still to note it. Throws what
 * `changeControl` does.
 */
export const resumeCampaign = async (
  ports: ControlPorts & { readonly clock: Clock },
  { access, campaignId, by }: ControlCommand,
): Promise<Resumed> => {
  // Before it goes on: a run that starts just afterwards has gone from there, and none starts before.
  const next = await ports.campaigns.nextRun(access, campaignId);
  const campaign = await changeControl(ports, { access, campaignId, to: 'running', by });
  // When it went on is noted by the store: by that its runs start, or are skipped.
  const noted = (await ports.campaigns.get(access, campaignId)) ?? campaign;
  const { lateRun, skipped } = comingOf(noted, next, ports.clock.now());
  return { campaign: withSkipped({ ...campaign, skipped: noted.skipped }, skipped), lateRun };
};
