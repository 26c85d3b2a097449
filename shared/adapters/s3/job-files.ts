import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Clock } from '#shared/app/clock.port.ts';
import type { JobFiles } from '#shared/app/jobs/job-files.port.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { orUnavailable } from '../or-unavailable.ts';
import { bytesOf, unlessAbsent } from './absent.ts';
import { CSV, pieceKeyOf, reportKeyOf, uploadKeyOf } from './job-keys.ts';
import { unreachable } from './unreachable.ts';

/** Long enough to send a large file, and short: whoever has the address may use it. */
const SIGNED_SECONDS = 900;

/** The files of jobs on S3. */
export const jobFilesOf = ({
  client,
  bucket: Bucket,
  clock,
}: {
  readonly client: S3Client;
  readonly bucket: string;
  readonly clock: Clock;
}): JobFiles => {
  const signed = () => {
    const now = clock.now();
    return { endsAt: addSeconds(now, SIGNED_SECONDS), how: { expiresIn: SIGNED_SECONDS, signingDate: new Date(now) } };
  };
  const put = async (Key: string, Body: string | Uint8Array): Promise<void> => {
    const command = new PutObjectCommand({ Bucket, Key, Body, ContentType: CSV });
    await orUnavailable(client.send(command), unreachable);
  };
  return {
    signUpload: async (access, { uploadId, bytes, sha256 }) => {
      const checksum = Buffer.from(sha256, 'hex').toString('base64');
      const command = new PutObjectCommand({
        Bucket,
        Key: uploadKeyOf(access, uploadId),
        ContentType: CSV,
        ContentLength: bytes,
        ChecksumSHA256: checksum,
      });
      const { endsAt, how } = signed();
      const names = ['content-type', 'content-length', 'x-amz-checksum-sha256'];
      const url = await getSignedUrl(client, command, {
        ...how,
        signableHeaders: new Set(['host', ...names]),
        unhoistableHeaders: new Set(names),
      });
      const headers = { 'content-type': CSV, 'content-length': String(bytes), 'x-amz-checksum-sha256': checksum };
      return { url, headers, endsAt };
    },
    versionOf: async (access, uploadId) => {
      const head = new HeadObjectCommand({ Bucket, Key: uploadKeyOf(access, uploadId) });
      const found = await unlessAbsent(client.send(head));
      return found && (found.VersionId ?? 'null');
    },
    read: async (access, { uploadId, version, bytes }, from, most) => {
      const Range = `bytes=${from}-${Math.min(from + most, bytes) - 1}`;
      return bytesOf(client, { Bucket, Key: uploadKeyOf(access, uploadId), VersionId: version, Range });
    },
    putPiece: (access, jobId, offset, text) => put(pieceKeyOf(access, jobId, offset), text),
    signReport: async (access, jobId) => {
      const command = new GetObjectCommand({
        Bucket,
        Key: reportKeyOf(access, jobId),
        ResponseContentDisposition: `attachment; filename="${jobId}.csv"`,
      });
      const { endsAt, how } = signed();
      return { url: await getSignedUrl(client, command, how), headers: {}, endsAt };
    },
  };
};
