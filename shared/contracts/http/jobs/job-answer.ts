import * as z from 'zod/mini';
import type { ShownFileJob } from '#shared/app/jobs/get-job.ts';
import { AddressKind } from '#shared/channels/record.ts';
import { about, named } from '#shared/domain/about.ts';
import { AudienceListId, Instant, JobId, Sha256, UploadId } from '#shared/domain/ids.ts';
import { ImportKind, ImportLayout, type ImportTask, Provenance } from '#shared/domain/import/import.ts';
import { shapeOf } from '#shared/domain/import/layouts.ts';
import { JOB_FAULTS, type Job, JobState, rejectedIn, rowsIn } from '#shared/domain/job/job.ts';
import { REJECTION_CODES, type RejectionCode } from '#shared/domain/job/rejection.ts';

const Rejections = z.partialRecord(z.enum(REJECTION_CODES as [RejectionCode, ...RejectionCode[]]), z.int());

/** Rows of a file by what became of them. */
const Rows = named(
  'RowsOfFile',
  z.strictObject({
    read: about('How many were read so far; the first row, with the headings, and blank lines are none.', z.int()),
    accepted: about('How many were taken, or of a check would be.', z.int()),
    unusable: about(
      'Of an import: how many of these can support no message; the report names each. Absent: none.',
      z.optional(z.int()),
    ),
    doubtful: about(
      'Of an import: how many of these have a word that is not known and was taken for an opposition, or a date or another cell that could not be read; the report names each cell. Absent: none.',
      z.optional(z.int()),
    ),
    repeated: about(
      'How many named what an earlier row had named: it was taken once. Of an import: how many say what is recorded already.',
      z.int(),
    ),
    rejected: about('How many were not taken.', z.int()),
    rejectedBy: about('The same by the reason, each with how many; the report names each of these rows.', Rejections),
  }),
);

/** What is imported. */
const ImportView = named(
  'JobImport',
  z.strictObject({
    rows: about('What the rows are.', ImportKind),
    layout: about('Whose export it is.', ImportLayout),
    by: about('By which address rows name their contact.', AddressKind),
    sha256: about('SHA-256 of the file, which outlives it.', Sha256),
    provenance: about('Where it comes from.', Provenance),
    columnsRead: about(
      'The columns that were read, from 1, each with what its cells are read as. Empty: the first row was not read yet.',
      z.array(
        z.strictObject({
          column: about('The column of the file, from 1.', z.int()),
          as: about('Our name of what its cells say.', z.string()),
        }),
      ),
    ),
    columnsIgnored: about(
      'The columns that have a heading and were passed over, from 1. In our own layout an unknown heading is refused.',
      z.array(z.int()),
    ),
    checkedBy: about('The check whose file is recorded. Absent: this is the check.', z.optional(JobId)),
  }),
);

/** What every answer about a job has. */
export const JobView = named(
  'Job',
  z.strictObject({
    jobId: about('The id of the job.', JobId),
    kind: about(
      'What it does: makes a list of contacts; or counts what would come of each row of an import; or records the rows.',
      z.enum(['audience-list', 'import-check', 'import-commit']),
    ),
    listId: about('The list that it makes. Absent: it makes none.', z.optional(AudienceListId)),
    import: about('What is imported, and where it comes from. Absent: nothing is.', z.optional(ImportView)),
    name: about('The name that you gave it.', z.string()),
    uploadId: about('The upload whose file it reads.', UploadId),
    state: about('How far it is: finished and failed are final.', JobState),
    fault: about(
      'Why it failed: the first row lacks a heading that is needed, or in our own layout has one that is not known or is there twice, which the report names; the file was deleted meanwhile, or it has more than a million rows. What was taken before stays. Absent: it did not fail.',
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
      'Where the report can be downloaded without a key: CSV with line, column, code and the reason in English and French of every row that was rejected, is unusable or doubtful. It holds nothing of the file. Absent: no row has a reason, it goes on, or it ended more than four days ago.',
      z.optional(z.string()),
    ),
    reportUrlEndsAt: about(
      'From then on this address does not work any more, in UTC; ask again for another. Absent: there is none.',
      z.optional(Instant),
    ),
  }),
);

const columnsOf = (task: ImportTask, { columns = [], ignored = [] }: Job['readTo']) => ({
  columnsRead: columns.flatMap((at, index) => {
    const as = shapeOf(task)?.columns[index]?.name;
    return at < 0 || as === undefined ? [] : [{ column: at + 1, as }];
  }),
  columnsIgnored: ignored.map((at) => at + 1),
});

const importView = (task: ImportTask, { file: { sha256 }, readTo }: Job): z.infer<typeof ImportView> => {
  const { rows, layout, by, provenance } = task;
  const checkedBy = task.kind === 'import-commit' ? task.checkedBy : undefined;
  return { rows, layout, by, sha256, provenance, ...columnsOf(task, readTo), ...(checkedBy && { checkedBy }) };
};

/** What may be wrong with a request that has an upload read by a job. */
export const UPLOAD_PROBLEMS = [
  'advertiser-not-found',
  'idempotency-key-missing',
  'idempotency-key-reused',
  'upload-not-found',
  'upload-not-there',
] as const;

/** A job as it is shown. */
export const jobView = (job: Job): z.infer<typeof JobView> => {
  const { jobId, name, task, file, state, fault, readTo, counts, createdAt, updatedAt, finishedAt, endsAt } = job;
  return {
    jobId,
    kind: task.kind,
    ...(task.kind === 'audience-list' ? { listId: task.listId } : { import: importView(task, job) }),
    name,
    uploadId: file.uploadId,
    state,
    ...(fault && { fault }),
    bytes: file.bytes,
    bytesRead: readTo.offset,
    rows: {
      read: rowsIn(counts),
      accepted: counts.accepted,
      ...(counts.unusable && { unusable: counts.unusable }),
      ...(counts.doubtful && { doubtful: counts.doubtful }),
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
