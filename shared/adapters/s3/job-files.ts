import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Clock } from '#shared/app/clock.port.ts';
import type { JobFiles } from '#shared/app/jobs/job-files.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { JobId, UploadId } from '#shared/domain/ids.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { orUnavailable } from '../or-unavailable.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The store of files', cause);

/** Long enough to send a large file, and short: whoever has the address may use it. */
const SIGNED_SECONDS = 900;
const READS_AT_ONCE = 8;
const OFFSET_DIGITS = 12;

/** The name of a file is made of ids alone: nobody is known by it. */
const uploadKeyOf = ({ advertiserId }: AdvertiserAccess, uploadId: UploadId): string =>
  `uploads/${advertiserId}/${uploadId}.csv`;
const reportKeyOf = ({ advertiserId }: AdvertiserAccess, jobId: JobId): string =>
  `reports/${advertiserId}/${jobId}.csv`;
const pieceKeyOf = ({ advertiserId }: AdvertiserAccess, jobId: JobId, offset: number): string =>
  `reports/${advertiserId}/${jobId}/${String(offset).padStart(OFFSET_DIGITS, '0')}.csv`;

/** Of a HEAD, which has no body; of a GET; of a version that its bucket deleted. */
const IS_ABSENT = ['NotFound', 'NoSuchKey', 'NoSuchVersion'];
const isAbsent = (error: unknown): boolean => error instanceof Error && IS_ABSENT.includes(error.name);

/** `undefined` where S3 has no such file. */
const unlessAbsent = async <T>(call: Promise<T>): Promise<T | undefined> => {
  try {
    return await orUnavailable(call, unreachable, isAbsent);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
};

const CSV = 'text/csv';

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
  const bytesOf = async (Key: string, more: object = {}): Promise<Uint8Array> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, ...more }));
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
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
      return unlessAbsent(bytesOf(uploadKeyOf(access, uploadId), { VersionId: version, Range }));
    },
    putPiece: (access, jobId, offset, text) => put(pieceKeyOf(access, jobId, offset), text),
    joinPieces: async (access, jobId, heading, offsets) => {
      // S3 deletes a piece after four days: a job that is put back later ends all the same, without it in its report.
      const pieces = await atMost(
        READS_AT_ONCE,
        offsets,
        async (offset) => (await unlessAbsent(bytesOf(pieceKeyOf(access, jobId, offset)))) ?? new Uint8Array(),
      );
      await put(reportKeyOf(access, jobId), Buffer.concat([Buffer.from(heading), ...pieces]));
    },
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
