import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { jobIdOfList } from '#shared/domain/contact/fingerprint.ts';
import type { AudienceListId } from '#shared/domain/ids.ts';
import { isOfCampaign } from '#shared/domain/job/campaign-job.ts';
import type { Job, JobTask } from '#shared/domain/job/job.ts';
import { listNotFound } from '#shared/domain/job/job-failures.ts';
import type { Jobs } from '../jobs/jobs.port.ts';

/** A job that makes a list. */
export type ListJob = Job & { readonly task: Extract<JobTask, { readonly kind: 'audience-list' }> };

/** The job that makes, or made, a list. Throws `list-not-found`. */
export const getAudienceList = async (
  { jobs }: { readonly jobs: Pick<Jobs, 'get'> },
  { access, listId }: { readonly access: AdvertiserAccess; readonly listId: AudienceListId },
): Promise<ListJob> => {
  const job = await jobs.get(access, jobIdOfList(listId));
  if (job === undefined || isOfCampaign(job)) throw listNotFound();
  const { task } = job;
  if (task.kind !== 'audience-list') throw listNotFound();
  return { ...job, task };
};
