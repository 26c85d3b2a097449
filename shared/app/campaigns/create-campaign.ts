import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Campaign, CampaignContent } from '#shared/domain/campaign/campaign.ts';
import { type OutOfTime, type Planned, plan, wavesOutOfTime } from '#shared/domain/campaign/first-run.ts';
import { campaignIdOf } from '#shared/domain/campaign/names.ts';
import { ADDRESS_NAMES } from '#shared/domain/contact/address.ts';
import { PARIS, TERRITORIES } from '#shared/domain/contact/dialling.ts';
import { jobIdOfList } from '#shared/domain/contact/fingerprint.ts';
import { contentNotFound, type Fault, idempotencyKeyReused, invalidRequest } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { type AnyJob, isOfCampaign } from '#shared/domain/job/campaign-job.ts';
import { addressKindOf, type Channel, fitsAddress, isSent } from '#shared/domain/message/channel.ts';
import { addYears } from '#shared/domain/time/instant.ts';
import { refuseEmptySegment } from '../audience/known-segment.ts';
import type { Clock } from '../clock.port.ts';
import type { Jobs } from '../jobs/jobs.port.ts';
import type { Contents } from '../messages/contents.port.ts';
import { refuseOtherContent, refuseUnfitValues } from '../messages/draft-checks.ts';
import { type ApprovedTemplates, approvedTemplate } from '../messages/resolve-content.ts';
import { refuseOtherKinds } from '../messages/values-of-kinds.ts';
import type { RequestHash } from '../records/ledger.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import { currentAdvertiser } from '../settings/get-advertiser.ts';
import type { Campaigns } from './campaigns.port.ts';

interface Ports {
  readonly clock: Clock;
  /** As stored now: a campaign that is made just after its advertiser wanted two keys awaits its approval. */
  readonly advertisers: Pick<Advertisers, 'current'>;
  readonly templates: ApprovedTemplates;
  readonly contents: Pick<Contents, 'get'>;
  readonly campaigns: Pick<Campaigns, 'create' | 'get'>;
  readonly jobs: Pick<Jobs, 'get'>;
}

/** Years that a campaign may last. */
const LONGEST_YEARS = 1;

/** A campaign that is stored, with what its author must know of its times. */
export interface Created extends Planned {
  readonly campaign: Campaign;
  /** Waves of the zones of its segment, or of France where it names none, whose hour does not come. */
  readonly outOfTime: readonly OutOfTime[];
}

/**
 * Stores a campaign, whose first run starts by itself; where its advertiser wants it, not before a second key approved it. Whom it may write to is judged for each recipient just before it is handed
 * over, and not here. Throws `advertiser-not-found`, `template-version-not-found`, `template-draft`, `template-not-approved`,
 * `content-not-found`, `idempotency-key-reused`, and `invalid-request` for a channel, a template, a time or values that do not go
 * together.
 */
export const createCampaign = async (
  ports: Ports,
  command: {
    readonly access: AdvertiserAccess;
    readonly content: CampaignContent;
    readonly request: RequestHash;
    /** The API key that asks, or who speaks for the application that does. */
    readonly createdBy: string;
  },
): Promise<Created> => {
  const { access, content, request, createdBy } = command;
  const advertiser = await currentAdvertiser(ports.advertisers, access);
  await refuseUnfitAudience(ports, access, advertiser, content);
  const now = ports.clock.now();
  const campaignId = campaignIdOf(request.requestId);
  const before = await ports.campaigns.get(access, campaignId);
  const asked = before?.createdAt ?? now;
  const planned = timesOf(content, asked);
  const { schedule, endsAt } = content;
  const outOfTime = wavesOutOfTime(schedule, zonesOf(content), { now: asked, endsAt });
  const made = await madeFrom(ports, access, content, advertiser);
  const campaign: Campaign = {
    ...content,
    ...made,
    advertiserId: access.advertiserId,
    campaignId,
    createdAt: now,
    createdBy,
    control: advertiser.campaignApproval === undefined ? 'running' : 'awaiting-approval',
    revision: 1,
  };
  const firstRun = campaign.control === 'running' ? planned.firstRun : undefined;
  const stored = await ports.campaigns.create(access, campaign, { firstRun, bodySha256: request.bodySha256 });
  if (stored === 'reused-key') throw idempotencyKeyReused();
  const there = stored === 'stored' ? campaign : await ports.campaigns.get(access, campaignId);
  return { campaign: there ?? campaign, ...planned, outOfTime };
};

