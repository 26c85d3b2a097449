import { valuesOfNoField } from '#shared/channels/content/merge-fields.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Campaign, CampaignContent, CampaignId } from '#shared/domain/campaign/campaign.ts';
import {
  awaitsApproval,
  type OutOfTime,
  type Planned,
  plan,
  SHORTEST_SECONDS,
  wavesOutOfTime,
} from '#shared/domain/campaign/first-run.ts';
import { campaignIdOf } from '#shared/domain/campaign/names.ts';
import { validUntilOf } from '#shared/domain/campaign/recurring.ts';
import {
  contentNotFound,
  type Fault,
  faultOfMissing,
  idempotencyKeyReused,
  invalidRequest,
} from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { isSent } from '#shared/domain/message/channel.ts';
import type { Content } from '#shared/domain/message/content.ts';
import { needsNoBasis } from '#shared/domain/message/template.ts';
import { addSeconds, addYears } from '#shared/domain/time/instant.ts';
import { clockFault } from '#shared/domain/time/zone-names.ts';
import { otherSegment, refuseSegmentWithoutBasis, refuseUnfitAudience } from '../audience/campaign-audience.ts';
import type { Clock } from '../clock.port.ts';
import type { Jobs } from '../jobs/jobs.port.ts';
import type { Contents } from '../messages/contents.port.ts';
import { refuseOtherContent, refuseUnfitValues } from '../messages/draft-checks.ts';
import { refuseMissingPartner, refuseUnfitPartner } from '../messages/refuse-unfit-partner.ts';
import { refuseHopelessUnder } from '../messages/refused-when-asked.ts';
import { type ApprovedTemplates, approvedTemplate, transactionalKeyExpected } from '../messages/resolve-content.ts';
import type { RequestHash } from '../records/ledger.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import { currentAdvertiser } from '../settings/get-advertiser.ts';
import type { Campaigns } from './campaigns.port.ts';
import { askedOfEach } from './stopping/asked-of-each.ts';
import { ROUTE_FAULTS, type SendingRoutes, withoutRoute } from './stopping/without-route.ts';

interface Ports {
  readonly clock: Clock;
  /** As stored now: a campaign that is made just after its advertiser wanted two keys awaits its approval. */
  readonly advertisers: Pick<Advertisers, 'current'>;
  readonly templates: ApprovedTemplates;
  readonly contents: Pick<Contents, 'get'>;
  readonly campaigns: Pick<Campaigns, 'create' | 'repeated'>;
  readonly jobs: Pick<Jobs, 'get'>;
  readonly routes: SendingRoutes;
}

/** Years that a campaign may last. */
const LONGEST_YEARS = 1;

/** A campaign that is stored, with what its author must know of its times. */
export interface Created extends Planned {
  readonly campaign: Campaign;
  /** When its first run ends at the latest. */
  readonly runEndsBy: Instant;
  /** Waves of the zones of its segment, or of France where it names none, whose hour does not come. */
  readonly outOfTime: readonly OutOfTime[];
}

/** What its author must know of the times of a campaign that was just created. */
export const timesOfCreated = ({ campaign, firstRun, runEndsBy, moved, outOfTime }: Created) => ({
  firstRun,
  runEndsBy,
  moved,
  outOfTime,
  awaitsApproval: awaitsApproval(campaign),
});

/**
 * Stores a campaign, whose first run starts by itself; where its advertiser wants it, not before a second key approved it. Whom it may write to is judged for each recipient just before it is handed
 * over, and not here. The same request again is answered with the campaign that it made, before anything is checked: whatever became of its settings, it
 * runs. Throws `advertiser-not-found`, `template-version-not-found`, `template-draft`, `template-not-approved`,
 * `content-not-found`, `idempotency-key-reused`, `insufficient-scope` for a relational template, and `invalid-request` for a channel, a
 * template, a time or values that do not go together, for what would refuse each of its messages, and for what no route of the deployment carries.
 */
export const createCampaign = async (
  ports: Ports,
  command: {
    readonly access: AdvertiserAccess;
    readonly content: CampaignContent;
    readonly request: RequestHash;
    /** The API key that asks, or who speaks for the application that does. */
    readonly createdBy: string;
    /** Whoever asks has `messages:transactional`. */
    readonly maySendTransactional: boolean;
  },
): Promise<Created> => {
  const { access, content, request, createdBy } = command;
  const advertiser = await currentAdvertiser(ports.advertisers, access);
  const campaignId = campaignIdOf(request.requestId);
  const before = await madeBefore(ports, access, campaignId, request);
  if (before !== undefined) return before;
  refuseUnfitPartner(content, advertiser);
  refuseMissingPartner(content);
  await refuseUnfitAudience(ports, access, advertiser, content);
  const now = ports.clock.now();
  const planned = timesOf(content, now);
  const made = await madeFrom(ports, command, advertiser);
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
  // Somebody else may have asked for the same meanwhile.
  const there = stored === 'stored' ? undefined : await madeBefore(ports, access, campaignId, request);
  return there ?? asCreated(campaign, planned, now);
};

