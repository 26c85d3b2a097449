import type { S3Client } from '@aws-sdk/client-s3';
import type { Contents } from '#shared/app/messages/contents.port.ts';
import { Content } from '#shared/domain/message/content.ts';
import { namedObjects } from './named-objects.ts';

/** Some dozens of newsletters. */
const KEPT_BYTES = 16 * 1024 * 1024;

/** Author's content on S3 under its SHA-256, a folder per advertiser. What is read is checked against its name. */
export const contentsOf = (deps: { readonly client: S3Client; readonly bucket: string }): Contents => {
  const parse = (json: unknown): Content => Content.parse(json);
  const { has, put, get } = namedObjects({
    ...deps,
    ...{ folder: 'contents/', store: 'The store of contents', parse, keptBytes: KEPT_BYTES },
  });
  return { has, put, get };
};
