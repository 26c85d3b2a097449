import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { cacheOf } from '#shared/cache.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { canonicalJson, sha256Of } from '#shared/domain/ledger/canonical.ts';
import { readable, storedUnreadable } from '#shared/domain/unreadable.ts';
import { orUnavailable } from '../or-unavailable.ts';
import { pause } from '../pause.ts';

/** No object has this name: `NotFound` of a HEAD, which has no body, and `NoSuchKey` of a GET. */
const IS_ABSENT = ['NotFound', 'NoSuchKey'];
/** 412 of a put that asks for no object of the name: it is there already. */
const IS_THERE = ['PreconditionFailed'];
/** 409: another write of the name is under way. It may yet fail, and is no proof of storage (P5): S3 says to try again. */
const IS_BEING_PUT = 'ConditionalRequestConflict';
const PUTS = 4;
/** Milliseconds: what is put is small. */
const BETWEEN_PUTS = 100;

/** Objects of one kind in one bucket. */
interface Kind<T> {
  readonly client: S3Client;
  readonly bucket: string;
  /** What their keys begin with, up to the name of the advertiser. */
  readonly folder: `${string}/`;
  /** As an error calls the store. */
  readonly store: string;
  /** Throws for what is none. */
  readonly parse: (json: unknown) => T;
  /** Bytes that one process keeps of them. */
  readonly keptBytes: number;
}

/** Values on S3 under the SHA-256 of their canonical JSON, a folder per advertiser. What is read is checked against its name, and else throws `stored-unreadable`. */
export const namedObjects = <T>({ client, bucket, folder, store, parse, keptBytes }: Kind<T>) => {
  const kept = cacheOf<T>({ most: keptBytes });
  const keyOf = (access: AdvertiserAccess, sha256: string): string => `${folder}${access.advertiserId}/${sha256}`;
  const unreachable = (cause: unknown) => dependencyUnavailable(store, cause);
  /** `undefined` when S3 answers with one of these errors; any other one means that the store is away. */
  const unless = async <Answer>(names: readonly string[], call: Promise<Answer>): Promise<Answer | undefined> => {
    const isAnswer = (error: unknown): boolean => error instanceof Error && names.includes(error.name);
    try {
      return await orUnavailable(call, unreachable, isAnswer);
    } catch (error) {
      if (isAnswer(error)) return undefined;
      throw error;
    }
  };
  const putAgain = async (command: PutObjectCommand, left = PUTS - 1): Promise<unknown> => {
    try {
      return await client.send(command);
    } catch (error) {
      if (left === 0 || !(error instanceof Error) || error.name !== IS_BEING_PUT) throw error;
    }
    await pause(BETWEEN_PUTS);
    return putAgain(command, left - 1);
  };
  /** The answer and its whole body: a body that breaks while it is read means that the store is away as well. */
  const bodyOf = async (key: string): Promise<string | undefined> => {
    const object = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return object.Body?.transformToString('utf8');
  };
  return {
    has: async (access: AdvertiserAccess, sha256: string): Promise<boolean> => {
      const Key = keyOf(access, sha256);
      if (kept.get(Key) !== undefined) return true;
      return (await unless(IS_ABSENT, client.send(new HeadObjectCommand({ Bucket: bucket, Key })))) !== undefined;
    },
    put: async (access: AdvertiserAccess, value: T): Promise<string> => {
      const body = canonicalJson(value);
      const sha256 = sha256Of(body);
      const Key = keyOf(access, sha256);
      if (kept.get(Key) !== undefined) return sha256;
      const what = { Bucket: bucket, Key, Body: body, ContentType: 'application/json', IfNoneMatch: '*' };
      await unless(IS_THERE, putAgain(new PutObjectCommand(what)));
      kept.put(Key, value, Buffer.byteLength(body));
      return sha256;
    },
    get: async (access: AdvertiserAccess, sha256: string): Promise<T | undefined> => {
      const Key = keyOf(access, sha256);
      const found = kept.get(Key);
      if (found !== undefined) return found;
      const body = await unless(IS_ABSENT, bodyOf(Key));
      if (body === undefined) return undefined;
      if (sha256Of(body) !== sha256) throw storedUnreadable(new Error('a stored content is not what its name says'));
      return kept.put(
        Key,
        readable(() => parse(JSON.parse(body))),
        Buffer.byteLength(body),
      );
    },
  };
};