const frenchZones = (): readonly string[] => [
  PARIS.zone,
  ...Object.values(TERRITORIES).flatMap(({ places }) => places.map(({ zone }) => zone)),
];

/** Where its recipients may be, as far as it says so; else in France and its territories. */
const zonesOf = ({ audience }: CampaignContent): readonly string[] =>
  ('segment' in audience ? audience.segment.where?.zones : undefined) ?? frenchZones();

/** What a segment is of, which is what the campaign is of. */
const otherSegment = ({ audience, channel, purpose }: CampaignContent): readonly Fault[] => {
  if ('listId' in audience) return [];
  const { segment } = audience;
  return [
    ...(segment.channel === channel
      ? []
      : [{ pointer: '/audience/segment/channel', detail: 'the channel of the campaign' }]),
    ...(segment.purpose === purpose
      ? []
      : [{ pointer: '/audience/segment/purpose', detail: 'the purpose of the campaign' }]),
  ];
};

/** Refuses an audience in which nobody can ever be, or which may end before the campaign. Throws `invalid-request`. */
const refuseUnfitAudience = async (
  { jobs }: Ports,
  access: AdvertiserAccess,
  advertiser: Advertiser,
  { audience, channel, endsAt }: CampaignContent,
): Promise<void> => {
  if ('segment' in audience) return refuseEmptySegment(advertiser, audience.segment, '/audience/segment');
  const job = await jobs.get(access, jobIdOfList(audience.listId));
  const detail = unfitList(job, channel, endsAt);
  if (detail !== undefined) throw invalidRequest([{ pointer: '/audience/listId', detail }]);
};

/** What keeps the list of a job from being an audience. */
const unfitList = (job: AnyJob | undefined, channel: Channel, endsAt: Instant): string | undefined => {
  if (job === undefined || isOfCampaign(job) || job.task.kind !== 'audience-list')
    return 'a list of this advertiser that has not ended';
  if (job.state === 'failed') return 'a list whose job did not fail';
  if (job.state !== 'finished') return 'a list whose job is finished: this one is still being made';
  const { by } = job.task;
  const expected = addressKindOf(channel);
  if (expected !== undefined && by !== 'contactId' && !fitsAddress(channel, by))
    return `a list by ${expected} or by contactId: this channel goes to ${ADDRESS_NAMES[expected]}`;
  return job.endsAt < endsAt ? `a list that lasts as long as the campaign: this one ends at ${job.endsAt}` : undefined;
};

/** Its times, as they were when it was first asked for. Throws `invalid-request`. */
const timesOf = (content: CampaignContent, now: Instant): Planned => {
  const { schedule, endsAt, channel } = content;
  const faults: Fault[] = [...otherSegment(content)];
  if (!isSent(channel)) faults.unshift({ pointer: '/channel', detail: 'a channel that messages are sent on' });
  if (endsAt <= now) faults.push({ pointer: '/endsAt', detail: 'past already' });
  if (endsAt > addYears(now, LONGEST_YEARS)) faults.push({ pointer: '/endsAt', detail: 'more than a year ahead' });
  const planned = plan(schedule, now, endsAt);
  if ('detail' in planned) faults.push({ pointer: `/schedule${planned.pointer}`, detail: planned.detail });
  if (faults.length > 0 || 'detail' in planned) throw invalidRequest(faults);
  return planned;
};

/** What it says, from its template. */
const madeFrom = async (
  { templates, contents }: Ports,
  access: AdvertiserAccess,
  { template: reference, channel, mergeValues }: CampaignContent,
  advertiser: Advertiser,
): Promise<Pick<Campaign, 'offerCategory' | 'contentSha256'>> => {
  const template = await approvedTemplate(templates, access, reference);
  if (template.class === 'transactional')
    throw invalidRequest([
      { pointer: '/template', detail: 'not transactional: such a message answers what one person did' },
    ]);
  refuseOtherContent(channel, template.channelKind, '/template');
  const content = await contents.get(access, template.contentSha256);
  if (content === undefined) throw contentNotFound('/template');
  refuseUnfitValues(content, mergeValues);
  refuseOtherKinds(template, mergeValues, advertiser);
  return { offerCategory: template.category, contentSha256: template.contentSha256 };
};
