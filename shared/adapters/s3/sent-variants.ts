import type { S3Client } from '@aws-sdk/client-s3';
import type { SentVariants } from '#shared/app/messages/sent/sent-variants.port.ts';
import { cacheOf } from '#shared/cache.ts';
import { SentVariant } from '#shared/domain/message/sent-variant.ts';
import { namedObjects } from './named-objects.ts';

/** Names of what a process put: its values are read by nobody there. */
const KEPT_NAMES = 10_000;

/**
 * What left without what was of one reader, on S3 beside the contents. A process puts each once: who asks while it is put waits for the
 * same put, and one that failed is tried again by the next.
 */
export const sentVariantsOf = (deps: { readonly client: S3Client; readonly bucket: string }): SentVariants => {
  const puts = cacheOf<Promise<unknown>>({ most: KEPT_NAMES });
  const parse = (json: unknown): SentVariant => SentVariant.parse(json);
  const { put, get } = namedObjects({
    ...deps,
    folder: 'sent/',
    store: 'The store of what was sent',
    parse,
    keptBytes: 0,
  });
  const putOnce = async (name: string, putting: Promise<unknown>): Promise<unknown> => {
    try {
      return await puts.put(name, putting);
    } catch (error) {
      puts.drop(name);
      throw error;
    }
  };
  return {
    keep: async (access, sha256, variant) => {
      const name = `${access.advertiserId}/${sha256}`;
      await (puts.get(name) ?? putOnce(name, put(access, variant)));
    },
    get,
  };
};
