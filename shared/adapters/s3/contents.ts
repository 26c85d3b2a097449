import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Contents } from '#shared/app/messages/contents.port.ts';
import { cacheOf } from '#shared/cache.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { canonicalJson, sha256Of } from '#shared/domain/ledger/canonical.ts';
import { Content } from '#shared/domain/message/content.ts';
import { orUnavailable } from '../or-unavailable.ts';

/** Contents kept by one process: some dozens of newsletters. */
const KEPT_BYTES = 16 * 1024 * 1024;

const keyOf = (access: AdvertiserAccess, sha256: string): string => `contents/${access.advertiserId}/${sha256}`;

const unreachable = (cause: unknown) => dependencyUnavailable('The store of contents', cause);

/** No object has this name: `NotFound` of a HEAD, which has no body, and `NoSuchKey` of a GET. */
const IS_ABSENT = ['NotFound', 'NoSuchKey'];
/** 412 of a put that asks for no object of the name: it is there already. */
const IS_THERE = ['PreconditionFailed'];

/** `undefined` when S3 answers with one of these errors; any other one means that the store is away. */
const unless = async <T>(names: readonly string[], call: Promise<T>): Promise<T | undefined> => {
  const isAnswer = (error: unknown): boolean => error instanceof Error && names.includes(error.name);
  try {
    return await orUnavailable(call, unreachable, isAnswer);
  } catch (error) {
    if (isAnswer(error)) return undefined;
    throw error;
  }
};

/** Author's content on S3 under its SHA-256, a folder per advertiser. What is read is checked against its name. */
export const contentsOf = (deps: { readonly client: S3Client; readonly bucket: string }): Contents => {
  const { client, bucket } = deps;
  const kept = cacheOf<Content>({ most: KEPT_BYTES });
  const has = async (key: string): Promise<boolean> =>
    (await unless(IS_ABSENT, client.send(new HeadObjectCommand({ Bucket: bucket, Key: key })))) !== undefined;
  /** The answer and its whole body: a body that breaks while it is read means that the store is away as well. */
  const bodyOf = async (key: string): Promise<string | undefined> => {
    const object = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return object.Body?.transformToString('utf8');
  };
  return {
    has: async (access, sha256) => kept.get(keyOf(access, sha256)) !== undefined || has(keyOf(access, sha256)),
    put: async (access, content) => {
      const body = canonicalJson(content);
      const sha256 = sha256Of(body);
      const Key = keyOf(access, sha256);
      if (kept.get(Key) !== undefined) return sha256;
      const what = { Bucket: bucket, Key, Body: body, ContentType: 'application/json', IfNoneMatch: '*' };
      // 409, another write under way that may yet fail, is no proof of storage (P5).
      await unless(IS_THERE, client.send(new PutObjectCommand(what)));
      kept.put(Key, content, Buffer.byteLength(body));
      return sha256;
    },
    get: async (access, sha256) => {
      const Key = keyOf(access, sha256);
      const found = kept.get(Key);
      if (found !== undefined) return found;
      const body = await unless(IS_ABSENT, bodyOf(Key));
      if (body === undefined) return undefined;
      if (sha256Of(body) !== sha256) throw new Error('a stored content is not what its name says');
      return kept.put(Key, Content.parse(JSON.parse(body)), Buffer.byteLength(body));
    },
  };
};
