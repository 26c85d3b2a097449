import { ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, onTestFinished, test } from 'vitest';
import { removedFilesOf } from '#shared/adapters/s3/export-files.ts';
import { fileKeyOf, pieceKeyOf } from '#shared/adapters/s3/report-files.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { JobId } from '#shared/domain/ids.ts';
import { freshBucket } from '../../support/aws.ts';
import { ADVERTISER_ID } from '../../support/builders.ts';

const access = admit(ADVERTISER_ID);
const [JOB, OTHER] = ['job_aaaaaaaaaaaaaaaaaaaaaa', 'job_aaaaaaaaaaaaaaaaaaaaab'].map((id) => JobId.parse(id)) as [
  JobId,
  JobId,
];

test('all that a job wrote down is removed, whatever part of it another removal left, and nothing of another job', async () => {
  const { client, bucket, stop } = await freshBucket();
  onTestFinished(stop);
  const put = (Key: string) => client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: '{}' }));
  const kept = [fileKeyOf(access, OTHER, 'json'), pieceKeyOf(access, OTHER, 0)];
  // Part 0 is gone already, and a worker wrote part 2 meanwhile.
  for (const key of [...kept, fileKeyOf(access, JOB, 'html'), pieceKeyOf(access, JOB, 1), pieceKeyOf(access, JOB, 2)])
    await put(key);
  const { remove } = removedFilesOf({ client, bucket });
  await remove(access, JOB);
  await remove(access, JOB);
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
  expect(Contents.map(({ Key }) => Key).sort()).toEqual(kept.toSorted());
});
