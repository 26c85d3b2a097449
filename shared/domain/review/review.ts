import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { about } from '../about.ts';
import { type AdvertiserId, AdvertiserId as AdvertiserIdSchema, FactId, Instant, OfferCategory } from '../ids.ts';
import { type Channel, Channels } from '../message/channel.ts';
import { line, prose } from '../text/text.ts';

/** A review: `rev_` and 22 characters of base64url. */
export const ReviewId = z
  .string()
  .check(z.regex(/^rev_[A-Za-z0-9_-]{22}$/, 'not a review id'))
  .brand<'ReviewId'>();
export type ReviewId = z.infer<typeof ReviewId>;

/** What a named human decides of a cause (D6). Without scope: every message of that cause; without `until`: for good. */
export const DecisionContent = z.strictObject({
  decision: about(
    'Whether messages of this cause may be sent. Of a doubtful reply (a cause that begins with mail-reply: or sms-reply:): allowed says that it is no opposition and lifts the one that it is; refused leaves it. Either is said once, without appliesTo and until, with a key that has the scope records:annul too.',
    z.enum(['allowed', 'refused']),
  ),
  appliesTo: about(
    'The messages that it decides. Absent: every message of the cause.',
    z.optional(
      z.strictObject({
        channels: about('These channels only, 1 to {max}. Absent: every channel.', z.optional(Channels)),
        offerCategories: about(
          'These offer categories only, 1 to 50. Absent: every one.',
          z.optional(z.array(OfferCategory).check(z.minLength(1), z.maxLength(50))),
        ),
      }),
    ),
  ),
  until: about('When it ends: the cause is open again from then on. Absent: it does not end.', z.optional(Instant)),
  reason: about(
    'Why, in the words of the person who decides, at most 2000 characters. Of a doubtful reply only sha256: and its SHA-256 are kept and shown, since it may quote the person: keep the text yourself.',
    prose(2000),
  ),
  decider: about('The named human who decides, at most 120 characters.', line(120)),
});
export type DecisionContent = z.infer<typeof DecisionContent>;

/** A decision as stored: evidence, never changed. A later one has the next number and replaces it. */
export const ReviewDecision = z.extend(DecisionContent, {
  number: about('The number of the decision on this cause: 1, 2, 3. The latest one applies.', z.int()),
  decidedAt: about('When it was decided, in UTC.', Instant),
  /** The API key that brought it. */
  apiKeyId: z.string(),
  requestId: z.string(),
  bodySha256: z.string(),
});
export type ReviewDecision = z.infer<typeof ReviewDecision>;

/** A cause that a human must decide, once per advertiser, however many messages wait on it. */
export const Review = z.strictObject({
  advertiserId: about('The advertiser.', AdvertiserIdSchema),
  reviewId: about('The id of the review.', ReviewId),
  cause: about('What is to be decided, such as form:newsletter@3 or sale-type:free-account.', z.string()),
  openedAt: about('When the cause was first met, in UTC.', Instant),
  complainedAt: about(
    'When a person last complained of a message of this template, in UTC: it is open until someone decides again, and its messages go on as decided before. Absent: nobody did.',
    z.optional(Instant),
  ),
  /** The latest. */
  decision: z.optional(ReviewDecision),
  /** The opposition that a doubtful reply is until a human says otherwise, and its words, encrypted, until then (D20). */
  reply: z.optional(z.strictObject({ recordId: FactId, words: z.optional(z.string()) })),
  /** When the review of a reply is gone. */
  endsAt: z.optional(Instant),
});
export type Review = z.infer<typeof Review>;

/** The id of a cause at an advertiser: the same cause is the same review. */
export const reviewIdOf = (advertiserId: AdvertiserId, cause: string): ReviewId =>
  `rev_${createHash('sha256')
    .update(JSON.stringify(['review', advertiserId, cause]))
    .digest('base64url')
    .slice(0, 22)}` as ReviewId;

/** True while the decision is in force: before its `until`. */
const isInForce = (decision: Pick<ReviewDecision, 'until'>, at: Instant): boolean =>
  decision.until === undefined || at < decision.until;

/**
 * True while it waits for a human: nobody decided, the decision has ended, or someone complained since. A complaint alone
 * ends no decision.
 */
export const isOpenAt = ({ decision, complainedAt }: Pick<Review, 'decision' | 'complainedAt'>, at: Instant): boolean =>
  decision === undefined || !isInForce(decision, at) || (complainedAt ?? '') > decision.decidedAt;

/** The latest decision on a cause; `undefined`: none was taken, or nobody was asked for it yet. */
export type DecisionOn = (cause: string) => ReviewDecision | undefined;

/** True when the decision is in force and applies to this message; else the cause is undecided for it. */
export const coversMessage = (
  decision: Pick<ReviewDecision, 'until' | 'appliesTo'>,
  at: Instant,
  message: { readonly channel: Channel; readonly offerCategory: string },
): boolean => {
  const { channels, offerCategories } = decision.appliesTo ?? {};
  return (
    isInForce(decision, at) &&
    (channels?.includes(message.channel) ?? true) &&
    (offerCategories?.includes(message.offerCategory) ?? true)
  );
};
