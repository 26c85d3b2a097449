import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { AUDIENCE_SHARDS } from '#shared/domain/audience/audience-row.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import { type DryRun, NOTHING_KNOWN, withForecast } from '#shared/domain/campaign/dry-run.ts';
import { lastLeavesAt, plannedAt, type Speed } from '#shared/domain/campaign/duration.ts';
import { capacityOf } from '#shared/domain/campaign/pace.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { type CampaignJob, endedBy } from '#shared/domain/job/campaign-job.ts';
import { isSent } from '#shared/domain/message/channel.ts';
import { later } from '#shared/domain/time/instant.ts';
import type { AudiencePages, SelectedContact } from '../../audience/audience-pages.port.ts';
import type { Clock } from '../../clock.port.ts';
import type { CampaignStep } from '../../jobs/run-job.ts';
import { type Prepare, preparedOnce } from '../../messages/render-message.ts';
import type { Campaigns } from '../campaigns.port.ts';
import { recipientOf } from '../minute/recipient-of.ts';
import type { Quotas } from '../runs.port.ts';
import { occurrenceOf } from '../start-runs.ts';
import { type ForecastPorts, forecastRecipient } from './forecast-recipient.ts';

export interface DryRunPorts extends ForecastPorts {
  readonly clock: Clock;
  readonly campaigns: Pick<Campaigns, 'get'>;
  readonly audience: Pick<AudiencePages, 'page'>;
  readonly quotas: Quotas;
}

/** Recipients of one part: some seconds. */
const PART_RECIPIENTS = 500;
const IN_FLIGHT = 16;

/** Nobody leaves before this: the run is due then, or it was when the job was asked for. */
const startsAt = ({ scheduledAt, createdAt }: CampaignJob): Instant => later(scheduledAt, createdAt);

/** Where it begins: with what a minute of today lets through. */
const beginningOf = async (
  { quotas }: DryRunPorts,
  { channel, maxPerMinute }: Campaign,
  job: CampaignJob,
): Promise<DryRun> => {
  const capacity = isSent(channel) ? capacityOf(await quotas.of(channel)) : 0;
  const perMinute = Math.min(capacity, maxPerMinute ?? capacity);
  return { ...NOTHING_KNOWN, channel, startsAt: startsAt(job), perMinute };
};

const speedOf = ({ perMinute }: DryRun, { ramp = [] }: Campaign): Speed => ({ perMinute, ramp });

interface Planned {
  readonly contactId: ContactId;
  readonly at: Instant;
}

/** When each of these would be taken up, in the order of the audience: at their wave, as fast as the run goes. */
const planOf = (
  contacts: readonly SelectedContact[],
  before: DryRun['planned'],
  { from: start, waves, speed }: { readonly from: Instant; readonly waves: string | undefined; readonly speed: Speed },
): { readonly recipients: readonly Planned[]; readonly planned: DryRun['planned'] } => {
  const planned = { ...before };
  const recipients = contacts.map((contact) => {
    const { contactId, notBefore = start } = recipientOf(contact, waves);
    const from = later(start, notBefore);
    const number = planned[from] ?? 0;
    planned[from] = number + 1;
    return { contactId, at: plannedAt(from, number, speed) };
  });
  return { recipients, planned };
};

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
  const page = await ports.audience.page(access, campaign.audience, { shard, after, limit: PART_RECIPIENTS });
  const speed = speedOf(known, campaign);
  const { recipients, planned } = planOf(page.contacts, known.planned, { from, waves: occurrence.waves, speed });
  const running = { campaign, occurrence };
  const found = await atMost(IN_FLIGHT, recipients, ({ contactId, at }) =>
    forecastRecipient(ports, { access, running, contactId, at, prepare }),
  );
  const { shard: _shard, after: _after, ...sums } = found.reduce(withForecast, { ...known, planned });
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
    const before = task.known ?? (await beginningOf(ports, campaign, job));
    const known = await part(ports, access, { job, campaign, known: before, prepare });
    if (known.shard < AUDIENCE_SHARDS) return { ...job, state: 'running', task: { ...task, known } };
    const paced = lastLeavesAt(known.leaving, known.startsAt, speedOf(known, campaign));
    const whole = { ...known, ...(paced === undefined ? {} : { lastLeavesAt: later(paced, known.latest ?? paced) }) };
    return { ...job, state: 'finished', task: { ...task, known: whole }, finishedAt: ports.clock.now() };
  };
};
