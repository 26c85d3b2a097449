import * as z from 'zod/mini';
import { type Answer, page } from '../answer.ts';
import type { Problem } from '../frame/answers.ts';
import { type Around, advertiserOr, ask, knownAdvertisers, type Outcome, pathWith } from '../frame/around.ts';
import { maybe } from '../frame/asked.ts';
import { advertiserField } from '../frame/fields.ts';
import { linkTo, POLICY, pageOf } from '../frame/layout.ts';
import { problemView } from '../frame/said.ts';
import { PATHS, WORDS } from '../frame/words.ts';
import { type Html, html } from '../html.ts';
import { Campaign, Campaigns, type Job, Jobs, JobWithResult } from './answers.ts';
import { CONTROLS } from './control-words.ts';
import { campaignView, type Followed, reportPath } from './view.ts';
import { CAMPAIGN_WORDS } from './words.ts';

const text = z.string().check(z.trim());
const Asked = z.object({ advertiser: maybe, cursor: maybe });
type Asked = z.infer<typeof Asked>;
const CampaignId = z.string().check(z.regex(/^cmp_[A-Za-z0-9_-]{22}$/));
const ReportForm = z.object({ advertiser: text, campaign: CampaignId, scheduledAt: text });
const ControlForm = z.object({ advertiser: text, campaign: CampaignId, to: z.enum(CONTROLS) });
const ReportAsked = z.object({ advertiser: text, job: z.string().check(z.regex(/^job_[A-Za-z0-9_-]{22}$/)) });

/** What the page of a report is under: it is one file with its own style, and asks nothing of anybody. */
const REPORT_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
/** A report of a campaign of this machine is made within this. */
const PATIENCE_MS = 30_000;
/** Pages of jobs that are looked through for reports, a hundred each. */
const MOST_PAGES = 5;

/** Jobs of an advertiser. `unread`: why there may be others. */
interface Listed {
  readonly jobs: readonly Job[];
  readonly unread?: Problem;
}

const jobsOf = async (around: Around, advertiserId: string, pages = MOST_PAGES, cursor = ''): Promise<Listed> => {
  const found = await ask(around, Jobs, 'GET', pathWith('/v1/jobs', { advertiserId, limit: '100', cursor }));
  if ('problem' in found) return { jobs: [], unread: found.problem };
  const { jobs, nextCursor } = found.ok;
  if (nextCursor === undefined || pages <= 1) return { jobs };
  const more = await jobsOf(around, advertiserId, pages - 1, nextCursor);
  return { ...more, jobs: [...jobs, ...more.jobs] };
};

const jobPath = (jobId: string, advertiserId: string): string =>
  pathWith(`/v1/jobs/${encodeURIComponent(jobId)}`, { advertiserId });

/** The jobs of a kind that have finished, by the instant of the run that they are of: of each run the latest, and the latest of all last. */
const latestOf = (jobs: readonly Job[], kind: string): ReadonlyMap<string, string> => {
  const latest = new Map<string, string>();
  const ofKind = jobs.filter((each) => each.kind === kind && each.state === 'finished');
  for (const { scheduledAt = '', jobId } of ofKind.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))) {
    latest.delete(scheduledAt);
    latest.set(scheduledAt, jobId);
  }
  return latest;
};

/** Whether a dry run is shown: of a run that is shown or is to come; of a campaign that has one run, the last that was asked for. */
const isShown = ({ schedule, runs, nextRun }: Campaign, scheduledAt: string, isLast: boolean): boolean =>
  'every' in schedule ? [nextRun, ...runs.map((run) => run.scheduledAt)].includes(scheduledAt) : isLast;

const followed = async (
  around: Around,
  advertiserId: string,
  campaignId: string,
  jobs: readonly Job[],
): Promise<Outcome<Followed>> => {
  const path = `/v1/campaigns/${encodeURIComponent(campaignId)}`;
  const found = await ask(around, Campaign, 'GET', pathWith(path, { advertiserId }));
  if ('problem' in found) return found;
  const own = jobs.filter((each) => each.campaignId === campaignId);
  const dryRuns = [...latestOf(own, 'campaign-dry-run')];
  const lookedAt = await Promise.all(
    dryRuns
      .filter(([scheduledAt], index) => isShown(found.ok, scheduledAt, index === dryRuns.length - 1))
      .map(async ([scheduledAt, jobId]) => {
        const job = await ask(around, JobWithResult, 'GET', jobPath(jobId, advertiserId));
        return { scheduledAt, job };
      }),
  );
  const foreseen = lookedAt.flatMap(({ scheduledAt, job }) =>
    'ok' in job && job.ok.dryRun !== undefined ? [[scheduledAt, job.ok.dryRun] as const] : [],
  );
  const unread = lookedAt.flatMap(({ job }) => ('problem' in job ? [job.problem] : []));
  const reports = latestOf(own, 'campaign-report');
  return { ok: { campaign: found.ok, dryRuns: new Map(foreseen), reports, unread } };
};

