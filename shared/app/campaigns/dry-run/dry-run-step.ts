import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { AUDIENCE_SHARDS } from '#shared/domain/audience/audience-row.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import { type DryRun, type HeldFromStart, NOTHING_KNOWN, withForecast } from '#shared/domain/campaign/dry-run.ts';
import { lastLeavesAt, lineOf, storedLine } from '#shared/domain/campaign/duration.ts';
import { boundsOf } from '#shared/domain/campaign/pace.ts';
import type { Speed } from '#shared/domain/campaign/times/line.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { type CampaignJob, endedBy } from '#shared/domain/job/campaign-job.ts';
import { isSent } from '#shared/domain/message/channel.ts';
import { addSeconds, later } from '#shared/domain/time/instant.ts';
import type { AudiencePages } from '../../audience/audience-pages.port.ts';
import type { Clock } from '../../clock.port.ts';
import type { HandOffHalts } from '../../halts/halts.port.ts';
import type { CampaignStep } from '../../jobs/run-job.ts';
import { type Prepare, preparedOnce } from '../../messages/render-message.ts';
import type { Campaigns } from '../campaigns.port.ts';
import { recipientOf } from '../dispatching/recipient-of.ts';
import { occurrenceOf } from '../dispatching/start-runs.ts';
import type { Quotas } from '../runs.port.ts';
import { type SendingRoutes, withoutRoute } from '../stopping/without-route.ts';
import { forecastAll } from './forecast-all.ts';
import { type ForecastPorts, forecastRecipient } from './forecast-recipient.ts';

export interface DryRunPorts extends ForecastPorts {
  readonly clock: Clock;
  readonly campaigns: Pick<Campaigns, 'get'>;
  readonly audience: Pick<AudiencePages, 'page'>;
  readonly quotas: Quotas;
  readonly halts: Pick<HandOffHalts, 'reasonFor'>;
  readonly routes: SendingRoutes;
}

/** Recipients of one part: some seconds. */
const PART_RECIPIENTS = 500;

/** Nobody leaves before this: the run is due then, or it was when the job was asked for. */
const startsAt = ({ scheduledAt, createdAt }: CampaignJob): Instant => later(scheduledAt, createdAt);

/** What the account sent before the dry run, which counts for a day: when it was sent nobody says. */
const SPENT_SECONDS = 86_400;

/** Where it begins: with what the account may send, and what lets nobody leave. A halt is of people, and the pace is as it will be once they lift it. */
const beginningOf = async (
  ports: DryRunPorts,
  access: AdvertiserAccess,
  campaign: Campaign,
  job: CampaignJob,
): Promise<DryRun> => {
  const { channel, maxPerMinute } = campaign;
  const beginning = { ...NOTHING_KNOWN, channel, startsAt: startsAt(job), perMinute: 0 };
  if (!isSent(channel)) return beginning;
  const quota = await ports.quotas.of(channel);
  const settings = await ports.advertisers.get(access);
  const lacking = settings && withoutRoute(ports.routes, campaign, settings);
  const isStopped = quota.isStopped === true || lacking !== undefined;
  const halted = await ports.halts.reasonFor(access);
  const heldBy: HeldFromStart | undefined = lacking ?? halted ?? (isStopped ? 'sending-disabled' : undefined);
  const { perMinute, perDay } = boundsOf(quota);
  return {
    ...beginning,
    perMinute: isStopped || perDay === 0 ? 0 : Math.min(perMinute, maxPerMinute ?? perMinute),
    ...(heldBy && { heldBy }),
    ...(perDay === undefined ? {} : { perDay, spent: quota.sentInLast24Hours }),
  };
};

const speedOf = (
  { perMinute, perDay, spent = 0, rampFrom }: DryRun,
  { ramp = [] }: Campaign,
  { createdAt }: CampaignJob,
): Speed => ({
  perMinute,
  ramp,
  rampFrom,
  perDay,
  spent: { count: spent, until: addSeconds(createdAt, SPENT_SECONDS) },
});

const part = async (
  ports: DryRunPorts,
  access: AdvertiserAccess,
  {
    job,
    campaign,
    known,
    prepare,
  }: { readonly job: CampaignJob; readonly campaign: Campaign; readonly known: DryRun; readonly prepare: Prepare },
): Promise<DryRun> => {
  const { shard, after, startsAt: from } = known;
  const occurrence = occurrenceOf(campaign, job.scheduledAt, from);
  const isForWaves = occurrence.waves !== undefined;
  const asked = { shard, after, limit: PART_RECIPIENTS, isForWaves };
  const page = await ports.audience.page(access, campaign.audience, asked);
  const running = { campaign, occurrence };
  const inOrder = page.contacts.map((contact) => {
    const { contactId, notBefore = from } = recipientOf(contact, occurrence.waves);
    return {
      from: later(from, notBefore),
      forecasting: forecastRecipient(ports, { access, running, contactId, prepare }),
    };
  });
  // An earlier wave leaves first, and takes of the ramp and of the quota first.
  const waiting = inOrder.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from));
  const line = lineOf(known);
  const first = isForWaves && known.rampFrom === undefined ? waiting[0]?.from : undefined;
  const before = { ...known, ...(first && { rampFrom: first }) };
  const found = await forecastAll(waiting, line, speedOf(before, campaign, job));
  const { shard: _shard, after: _after, ...sums } = found.reduce(withForecast, { ...before, ...storedLine(line) });
  return page.next === undefined ? { ...sums, shard: shard + 1 } : { ...sums, shard, after: page.next };
};

/**
 * Looks at some recipients more of the audience, and says of each what would come of it. Writes nothing but the job: what it
 * reads may change before the run, and the verdict of each is given again then.
 */
export const dryRunStep = (ports: DryRunPorts): CampaignStep => {
  const prepare = preparedOnce();
  return async (access, job) => {
    const { task } = job;
    if (task.kind !== 'campaign-dry-run') throw new Error('no dry run');
    const campaign = await ports.campaigns.get(access, job.campaignId);
    if (campaign === undefined) return endedBy(job, 'campaign-gone', ports.clock.now());
    const before = task.known ?? (await beginningOf(ports, access, campaign, job));
    const known = await part(ports, access, { job, campaign, known: before, prepare });
    if (known.shard < AUDIENCE_SHARDS) return { ...job, state: 'running', task: { ...task, known } };
    const last = lastLeavesAt(known.latest, speedOf(known, campaign, job));
    const whole = { ...known, ...(last && { lastLeavesAt: last }) };
    return { ...job, state: 'finished', task: { ...task, known: whole }, finishedAt: ports.clock.now() };
  };
};
