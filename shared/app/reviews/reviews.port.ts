import type { AdvertiserScope } from '#shared/domain/advertiser/advertiser-scope.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';
import type { Review, ReviewDecision, ReviewId } from '#shared/domain/review/review.ts';

/** What is kept of a message that waits: its id, what a decision's scope asks of it, and until when it can wait. */
export type Waiting = Pick<Message, 'messageId' | 'channel' | 'offerCategory' | 'validUntil'>;

/** Causes that a human decides once per advertiser (D6). Every read is strongly consistent. */
export interface Reviews {
  find(scope: AdvertiserScope, cause: string): Promise<Review | undefined>;
  get(scope: AdvertiserScope, reviewId: ReviewId): Promise<Review | undefined>;
  /** Opens the review of a cause if there is none. */
  open(scope: AdvertiserScope, cause: string, at: Instant): Promise<void>;
  /** Oldest first. */
  list(scope: AdvertiserScope): Promise<readonly Review[]>;
  /** Stores the decision for good and starts the release of what waits. Throws `concurrentChange` if decided meanwhile. */
  decide(scope: AdvertiserScope, review: Review, decision: ReviewDecision): Promise<Review>;
  /** Puts a message among those that wait on the cause; again is the same. */
  wait(scope: AdvertiserScope, cause: string, message: Waiting): Promise<void>;
}
