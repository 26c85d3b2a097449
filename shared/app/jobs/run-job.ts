import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AnyJob, CampaignJob, CampaignJobKind } from '#shared/domain/job/campaign-job.ts';
import { isOfCampaign } from '#shared/domain/job/campaign-job.ts';
import {
  addCounts,
  isEnded,
  type Job,
  type JobCounts,
  type JobFault,
  type JobKind,
  MOST_ROWS,
  rowsIn,
} from '#shared/domain/job/job.ts';
import { type CellsRow, isRejection, readPart } from '#shared/domain/job/read-part.ts';
import {
  REPORT_HEADING,
  type Rejection,
  type RejectionCode,
  reportOf,
  SUPPORTS_NOTHING,
} from '#shared/domain/job/rejection.ts';
import { wantedBy } from '#shared/domain/job/wanted.ts';
import type { Clock } from '../clock.port.ts';
import type { JobFiles, JobReports } from './job-files.port.ts';
import type { JobQueue, JobReference, Jobs } from './jobs.port.ts';

/** What became of a row. */
export type RowOutcome = 'accepted' | 'repeated' | Rejection;
const has = (outcome: RowOutcome, code: RejectionCode): boolean => typeof outcome !== 'string' && outcome.code === code;
const isInDoubt = (outcome: RowOutcome): boolean => typeof outcome !== 'string' && outcome.isInDoubt === true;
/** It was recorded, and the report names it all the same. */
const isNoted = (outcome: RowOutcome): boolean => has(outcome, SUPPORTS_NOTHING) || isInDoubt(outcome);
const isAccepted = (outcome: RowOutcome): boolean => outcome === 'accepted' || isNoted(outcome);

/** Nothing was done: it cannot be for so many seconds. */
export interface Later {
  readonly laterBySeconds: number;
}

/**
 * Does what a job is for with rows of its file. Rows may come again after a failure, and are then no second act: the outcome
 * of each is the same.
 */
export type TakeRows = (
  access: AdvertiserAccess,
  job: Job,
  rows: readonly CellsRow[],
) => Promise<readonly RowOutcome[] | Later>;

/**
 * One part of a job on a campaign. Resolves to its next state, or to when it can be done; done again, it comes to the same.
 * `timeLeftMs`: of this run.
 */
export type CampaignStep = (
  access: AdvertiserAccess,
  job: CampaignJob,
  timeLeftMs: () => number,
) => Promise<CampaignJob | Later>;

export interface JobPorts {
  readonly jobs: Pick<Jobs, 'get' | 'advance'>;
  readonly jobFiles: Pick<JobFiles, 'read' | 'putPiece'>;
  readonly jobReports: JobReports;
  readonly jobQueue: JobQueue;
  readonly clock: Clock;
  readonly part: PartSize;
  readonly takers: Readonly<Record<JobKind, TakeRows>>;
  readonly campaigns: Readonly<Record<CampaignJobKind, CampaignStep>>;
}

/** What is done at once, and again where it is cut short. */
export interface PartSize {
  /** Several times the longest row. */
  readonly bytes: number;
  readonly rows: number;
}
export const PART: PartSize = { bytes: 1024 * 1024, rows: 2000 };
/** A part takes seconds; none is begun with less time left. */
const PART_MS = 45_000;

/**
 * Goes on with a job where it is, part by part, as long as there is time; what is left is put on the queue. The position moves
 * after a part is done, by a condition on what was read: a crash does a part again and skips none, and of two that do the same
 * part one moves on, and the other goes on from there: the first may die, and the message of both be gone. The message that asked for it stays in its queue until the next one is put.
 * What can only be done later comes back from the queue then; nobody waits for it.
 */
