import * as z from 'zod/mini';
import type { ShownCampaignJob } from '#shared/app/jobs/get-job.ts';
import { about, named } from '#shared/domain/about.ts';
import { CampaignId } from '#shared/domain/campaign/campaign.ts';
import { type DryRun, Forecast, type ForecastReason, MOST_EXAMPLES } from '#shared/domain/campaign/dry-run.ts';
import { adviceOfForecast, wordsOfForecast } from '#shared/domain/campaign/words/words-of-forecasts.ts';
import { ContactId, Instant, JobId } from '#shared/domain/ids.ts';
import { CAMPAIGN_JOB_FAULTS, type CampaignJob } from '#shared/domain/job/campaign-job.ts';
import { JobState } from '#shared/domain/job/job.ts';
import { stated } from '#shared/domain/stated.ts';
import { reasonOf } from '#shared/law/reasons/reasons.ts';
import { remedyOfMany } from '#shared/law/reasons/remedies/remedy-of-many.ts';
import { Sentence } from '../sentence.ts';
import { ReasonRemedy } from '../verdict/reason.ts';
import { Cost, costView, type Prices } from './dry-run-cost.ts';
import { HeldWhenAsked } from './held-when-asked.ts';
import { ReportView, reportView } from './report-view.ts';

const count = z.int().check(z.gte(0));

/** What every answer about a job on a campaign has. */
export const CampaignJobView = named(
  'CampaignJob',
  z.strictObject({
    jobId: about('The id of the job.', JobId),
    kind: about('What it finds out.', z.enum(['campaign-dry-run', 'campaign-report'])),
    name: about('The name of the campaign.', z.string()),
    campaignId: about('The campaign.', CampaignId),
    scheduledAt: about('The run: when it is due, or was, in UTC.', Instant),
    state: about('How far it is: finished and failed are final.', JobState),
    fault: about(
      'Why it failed. campaign-gone: the campaign is not kept any more. sums-differ: the recipients do not add up, and no file is shown. too-late: nobody went on with it for days. too-many-recipients: a report has four million at most, or fewer who came up again for days; the totals of a run are those of its campaign, and each hand-off is an event. Absent: it did not fail.',
      z.optional(z.enum(CAMPAIGN_JOB_FAULTS)),
    ),
    recipients: about('How many recipients were looked at so far.', count),
    createdAt: about('When it was asked for, in UTC.', Instant),
    updatedAt: about('When the latest part was done, in UTC.', Instant),
    finishedAt: about('When it finished or failed, in UTC. Absent: it goes on.', z.optional(Instant)),
    endsAt: about('From then on the job is not kept any more, in UTC.', Instant),
  }),
);

const examples = about(
  'Some of them, at most {max}, by the ids of their contacts.',
  z.array(ContactId).check(z.maxLength(MOST_EXAMPLES)),
);

const ForecastView = z.strictObject({
  forecast: about('What would come of them.', Forecast),
  code: about('The main reason.', z.string()),
  sentence: about('The reason in words.', Sentence),
  remedy: about('What to do about it. Absent: nothing is to be done.', z.optional(ReasonRemedy)),
  recipients: about('How many they are.', count),
  examples,
  from: about(
    'Of deferred: when it is the turn of the first of them at a lawful instant, in UTC. Absent: they do not wait.',
    z.optional(Instant),
  ),
  to: about(
    'Of deferred: when it is the turn of the last of them at a lawful instant, in UTC. Absent: they do not wait.',
    z.optional(Instant),
  ),
});

const DryRunView = named(
  'CampaignDryRun',
  z.strictObject({
    recipients: about('Recipients of the audience: the sum of the forecasts.', count),
    forecasts: about(
      'How many by what would come of them: allowed at their planned instant, deferred to the first lawful one, in review, refused, expired because the campaign ends first, or failed because what is stored cannot be read.',
      z.partialRecord(Forecast, count),
    ),
    reasons: about('Why, the most frequent first.', z.array(ForecastView)),
    perMinute: about(
      'Recipients that a minute takes, by the rate of the account on the day of the job and the limit of the campaign. 0: none, also where the provider lets the account send nothing.',
      count,
    ),
    perDay: about(
      'Recipients that 24 hours take, by the quota of the account on the day of the job; a fifth of it is kept for single messages. Absent: no such limit.',
      z.optional(count),
    ),
    heldBy: HeldWhenAsked,
    startsAt: about('Nobody leaves before this, in UTC.', Instant),
    lastLeavesAt: about(
      'When the last would have left, in UTC: an estimate, by that pace and quota, the ramp, and the lawful hours, if nothing else is sent. What the account sent in the 24 hours before the job counts for 24 hours after it. Absent: it is not known yet, nobody leaves, or perMinute is 0.',
      z.optional(Instant),
    ),
    cost: about('What the provider would bill.', Cost),
  }),
);

/** A job on a campaign, with what it found out. */
export const CampaignJobWithResult = named(
  'CampaignJobWithResult',
  z.extend(CampaignJobView, {
    dryRun: about('Of a dry run: what is known so far. Absent: nothing is, or it is none.', z.optional(DryRunView)),
    report: about('Of a report: what is known so far. Absent: nothing is, or it is none.', z.optional(ReportView)),
  }),
);

const recipientsOf = ({ task }: CampaignJob): number =>
  task.kind === 'campaign-report' ? (task.known?.sums.audience ?? 0) : (task.known?.selected ?? 0);

/** A job on a campaign as lists show it. */
export const campaignJobView = (job: CampaignJob): z.infer<typeof CampaignJobView> => {
  const { jobId, name, campaignId, scheduledAt, task, state, fault, createdAt, updatedAt, finishedAt, endsAt } = job;
  return {
    jobId,
    kind: task.kind,
    name,
    campaignId,
    scheduledAt,
    state,
    ...(fault && { fault }),
    recipients: recipientsOf(job),
    createdAt,
    updatedAt,
    ...(finishedAt && { finishedAt }),
    endsAt,
  };
};

const forecastView = ({ code, count: recipients, ...more }: ForecastReason): z.infer<typeof ForecastView> => {
  const reason = reasonOf(code);
  const words = wordsOfForecast(more.forecast, code);
  const { fr, en } = reason ?? words.sentence;
  // Whoever is after the end is no matter of the law, and a campaign has other advice than a message.
  const isOurs = reason === undefined || more.forecast === 'expired';
  const ours = isOurs ? words.remedy : adviceOfForecast(more.forecast, code);
  const remedy = ours === undefined && !isOurs ? remedyOfMany(code) : ours && { sentence: ours };
  return { code, sentence: { fr, en }, ...(remedy && { remedy }), recipients, ...more };
};

const dryRunView = (known: DryRun, prices: Prices): z.infer<typeof DryRunView> => ({
  recipients: known.selected,
  forecasts: known.counts,
  reasons: known.reasons.toSorted((a, b) => b.count - a.count).map(forecastView),
  perMinute: known.perMinute,
  ...stated({ perDay: known.perDay, heldBy: known.heldBy }),
  startsAt: known.startsAt,
  ...(known.lastLeavesAt && { lastLeavesAt: known.lastLeavesAt }),
  cost: costView(known, prices),
});

/** A job on a campaign with what it found out. */
export const campaignJobWithResultView = (
  { job, files }: ShownCampaignJob,
  prices: Prices,
): z.infer<typeof CampaignJobWithResult> => {
  const { task } = job;
  const view = campaignJobView(job);
  if (task.known === undefined) return view;
  return task.kind === 'campaign-report'
    ? { ...view, report: reportView(task.known, files) }
    : { ...view, dryRun: dryRunView(task.known, prices) };
};
