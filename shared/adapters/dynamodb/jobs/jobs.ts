import { PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '#shared/app/clock.port.ts';
import type { Jobs, OfferedUpload } from '#shared/app/jobs/jobs.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { concurrentChange, idempotencyKeyReused } from '#shared/domain/failure.ts';
import type { JobId } from '#shared/domain/ids.ts';
import { type AnyJob, isOfCampaign } from '#shared/domain/job/campaign-job.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { jobsAway } from '../../stores-away.ts';
import { cancelledBy, holdsOnce, putIfAbsent, storeIfAbsent } from '../conditional.ts';
import { CampaignJobItem, JobItem, ListedJobItem, UploadItem } from '../job-items.ts';
import { jobKey, jobsPk, LISTED_JOB, listedJobKey, uploadKey } from '../job-keys.ts';
import { pageItems } from '../page-items.ts';
import { getItem, type Item, isExpired, orUnreachable, type Table, toImage } from '../table.ts';

type Deps = Table & { readonly clock: Clock };

const READS_AT_ONCE = 16;

const jobOf = (item: Item): { readonly job: AnyJob; readonly bodySha256: string } => {
  const stored = item.entity === 'campaign-job' ? readStored(CampaignJobItem, item) : readStored(JobItem, item);
  const { pk, sk, entity, v, bodySha256, expiresAt, ...job } = stored;
  return { job, bodySha256 };
};

const uploadOf = (item: Item) => {
  const { uploadId, bytes, sha256, endsAt, bodySha256 } = readStored(UploadItem, item);
  return { upload: { uploadId, bytes, sha256, endsAt }, bodySha256 };
};

const itemOf = (access: AdvertiserAccess, job: AnyJob, bodySha256: string) => ({
  ...jobKey(access, job.jobId),
  entity: isOfCampaign(job) ? 'campaign-job' : 'job',
  v: 1,
  ...job,
  bodySha256,
  expiresAt: epochSeconds(job.endsAt),
});

const listedOf = (access: AdvertiserAccess, { jobId, createdAt, endsAt }: AnyJob) => ({
  ...listedJobKey(access, createdAt, jobId),
  entity: 'listed-job',
  v: 1,
  jobId,
  expiresAt: epochSeconds(endsAt),
});

const living = async (deps: Deps, key: ReturnType<typeof jobKey>): Promise<Item | undefined> => {
  const item = await getItem(deps, key, jobsAway);
  return item === undefined || isExpired(item, deps.clock) ? undefined : item;
};

const readJob = async (deps: Deps, access: AdvertiserAccess, jobId: JobId) => {
  const item = await living(deps, jobKey(access, jobId));
  return item && jobOf(item);
};

/** What is there was asked for by the same request, or the key was used for another. */
const asSame = <T>(stored: T, { seen, asked }: { readonly seen: string; readonly asked: string }): T => {
  if (seen !== asked) throw idempotencyKeyReused();
  return stored;
};

/** Uploads and jobs on DynamoDB. */
export const jobsOf = (deps: Deps): Jobs => ({
  offer: async (access, upload, asked) => {
    const { advertiserId } = access;
    const key = uploadKey(access, upload.uploadId);
    const expiresAt = epochSeconds(upload.endsAt);
    const item = { ...key, entity: 'upload', v: 1, advertiserId, ...upload, bodySha256: asked, expiresAt };
    const there = await storeIfAbsent(deps, item, jobsAway);
    if (there === undefined) return upload;
    if (isExpired(there, deps.clock)) {
      const put = new PutItemCommand({ TableName: deps.tableName, Item: toImage(item) });
      await orUnreachable(deps.client.send(put), jobsAway);
      return upload;
    }
    const { upload: first, bodySha256: seen } = uploadOf(there);
    return asSame<OfferedUpload>(first, { seen, asked });
  },
  offered: async (access, uploadId) => {
    const item = await living(deps, uploadKey(access, uploadId));
    return item && uploadOf(item).upload;
  },
  create: async <J extends AnyJob>(access: AdvertiserAccess, job: J, asked: string): Promise<J> => {
    // Stored by the same request, it is of the same kind.
    const sameAs = ({ job: stored, bodySha256: seen }: NonNullable<Awaited<ReturnType<typeof readJob>>>): J =>
      asSame(stored as J, { seen, asked });
    const found = await readJob(deps, access, job.jobId);
    if (found !== undefined) return sameAs(found);
    const items = [itemOf(access, job, asked), listedOf(access, job)];
    const transaction = new TransactWriteItemsCommand({
      TransactItems: items.map((item) => ({ Put: putIfAbsent(deps.tableName, item) })),
    });
    if ((await cancelledBy(deps.client.send(transaction), jobsAway)) === undefined) return job;
    // The same request came twice at once, or its first answer was lost.
    const first = await readJob(deps, access, job.jobId);
    if (first === undefined) throw concurrentChange();
    return sameAs(first);
  },
  get: async (access, jobId) => (await readJob(deps, access, jobId))?.job,
  list: async (access, page) => {
    const listed = { pk: jobsPk(access), prefix: LISTED_JOB, order: 'descending' } as const;
    const { items, next } = await pageItems(deps, listed, page, jobsAway);
    const jobIds = items.map((item) => readStored(ListedJobItem, item).jobId);
    const jobs = await atMost(READS_AT_ONCE, jobIds, (jobId) => readJob(deps, access, jobId));
    return { items: jobs.flatMap((found) => found?.job ?? []), ...(next === undefined ? {} : { next }) };
  },
  advance: async (access, next) => {
    const seen = await readJob(deps, access, next.jobId);
    if (seen === undefined || seen.job.revision !== next.revision - 1) return false;
    const put = {
      TableName: deps.tableName,
      Item: toImage(itemOf(access, next, seen.bodySha256)),
      ConditionExpression: 'revision = :seen',
      ExpressionAttributeValues: toImage({ ':seen': next.revision - 1 }),
    };
    return holdsOnce(deps, { Put: put }, jobsAway);
  },
});
