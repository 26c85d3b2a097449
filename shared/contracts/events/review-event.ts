import * as z from 'zod/mini';
import { AdvertiserId } from '../../domain/ids.ts';
import { ReviewId } from '../../domain/review/review.ts';

/** What the detail of every event about a review holds. */
export const OF_REVIEW = {
  advertiserId: AdvertiserId.check(z.describe('The advertiser whose messages meet the cause.')),
  reviewId: ReviewId.check(z.describe('The review.')),
  cause: z.string().check(z.describe('What a human must decide, as a code and what it is about.')),
};

/** The same, as documentation shows it. */
export const EXAMPLE_OF_REVIEW = {
  advertiserId: 'maison-roy',
  reviewId: 'rev_a1B2c3D4e5F6g7H8i9J0kL',
  cause: 'form:newsletter@3',
};
