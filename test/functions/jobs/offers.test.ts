import { expect, test } from 'vitest';
import { jobsOf } from '#shared/adapters/dynamodb/jobs/jobs.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AdvertiserId, Sha256, UploadId } from '#shared/domain/ids.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { testClock } from '#test/support/aws.ts';
import { sha256 } from '#test/support/builders.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';

test('an offer that has expired is made again, also before its row is deleted', async () => {
  const clock = testClock();
  const jobs = jobsOf({ ...tableInMemory(), clock });
  const access = admit(AdvertiserId.parse('maison-valmy'));
  const uploadId = UploadId.parse(`upl_${'a'.repeat(22)}`);
  const offer = (bytes: number, asked: string) =>
    jobs.offer(access, { uploadId, bytes, sha256: Sha256.parse(sha256('1')), endsAt: addDays(clock.now(), 4) }, asked);
  const first = await offer(10, sha256('2'));
  clock.set(addDays(clock.now(), 3));
  expect(await offer(10, sha256('2'))).toEqual(first);
  await expect(offer(11, sha256('3'))).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  clock.set(addDays(clock.now(), 2));
  const again = await offer(11, sha256('3'));
  expect(again).toMatchObject({ bytes: 11, endsAt: addDays(clock.now(), 4) });
  expect(await jobs.offered(access, uploadId)).toEqual(again);
});
