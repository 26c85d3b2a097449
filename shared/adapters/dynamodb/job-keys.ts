import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Instant, JobId, UploadId } from '#shared/domain/ids.ts';
import type { Key } from './keys.ts';

/**
 * Keys of uploads and of the jobs that read them. Every question, and the read that answers it:
 *
 * | question | pk | sk | read |
 * |---|---|---|---|
 * | How far is this job? | `JOBS#<advertiser>` | `JOB#<job>` | strong Get, conditional Put |
 * | Which jobs are there, the latest first? | same | `LISTED#<createdAt>#<job>` | strong Query backwards, a Get each |
 * | Which file may be uploaded under this id? | same | `UPLOAD#<upload>` | strong Get, conditional Put |
 */
export const jobsPk = (access: AdvertiserAccess): string => `JOBS#${access.advertiserId}`;
export const jobKey = (access: AdvertiserAccess, jobId: JobId): Key => ({ pk: jobsPk(access), sk: `JOB#${jobId}` });
export const LISTED_JOB = 'LISTED#';
export const listedJobKey = (access: AdvertiserAccess, createdAt: Instant, jobId: JobId): Key => ({
  pk: jobsPk(access),
  sk: `${LISTED_JOB}${createdAt}#${jobId}`,
});
export const uploadKey = (access: AdvertiserAccess, uploadId: UploadId): Key => ({
  pk: jobsPk(access),
  sk: `UPLOAD#${uploadId}`,
});
