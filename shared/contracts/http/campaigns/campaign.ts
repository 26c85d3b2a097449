import * as z from 'zod/mini';
import type { CampaignState } from '#shared/app/campaigns/campaign-state.ts';
import type { ShownCampaign } from '#shared/app/campaigns/get-campaign.ts';
import { about, named } from '#shared/domain/about.ts';
import { CampaignApproval } from '#shared/domain/campaign/approval.ts';
import { areComplaintsMany } from '#shared/domain/campaign/brake.ts';
import {
  type Campaign,
  CampaignContent,
  CampaignControl,
  CampaignId,
  Occurrence,
} from '#shared/domain/campaign/campaign.ts';
import { type CampaignTimes, timesOf } from '#shared/domain/campaign/first-run.ts';
import { Held, heldBy, isAllSelected } from '#shared/domain/campaign/held.ts';
import { RecipientState } from '#shared/domain/campaign/recipient.ts';
import { CAMPAIGN_TIMES, campaignTimesView, runEndsBy } from '#shared/domain/campaign/times/campaign-times.ts';
import { AdvertiserId, Instant, OfferCategory, Sha256 } from '#shared/domain/ids.ts';
import { stated } from '#shared/domain/stated.ts';
import { type ShownHolds, WHO_PAUSED, whoPausedView } from './who-paused.ts';

/** Path parameter of the routes of one campaign. */
export const CampaignPath = z.strictObject({
  campaignId: about('The id of the campaign, as its creation answered it.', CampaignId),
});

const STATES = [
  'awaiting-approval',
  'scheduled',
  'running',
  'paused',
  'cancelling',
  'cancelled',
  'finished',
] as const satisfies readonly CampaignState[];

const Totals = named('CampaignTotals', z.partialRecord(RecipientState, z.int().check(z.gte(0))));

const Run = named(
  'CampaignRun',
  z.strictObject({
    scheduledAt: about('When it was due, in UTC.', Instant),
    startedAt: about('When it started, in UTC.', Instant),
    validUntil: about('Until when its recipients may be written to, in UTC.', Instant),
    state: about('finished: every recipient has a final state.', Occurrence.shape.state),
    finishedAt: about('When it was finished, in UTC. Absent: it is not.', z.optional(Instant)),
    selected: about('Recipients that were taken from the audience so far.', z.int()),
    allSelected: about(
      'true: everyone of the audience was. false: others are to come, whom nobody has counted yet; the report of the run says about how many.',
      z.boolean(),
    ),
    heldBy: about(
      'Why nobody else is selected for now, though the run goes on by itself. quota: the account has sent as many as it may in 24 hours. ramp: as many have left as the ramp of the campaign lets on this day of the run. And, also once everyone is selected, why nobody of it leaves: sending-halted, an operator stopped it; journal-not-replayed, the table was restored; sending-disabled, the provider lets the account, or the advertiser, send nothing. Absent: none of these, or of the first two once everyone is selected.',
      z.optional(Held),
    ),
    settled: about(
      'How many of them have a final state, by state. While it runs, what came last may not be counted yet.',
      Totals,
    ),
    reported: about(
      'What was reported of its mails so far, once for each recipient: how many came back, and how many readers called one spam.',
      z.strictObject({
        bounces: about('Mails that came back.', z.int()),
        complaints: about('Readers who called a mail spam.', z.int()),
      }),
    ),
    manyComplaints: about(
      'Of at least 2,000 delivered mails one in a thousand or more was called spam: from three in a thousand on, and five, the campaign pauses itself. Absent: fewer.',
      z.optional(z.literal(true)),
    ),
    pausedItself: about(
      'Its campaign paused itself for complaints or for mails that came back, and this is the latest run that was counted, by itself or with those before it: it may have finished long before, and the pause is then before or during a later run. The campaign does not pause for these runs again: whoever resumes it has seen why. Absent: it is of no such pause.',
      z.optional(z.literal(true)),
    ),
  }),
);

const Approval = named('CampaignApproval', z.omit(CampaignApproval, { apiKeyId: true }));

/** What is answered of an approval: not the key that brought it. */
export const campaignApprovalView = ({ apiKeyId: _, ...approval }: CampaignApproval): z.infer<typeof Approval> =>
  approval;

