import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { allOf, settleAtMost } from '#shared/domain/at-most.ts';
import { AUDIENCE_SHARDS } from '#shared/domain/audience/audience-row.ts';
import type { Campaign, Occurrence } from '#shared/domain/campaign/campaign.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { pausedBefore, runAfter, startOf, validUntilOf, withSkipped } from '#shared/domain/campaign/recurring.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { monthOf } from '#shared/domain/time/instant.ts';

import type { Clock } from '../../clock.port.ts';
import type { Campaigns, Starts } from '../campaigns.port.ts';
import type { Runs } from '../runs.port.ts';
import { type BrakePorts, pauseBeforeStartIfBraked } from '../stopping/brake-campaign.ts';
import { pauseIfSenderGone, type SenderPorts } from '../stopping/known-sender.ts';

const STARTS_AT_ONCE = 8;

export interface StartPorts {
  readonly clock: Clock;
  readonly advertisers: SenderPorts['advertisers'];
  readonly campaigns: Pick<Campaigns, 'get' | 'runs' | 'control'>;
  readonly runs: Pick<Runs, 'brake' | 'read'>;
  readonly onPaused?: BrakePorts['onPaused'];
  readonly starts: Starts;
}

/** A run as it starts. */
export const occurrenceOf = (campaign: Campaign, scheduledAt: Instant, startedAt: Instant): Occurrence => ({
  advertiserId: campaign.advertiserId,
  campaignId: campaign.campaignId,
  scheduledAt,
  startedAt,
  validUntil: validUntilOf(campaign, scheduledAt, startedAt),
  claimMonth: monthOf(startedAt),
  ...('waves' in campaign.schedule ? { waves: campaign.schedule.waves } : {}),
  state: 'running',
  cursors: Array.from({ length: AUDIENCE_SHARDS }, () => ({})),
  cut: 0,
  revision: 1,
});

/**
 * Starts every run that is due, each once whoever asks and how often: a run has the name of its campaign and its scheduled
 * instant. The run after it is worked out from the schedule, so that a late start moves no later one. Those of a cancelled
 * campaign do not start. One whose time comes while its campaign is paused waits for that to go on; a recurring one for a quarter of the time to the
 * next one, and then it is skipped: resumed after a fortnight, it would write to people as often as it was silent. Where too much was reported of
 * the runs before it, or its sender is in the settings no more, its campaign pauses itself first. Throws the first failure when all that
 * could be started is.
 */
export const startRuns = async (ports: StartPorts): Promise<number> => {
  const due = await ports.starts.due(ports.clock.now());
  return allOf(await settleAtMost(STARTS_AT_ONCE, due, (run) => startRun(ports, run))).length;
};

const startRun = async (ports: StartPorts, run: RunName): Promise<void> => {
  const access = admit(run.advertiserId);
  const campaign = await ports.campaigns.get(access, run.campaignId);
  if (campaign === undefined) return ports.starts.drop(access, run);
  const now = ports.clock.now();
  const { scheduledAt } = run;
  // One that awaits its approval has no run to start: its approval lists the first.
  if (['cancelled', 'awaiting-approval'].includes(campaign.control))
    return (await hasBegun(ports, run))
      ? ports.starts.start(access, occurrenceOf(campaign, scheduledAt, now), undefined)
      : ports.starts.drop(access, run);
  const start = startOf(campaign, scheduledAt, now);
  if (start === 'waits') return;
  if (start !== 'starts' && !(await hasBegun(ports, run))) return skip(ports, run, campaign, start.skipped);
  // One that is paused already starts here at its end, so that everybody of it has a state: nobody is written to.
  if (campaign.control === 'running' && (await pausesItself(ports, campaign, scheduledAt, now))) return;
  return ports.starts.start(access, occurrenceOf(campaign, scheduledAt, now), runAfter(campaign, now));
};

/** Does its campaign pause before this run, because its sender is gone or of what was reported of the runs before it? The run does not start then. */
const pausesItself = async (
  ports: StartPorts,
  campaign: Campaign,
  scheduledAt: Instant,
  now: Instant,
): Promise<boolean> => {
  const access = admit(campaign.advertiserId);
  const pausedAt = pausedBefore(campaign, scheduledAt, now);
  return (
    (await pauseIfSenderGone(ports, access, campaign, pausedAt)) ||
    (await pauseBeforeStartIfBraked(ports, access, campaign, { scheduledAt, pausedAt }))
  );
};

/** A minute stored the run and died before it listed it among those that run: it is listed, whatever became of its campaign, and so comes to its end. */
const hasBegun = async ({ runs }: StartPorts, run: RunName): Promise<boolean> =>
  (await runs.read(admit(run.advertiserId), run)) !== undefined;

/** Where somebody changed the campaign meanwhile, the next minute sees what is to become of the run. */
const skip = async (
  { starts }: StartPorts,
  run: RunName,
  campaign: Campaign,
  instants: readonly Instant[],
): Promise<void> => {
  const { skipped = [] } = withSkipped(campaign, instants);
  await starts.skip(admit(run.advertiserId), run, {
    campaign,
    skipped,
    next: runAfter(campaign, skipped.at(-1) ?? run.scheduledAt),
  });
};
