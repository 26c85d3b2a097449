import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { AUDIENCE_SHARDS } from '#shared/domain/audience/audience-row.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import { type DryRun, type Forecasted, NOTHING_KNOWN, withForecast } from '#shared/domain/campaign/dry-run.ts';
import { dayOfRun, lastLeavesAt, leaversByDay, plannedAt, type Speed } from '#shared/domain/campaign/duration.ts';
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

/** A part of the audience, and how the run goes. */
interface Planning {
  readonly contacts: readonly SelectedContact[];
  readonly startsAt: Instant;
  readonly waves: string | undefined;
  readonly speed: Speed;
}

/**
 * When each of a part is taken up, in the order of the audience, and what comes of them: at their wave, as fast as the run goes. So many
 * are looked at together as have their day whatever comes of the others: how many leave says how far a ramp goes.
 */
const forecastAll = async (
  { contacts, startsAt: start, waves, speed }: Planning,
  known: Pick<DryRun, 'planned' | 'leaving'>,
  forecast: (planned: Planned) => Promise<Forecasted>,
): Promise<{ readonly found: readonly Forecasted[]; readonly planned: DryRun['planned'] }> => {
  const planned = { ...known.planned };
  const leavers = new Map(leaversByDay(known.leaving, start));
  const found: Forecasted[] = [];
  while (found.length < contacts.length) {
    const together: Planned[] = [];
    const assumed = new Map(leavers);
    for (const contact of contacts.slice(found.length)) {
      const { contactId, notBefore = start } = recipientOf(contact, waves);
      const place = { startsAt: start, from: later(start, notBefore), number: planned[later(start, notBefore)] ?? 0 };
      const { at, day } = plannedAt(place, assumed, speed);
      if (day !== plannedAt(place, leavers, speed).day) break;
      planned[place.from] = place.number + 1;
      assumed.set(day, (assumed.get(day) ?? 0) + 1);
      together.push({ contactId, at });
    }
    for (const one of await atMost(IN_FLIGHT, together, forecast)) {
      found.push(one);
      if (one.leavesAt === undefined) continue;
      const day = dayOfRun(start, one.leavesAt);
      leavers.set(day, (leavers.get(day) ?? 0) + 1);
    }
  }
  return { found, planned };
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
  const running = { campaign, occurrence };
  const planning = { contacts: page.contacts, startsAt: from, waves: occurrence.waves, speed };
  const { found, planned } = await forecastAll(planning, known, ({ contactId, at }) =>
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
