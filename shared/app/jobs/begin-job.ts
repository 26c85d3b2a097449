import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { jobIdOf } from '#shared/domain/contact/fingerprint.ts';
import { idempotencyKeyReused } from '#shared/domain/failure.ts';
import type { Instant, JobId, UploadId } from '#shared/domain/ids.ts';
import { isOfCampaign } from '#shared/domain/job/campaign-job.ts';
import { BEGINNING, type Job, type JobTask } from '#shared/domain/job/job.ts';
import { uploadNotFound, uploadNotThere } from '#shared/domain/job/job-failures.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import type { RequestHash } from '../records/ledger.port.ts';
import type { JobFiles } from './job-files.port.ts';
import type { JobQueue, Jobs } from './jobs.port.ts';

/** Jobs, and what they make, are kept so long. */
export const JOB_DAYS_KEPT = 90;

export interface BeginPorts {
  readonly jobs: Pick<Jobs, 'offered' | 'create' | 'get'>;
  readonly jobFiles: Pick<JobFiles, 'versionOf'>;
  readonly jobQueue: JobQueue;
  readonly clock: Clock;
}

/** A job on an uploaded file, as a caller asks for it. */
interface BeginJob {
  readonly access: AdvertiserAccess;
  readonly name: string;
  readonly uploadId: UploadId;
  readonly taskOf: (jobId: JobId) => JobTask;
  readonly request: RequestHash;
}

/** A job that nobody has taken up, on a file from its beginning. `now`: when it was asked for. */
export const waitingJob = (
  asked: Pick<Job, 'advertiserId' | 'jobId' | 'name' | 'task' | 'file'>,
  now: Instant,
): Job => ({
  ...asked,
  state: 'waiting',
  readTo: BEGINNING,
  counts: { accepted: 0, repeated: 0, rejected: {} },
  reported: [],
  createdAt: now,
  updatedAt: now,
  revision: 0,
  endsAt: addDays(now, JOB_DAYS_KEPT),
});

const drafted = async ({ jobs, jobFiles, clock }: BeginPorts, command: BeginJob, jobId: JobId): Promise<Job> => {
  const { access, name, uploadId, taskOf } = command;
  const upload = await jobs.offered(access, uploadId);
  if (upload === undefined) throw uploadNotFound('/uploadId');
  const version = await jobFiles.versionOf(access, uploadId);
  if (version === undefined) throw uploadNotThere('/uploadId');
  const file = { uploadId, version, bytes: upload.bytes, sha256: upload.sha256 };
  return waitingJob({ advertiserId: access.advertiserId, jobId, name, task: taskOf(jobId), file }, clock.now());
};

/**
 * Begins a job on the version of an uploaded file that is there now. A repeated request finds the job that the first one began,
 * also after the file is deleted, and puts it on the queue again as long as nobody took it up. Throws `upload-not-found`,
 * `upload-not-there`, `idempotency-key-reused`.
 */
export const beginJob = async (ports: BeginPorts, command: BeginJob): Promise<Job> => {
  const { access, request } = command;
  const jobId = jobIdOf(request.requestId);
  const before = await ports.jobs.get(access, jobId);
  if (before !== undefined && isOfCampaign(before)) throw idempotencyKeyReused();
  const draft = before ?? (await drafted(ports, command, jobId));
  const job = await ports.jobs.create(access, draft, request.bodySha256);
  if (job.state === 'waiting') await ports.jobQueue.put({ advertiserId: access.advertiserId, jobId });
  return job;
};