const asCreated = (campaign: Campaign, planned: Planned, now: Instant): Created => ({
  campaign,
  ...planned,
  runEndsBy: validUntilOf(campaign, planned.firstRun, planned.firstRun),
  outOfTime: wavesOutOfTime(campaign, now),
});

/** The campaign that the same request made before, with its times as they were then. Throws `idempotency-key-reused`. */
const madeBefore = async (
  { campaigns }: Ports,
  access: AdvertiserAccess,
  campaignId: CampaignId,
  { bodySha256 }: RequestHash,
): Promise<Created | undefined> => {
  const campaign = await campaigns.repeated(access, campaignId, bodySha256);
  if (campaign === 'reused-key') throw idempotencyKeyReused();
  if (campaign === undefined) return undefined;
  const { createdAt } = campaign;
  const planned = plan(campaign, createdAt);
  const times = 'detail' in planned ? { firstRun: createdAt, moved: [] } : planned;
  return asCreated(campaign, times, createdAt);
};

/** Its times. Throws `invalid-request`. */
const timesOf = (content: CampaignContent, now: Instant): Planned => {
  const { schedule, endsAt, channel } = content;
  const faults: Fault[] = [...otherSegment(content)];
  if (!isSent(channel)) faults.unshift({ pointer: '/channel', detail: 'a channel that messages are sent on' });
  if (endsAt <= now) faults.push({ pointer: '/endsAt', detail: 'past already' });
  if (endsAt > addYears(now, LONGEST_YEARS)) faults.push({ pointer: '/endsAt', detail: 'more than a year ahead' });
  const clock = 'zone' in schedule ? clockFault(schedule.zone) : undefined;
  if (clock !== undefined) faults.push({ pointer: '/schedule/zone', detail: clock });
  const planned = plan(content, now);
  if ('detail' in planned) faults.push({ pointer: `/schedule${planned.pointer}`, detail: planned.detail });
  else if (endsAt > now && endsAt < addSeconds(planned.firstRun, SHORTEST_SECONDS))
    faults.push({ pointer: '/endsAt', detail: 'a minute or more after it begins: nobody would be reached before' });
  if (faults.length > 0 || 'detail' in planned) throw invalidRequest(faults);
  return planned;
};

/** Throws `invalid-request` pointing at each merge value that no field of the content shows: of what is the same for all a slip of its name. */
const refuseValuesOfNoField = (content: Content, values: Readonly<Record<string, string>>): void => {
  const faults = valuesOfNoField(content, values).map((name) => ({
    pointer: `/mergeValues/${name}`,
    detail: 'unknown field',
  }));
  if (faults.length > 0) throw invalidRequest(faults);
};

/** What it says, from its template; what is wrong with each of its messages, as a single one would be refused when it is asked for. */
const madeFrom = async (
  { templates, contents, routes }: Ports,
  { access, content: asked, maySendTransactional }: Parameters<typeof createCampaign>[1],
  advertiser: Advertiser,
): Promise<Pick<Campaign, 'offerCategory' | 'contentSha256'>> => {
  const { template: reference, channel, mergeValues } = asked;
  const template = await approvedTemplate(templates, access, reference);
  if (template.class === 'transactional')
    throw invalidRequest([
      { pointer: '/template', detail: 'not transactional: such a message answers what one person did' },
    ]);
  const isService = needsNoBasis(template.class);
  if (isService && !maySendTransactional) throw transactionalKeyExpected(template.class);
  refuseSegmentWithoutBasis(template.class, asked);
  refuseOtherContent(channel, template.channelKind, '/template');
  const content = await contents.get(access, template.contentSha256);
  if (content === undefined) throw contentNotFound('/template');
  refuseUnfitValues(content, mergeValues);
  refuseValuesOfNoField(content, mergeValues);
  refuseHopelessUnder(advertiser, askedOfEach(asked, template, content));
  const lacking = withoutRoute(routes, asked, advertiser);
  if (lacking !== undefined) throw invalidRequest([faultOfMissing(ROUTE_FAULTS[lacking])]);
  return { offerCategory: template.category, contentSha256: template.contentSha256 };
};
