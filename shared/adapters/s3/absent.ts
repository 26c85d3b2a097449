import { GetObjectCommand, type GetObjectCommandInput, type S3Client } from '@aws-sdk/client-s3';
import { orUnavailable } from '../or-unavailable.ts';
import { unreachable } from './unreachable.ts';

/** Of a HEAD, which has no body; of a GET; of a version that its bucket deleted. */
const IS_ABSENT = ['NotFound', 'NoSuchKey', 'NoSuchVersion'];
const isAbsent = (error: unknown): boolean => error instanceof Error && IS_ABSENT.includes(error.name);

/** `undefined` where S3 has no such file. */
export const unlessAbsent = async <T>(call: Promise<T>): Promise<T | undefined> => {
  try {
    return await orUnavailable(call, unreachable, isAbsent);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
};

/** The bytes of a file, empty where it has none; `undefined` where S3 has no such file. */
export const bytesOf = (client: S3Client, file: GetObjectCommandInput): Promise<Uint8Array | undefined> =>
  unlessAbsent(
    client
      .send(new GetObjectCommand(file))
      .then(async ({ Body }) => (await Body?.transformToByteArray()) ?? new Uint8Array()),
  );
