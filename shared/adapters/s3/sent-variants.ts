import type { S3Client } from '@aws-sdk/client-s3';
import type { SentVariants } from '#shared/app/messages/sent-variants.port.ts';
import { SentVariant } from '#shared/domain/message/sent-variant.ts';
import { namedObjects } from './named-objects.ts';

/** Some dozens of newsletters, as they left. */
const KEPT_BYTES = 8 * 1024 * 1024;

/** What left without what was of one reader, on S3 beside the contents. A process puts each once. */
export const sentVariantsOf = (deps: { readonly client: S3Client; readonly bucket: string }): SentVariants => {
  const parse = (json: unknown): SentVariant => SentVariant.parse(json);
  const { isKept, put, get } = namedObjects({
    ...deps,
    ...{ folder: 'sent/', store: 'The store of what was sent', parse, keptBytes: KEPT_BYTES },
  });
  return {
    keep: async (access, sha256, variant) => {
      if (!isKept(access, sha256)) await put(access, variant);
    },
    get,
  };
};
