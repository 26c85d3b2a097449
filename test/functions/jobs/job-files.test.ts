import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobFilesOf } from '#shared/adapters/s3/job-files.ts';
import { joinedReportsOf } from '#shared/adapters/s3/joined-reports.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AdvertiserId, JobId } from '#shared/domain/ids.ts';
import { freshBucket, testClock } from '#test/support/aws.ts';

let s3: Awaited<ReturnType<typeof freshBucket>>;
beforeAll(async () => {
  s3 = await freshBucket();
});
afterAll(() => s3?.stop());

const access = admit(AdvertiserId.parse('maison-valmy'));
const jobOf = (letter: string) => JobId.parse(`job_${letter.repeat(22)}`);
const HEADING = 'line,column,code\n';

/** The report of a job, as whoever downloads it has it; `undefined`: there is none. */
const reportOf = async (jobId: JobId): Promise<string | undefined> => {
  const Key = `reports/maison-valmy/${jobId}.csv`;
  const found = s3.client.send(new GetObjectCommand({ Bucket: s3.bucket, Key }));
  return found.then(
    ({ Body }) => Body?.transformToString(),
    () => undefined,
  );
};

test('a report is joined of the pieces that are left: S3 deletes them after four days', async () => {
  const jobId = jobOf('a');
  await jobFilesOf({ ...s3, clock: testClock() }).putPiece(access, jobId, 500, '7,1,cell-empty\n');
  await joinedReportsOf(s3).join(access, jobId, HEADING, [0, 500, 900]);
  expect(await reportOf(jobId)).toBe(`${HEADING}7,1,cell-empty\n`);
});

/** The client, whose process is killed at the so-manieth call of a kind. */
const killedAt = (name: string, nth: number): S3Client => {
  let calls = 0;
  return new Proxy(s3.client, {
    get: (target, member) => {
      if (member !== 'send') return Reflect.get(target, member);
      return async (command: object) => {
        if (command.constructor.name === name) calls += 1;
        if (command.constructor.name === name && calls === nth) throw new Error('killed');
        return target.send(command as never);
      };
    },
  });
};

const MIB = 1024 * 1024;

test.each([
  ['UploadPartCommand', 2],
  ['CompleteMultipartUploadCommand', 1],
])(
  'a report of many parts is whole or not there: killed at %s, it is made again and names each row once',
  async (name, nth) => {
    const jobId = jobOf(name === 'UploadPartCommand' ? 'b' : 'c');
    const files = jobFilesOf({ ...s3, clock: testClock() });
    const pieces = Array.from({ length: 12 }, (_, index) => `${index},1,cell-empty,"${'x'.repeat(MIB)}"\n`);
    const offsets = pieces.map((_, index) => index * 1000);
    for (const [index, piece] of pieces.entries()) await files.putPiece(access, jobId, index * 1000, piece);
    // Parts of 5 MiB, the least that S3 takes: three of them.
    const joined = (client: S3Client) =>
      joinedReportsOf({ ...s3, client, partBytes: 5 * MIB }).join(access, jobId, HEADING, offsets);
    await expect(joined(killedAt(name, nth))).rejects.toThrow();
    expect(await reportOf(jobId)).toBeUndefined();
    await joined(s3.client);
    const whole = [HEADING, ...pieces].join('');
    expect((await reportOf(jobId)) === whole).toBe(true);
    await joined(s3.client);
    expect((await reportOf(jobId)) === whole).toBe(true);
  },
);
