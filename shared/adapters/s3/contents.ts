import type { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import type { Contents } from '#shared/app/messages/contents.port.ts';
import { canonicalJson } from '#shared/domain/ledger/canonical.ts';
import { Content } from '#shared/domain/message/content.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { decryptText, encryptText } from '../crypto/own-texts.ts';
import { namedObjects } from './named-objects.ts';

/** Some dozens of newsletters. */
const KEPT_BYTES = 16 * 1024 * 1024;

/** A text of a message without a template. */
const Encrypted = z.strictObject({ encrypted: z.string() });
const StoredContent = z.union([Encrypted, Content]);

/** Author's content on S3 under its SHA-256, a folder per advertiser. What is read is checked against its name. */
export const contentsOf = (deps: { readonly client: S3Client; readonly bucket: string }): Contents => {
  const parse = (json: unknown): z.infer<typeof StoredContent> => StoredContent.parse(json);
  const { has, put, get } = namedObjects({
    ...deps,
    folder: 'contents/',
    store: 'The store of contents',
    parse,
    keptBytes: KEPT_BYTES,
  });
  return {
    has,
    put,
    get: async (access, sha256) => {
      const found = await get(access, sha256);
      return found === undefined || 'encrypted' in found ? undefined : found;
    },
    putOwn: async (access, content) => {
      const { encrypted, key } = encryptText(access, canonicalJson(content));
      return { object: await put(access, { encrypted }), key };
    },
    getOwn: async (access, { object, key }) => {
      const found = await get(access, object);
      if (found === undefined) return undefined;
      return readable(() => Content.parse(JSON.parse(decryptText(access, { ...Encrypted.parse(found), key }))));
    },
  };
};
