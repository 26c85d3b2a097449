import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { isOpenAt, type Review } from '#shared/domain/review/review.ts';
import type { Clock } from '../clock.port.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { Reviews } from './reviews.port.ts';

/** The present state of a review: a decision past its period, or a complaint since, leaves it open. */
export interface ReviewNow {
  readonly review: Review;
  readonly isOpen: boolean;
}

/** The state of a review at an instant. */
export const reviewNow = (review: Review, at: Parameters<typeof isOpenAt>[1]): ReviewNow => ({
  review,
  isOpen: isOpenAt(review, at),
});

/** The causes of an advertiser that wait for a human or were decided, oldest first. Throws `advertiser-not-found`. */
export const listReviews = async (
  ports: { readonly advertisers: Advertisers; readonly reviews: Pick<Reviews, 'list'>; readonly clock: Clock },
  access: AdvertiserAccess,
): Promise<readonly ReviewNow[]> => {
  await knownAdvertiser(ports.advertisers, access);
  const now = ports.clock.now();
  return (await ports.reviews.list(access)).map((review) => reviewNow(review, now));
};
