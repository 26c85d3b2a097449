import * as z from 'zod/mini';
import { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { ApiKey } from '#shared/domain/advertiser/api-key.ts';
import { BoundIdentity } from '#shared/domain/advertiser/identity.ts';
import { FormVersion } from '#shared/domain/consent/form-version.ts';
import { HaltChange, Halts } from '#shared/domain/halt.ts';
import { AdvertiserId, ContactId, Instant, MessageId, OfferCategory, Sha256 } from '#shared/domain/ids.ts';
import { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { Standing } from '#shared/domain/ledger/standing.ts';
import { Channel } from '#shared/domain/message/channel.ts';
import { Message } from '#shared/domain/message/message.ts';
import { TemplateVersion } from '#shared/domain/message/template.ts';
import { TemplateApproval } from '#shared/domain/message/template-approval.ts';
import { Opposition } from '#shared/domain/opposition/opposition.ts';
import { PARKED_FROM } from '#shared/domain/parked.ts';
import { Review, ReviewDecision, ReviewId } from '#shared/domain/review/review.ts';
import { item } from './item-of.ts';

/**
 * What the table contains, item by item. Each carries its `entity` and the version `v` of its shape; a test pins a hash
 * of every schema, so that a stored shape cannot change unnoticed. `expiresAt` is TTL, in seconds.
 */

/** Ciphertext, and the wrapped data key that decrypts it. */
export const EncryptedItem = z.strictObject({ ciphertext: z.string(), wrappedKey: z.string() });

/** `expiresAt` is there only while `oppositions` is empty: TTL must never delete an opposition. `v` is 2 where its use is restricted. */
export const StandingItem = z.extend(Standing, {
  ...item('standing'),
  v: z.literal([1, 2]),
  /** The address, encrypted under `wrappedKey`. */
  address: z.optional(z.string()),
  wrappedKey: z.optional(z.string()),
  /** How a telephone number begins, four characters: `+336`, `+262`. Absent: an e-mail address, or not known. */
  prefix: z.optional(z.string()),
  /** First ledger position of the contact's present life: what came before had expired. */
  chainStart: z.int(),
  expiresAt: z.optional(z.int()),
});

export const EventItem = z.strictObject({
  ...item('event'),
  advertiserId: AdvertiserId,
  contactId: ContactId,
  event: LedgerEvent,
});

export const RequestItem = z.strictObject({
  ...item('request'),
  contactId: ContactId,
  bodySha256: Sha256,
  expiresAt: z.int(),
});

export const PersonItem = z.strictObject({
  ...item('person'),
  advertiserId: AdvertiserId,
  person: z.string(),
  contacts: z.array(ContactId),
  oppositions: z.array(Opposition),
  /** The person that this one was merged into. */
  mergedInto: z.optional(z.string()),
  /** Those that were merged into this one. */
  merged: z.optional(z.array(z.string())),
  lock: z.int(),
});

/** Who got a test lately, with when the latest was accepted. */
export const TestRecipientsItem = z.strictObject({
  ...item('test-recipients'),
  recipients: z.record(ContactId, Instant),
  revision: z.int(),
  expiresAt: z.int(),
});

/** Entries by message id, with short names: the item is read with every vet. */
export const SendsItem = z.strictObject({
  ...item('sends'),
  month: z.string(),
  channel: Channel,
  revision: z.int(),
  entries: z.record(
    z.string(),
    z.strictObject({
      at: Instant,
      by: z.string(),
      as: z.optional(z.enum(['sent', 'unknown'])),
      renews: z.optional(z.literal(true)),
      test: z.optional(z.literal(true)),
      class: z.optional(z.enum(['transactional', 'relational'])),
    }),
  ),
  expiresAt: z.int(),
  /** Where the audit finds it: by the hour of its latest claim. Absent: claimed by a release before the audit. */
  ofDay: z.optional(z.string()),
  position: z.optional(z.string()),
});

/** An insert with the status `accepted` is what puts the message on the send queue: the stream is the outbox. */
export const MessageItem = z.extend(Message, {
  ...item('message'),
  bodySha256: Sha256,
  /** Absent: they were removed with its contact. */
  secrets: z.optional(EncryptedItem),
  /** What its texts said of its reader alone, under the key of its secrets. Absent: it did not leave, or they were removed. */
  encryptedHoles: z.optional(z.string()),
  expiresAt: z.int(),
  /** Where the lists find it: keys of the indexes, and its position in each. */
  ofContact: z.string(),
  ofDay: z.string(),
  ofReference: z.string(),
  /** Only of a message that people answer, once its provider took it. */
  ofProviderId: z.optional(z.string()),
  position: z.string(),
});

/** When a contact was notified that its STOP is recorded. */
export const ConfirmationItem = z.strictObject({ ...item('confirmation'), at: Instant, expiresAt: z.int() });

export const DueItem = z.strictObject({ ...item('due'), advertiserId: AdvertiserId, messageId: MessageId });
export const DueCursorItem = z.strictObject({ ...item('due-cursor'), hour: z.string() });
export const SettingsItem = z.extend(Advertiser, item('settings'));
export const ListedAdvertiserItem = z.strictObject({ ...item('listed-advertiser'), advertiserId: AdvertiserId });
export const SirenItem = z.strictObject({ ...item('siren'), advertiserId: AdvertiserId });
/** All that is bound to one advertiser. */
export const IdentitiesItem = z.strictObject({
  ...item('identities'),
  revision: z.int(),
  identities: z.array(BoundIdentity),
});
/** Who holds what one advertiser holds at most. */
export const HolderItem = z.strictObject({ ...item('identity-holder'), advertiserId: AdvertiserId });
export const ReplyCodeItem = z.strictObject({ ...item('reply-code'), advertiserId: AdvertiserId });
/** An advertiser's own key, which KMS encrypted: base64. Put once, never changed, no TTL. */
export const AdvertiserKeyItem = z.strictObject({
  ...item('advertiser-key'),
  /** No name of an advertiser where it is the key of what is parked. */
  advertiserId: z.string(),
  number: z.int().check(z.gte(1)),
  encryptedKey: z.string().check(z.minLength(1)),
  madeAt: Instant,
});
/** `v` is 2 where the form says until when people agree. */
export const FormVersionItem = z.extend(FormVersion, { ...item('form-version'), v: z.literal([1, 2]) });
export const TemplateVersionItem = z.extend(TemplateVersion, item('template-version'));
/** Evidence: put once, never changed. */
export const TemplateApprovalItem = z.extend(TemplateApproval, item('template-approval'));
export const ReviewItem = z.extend(Review, { ...item('review'), expiresAt: z.optional(z.int()) });
/** Evidence: put once, never changed, no TTL. */
export const ReviewDecisionItem = z.strictObject({
  ...item('review-decision'),
  advertiserId: AdvertiserId,
  reviewId: ReviewId,
  cause: z.string(),
  decision: ReviewDecision,
});
export const WaitingItem = z.strictObject({
  ...item('waiting'),
  advertiserId: AdvertiserId,
  messageId: MessageId,
  channel: Channel,
  offerCategory: OfferCategory,
  expiresAt: z.int(),
});
/** There while messages that wait on a decided cause may be left; `number` is that of the decision. */
export const DecidedItem = z.strictObject({
  ...item('review-decided'),
  advertiserId: AdvertiserId,
  reviewId: ReviewId,
  number: z.int(),
});
/** Written with the key itself; before that was so, first: an entry without its key is a key that was never made. */
export const ListedApiKeyItem = z.strictObject({ ...item('listed-api-key'), apiKeyId: z.string() });
export const ApiKeyItem = z.extend(ApiKey, item('api-key'));
/** Under the key that created it. */
export const CreatedApiKeyItem = z.strictObject({ ...item('created-api-key'), apiKeyId: z.string() });
/** What could not be handled, its body encrypted; no TTL: it stays until somebody redrives or drops it. */
export const ParkedItem = z.strictObject({
  ...item('parked'),
  from: z.enum(PARKED_FROM),
  reason: z.string(),
  parkedAt: Instant,
  about: z.optional(z.string()),
  body: EncryptedItem,
});
/** What stops hand-offs now; absent: nothing does. */
export const HaltsItem = z.extend(Halts, item('halts'));
/** Evidence: put once, never changed, no TTL. */
export const HaltChangeItem = z.strictObject({
  ...item('halt-change'),
  number: z.int(),
  at: Instant,
  change: HaltChange,
});
