import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { type BrakeReason, brakeOf, brakeOfRuns, type ReportedRun } from '#shared/domain/campaign/brake.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import type { SENDER_UNKNOWN } from '#shared/domain/campaign/recipient.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Campaigns, RunProgress } from '../campaigns.port.ts';
import type { Running, Runs } from '../runs.port.ts';

/** What a campaign is paused by, for what was reported of its runs. */
export interface BrakePorts {
  readonly campaigns: Pick<Campaigns, 'runs'>;
  readonly runs: Pick<Runs, 'brake' | 'reported'>;
  /** Informed of each campaign that paused itself, and why. */
  readonly onPaused?:
    | ((campaign: Pick<Campaign, 'advertiserId' | 'campaignId'>, because: BrakeReason | typeof SENDER_UNKNOWN) => void)
    | undefined;
}

/** Why it is to pause, and the latest run for which. */
interface Braking {
  readonly because: BrakeReason;
  readonly of: Running['occurrence'];
}

const reportedRunOf = ({ occurrence, reported }: RunProgress): ReportedRun => ({
  reported,
  isBraked: occurrence.braked === true,
});

/** Its runs before this instant, the latest first: what is reported of a mail may come once its run is finished. None, where it runs once. */
const runsBefore = async (
  { campaigns }: Pick<BrakePorts, 'campaigns'>,
  access: AdvertiserAccess,
  { campaignId, schedule }: Campaign,
  scheduledAt: Instant,
): Promise<readonly RunProgress[]> => {
  if (!('every' in schedule)) return [];
  const runs = await campaigns.runs(access, campaignId);
  return runs.filter(({ occurrence }) => occurrence.scheduledAt < scheduledAt).toReversed();
};

const brakingOf = (latestFirst: readonly RunProgress[]): Braking | undefined => {
  const [latest] = latestFirst;
  const because = brakeOfRuns(latestFirst.map(reportedRunOf));
  return latest === undefined || because === undefined ? undefined : { because, of: latest.occurrence };
};

/**
 * Pauses a campaign before a run of it starts, where too much was reported of the runs before it: what is reported of a mail comes hours later, and
 * those runs are finished by then. `pausedAt`: since when it is noted as paused. True: the run does not start; where somebody changed the campaign meanwhile, a minute later it is looked at again.
 */
export const pauseBeforeStartIfBraked = async (
  ports: Pick<BrakePorts, 'campaigns' | 'onPaused'> & { readonly runs: Pick<Runs, 'brake'> },
  access: AdvertiserAccess,
  campaign: Campaign,
  { scheduledAt, pausedAt }: { readonly scheduledAt: Instant; readonly pausedAt: Instant },
): Promise<boolean> => {
  const braking = brakingOf(await runsBefore(ports, access, campaign, scheduledAt));
  if (braking === undefined) return false;
  if (await ports.runs.brake(access, { campaign, occurrence: braking.of }, braking.because, pausedAt))
    ports.onPaused?.(campaign, braking.because);
  return true;
};

/**
 * Pauses the campaign of a run that goes on, where too much is reported of it, of the runs before it, or of all of them together (docs/decisions/0055),
 * once: who resumes it has seen why. Resolves to why; `undefined`: it is not paused, or somebody else changed it since, and it is looked at again a minute later.
 */
export const brakeRun = async (
  ports: BrakePorts,
  access: AdvertiserAccess,
  running: Running,
): Promise<BrakeReason | undefined> => {
  const { campaign, occurrence } = running;
  if (campaign.control !== 'running' || occurrence.braked === true) return undefined;
  const reported = await ports.runs.reported(access, occurrence);
  const own = brakeOf(reported);
  const before = own === undefined ? await runsBefore(ports, access, campaign, occurrence.scheduledAt) : [];
  const braking =
    own === undefined
      ? (brakingOf(before) ?? brakingOf([{ occurrence, reported, settled: {} }, ...before]))
      : { because: own, of: occurrence };
  if (braking === undefined) return undefined;
  if (!(await ports.runs.brake(access, { campaign, occurrence: braking.of }, braking.because))) return undefined;
  ports.onPaused?.(campaign, braking.because);
  return braking.because;
};