export const runJob = async (
  ports: JobPorts,
  { advertiserId, jobId, timeLeftMs }: JobReference & { readonly timeLeftMs: () => number },
): Promise<AnyJob | undefined> => {
  const access = admit(advertiserId);
  let job = await ports.jobs.get(access, jobId);
  while (job !== undefined && !isEnded(job)) {
    const done = await step(ports, access, job, timeLeftMs);
    if ('laterBySeconds' in done) {
      await ports.jobQueue.put({ advertiserId, jobId }, done.laterBySeconds);
      return job;
    }
    const next = { ...done, revision: job.revision + 1, updatedAt: ports.clock.now() };
    job = (await ports.jobs.advance(access, next)) ? next : await ports.jobs.get(access, jobId);
    if (job !== undefined && !isEnded(job) && timeLeftMs() < PART_MS) {
      await ports.jobQueue.put({ advertiserId, jobId });
      return job;
    }
  }
  return job;
};

const step = (
  ports: JobPorts,
  access: AdvertiserAccess,
  job: AnyJob,
  timeLeftMs: () => number,
): Promise<AnyJob | Later> => {
  if (isOfCampaign(job)) return ports.campaigns[job.task.kind](access, job, timeLeftMs);
  return job.readTo.offset >= job.file.bytes ? finish(ports, access, job) : part(ports, access, job);
};

const headed = async ({ jobReports }: JobPorts, access: AdvertiserAccess, { jobId, reported }: Job): Promise<void> => {
  if (reported.length > 0) await jobReports.join(access, jobId, REPORT_HEADING, reported);
};

const finish = async (ports: JobPorts, access: AdvertiserAccess, job: Job): Promise<Job> => {
  await headed(ports, access, job);
  return { ...job, state: 'finished', finishedAt: ports.clock.now() };
};

/** What was done stays done, and its report can be read. */
const fail = async (ports: JobPorts, access: AdvertiserAccess, job: Job, fault: JobFault): Promise<Job> => {
  await headed(ports, access, job);
  return { ...job, state: 'failed', fault, finishedAt: ports.clock.now() };
};

const part = async (ports: JobPorts, access: AdvertiserAccess, job: Job): Promise<Job | Later> => {
  const { file, readTo, counts, reported } = job;
  const bytes = await ports.jobFiles.read(access, file, readTo.offset, ports.part.bytes);
  if (bytes === undefined) return fail(ports, access, job, 'file-gone');
  const isEnd = readTo.offset + bytes.length >= file.bytes;
  const read = readPart({ bytes, isEnd }, readTo, wantedBy(job.task), ports.part.rows);
  if (read === undefined) return fail(ports, access, job, 'heading-missing');
  if ('refused' in read) {
    await ports.jobFiles.putPiece(access, job.jobId, readTo.offset, reportOf(read.refused));
    return fail(ports, access, { ...job, reported: [readTo.offset] }, 'heading-unknown');
  }
  if (rowsIn(counts) + read.rows.length > MOST_ROWS) return fail(ports, access, job, 'too-many-rows');
  const { rows, next } = read;
  const taken = rows.filter((row) => !isRejection(row)) as readonly CellsRow[];
  const outcomes = taken.length === 0 ? [] : await ports.takers[job.task.kind](access, job, taken);
  if ('laterBySeconds' in outcomes) return outcomes;
  const rejections = [...rows.filter(isRejection), ...outcomes.filter((each) => typeof each !== 'string')];
  rejections.sort((a, b) => a.line - b.line);
  if (rejections.length > 0) await ports.jobFiles.putPiece(access, job.jobId, readTo.offset, reportOf(rejections));
  return {
    ...job,
    state: 'running',
    readTo: next,
    counts: addCounts(counts, countsOf(outcomes, rejections)),
    reported: rejections.length > 0 ? [...reported, readTo.offset] : reported,
  };
};

const countsOf = (outcomes: readonly RowOutcome[], rejections: readonly Rejection[]): JobCounts => ({
  accepted: outcomes.filter(isAccepted).length,
  unusable: outcomes.filter((each) => has(each, SUPPORTS_NOTHING)).length,
  doubtful: outcomes.filter(isInDoubt).length,
  repeated: outcomes.filter((each) => each === 'repeated').length,
  rejected: Object.fromEntries(
    [
      ...Map.groupBy(
        rejections.filter((each) => !isNoted(each)),
        ({ code }) => code,
      ),
    ].map(([code, alike]) => [code, alike.length]),
  ),
});
