import * as z from 'zod/mini';
import { AddressKind } from '#shared/channels/record.ts';
import { ENCODINGS } from '../csv/encoding.ts';
import { SEPARATORS } from '../csv/separators.ts';
import { AdvertiserId, AudienceListId, Instant, JobId, Sha256, UploadId } from '../ids.ts';
import { ImportCheck, ImportCommit } from '../import/import.ts';
import { REJECTION_CODES, type RejectionCode } from './rejection.ts';

/** How far a job is. `finished` and `failed` are final. */
export const JobState = z.enum(['waiting', 'running', 'finished', 'failed']);
export type JobState = z.infer<typeof JobState>;

/** What a column of a list of contacts holds. */
export const ListedBy = z.enum([...AddressKind.options, 'contactId']);
export type ListedBy = z.infer<typeof ListedBy>;

/** Makes a list of the contacts that a column names. */
const ListTask = z.strictObject({
  kind: z.literal('audience-list'),
  listId: AudienceListId,
  by: ListedBy,
  /** The heading of the column, in the first row. */
  heading: z.string(),
});

/** What a job does with the rows of its file. */
export const JobTask = z.discriminatedUnion('kind', [ListTask, ImportCheck, ImportCommit]);
export type JobTask = z.infer<typeof JobTask>;
export type JobKind = JobTask['kind'];

/** Up to where a file was read: the beginning of a row, unless the rest of a refused one is still to be passed over. */
export const JobPosition = z.strictObject({
  /** Bytes. */
  offset: z.int(),
  line: z.int(),
  goesOn: z.boolean(),
  /** Absent: nothing that was read shows it yet. */
  encoding: z.optional(z.enum(ENCODINGS)),
  separator: z.optional(z.enum(SEPARATORS)),
  /** Which cells of a row are asked for, from 0, in the order of the headings. Absent: the first row was not read yet. */
  columns: z.optional(z.array(z.int())),
  /** Columns that have a heading and are passed over, from 0. Absent: none. */
  ignored: z.optional(z.array(z.int())),
});
export type JobPosition = z.infer<typeof JobPosition>;

export const BEGINNING: JobPosition = { offset: 0, line: 1, goesOn: false };

/** Why a job ends before the end of its file. */
export const JOB_FAULTS = ['heading-missing', 'heading-unknown', 'file-gone', 'too-many-rows'] as const;
export type JobFault = (typeof JOB_FAULTS)[number];

/** Rows of a file at most. */
export const MOST_ROWS = 1_000_000;

/** Rows by what became of them. */
export const JobCounts = z.strictObject({
  /** Rows that were taken. */
  accepted: z.int(),
  /** Of these, rows that were recorded and can support no message. */
  unusable: z.optional(z.int()),
  /** Of these, rows with a word that was not understood, and taken for a yes. */
  doubtful: z.optional(z.int()),
  /** Rows that said what an earlier row said; of an import, what was recorded before. */
  repeated: z.int(),
  rejected: z.partialRecord(z.enum(REJECTION_CODES as [RejectionCode, ...RejectionCode[]]), z.int()),
});
export type JobCounts = z.infer<typeof JobCounts>;

export const rejectedIn = ({ rejected }: JobCounts): number =>
  Object.values(rejected).reduce((sum, count) => sum + count, 0);
export const rowsIn = (counts: JobCounts): number => counts.accepted + counts.repeated + rejectedIn(counts);

/** The file of a job: one version of an upload, so that it never changes under the job. */
export const JobFile = z.strictObject({
  uploadId: UploadId,
  version: z.string(),
  bytes: z.int(),
  sha256: Sha256,
});
export type JobFile = z.infer<typeof JobFile>;

/** Work on the rows of a file, part by part. */
export const Job = z.strictObject({
  advertiserId: AdvertiserId,
  jobId: JobId,
  /** The caller's own words. */
  name: z.string(),
  task: JobTask,
  file: JobFile,
  state: JobState,
  fault: z.optional(z.enum(JOB_FAULTS)),
  /** Where the next part begins. */
  readTo: JobPosition,
  counts: JobCounts,
  /** Offsets at which the parts begin that have rejected rows: each has its piece of the report. */
  reported: z.array(z.int()),
  createdAt: Instant,
  /** When the latest part was done. */
  updatedAt: Instant,
  finishedAt: z.optional(Instant),
  /** Each change counts one more: of two that saw the same, one is made. */
  revision: z.int(),
  /** With the job goes what it made. */
  endsAt: Instant,
});
export type Job = z.infer<typeof Job>;

export const isEnded = ({ state }: Pick<Job, 'state'>): boolean => state === 'finished' || state === 'failed';

/** Counts with those of one part more. */
export const addCounts = (sum: JobCounts, part: JobCounts): JobCounts => {
  const codes = REJECTION_CODES.flatMap((code) => {
    const count = (sum.rejected[code] ?? 0) + (part.rejected[code] ?? 0);
    return count > 0 ? [[code, count]] : [];
  });
  const unusable = (sum.unusable ?? 0) + (part.unusable ?? 0);
  const doubtful = (sum.doubtful ?? 0) + (part.doubtful ?? 0);
  return {
    accepted: sum.accepted + part.accepted,
    ...(unusable > 0 && { unusable }),
    ...(doubtful > 0 && { doubtful }),
    repeated: sum.repeated + part.repeated,
    rejected: Object.fromEntries(codes),
  };
};
