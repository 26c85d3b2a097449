import type { Clock } from '#shared/app/clock.port.ts';
import type { DoubtfulReplies } from '#shared/app/reviews/doubtful-replies.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { contactIdOf, type FactId } from '#shared/domain/ids.ts';
import { causeOfReply, endOfReply } from '#shared/domain/review/reply-review.ts';
import { type Review, reviewIdOf } from '#shared/domain/review/review.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { readable, unharmed } from '#shared/domain/unreadable.ts';
import { contextOfReply } from '../../crypto/encryption-context.ts';
import type { Vault } from '../../crypto/vault.ts';
import { reviewsAway } from '../../stores-away.ts';
import { storeIfAbsent } from '../conditional.ts';
import { reviewKey } from '../keys.ts';
import { wrappedKeysOf } from '../ledger/contact-keys.ts';
import type { Table } from '../table.ts';

interface Deps extends Table {
  readonly vault: Pick<Vault, 'unwrap' | 'encrypt' | 'decrypt'>;
  readonly clock: Clock;
}

/** The key of the contact, as its standing has it; none is kept beside the words, so that they go with it. */
const keyOf = async (deps: Deps, access: AdvertiserAccess, recordId: FactId) => {
  const contactId = contactIdOf(recordId);
  const wrapped = (await wrappedKeysOf(deps, access, [contactId])).get(contactId);
  return wrapped === undefined ? undefined : unharmed(deps.vault.unwrap(access.advertiserId, wrapped));
};

/** Doubtful replies on DynamoDB: each a review among the others, with its words encrypted and a term. */
export const doubtfulRepliesOf = (deps: Deps): DoubtfulReplies => ({
  open: async (access, { recordId, words, openedAt, way }) => {
    const key = await keyOf(deps, access, recordId);
    if (key === undefined) return false;
    const cause = causeOfReply(recordId, way);
    const reviewId = reviewIdOf(access.advertiserId, cause);
    const endsAt = endOfReply(openedAt);
    const encrypted = deps.vault.encrypt(key, words, contextOfReply(access, recordId));
    const reply = { recordId, words: encrypted };
    const review: Review = { advertiserId: access.advertiserId, reviewId, cause, openedAt, reply, endsAt };
    const item = { ...reviewKey(access, reviewId), entity: 'review', v: 1, ...review, expiresAt: epochSeconds(endsAt) };
    await storeIfAbsent(deps, item, reviewsAway);
    return true;
  },
  wordsOf: async (access, { reply }) => {
    const { recordId, words } = reply ?? {};
    if (recordId === undefined || words === undefined) return undefined;
    const key = await keyOf(deps, access, recordId);
    return key && readable(() => deps.vault.decrypt(key, words, contextOfReply(access, recordId)));
  },
});
