import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import type { Contents } from '#shared/app/messages/contents.port.ts';
import type { AdvertiserScope } from '#shared/domain/advertiser/advertiser-scope.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { canonicalJson, sha256Of } from '#shared/domain/ledger/canonical.ts';
import { type Content, EmailContent, SmsContent } from '#shared/domain/message/message.ts';
import { boundedCache } from './bounded-cache.ts';

/** Contents kept by one process: some dozens of newsletters. */
const KEPT_BYTES = 16 * 1024 * 1024;
const StoredContent = z.union([EmailContent, SmsContent]);

const keyOf = (scope: AdvertiserScope, sha256: string): string => `contents/${scope.advertiserId}/${sha256}`;

const statusOf = (error: unknown): number | undefined =>
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;

/** `undefined` when S3 answers with one of these statuses; any other failure is the store being unreachable. */
const unless = async <T>(statuses: readonly number[], call: Promise<T>): Promise<T | undefined> => {
  try {
    return await call;
  } catch (error) {
    if (statuses.includes(statusOf(error) ?? 0)) return undefined;
    throw dependencyUnavailable('The store of contents', error);
  }
};

/** Author's content on S3 under its SHA-256, a folder per advertiser. What is read is checked against its name. */
export const contentsOf = (deps: { readonly client: S3Client; readonly bucket: string }): Contents => {
  const { client, bucket } = deps;
  const kept = boundedCache<Content>(KEPT_BYTES);
  const has = async (key: string): Promise<boolean> =>
    (await unless([404], client.send(new HeadObjectCommand({ Bucket: bucket, Key: key })))) !== undefined;
  return {
    has: async (scope, sha256) => kept.get(keyOf(scope, sha256)) !== undefined || has(keyOf(scope, sha256)),
    put: async (scope, content) => {
      const body = canonicalJson(content);
      const sha256 = sha256Of(body);
      const Key = keyOf(scope, sha256);
      if (kept.get(Key) !== undefined) return sha256;
      const what = { Bucket: bucket, Key, Body: body, ContentType: 'application/json', IfNoneMatch: '*' };
      // 412: it is there already. 409, another write under way that may yet fail, is no proof of storage (P5).
      await unless([412], client.send(new PutObjectCommand(what)));
      kept.put(Key, content, Buffer.byteLength(body));
      return sha256;
    },
    get: async (scope, sha256) => {
      const Key = keyOf(scope, sha256);
      const found = kept.get(Key);
      if (found !== undefined) return found;
      const object = await unless([404], client.send(new GetObjectCommand({ Bucket: bucket, Key })));
      const body = await object?.Body?.transformToString('utf8');
      if (body === undefined) return undefined;
      if (sha256Of(body) !== sha256) throw new Error('a stored content is not what its name says');
      return kept.put(Key, StoredContent.parse(JSON.parse(body)), Buffer.byteLength(body));
    },
  };
};
