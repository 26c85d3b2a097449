import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { FactId, Instant } from '#shared/domain/ids.ts';
import type { WayOfReply } from '#shared/domain/review/reply-review.ts';
import type { Review } from '#shared/domain/review/review.ts';

/** A reply whose words probably mean an opposition, which is registered. */
interface DoubtfulReply {
  /** The opposition. */
  readonly recordId: FactId;
  /** The person's own words, in clear. */
  readonly words: string;
  readonly openedAt: Instant;
  /** Absent: it came by mail. */
  readonly way?: WayOfReply | undefined;
}

/** Words that a human is to read (D20), encrypted under the key of the contact, and gone with it. */
export interface DoubtfulReplies {
  /** Opens the review of one, once. Resolves to false where the contact keeps no key: its opposition is final. */
  open(access: AdvertiserAccess, reply: DoubtfulReply): Promise<boolean>;
  /** In clear. `undefined`: decided, or the key is there no more. */
  wordsOf(access: AdvertiserAccess, review: Review): Promise<string | undefined>;
}
