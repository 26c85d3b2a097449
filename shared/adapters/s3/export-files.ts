import { DeleteObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Clock } from '#shared/app/clock.port.ts';
import type { ExportFiles, RemovedFiles } from '#shared/app/rights/export/export-files.port.ts';
import { EXPORT_FORMATS } from '#shared/domain/rights/export-job.ts';
import { orUnavailable } from '../or-unavailable.ts';
import { fileKeyOf, isAbsent, pieceKeyOf, reportFilesOf, TYPES, unreachable } from './report-files.ts';

interface Deps {
  readonly client: S3Client;
  readonly bucket: string;
}

/** Deletes all versions of an object, the present one first. False: there was none. */
const removeObject = async ({ client, bucket: Bucket }: Deps, Key: string): Promise<boolean> => {
  const version = async (): Promise<string | undefined> => {
    try {
      const head = client.send(new HeadObjectCommand({ Bucket, Key }));
      return (await orUnavailable(head, unreachable, isAbsent)).VersionId ?? 'null';
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  };
  let found = false;
  for (let at = await version(); at !== undefined; at = await version()) {
    await orUnavailable(client.send(new DeleteObjectCommand({ Bucket, Key, VersionId: at })), unreachable);
    found = true;
  }
  return found;
};

/** Deletes what a job wrote down: its files, and its parts, which are numbered without a gap. */
export const removedFilesOf = (deps: Deps): RemovedFiles => ({
  remove: async (access, jobId) => {
    for (const format of EXPORT_FORMATS) await removeObject(deps, fileKeyOf(access, jobId, format));
    for (let number = 0; await removeObject(deps, pieceKeyOf(access, jobId, number)); number += 1);
  },
});

/** The files of answers on S3. */
export const exportFilesOf = (deps: Deps & { readonly clock: Clock }): ExportFiles & RemovedFiles => {
  const { putPiece, piece, sign } = reportFilesOf(deps);
  return {
    ...{ putPiece, piece, sign },
    ...removedFilesOf(deps),
    put: async (access, jobId, format, text) => {
      const Key = fileKeyOf(access, jobId, format);
      const put = new PutObjectCommand({ Bucket: deps.bucket, Key, Body: text, ContentType: TYPES[format] });
      await orUnavailable(deps.client.send(put), unreachable);
    },
  };
};
