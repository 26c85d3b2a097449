import type { S3Client } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { joinedReportsOf } from '#shared/adapters/s3/joined-reports.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AdvertiserId, JobId } from '#shared/domain/ids.ts';

const access = admit(AdvertiserId.parse('maison-valmy'));
const jobId = JobId.parse(`job_${'a'.repeat(22)}`);

/** S3 that counts what was read of it and not sent yet: what whoever joins has in memory. */
const countingStore = (bytesOfPiece: number) => {
  const seen = { inMemory: 0, most: 0, sent: 0, parts: [] as number[] };
  const answers: Readonly<Record<string, (input: { readonly Body?: Uint8Array }) => object>> = {
    GetObjectCommand: () => {
      seen.inMemory += bytesOfPiece;
      seen.most = Math.max(seen.most, seen.inMemory);
      return { Body: { transformToByteArray: async () => new Uint8Array(bytesOfPiece) } };
    },
    CreateMultipartUploadCommand: () => ({ UploadId: 'one' }),
    UploadPartCommand: ({ Body = new Uint8Array() }) => {
      seen.inMemory -= Body.length;
      seen.sent += Body.length;
      seen.parts.push(Body.length);
      return { ETag: String(seen.parts.length) };
    },
    CompleteMultipartUploadCommand: () => ({}),
  };
  const send = async (command: { readonly constructor: { readonly name: string }; readonly input: object }) => {
    const answer = answers[command.constructor.name];
    if (answer === undefined) throw new Error(`${command.constructor.name} is not asked of this store`);
    return answer(command.input);
  };
  return { seen, client: { send } as unknown as S3Client };
};

test('a report of a million rows is joined with a part of it in memory, and some pieces', async () => {
  // 500 parts of 2000 rows each, of which everyone has a reason; a thousandth of what they weigh.
  const [pieces, bytesOfPiece, partBytes] = [500, 500, 8000];
  const { seen, client } = countingStore(bytesOfPiece);
  const offsets = Array.from({ length: pieces }, (_, index) => index);
  await joinedReportsOf({ client, bucket: 'reports', partBytes }).join(access, jobId, '', offsets);
  expect(seen.sent).toBe(pieces * bytesOfPiece);
  expect(seen.most).toBeLessThan(partBytes + 9 * bytesOfPiece);
  expect(seen.parts.slice(0, -1).every((bytes) => bytes >= partBytes)).toBe(true);
});
