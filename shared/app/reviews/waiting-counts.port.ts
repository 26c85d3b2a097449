import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ReviewId } from '#shared/domain/review/review.ts';

/** How many wait for a human. */
export interface WaitingCounts {
  /** Messages and recipients of campaigns that wait on the review now; whoever a worker has in hand is not among them. Strongly consistent. */
  count(access: AdvertiserAccess, reviewId: ReviewId): Promise<number>;
}