const listView = async (around: Around, { advertiser, cursor }: Asked): Promise<Html> => {
  const { language } = around;
  const words = CAMPAIGN_WORDS[language];
  const list = await ask(around, Campaigns, 'GET', pathWith('/v1/campaigns', { advertiserId: advertiser, cursor }));
  if ('problem' in list) return problemView(WORDS[language].problem, list.problem, language);
  const { campaigns, nextCursor } = list.ok;
  const { jobs, unread } = await jobsOf(around, advertiser);
  const shown = await Promise.all(
    campaigns.map(async ({ campaignId, name }, index) => {
      const found = await followed(around, advertiser, campaignId, jobs);
      if ('problem' in found) return problemView(words.unread(name), found.problem, language);
      return campaignView(found.ok, index, advertiser, language);
    }),
  );
  const more =
    nextCursor === undefined
      ? ''
      : html`<p><a href="${linkTo(language, 'campaigns', { advertiser, cursor: nextCursor })}">${WORDS[language].more}</a></p>`;
  const isAll = cursor === '' && nextCursor === undefined;
  const none = isAll ? words.none : words.noneOlder;
  const ofJobs = unread === undefined ? '' : problemView(words.unreadJobs, unread, language);
  return html`<p role="status">${shown.length === 0 ? none : words.count(shown.length)}</p>${ofJobs}${shown}${more}`;
};

const campaignsAnswer = async (around: Around, asked: Asked, problem?: Problem): Promise<Answer> => {
  const { language, stack } = around;
  const [words, frame] = [CAMPAIGN_WORDS[language], WORDS[language]];
  const form = html`<p class="about">${words.lead}</p>
  <form method="get" action="${PATHS[language].campaigns}"><div class="fields">${advertiserField(frame, asked.advertiser, knownAdvertisers(stack))}<button>${words.go}</button></div></form>`;
  const refused = problem === undefined ? '' : problemView(frame.problem, problem, language);
  const list = asked.advertiser === '' ? html`` : await listView(around, asked);
  return page(
    pageOf({ name: 'campaigns', language, advertiser: asked.advertiser }, html`${form}${refused}${list}`),
    POLICY,
  );
};

/** The campaigns of an advertiser, with how far each is. */
export const campaignsPage = (around: Around, given: unknown): Promise<Answer> => {
  const { advertiser, cursor } = Asked.parse(given);
  return campaignsAnswer(around, { advertiser: advertiserOr(around.stack, advertiser), cursor });
};

/** Has the report of a run made, and leads to its page. */
export const makeReport = async (around: Around, body: unknown): Promise<Answer> => {
  const { advertiser, campaign, scheduledAt } = ReportForm.parse(body);
  const request = { advertiserId: advertiser, scheduledAt };
  const path = `/v1/campaigns/${encodeURIComponent(campaign)}/report`;
  const begun = await ask(around, z.object({ jobId: z.string() }), 'POST', path, request);
  if ('problem' in begun) return campaignsAnswer(around, { advertiser, cursor: '' }, begun.problem);
  await around.stack.idle({ timeoutMs: PATIENCE_MS }).catch(() => undefined);
  const search = new URLSearchParams({ advertiser, job: begun.ok.jobId });
  return { status: 303, location: `${reportPath(around.language)}?${search}` };
};

/** Pauses a campaign, resumes or cancels it, and leads to it; what the API refuses is shown above the list. */
export const changeControl = async (around: Around, body: unknown): Promise<Answer> => {
  const { advertiser, campaign, to } = ControlForm.parse(body);
  const path = pathWith(`/v1/campaigns/${encodeURIComponent(campaign)}/${to}`, { advertiserId: advertiser });
  const answer = await ask(around, z.object({ campaignId: z.string() }), 'POST', path);
  if ('problem' in answer) return campaignsAnswer(around, { advertiser, cursor: '' }, answer.problem);
  return { status: 303, location: `${linkTo(around.language, 'campaigns', { advertiser })}#${campaign}` };
};

/** The page of a report, as the job made it. */
export const reportPage = async (around: Around, given: unknown): Promise<Answer> => {
  const { advertiser, job } = ReportAsked.parse(given);
  const found = await ask(around, JobWithResult, 'GET', jobPath(job, advertiser));
  if ('problem' in found) return campaignsAnswer(around, { advertiser, cursor: '' }, found.problem);
  const file = found.ok.report?.files.find(({ format }) => format === 'html');
  const answer = file && (await fetch(file.fileUrl));
  if (answer?.ok) return page(await answer.text(), REPORT_POLICY);
  const { failed } = CAMPAIGN_WORDS[around.language];
  return campaignsAnswer(around, { advertiser, cursor: '' }, { title: failed });
};
