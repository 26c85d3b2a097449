import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { orUnavailable } from '../or-unavailable.ts';
import { unreachable } from './unreachable.ts';

/** S3 takes parts of 5 MiB at least, but for the last, and 10,000 of them. */
const PART_BYTES = 8 * 1024 * 1024;

/** Which object, of what type. */
export interface FileAt {
  readonly Bucket: string;
  readonly Key: string;
  readonly type: string;
}

/** What was written of a file that is large: in parts, which become the file when it is closed. */
const uploadOf = (client: S3Client, { Bucket, Key, type }: FileAt) => {
  const parts: { ETag: string | undefined; PartNumber: number }[] = [];
  let uploadId: string | undefined;
  return {
    hasParts: () => parts.length > 0,
    add: async (Body: Buffer) => {
      if (uploadId === undefined) {
        const create = new CreateMultipartUploadCommand({ Bucket, Key, ContentType: type });
        uploadId = (await orUnavailable(client.send(create), unreachable)).UploadId;
      }
      const PartNumber = parts.length + 1;
      const put = new UploadPartCommand({ Bucket, Key, UploadId: uploadId, PartNumber, Body });
      const { ETag } = await orUnavailable(client.send(put), unreachable);
      parts.push({ ETag, PartNumber });
    },
    complete: async () => {
      const MultipartUpload = { Parts: parts };
      const complete = new CompleteMultipartUploadCommand({ Bucket, Key, UploadId: uploadId, MultipartUpload });
      await orUnavailable(client.send(complete), unreachable);
    },
  };
};

/** A file that is written from its beginning to its end, of which a part is in memory. */
export interface LargeFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Nobody sees it before; one that was not closed is deleted by the rule of its bucket, and written again from its beginning. */
  close(): Promise<void>;
}

/** @param partBytes what is sent at once, in bytes: S3 takes no smaller parts than 5 MiB */
export const largeFile = (client: S3Client, at: FileAt, partBytes = PART_BYTES): LargeFile => {
  const { Bucket, Key, type } = at;
  const upload = uploadOf(client, at);
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  const flush = async () => {
    const body = Buffer.concat(waiting);
    [waiting, bytes] = [[], 0];
    await upload.add(body);
  };
  return {
    write: async (more) => {
      waiting.push(more);
      bytes += more.length;
      if (bytes >= partBytes) await flush();
    },
    close: async () => {
      if (!upload.hasParts()) {
        const put = new PutObjectCommand({ Bucket, Key, Body: Buffer.concat(waiting), ContentType: type });
        await orUnavailable(client.send(put), unreachable);
        return;
      }
      if (bytes > 0) await flush();
      await upload.complete();
    },
  };
};
