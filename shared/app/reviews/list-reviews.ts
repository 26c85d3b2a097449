import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import { hasEnded } from '#shared/domain/review/reply-review.ts';
import { isOpenAt, type Review } from '#shared/domain/review/review.ts';
import type { Clock } from '../clock.port.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { Reviews } from './reviews.port.ts';
import { type SubjectOfReview, type SubjectPorts, subjectOfReview } from './subject-of-review.ts';
import type { WaitingCounts } from './waiting-counts.port.ts';

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

/** A review with all that a human needs to decide it. */
export interface ReviewToRead extends ReviewNow {
  /** The version that its cause names, as stored; absent: its cause names none. */
  readonly subject: SubjectOfReview | undefined;
  /** Messages that wait on it now. */
  readonly waiting: number;
}

export interface ListReviews {
  readonly access: AdvertiserAccess;
  /** In this state alone; absent: all. */
  readonly status?: 'open' | 'decided' | undefined;
  readonly page: PageAsked;
}

/**
 * The causes of an advertiser that wait for a human or were decided, with what they are about and how many messages wait;
 * in an order that stays. A page may hold fewer than its limit before the list ends. Throws `advertiser-not-found`.
 */
export const listReviews = async (
  ports: SubjectPorts & {
    readonly advertisers: Advertisers;
    readonly reviews: Pick<Reviews, 'list'>;
    readonly waiting: WaitingCounts;
    readonly clock: Clock;
  },
  { access, status, page }: ListReviews,
): Promise<Page<ReviewToRead>> => {
  await knownAdvertiser(ports.advertisers, access);
  const now = ports.clock.now();
  const { items, ...position } = await ports.reviews.list(access, page);
  const asked = items
    .filter((review) => !hasEnded(review, now))
    .map((review) => reviewNow(review, now))
    .filter(({ isOpen }) => status === undefined || isOpen === (status === 'open'));
  const read = asked.map(async (each): Promise<ReviewToRead> => {
    const [subject, waiting] = await Promise.all([
      subjectOfReview(ports, access, each.review),
      ports.waiting.count(access, each.review.reviewId),
    ]);
    return { ...each, subject, waiting };
  });
  return { items: await Promise.all(read), ...position };
};
