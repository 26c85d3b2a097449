import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { isAllSelected } from '#shared/domain/campaign/held.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { recipientMessageOf } from '#shared/domain/campaign/recipient-message.ts';
import { NO_SUMS, type RunReport, withRecipient } from '#shared/domain/campaign/run-report.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { type CampaignJob, endedBy } from '#shared/domain/job/campaign-job.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import type { AudiencePages } from '../../audience/audience-pages.port.ts';
import type { Clock } from '../../clock.port.ts';
import type { CampaignStep } from '../../jobs/run-job.ts';
import type { Claims } from '../../send/claims.port.ts';
import type { Advertisers } from '../../settings/advertisers.port.ts';
import type { Running, Runs } from '../runs.port.ts';
import { type NamingKeys, shownPauseOf } from '../who-paused.ts';
import type { ReportFiles } from './report-files.port.ts';
import { PART_RECIPIENTS, Piece, type Reported, reportPart } from './report-part.ts';
import { reportViewOf, type WritePage } from './report-view.ts';
import type { RunRecords } from './run-records.port.ts';
import { differenceIn } from './sums-differ.ts';
import { recount, writeReport } from './write-report.ts';

export interface ReportPorts extends NamingKeys {
  readonly clock: Clock;
  readonly runs: Pick<Runs, 'read'>;
  readonly audience: Pick<AudiencePages, 'countAfter'>;
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly runRecords: RunRecords;
  readonly claims: Pick<Claims, 'find'>;
  readonly reportFiles: ReportFiles;
  readonly writePage: WritePage;
}

/** A report in hand. */
interface Reporting extends Running {
  readonly access: AdvertiserAccess;
  readonly job: CampaignJob;
  readonly run: RunName;
}

const withKnown = (job: CampaignJob, known: RunReport): CampaignJob => ({
  ...job,
  state: 'running',
  task: { kind: 'campaign-report', known },
});

/**
 * How many were cut is read first: each of them has an outcome by now, or is in a chunk that is open. One of a run that is finished was put
 * too late, and no worker takes it up: nobody in it is a recipient.
 */
const beginning = async ({ runRecords }: ReportPorts, { access, run, occurrence }: Reporting): Promise<RunReport> => {
  const isFinal = occurrence.state === 'finished';
  return {
    phase: 'open',
    selected: occurrence.cut,
    isFinal,
    openChunks: isFinal ? [] : [...(await runRecords.openFirstChunks(access, run))],
    done: 0,
    pieces: 0,
    sums: NO_SUMS,
  };
};

/** A part is written down before it counts: of two that do it, both count the one that is there. */
const part = async (
  { runRecords, reportFiles, claims }: ReportPorts,
  { access, job, run, campaign, occurrence }: Reporting,
  known: RunReport,
  reported: Reported,
): Promise<RunReport> => {
  const isSettled = async (contactId: ContactId) =>
    (await claims.find(access, recipientMessageOf(campaign, occurrence, contactId)))?.result === 'sent';
  const made = await reportPart(runRecords, {
    access,
    run,
    use: campaign,
    known,
    reported,
    isSettled,
    askedAt: job.createdAt,
  });
  const text = await reportFiles.putPiece(access, job.jobId, known.pieces, JSON.stringify(made));
  const { recipients, next } = readStored(Piece, JSON.parse(text));
  const { after: _after, ...others } = known;
  return { ...others, ...next, pieces: known.pieces + 1, sums: recipients.reduce(withRecipient, known.sums) };
};

const write = async (ports: ReportPorts, reporting: Reporting, known: RunReport): Promise<CampaignJob> => {
  const { access, job, campaign, occurrence } = reporting;
  const pieces = { access, job, count: known.pieces };
  const recounted = await recount(ports.reportFiles, pieces);
  if (recounted === undefined) return endedBy(job, 'too-late', ports.clock.now());
  const difference = differenceIn(known, recounted, occurrence);
  if (difference !== undefined)
    return endedBy(withKnown(job, { ...known, difference }), 'sums-differ', ports.clock.now());
  const left = isAllSelected(occurrence)
    ? 0
    : await ports.audience.countAfter(access, campaign.audience, occurrence.cursors);
  const lastPause = await shownPauseOf(ports, campaign);
  const of = { left, now: ports.clock.now(), occurrence, lastPause };
  const view = reportViewOf(campaign, job, {
    isFinal: known.isFinal,
    sums: recounted.sums,
    sentUntil: recounted.sentUntil,
    left: of,
  });
  const language = (await ports.advertisers.get(access))?.locale ?? 'fr';
  const { moved } = recounted;
  await writeReport(ports.reportFiles, ports.writePage, pieces, { view, language, moved });
  const found = { ...(left === 0 ? {} : { left }), ...(moved.length === 0 ? {} : { moved: moved.length }) };
  return {
    ...withKnown(job, { ...known, ...found }),
    state: 'finished',
    finishedAt: ports.clock.now(),
  };
};

/**
 * The files are made in one go, by one run of the worker: some 25 ms a part, to read it twice, count it and send it. Where that is more than
 * any step may need, a run of its own does it; and above so many parts none could: four million recipients, or fewer of whom most came up again so
 * often that a part has none that is new.
 */
const MS_OF_PART = 25;
const ANY_STEP_MS = 45_000;
const MOST_PARTS = 4_000;

const isTooLarge = ({ selected, pieces }: RunReport): boolean =>
  Math.max(pieces, selected / PART_RECIPIENTS) > MOST_PARTS;

/** They cannot be made in what is left of this run. */
const takesLonger = ({ pieces }: RunReport, leftMs: number): boolean =>
  pieces * MS_OF_PART > Math.max(ANY_STEP_MS, leftMs);

/** Keeps what was reported of the latest run that was asked for: the parts of a job follow one another. */
const reportedOnce = ({ runRecords }: ReportPorts) => {
  let kept: { readonly jobId: string; readonly reported: Promise<Reported> } | undefined;
  return ({ access, job: { jobId }, run }: Reporting): Promise<Reported> => {
    if (kept?.jobId !== jobId) kept = { jobId, reported: runRecords.reported(access, run) };
    kept.reported.catch(() => {
      kept = undefined;
    });
    return kept.reported;
  };
};

/**
 * Finds some recipients more of a run, each under one heading, and in the end counts them all again and writes the files. Where the
 * sums differ no file is written, and the job says what differs.
 */
export const reportStep = (ports: ReportPorts): CampaignStep => {
  const reportedOf = reportedOnce(ports);
  return async (access, job, timeLeftMs) => {
    if (job.task.kind !== 'campaign-report') throw new Error('no report');
    const { advertiserId, campaignId, scheduledAt } = job;
    const run = { advertiserId, campaignId, scheduledAt };
    const running = await ports.runs.read(access, run);
    if (running === undefined) return endedBy(job, 'campaign-gone', ports.clock.now());
    const reporting = { ...running, access, job, run };
    const { known } = job.task;
    // Noted before anything is written down: whoever does the first part goes by the same list.
    if (known === undefined) return withKnown(job, await beginning(ports, reporting));
    if (isTooLarge(known)) return endedBy(job, 'too-many-recipients', ports.clock.now());
    if (known.phase === 'write' && takesLonger(known, timeLeftMs())) return { laterBySeconds: 0 };
    if (known.phase !== 'write')
      return withKnown(job, await part(ports, reporting, known, await reportedOf(reporting)));
    return write(ports, reporting, known);
  };
};
