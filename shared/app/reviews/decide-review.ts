import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { idempotencyKeyReused, invalidRequest } from '#shared/domain/failure.ts';
import { isOfReply } from '#shared/domain/review/reply-review.ts';
import type { DecisionContent, ReviewId } from '#shared/domain/review/review.ts';
import { reviewNotFound } from '#shared/domain/review/review-failures.ts';
import type { Clock } from '../clock.port.ts';
import type { Ledger, RequestHash } from '../records/ledger.port.ts';
import { decideReply } from './decide-reply.ts';
import { type ReviewNow, reviewNow } from './list-reviews.ts';
import type { Reviews } from './reviews.port.ts';

export interface DecideReview {
  readonly access: AdvertiserAccess;
  readonly reviewId: ReviewId;
  readonly content: DecisionContent;
  readonly apiKeyId: string;
  /** Whether the key may undo records: a doubtful reply asks for it. */
  readonly mayAnnul: boolean;
  readonly request: RequestHash;
}

/**
 * Stores what a named human decided of a cause: effective at the next vet, and what waits on it is released by the
 * clock (D6). Evidence: a later decision replaces it and erases nothing. The same request again is the same decision.
 * Of a doubtful reply it is carried out as well (`decideReply`), and the same call does what is left of that. Throws `review-not-found`,
 * `idempotency-key-reused`, `concurrent-change`, and `invalid-request` for a period that is past already.
 */
export const decideReview = async (
  ports: { readonly reviews: Pick<Reviews, 'get' | 'decide'>; readonly ledger: Ledger; readonly clock: Clock },
  command: DecideReview,
): Promise<ReviewNow> => {
  const { access, reviewId, content, apiKeyId, request } = command;
  const now = ports.clock.now();
  const review = await ports.reviews.get(access, reviewId);
  if (!review) throw reviewNotFound();
  const { decision: latest } = review;
  const isRepeated = latest?.requestId === request.requestId;
  if (isRepeated && latest.bodySha256 !== request.bodySha256) throw idempotencyKeyReused();
  if (isOfReply(review)) return reviewNow(await decideReply(ports, command, review), now);
  if (isRepeated) return reviewNow(review, now);
  if (content.until !== undefined && content.until <= now)
    throw invalidRequest([{ pointer: '/until', detail: 'past already' }]);
  const decision = { ...content, number: (latest?.number ?? 0) + 1, decidedAt: now, apiKeyId, ...request };
  return reviewNow(await ports.reviews.decide(access, review, decision), now);
};
