import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import type { Address, Fingerprints } from '#shared/app/contacts/fingerprints.port.ts';
import type { Contents } from '#shared/app/messages/contents.port.ts';
import type { Ledger, Person, StoredRequest } from '#shared/app/records/ledger.port.ts';
import type { Reviews } from '#shared/app/reviews/reviews.port.ts';
import type { Advertisers } from '#shared/app/settings/advertisers.port.ts';
import type { FormVersions, TemplateVersions } from '#shared/app/settings/versions.port.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { FormReference, FormVersion } from '#shared/domain/consent/form-version.ts';
import type { AdvertiserId, ContactId, Instant } from '#shared/domain/ids.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Content } from '#shared/domain/message/content.ts';
import type { Sends, TemplateReference } from '#shared/domain/message/message.ts';
import type { TemplateVersion } from '#shared/domain/message/template.ts';
import type { TemplateApproval } from '#shared/domain/message/template-approval.ts';
import { type Review, type ReviewDecision, reviewIdOf } from '#shared/domain/review/review.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { identitiesInMemory } from './identities.ts';
import { namedTextsInMemory, ownTextsInMemory } from './own-texts.ts';

/** One contact: its events, and the standing that the use cases computed from them. */
interface Kept {
  readonly standing: Standing;
  readonly events: readonly LedgerEvent[];
}

const nothingUnread = () => Promise.reject(new Error('everything in memory can be read'));

const ledgerInMemory = (): Ledger => {
  const contacts = new Map<ContactId, Kept>();
  const persons = new Map<string, Person>();
  const requests = new Map<string, StoredRequest>();
  return {
    readStanding: async (_, contactId) => contacts.get(contactId)?.standing,
    readPerson: async (_, person) => persons.get(person),
    glimpse: {
      contact: nothingUnread,
      events: async (_, contactId) => contacts.get(contactId)?.events ?? [],
      contactsOf: nothingUnread,
    },
    append: async (_, writes, { person, leaves, request }) => {
      for (const { contactId, standing, events } of writes.filter((write) => 'standing' in write))
        contacts.set(contactId, { standing, events: [...(contacts.get(contactId)?.events ?? []), ...events] });
      if (person) persons.set(person.after.person, { ...person.after, lock: person.before.lock + 1 });
      if (leaves) persons.set(leaves.after.person, { ...leaves.after, lock: leaves.before.lock + 1 });
      const [first] = writes;
      if (request && first)
        requests.set(request.requestId, { contactId: first.contactId, bodySha256: request.bodySha256 });
      return 'written';
    },
    bytesOf: () => 0,
    lastPosition: async (_, contactId) => contacts.get(contactId)?.standing.seq ?? 0,
    findRequest: async (_, requestId) => requests.get(requestId),
    takeRequest: async (_, contactId, { requestId, bodySha256 }) => {
      const stored = requests.get(requestId) ?? { contactId, bodySha256 };
      requests.set(requestId, stored);
      return stored;
    },
    listEvents: async (_, contactId) => contacts.get(contactId)?.events ?? [],
  };
};

const advertisersInMemory = (): Advertisers => {
  let stored: Advertiser | undefined;
  return {
    get: async () => stored,
    getVersion: async () => stored,
    current: async () => stored,
    listVersions: async () => ({ items: stored === undefined ? [] : [stored] }),
    putDraft: async ({ advertiserId }, settings, at) => {
      const version: Advertiser = { ...settings, advertiserId, settingsVersion: 2, recordedAt: at, draft: true };
      return { version, isNew: true };
    },
    put: async ({ advertiserId }, settings, at) => {
      stored = { ...settings, advertiserId, settingsVersion: 1, recordedAt: at };
      return stored;
    },
  };
};

const versionsInMemory = <Version, Reference>(keyOf: (reference: Reference & object) => string) => {
  const stored = new Map<string, Version>();
  return {
    get: async (_: unknown, reference: Reference & object) => stored.get(keyOf(reference)),
    put: async (_: unknown, version: Version & Reference & object) => {
      stored.set(keyOf(version), version);
      return { version, isNew: true };
    },
  };
};
const formKey = ({ formId, version }: FormReference): string => `${formId}@${version}`;
const templateKey = ({ templateId, version }: TemplateReference): string => `${templateId}@${version}`;

