import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { ReviewId } from '#shared/domain/review/review.ts';

/** What the detail of every event about a review holds. */
export const OF_REVIEW = {
  advertiserId: about('The advertiser whose messages meet the cause.', AdvertiserId),
  reviewId: about('The review.', ReviewId),
  cause: about('What a human must decide, as a code and what it is about.', z.string()),
};

/** The same, as documentation shows it. */
export const EXAMPLE_OF_REVIEW = {
  advertiserId: 'maison-roy',
  reviewId: 'rev_a1B2c3D4e5F6g7H8i9J0kL',
  cause: 'form:newsletter@3',
};
