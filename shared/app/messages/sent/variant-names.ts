import { isDeepStrictEqual } from 'node:util';
import { cacheOf } from '#shared/cache.ts';
import { type SentVariant, sha256OfVariant } from '#shared/domain/message/sent-variant.ts';

/** Contents of which a process keeps variants, and how many of each: a wording for each language and reason to write. */
const CONTENTS_KEPT = 20;
const WORDINGS_KEPT = 4;

interface Named {
  readonly variant: SentVariant;
  readonly sha256: string;
}

/**
 * Names variants by their SHA-256. Readers of one content share theirs, and to hash 100 KB takes longer than to see that they are the same:
 * each is hashed once by a process while it is among the last ones of its content. `hashOf`: how a name is made.
 */
export const variantNames = (hashOf: (variant: SentVariant) => string = sha256OfVariant) => {
  const kept = cacheOf<readonly Named[]>({ most: CONTENTS_KEPT });
  return (contentSha256: string, variant: SentVariant): string => {
    const known = kept.get(contentSha256) ?? [];
    const same = known.find((each) => isDeepStrictEqual(each.variant, variant));
    if (same !== undefined) return same.sha256;
    const sha256 = hashOf(variant);
    kept.put(contentSha256, [{ variant, sha256 }, ...known].slice(0, WORDINGS_KEPT));
    return sha256;
  };
};
