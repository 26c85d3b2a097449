import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import type { ReviewId } from '#shared/domain/review/review.ts';
import type { MessageReference } from '../send/send-queue.port.ts';
import type { Waiting } from './reviews.port.ts';

/** A decision whose waiting messages may not all have been released. */
export interface DecidedReview {
  readonly advertiserId: AdvertiserId;
  readonly reviewId: ReviewId;
  /** The decision's number. */
  readonly number: number;
}

export interface WaitingWalk {
  /** False for what the decision does not cover: it goes on waiting. */
  readonly covers: (waiting: Pick<Waiting, 'channel' | 'offerCategory'>) => boolean;
  readonly release: (waiting: readonly MessageReference[]) => Promise<void>;
}

export interface WaitingLists {
  /** `unreadable`: entries that no decision can be read from. They stay where they are. */
  listDecided(): Promise<{ readonly decided: readonly DecidedReview[]; readonly unreadable: number }>;
  /**
   * Calls `release` for page after page of what waits and the decision covers, removing each page after it; at the end of
   * the lists the decision is done. Each step is a page of every list and yields how many were released. A crash repeats a
   * page and skips none. An entry that cannot be read stays, and holds up no other: it throws at the end of the lists, and
   * the decision is not done.
   */
  releaseWaiting(access: AdvertiserAccess, decided: DecidedReview, walk: WaitingWalk): AsyncGenerator<number>;
}
