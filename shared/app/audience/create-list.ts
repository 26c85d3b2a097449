import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { jobIdOfList, listIdOfJob } from '#shared/domain/contact/fingerprint.ts';
import type { AudienceListId, UploadId } from '#shared/domain/ids.ts';
import { isOfCampaign } from '#shared/domain/job/campaign-job.ts';
import type { Job, JobTask, ListedBy } from '#shared/domain/job/job.ts';
import { listNotFound } from '#shared/domain/job/job-failures.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import { type BeginPorts, beginJob } from '../jobs/begin-job.ts';
import type { Jobs } from '../jobs/jobs.port.ts';
import type { RequestHash } from '../records/ledger.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';

/** A list of contacts, as a caller asks for it. */
interface CreateList {
  readonly access: AdvertiserAccess;
  readonly name: string;
  readonly uploadId: UploadId;
  /** What the column holds. */
  readonly by: ListedBy;
  /** The heading of the column in the first row. Absent: the word of `by`. */
  readonly heading?: string | undefined;
  readonly request: RequestHash;
}

/** Makes a list of contacts of an uploaded file, by a job. Throws what `beginJob` throws, and `advertiser-not-found`. */
export const createList = async (
  ports: BeginPorts & { readonly advertisers: Pick<Advertisers, 'get'> },
  { by, heading = by, ...command }: CreateList,
): Promise<Job> => {
  await knownAdvertiser(ports.advertisers, command.access);
  return beginJob(ports, {
    ...command,
    taskOf: (jobId) => ({ kind: 'audience-list', listId: listIdOfJob(jobId), by, heading }),
  });
};

/** A job that makes a list. */
export type ListJob = Job & { readonly task: Extract<JobTask, { readonly kind: 'audience-list' }> };

/** The job that makes, or made, a list. Throws `list-not-found`. */
export const getList = async (
  { jobs }: { readonly jobs: Pick<Jobs, 'get'> },
  { access, listId }: { readonly access: AdvertiserAccess; readonly listId: AudienceListId },
): Promise<ListJob> => {
  const job = await jobs.get(access, jobIdOfList(listId));
  if (job === undefined || isOfCampaign(job)) throw listNotFound();
  const { task } = job;
  if (task.kind !== 'audience-list') throw listNotFound();
  return { ...job, task };
};
