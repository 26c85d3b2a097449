import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { ReportFiles } from '#shared/app/campaigns/report/report-files.port.ts';
import type { Clock } from '#shared/app/clock.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ReportFormat } from '#shared/domain/campaign/run-report.ts';
import type { JobId } from '#shared/domain/ids.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { orUnavailable } from '../or-unavailable.ts';
import { unlessAbsent } from './absent.ts';
import { largeFile } from './large-file.ts';
import { unreachable } from './unreachable.ts';

const SIGNED_SECONDS = 900;
const NUMBER_DIGITS = 8;

export const TYPES: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  moved: 'text/csv; charset=utf-8',
};

/** How the name of each ends, after its dot. */
const endOf = (format: ReportFormat): string => (format === 'moved' ? 'moved.csv' : format);

/** The name of a file is made of ids alone: nobody is known by it. */
/** What the names of all that a job writes down begin with, and of no other job. */
export const folderOf = ({ advertiserId }: AdvertiserAccess, jobId: JobId): string =>
  `reports/${advertiserId}/${jobId}`;
export const fileKeyOf = (access: AdvertiserAccess, jobId: JobId, format: ReportFormat): string =>
  `${folderOf(access, jobId)}.${endOf(format)}`;
export const pieceKeyOf = (access: AdvertiserAccess, jobId: JobId, number: number): string =>
  `${folderOf(access, jobId)}/${String(number).padStart(NUMBER_DIGITS, '0')}.json`;

/** It is there already, or another is writing it at this moment. */
const IS_THERE = ['PreconditionFailed', 'ConditionalRequestConflict'];
const isThere = (error: unknown): boolean => error instanceof Error && IS_THERE.includes(error.name);

/** The files of reports on S3. No more than some megabytes of one are in memory. */
export const reportFilesOf = (deps: {
  readonly client: S3Client;
  readonly bucket: string;
  readonly clock: Clock;
}): ReportFiles => {
  const { client, bucket: Bucket, clock } = deps;
  const put = (Key: string, Body: string | Buffer, more: object) =>
    client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
  const read = async (Key: string): Promise<string | undefined> => {
    const get = async () => (await client.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString('utf8');
    return unlessAbsent(get());
  };
  return {
    putPiece: async (access, jobId, number, text) => {
      const Key = pieceKeyOf(access, jobId, number);
      const more = { ContentType: TYPES.json, IfNoneMatch: '*' };
      try {
        await orUnavailable(put(Key, text, more), unreachable, isThere);
        return text;
      } catch (error) {
        if (!isThere(error)) throw error;
      }
      const there = await read(Key);
      if (there === undefined) throw unreachable(undefined);
      return there;
    },
    piece: (access, jobId, number) => read(pieceKeyOf(access, jobId, number)),
    open: (access, jobId, format) => {
      const at = { Bucket, Key: fileKeyOf(access, jobId, format), type: TYPES[format] };
      const { write, close } = largeFile(client, at);
      return { write: (text) => write(Buffer.from(text)), close };
    },
    sign: async (access, jobId, format) => {
      const how = format === 'html' ? 'inline' : 'attachment';
      const command = new GetObjectCommand({
        Bucket,
        Key: fileKeyOf(access, jobId, format),
        ResponseContentDisposition: `${how}; filename="${jobId}.${endOf(format)}"`,
      });
      const now = clock.now();
      const url = await getSignedUrl(client, command, { expiresIn: SIGNED_SECONDS, signingDate: new Date(now) });
      return { url, headers: {}, endsAt: addSeconds(now, SIGNED_SECONDS) };
    },
  };
};
