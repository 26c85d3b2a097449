import type { Clock } from '#shared/app/clock.port.ts';
import type { ExportJobs } from '#shared/app/rights/export/export-jobs.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import type { ExportJob } from '#shared/domain/rights/export-job.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { jobsAway } from '../../stores-away.ts';
import { holdsOnce, storeIfAbsent } from '../conditional.ts';
import { getItem, type Item, isExpired, type Table, toImage } from '../table.ts';
import { ExportJobItem } from './export-items.ts';
import { exportJobKey } from './export-keys.ts';

const jobOf = (item: Item): ExportJob => {
  const { pk, sk, entity, v, expiresAt, ...job } = readStored(ExportJobItem, item);
  return job;
};
const itemOf = (access: AdvertiserAccess, job: ExportJob) => ({
  ...exportJobKey(access, job.jobId),
  entity: 'export-job',
  v: 1,
  ...job,
  expiresAt: epochSeconds(job.endsAt),
});

/** Jobs that make the files of an answer, on DynamoDB (`export-keys.ts`). */
export const exportJobsOf = (deps: Table & { readonly clock: Clock }): ExportJobs => ({
  create: async (access, job) => {
    const there = await storeIfAbsent(deps, itemOf(access, job), jobsAway);
    return there === undefined ? job : jobOf(there);
  },
  get: async (access, jobId) => {
    const item = await getItem(deps, exportJobKey(access, jobId), jobsAway);
    return item === undefined || isExpired(item, deps.clock) ? undefined : jobOf(item);
  },
  advance: (access, next) => {
    const put = {
      TableName: deps.tableName,
      Item: toImage(itemOf(access, next)),
      ConditionExpression: 'revision = :seen',
      ExpressionAttributeValues: toImage({ ':seen': next.revision - 1 }),
    };
    return holdsOnce(deps, { Put: put }, jobsAway);
  },
});
