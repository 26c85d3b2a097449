import * as z from 'zod/mini';
import { about, named } from '../about.ts';
import { Segment } from '../audience/segment.ts';
import { AdvertiserId, AudienceListId, ContactId, Instant, OfferCategory, Sha256 } from '../ids.ts';
import { Channel, Purpose } from '../message/channel.ts';
import { Partner, TemplateReference } from '../message/message.ts';
import { line } from '../text/text.ts';
import { CampaignApproval, LastPause } from './approval.ts';
import { LocalDateTime } from './local-time.ts';
import { Ramped } from './ramp/ramped.ts';
import { RecipientState, Stopped, Summed, Untaken } from './recipient.ts';
import { Schedule } from './schedule.ts';
import { InARow } from './stopping/in-a-row.ts';

/** A campaign: `cmp_` and 22 characters of base64url. */
export const CampaignId = z
  .string()
  .check(z.regex(/^cmp_[A-Za-z0-9_-]{22}$/, 'not a campaign id'))
  .brand<'CampaignId'>();
export type CampaignId = z.infer<typeof CampaignId>;

const [MOST_PER_MINUTE, RAMP_DAYS] = [1_000_000, 60];

/** Whom it is for. */
const CampaignAudience = named(
  'CampaignAudience',
  z.union(
    [
      z.strictObject({
        segment: about('Contacts of the audience index, as it knows them when the run is cut.', Segment),
      }),
      z.strictObject({
        listId: about(
          'Contacts of a list that was uploaded. Its job is finished, it lasts as long as the campaign, and it is not by the other kind of address.',
          AudienceListId,
        ),
      }),
    ],
    { error: ({ input }) => (input === undefined ? undefined : 'an object with segment, or one with listId') },
  ),
);

/** What a campaign is: whom it is for, what it says, when it leaves, and how fast. */
export const CampaignContent = z.strictObject({
  name: about('Its name, for people.', line(100)),
  channel: about('The channel by which it goes.', Channel),
  purpose: about('What it is for.', Purpose),
  template: about('The template version that it is made from.', TemplateReference),
  partner: about('The legal person whose offers they are, for partner-offers alone.', z.optional(Partner)),
  sender: about('The e-mail address or SMS sender to send from. Absent: your first.', z.optional(z.string())),
  audience: about('Whom it is for. Each is vetted just before it is handed over.', CampaignAudience),
  schedule: about('When it leaves.', Schedule),
  endsAt: about('Its end, in UTC: whoever was not reached by then is not written to.', Instant),
  maxPerMinute: about(
    'The most recipients in one minute. Absent: as many as your provider takes.',
    z.optional(z.int().check(z.gte(1), z.lte(MOST_PER_MINUTE))),
  ),
  ramp: about(
    'The most recipients on its first day, its second day, and so on, of a run; at most {max} days. After the last: no such limit.',
    z.optional(z.array(z.int().check(z.gte(1))).check(z.minLength(1), z.maxLength(RAMP_DAYS))),
  ),
  mergeValues: about('Values of merge fields, the same for all.', z._default(z.record(z.string(), z.string()), {})),
});
export type CampaignContent = z.infer<typeof CampaignContent>;

/** What people made of it: nothing leaves before it is approved or while it is paused, and nothing again once it is cancelled. A version that does not know one of them does not read the campaign (docs/decisions/0058). */
export const CampaignControl = z.enum(['awaiting-approval', 'running', 'paused', 'cancelled']);
export type CampaignControl = z.infer<typeof CampaignControl>;
/** What a command makes of it; only a creation makes one wait. */
export type Commanded = Exclude<CampaignControl, 'awaiting-approval'>;

/** A campaign as stored. */
export const Campaign = z.strictObject({
  ...CampaignContent.shape,
  advertiserId: AdvertiserId,
  campaignId: CampaignId,
  offerCategory: OfferCategory,
  contentSha256: Sha256,
  createdAt: Instant,
  /** The API key that created it, or who spoke for the application that asked for it. Absent: a version before did not note it. */
  createdBy: z.optional(z.string()),
  control: CampaignControl,
  /** When it was cancelled. Absent: it was not, or a version before did not note it. */
  cancelledAt: z.optional(Instant),
  /** When it was paused last, and when somebody let it go on last. Absent: nobody did, or a version before did not note it. */
  pausedAt: z.optional(Instant),
  resumedAt: z.optional(Instant),
  /** The latest times of its schedule at which it was paused and stayed so for too long: no run started. The earliest first. */
  skipped: z.optional(z.array(Instant)),
  approval: z.optional(CampaignApproval),
  /** Why it is paused, where it paused itself: a code. */
  pausedBecause: z.optional(z.string()),
  /** Its latest pause, also once somebody let it go on. Absent: there was none, or a version before did not note it. */
  lastPause: z.optional(LastPause),
  revision: z.int(),
});
export type Campaign = z.infer<typeof Campaign>;

/** Up to where the contacts of one shard were cut into chunks. */
export const Cursor = z.strictObject({ after: z.optional(ContactId), isDone: z.optional(z.literal(true)) });
export type Cursor = z.infer<typeof Cursor>;

/** One run of a campaign, as stored. Its name is the instant at which it was due. */
export const Occurrence = z.strictObject({
  advertiserId: AdvertiserId,
  campaignId: CampaignId,
  scheduledAt: Instant,
  startedAt: Instant,
  /** Past it, whoever is left has expired. */
  validUntil: Instant,
  /** Names the SENDS items of its claims for life; never recomputed. */
  claimMonth: z.string(),
  /** The local time of each recipient at which they are written to; absent: all at once. */
  waves: z.optional(LocalDateTime),
  /** The latest run that was counted as its campaign paused itself for what was reported: whoever resumed that has seen it, and it is counted no more. */
  braked: z.optional(z.literal(true)),
  state: z.enum(['running', 'finished']),
  /** Nothing of it was left, and it is about to end: no worker takes up a chunk of it. Absent: it never was. */
  isClosed: z.optional(z.boolean()),
  /** By shard of the audience. */
  cursors: z.array(Cursor),
  /** Recipients that were cut into chunks: at least so many while it runs, and exactly once it is finished. */
  cut: z.int(),
  ramped: z.optional(Ramped),
  /** The account had nothing left of its 24 hours in the latest minute in which the run could go on. Absent: it never was so. */
  isQuotaUsed: z.optional(z.boolean()),
  /** What stopped it in the latest minute, or `nothing`, once something had. Absent: nothing ever did. */
  stopped: z.optional(Stopped),
  /** Of `sending-disabled`: whether the provider stopped its advertiser, and not the account. Absent: it was the account, or a version before did not note it. */
  isStoppedAlone: z.optional(z.boolean()),
  /** Nobody of it was taken of late, though chunks came to the provider. Absent: somebody was, or none came to it. */
  untaken: z.optional(Untaken),
  /** What the provider did not take of it in a row. Absent: it took nobody yet, nor refused anybody so, or a version before did not note it. */
  inARow: z.optional(InARow),
  revision: z.int(),
  /** What is added up of its outcomes, up to the chunk of this id: of a run that has more than one minute can read. */
  summed: z.optional(Summed),
  finishedAt: z.optional(Instant),
  /** Once it is finished: how many recipients ended how. */
  totals: z.optional(z.partialRecord(RecipientState, z.int())),
});
export type Occurrence = z.infer<typeof Occurrence>;
