import * as z from 'zod/mini';
import type { ShownFileJob } from '#shared/app/jobs/get-job.ts';
import { about, named } from '#shared/domain/about.ts';
import { AudienceListId, Instant, JobId, UploadId } from '#shared/domain/ids.ts';
import { JOB_FAULTS, type Job, JobState, rejectedIn, rowsIn } from '#shared/domain/job/job.ts';
import { REJECTION_CODES, type RejectionCode } from '#shared/domain/job/rejection.ts';

const Rejections = z.partialRecord(z.enum(REJECTION_CODES as [RejectionCode, ...RejectionCode[]]), z.int());

/** Rows of a file by what became of them. */
const Rows = named(
  'RowsOfFile',
  z.strictObject({
    read: about('How many were read so far; the first row, with the headings, and blank lines are none.', z.int()),
    accepted: about('How many were taken.', z.int()),
    repeated: about('How many named what an earlier row had named: it was taken once.', z.int()),
    rejected: about('How many were not taken.', z.int()),
    rejectedBy: about('The same by the reason, each with how many; the report has each row.', Rejections),
  }),
);

/** What every answer about a job has. */
export const JobView = named(
  'Job',
  z.strictObject({
    jobId: about('The id of the job.', JobId),
    kind: about('What it makes.', z.enum(['audience-list'])),
    listId: about('The list that it makes.', AudienceListId),
    name: about('The name that you gave it.', z.string()),
    uploadId: about('The upload whose file it reads.', UploadId),
    state: about('How far it is: finished and failed are final.', JobState),
    fault: about(
      'Why it failed: the first row lacks the heading, the file was deleted meanwhile, or it has more than a million rows. What was taken before stays. Absent: it did not fail.',
      z.optional(z.enum(JOB_FAULTS)),
    ),
    bytes: about('The size of the file.', z.int()),
    bytesRead: about('How much of it was read so far.', z.int()),
    rows: about('Its rows, by what became of them.', Rows),
    createdAt: about('When it was asked for, in UTC.', Instant),
    updatedAt: about('When the latest part was done, in UTC.', Instant),
    finishedAt: about('When it finished or failed, in UTC. Absent: it goes on.', z.optional(Instant)),
    endsAt: about('From then on the job, and what it made, is not kept any more, in UTC.', Instant),
  }),
);

/** The same of one job, with where its report is. */
export const JobWithReport = named(
  'JobWithReport',
  z.extend(JobView, {
    reportUrl: about(
      'Where the report of the rejected rows can be downloaded without a key: CSV with line, column, code and the reason in English and French. It holds nothing of the file. Absent: nothing was rejected, it goes on, or it ended more than four days ago.',
      z.optional(z.string()),
    ),
    reportUrlEndsAt: about(
      'From then on this address does not work any more, in UTC; ask again for another. Absent: there is none.',
      z.optional(Instant),
    ),
  }),
);

/** A job as it is shown. */
export const jobView = (job: Job): z.infer<typeof JobView> => {
  const { jobId, name, task, file, state, fault, readTo, counts, createdAt, updatedAt, finishedAt, endsAt } = job;
  return {
    jobId,
    kind: task.kind,
    listId: task.listId,
    name,
    uploadId: file.uploadId,
    state,
    ...(fault && { fault }),
    bytes: file.bytes,
    bytesRead: readTo.offset,
    rows: {
      read: rowsIn(counts),
      accepted: counts.accepted,
      repeated: counts.repeated,
      rejected: rejectedIn(counts),
      rejectedBy: counts.rejected,
    },
    createdAt,
    updatedAt,
    ...(finishedAt && { finishedAt }),
    endsAt,
  };
};

/** The same with its report. */
export const jobWithReportView = ({ job, report }: ShownFileJob): z.infer<typeof JobWithReport> => ({
  ...jobView(job),
  ...(report && { reportUrl: report.url, reportUrlEndsAt: report.endsAt }),
});
