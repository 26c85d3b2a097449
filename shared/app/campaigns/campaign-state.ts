import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Campaigns, RunProgress } from './campaigns.port.ts';

/** `cancelling`: nobody else is written to, and who waits gets that state. */
export type CampaignState =
  | 'awaiting-approval'
  | 'scheduled'
  | 'running'
  | 'paused'
  | 'cancelling'
  | 'cancelled'
  | 'finished';

interface ComingAndLatest {
  readonly runs: readonly RunProgress[];
  readonly nextRun: Instant | undefined;
}

/** Its state, by its control and its runs. */
export const stateOf = (
  { control }: Campaign,
  runs: readonly RunProgress[],
  nextRun: Instant | undefined,
): CampaignState => {
  const isRunning = runs.some(({ occurrence }) => occurrence.state === 'running');
  if (control === 'cancelled') return isRunning ? 'cancelling' : 'cancelled';
  if (control === 'awaiting-approval') return control;
  if (!isRunning && nextRun === undefined) return 'finished';
  if (control === 'paused') return 'paused';
  return isRunning ? 'running' : 'scheduled';
};

/** Its latest runs, and the one that is to come; `undefined`: none is. */
export const runsOf = async (
  campaigns: Pick<Campaigns, 'runs' | 'nextRun'>,
  access: AdvertiserAccess,
  { campaignId, control }: Campaign,
): Promise<ComingAndLatest> => {
  // The next run first: a run that starts between the two is in both, and never in neither.
  const next = await campaigns.nextRun(access, campaignId);
  const runs = await campaigns.runs(access, campaignId);
  const isStarted = runs.some(({ occurrence }) => occurrence.scheduledAt === next);
  return { runs, nextRun: control === 'cancelled' || isStarted ? undefined : next };
};

/** No run of it is to come, and none goes on. */
export const isFinished = async (
  campaigns: Pick<Campaigns, 'runs' | 'nextRun'>,
  access: AdvertiserAccess,
  campaign: Campaign,
): Promise<boolean> => {
  const { runs, nextRun } = await runsOf(campaigns, access, campaign);
  return stateOf(campaign, runs, nextRun) === 'finished';
};
