import {
  DeleteObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Clock } from '#shared/app/clock.port.ts';
import type { ExportFiles, RemovedFiles } from '#shared/app/rights/export/export-files.port.ts';
import { orUnavailable } from '../or-unavailable.ts';
import { unlessAbsent } from './absent.ts';
import { fileKeyOf, folderOf, reportFilesOf, TYPES } from './report-files.ts';
import { unreachable } from './unreachable.ts';

interface Deps {
  readonly client: S3Client;
  readonly bucket: string;
}

/** Deletes the versions of an object, the present one first, up to one that somebody deleted. */
const removeObject = async ({ client, bucket: Bucket }: Deps, Key: string): Promise<void> => {
  const version = async (): Promise<string | undefined> => {
    const found = await unlessAbsent(client.send(new HeadObjectCommand({ Bucket, Key })));
    return found && (found.VersionId ?? 'null');
  };
  for (let at = await version(); at !== undefined; at = await version())
    await orUnavailable(client.send(new DeleteObjectCommand({ Bucket, Key, VersionId: at })), unreachable);
};

const keysUnder = async ({ client, bucket: Bucket }: Deps, Prefix: string): Promise<readonly string[]> => {
  const list = client.send(new ListObjectsV2Command({ Bucket, Prefix }));
  return ((await orUnavailable(list, unreachable)).Contents ?? []).flatMap(({ Key }) => Key ?? []);
};

/** Deletes what a job wrote down, as it lies there: parts that another removal left may begin anywhere. */
export const removedFilesOf = (deps: Deps): RemovedFiles => ({
  remove: async (access, jobId) => {
    const own = folderOf(access, jobId);
    for (let keys = await keysUnder(deps, own); keys.length > 0; keys = await keysUnder(deps, own))
      for (const key of keys) await removeObject(deps, key);
  },
});

/** The files of answers on S3. */
export const exportFilesOf = (deps: Deps & { readonly clock: Clock }): ExportFiles & RemovedFiles => {
  const { putPiece, piece, sign } = reportFilesOf(deps);
  return {
    putPiece,
    piece,
    sign,
    ...removedFilesOf(deps),
    put: async (access, jobId, format, text) => {
      const Key = fileKeyOf(access, jobId, format);
      const put = new PutObjectCommand({ Bucket: deps.bucket, Key, Body: text, ContentType: TYPES[format] });
      await orUnavailable(deps.client.send(put), unreachable);
    },
  };
};
