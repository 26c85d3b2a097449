import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import type { Review, ReviewDecision, ReviewId } from '#shared/domain/review/review.ts';

/** What is kept of a message that waits: its id, what a decision's scope asks of it, and until when it can wait. */
export type Waiting = Pick<Message, 'messageId' | 'channel' | 'offerCategory' | 'validUntil'>;

/** Causes that a human decides once per advertiser (D6). Every read is strongly consistent. */
export interface Reviews {
  find(access: AdvertiserAccess, cause: string): Promise<Review | undefined>;
  get(access: AdvertiserAccess, reviewId: ReviewId): Promise<Review | undefined>;
  /** Opens the review of a cause if there is none. */
  open(access: AdvertiserAccess, cause: string, at: Instant): Promise<void>;
  /** Opens the review of a cause, or opens it again: someone complained at `at`. What was decided still applies. */
  complain(access: AdvertiserAccess, cause: string, at: Instant): Promise<void>;
  /** In an order that stays: a review keeps its position when it is decided. */
  list(access: AdvertiserAccess, page: PageAsked): Promise<Page<Review>>;
  /** Stores the decision for good and starts the release of what waits. Throws `concurrentChange` if decided meanwhile. */
  decide(access: AdvertiserAccess, review: Review, decision: ReviewDecision): Promise<Review>;
  /** Puts a message among those that wait on the cause; again is the same. */
  wait(access: AdvertiserAccess, cause: string, message: Waiting): Promise<void>;
}