const templatesInMemory = (): TemplateVersions => {
  const approvals = versionsInMemory<TemplateApproval, TemplateReference>(templateKey);
  return {
    ...versionsInMemory<TemplateVersion, TemplateReference>(templateKey),
    approvalOf: approvals.get,
    approve: async (...asked) => {
      await approvals.put(...asked);
      return 'stored';
    },
  };
};

const contentsInMemory = (): Contents => {
  const stored = new Map<string, Content>();
  return {
    put: async (_, content) => {
      const sha256 = sha256OfJson(content);
      stored.set(sha256, content);
      return sha256;
    },
    has: async (_, sha256) => stored.has(sha256),
    get: async (_, sha256) => stored.get(sha256),
    ...ownTextsInMemory(),
  };
};

/** Reviews, and the decision that a verdict reads. */
const reviewsInMemory = () => {
  const byCause = new Map<string, Review>();
  const reviews: Reviews = {
    find: async (_, cause) => byCause.get(cause),
    get: async (_, reviewId) => [...byCause.values()].find((review) => review.reviewId === reviewId),
    open: async ({ advertiserId }, cause, at) => {
      if (byCause.has(cause)) return;
      byCause.set(cause, { advertiserId, reviewId: reviewIdOf(advertiserId, cause), cause, openedAt: at });
    },
    list: async () => ({ items: [...byCause.values()] }),
    complain: async ({ advertiserId }, cause, complainedAt) => {
      const review = { advertiserId, reviewId: reviewIdOf(advertiserId, cause), cause, openedAt: complainedAt };
      byCause.set(cause, { ...review, ...byCause.get(cause), complainedAt });
    },
    decide: async (_, review, decision) => {
      const decided = { ...review, decision };
      byCause.set(review.cause, decided);
      return decided;
    },
    wait: async () => undefined,
  };
  return { reviews, decisionOn: (cause: string): ReviewDecision | undefined => byCause.get(cause)?.decision };
};

/** Fingerprints under one key. Deriving it takes longer than a verdict, so that each address is asked for once. */
const fingerprintsInMemory = (): Fingerprints => {
  const fingerprints = fingerprintsOf(JSON.stringify({ key1: Buffer.alloc(32, 7).toString('base64') }));
  const known = new Map<string, ContactId>();
  const idOf = (advertiserId: AdvertiserId, address: Address): ContactId => {
    const key = `${advertiserId} ${address.kind} ${address.value}`;
    const contactId = known.get(key) ?? fingerprints.contactIdOf(advertiserId, address);
    known.set(key, contactId);
    return contactId;
  };
  return {
    ...fingerprints,
    find: async ({ advertiserId }, address) => ({ contactId: idOf(advertiserId, address), otherIds: [] }),
  };
};
const FINGERPRINTS = fingerprintsInMemory();

/**
 * What the use cases need, kept in memory for one advertiser, where two writers never meet. The use cases compute the
 * standings, as they do over the real stores.
 */
export const storesInMemory = (startAt: number) => {
  let now = startAt;
  const sends = new Map<ContactId, Sends[]>();
  return {
    clock: { now: (): Instant => toInstant(now) },
    pause: async (): Promise<void> => undefined,
    pass: (hours: number): void => {
      now += hours * 3_600_000;
    },
    /** Sets the clock to an instant, ms. */
    setTo: (milliseconds: number): void => {
      now = milliseconds;
    },
    ledger: ledgerInMemory(),
    advertisers: advertisersInMemory(),
    identities: identitiesInMemory(),
    formVersions: versionsInMemory<FormVersion, FormReference>(formKey) satisfies FormVersions,
    templates: templatesInMemory(),
    contents: contentsInMemory(),
    namedTexts: namedTextsInMemory(),
    /** Nothing is sent: a message that an opposition names is no longer there. */
    messages: { get: async () => undefined },
    fingerprints: FINGERPRINTS,
    sends,
    ...reviewsInMemory(),
  };
};
export type Stores = ReturnType<typeof storesInMemory>;
