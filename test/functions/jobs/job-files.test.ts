import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobFilesOf } from '#shared/adapters/s3/job-files.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AdvertiserId, JobId } from '#shared/domain/ids.ts';
import { freshBucket, testClock } from '#test/support/aws.ts';

let s3: Awaited<ReturnType<typeof freshBucket>>;
beforeAll(async () => {
  s3 = await freshBucket();
});
afterAll(() => s3?.stop());

test('a report is joined of the pieces that are left: S3 deletes them after four days', async () => {
  const files = jobFilesOf({ ...s3, clock: testClock() });
  const access = admit(AdvertiserId.parse('maison-valmy'));
  const jobId = JobId.parse(`job_${'a'.repeat(22)}`);
  await files.putPiece(access, jobId, 500, '7,1,cell-empty\n');
  await files.joinPieces(access, jobId, 'line,column,code\n', [0, 500, 900]);
  const { Contents = [] } = await s3.client.send(new ListObjectsV2Command({ Bucket: s3.bucket, Prefix: 'reports/' }));
  const bodies = await Promise.all(
    Contents.map(async ({ Key }) => {
      const { Body } = await s3.client.send(new GetObjectCommand({ Bucket: s3.bucket, Key }));
      return Body?.transformToString();
    }),
  );
  expect(bodies).toContain('line,column,code\n7,1,cell-empty\n');
});