/** A campaign as it was created. */
export const CampaignEntry = named(
  'CampaignEntry',
  z.strictObject({
    ...CampaignContent.shape,
    advertiserId: about('The advertiser on whose behalf it goes.', AdvertiserId),
    campaignId: about('The id of the campaign.', CampaignId),
    offerCategory: about('What it offers: the category of its template.', OfferCategory),
    contentSha256: about('SHA-256 of the content of its template.', Sha256),
    createdAt: about('When it was created, in UTC.', Instant),
    control: about(
      'running: nobody stopped it. awaiting-approval: it does not start until a second key approves it. paused and cancelled: nothing of it leaves.',
      CampaignControl,
    ),
    approval: about('Its approval by a second key. Absent: it has none.', z.optional(Approval)),
    pausedBecause: about('Why it paused itself: a code. Absent: it did not.', z.optional(z.string())),
    skippedRuns: about(
      'Times of its schedule, in UTC, at which it was paused, and resumed too late or not at all, so that no run started: the latest, at most {max}, the earliest first. The next run takes up everybody. Absent: there are none.',
      z.optional(z.array(Instant).check(z.maxLength(31))),
    ),
  }),
);

/** Of one that was resumed. */
export const LateRun = about(
  'The time of a run that came during the pause, in UTC: it starts within the next minute. Absent: there was none, or it was skipped, which skippedRuns says.',
  z.optional(Instant),
);

/** Of one that is paused. */
export const ResumeBy = about(
  'Of one that is paused: its next run starts where it is resumed before this instant, in UTC, at once where its time has passed. Else it is skipped, or the campaign has ended. Absent: it is not paused, or no run is to come.',
  z.optional(Instant),
);

/** A campaign with how far it is. */
export const CampaignAnswer = named(
  'Campaign',
  z.extend(CampaignEntry, {
    state: about(
      'Where the campaign is. awaiting-approval: a second key has to approve it before it starts. cancelling: nobody else is written to, and who waited gets that state. finished: no run is to come, and every recipient has a final state.',
      z.enum(STATES),
    ),
    firstRun: about(
      'When it first runs, or ran, in UTC; where it awaits its approval, if it is approved now. Its audience is read from then on, of waves before their first hour: whoever agrees later may not be in it. Absent: its time has passed meanwhile, or it was cancelled before it ran.',
      z.optional(Instant),
    ),
    runEndsBy: z.optional(runEndsBy),
    ...CAMPAIGN_TIMES,
    nextRun: about(
      'When it runs next, in UTC; past: it starts within a minute, or once the campaign is resumed. Absent: no run is to come.',
      z.optional(Instant),
    ),
    lateRun: LateRun,
    resumeBy: ResumeBy,
    ...WHO_PAUSED,
    runs: about('Its latest runs, at most {max}, the earliest first.', z.array(Run).check(z.maxLength(31))),
  }),
);

/** What is answered of a campaign in a list. */
export const campaignEntryView = ({
  revision: _revision,
  createdBy: _createdBy,
  cancelledAt: _cancelledAt,
  pausedAt: _pausedAt,
  resumedAt: _resumedAt,
  lastPause: _lastPause,
  skipped,
  approval,
  ...campaign
}: Campaign): z.infer<typeof CampaignEntry> => ({
  ...campaign,
  ...(skipped === undefined ? {} : { skippedRuns: skipped }),
  ...(approval === undefined ? {} : { approval: campaignApprovalView(approval) }),
});

const withCause = (cause: Held | undefined) => (cause === undefined ? {} : { heldBy: cause });

const timesView = ({ firstRun, runEndsBy, ...times }: CampaignTimes) => ({
  ...stated({ firstRun, runEndsBy }),
  ...campaignTimesView(times),
});

/** Of one that was cancelled before it ran no run is to come, and none was. */
const withoutRun = (times: CampaignTimes, { control }: Campaign, runs: ShownCampaign['runs']): CampaignTimes =>
  control === 'cancelled' && runs.length === 0 ? { ...times, firstRun: undefined, runEndsBy: undefined } : times;

const NOBODY: ShownHolds = { lastPause: undefined, haltedSince: undefined };

/** What is answered of one campaign, with who holds it. */
export const campaignView = (
  { campaign, state, runs, nextRun, lateRun, resumeBy, asOf }: ShownCampaign,
  holds = NOBODY,
): z.infer<typeof CampaignAnswer> => ({
  ...campaignEntryView(campaign),
  state,
  ...timesView(withoutRun(timesOf(campaign, asOf), campaign, runs)),
  ...stated({ nextRun, lateRun, resumeBy }),
  ...whoPausedView(holds),
  runs: runs.map(({ occurrence, settled, reported }) => ({
    scheduledAt: occurrence.scheduledAt,
    startedAt: occurrence.startedAt,
    validUntil: occurrence.validUntil,
    state: occurrence.state,
    ...(occurrence.finishedAt === undefined ? {} : { finishedAt: occurrence.finishedAt }),
    selected: occurrence.cut,
    allSelected: isAllSelected(occurrence),
    ...withCause(heldBy(campaign, occurrence, asOf)),
    settled: occurrence.totals ?? settled,
    reported: { bounces: reported.bounces, complaints: reported.complaints },
    ...(areComplaintsMany(reported) ? { manyComplaints: true as const } : {}),
    ...(occurrence.braked ? { pausedItself: true as const } : {}),
  })),
});
