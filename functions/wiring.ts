import { randomBytes } from 'node:crypto';
import {
  closedVault,
  type Decrypting,
  type Encrypting,
  opener,
  secrets,
  table,
  vault,
} from '#functions/wiring/keys/vaults.ts';
import { once } from '#functions/wiring/once.ts';
import { codeKeysOf } from '#shared/adapters/crypto/code-keys.ts';
import { fingerprintsOf, type KeyedNames } from '#shared/adapters/crypto/fingerprints.ts';
import { tokensOf } from '#shared/adapters/crypto/tokens.ts';
import type { Vault } from '#shared/adapters/crypto/vault.ts';
import { profilesOf } from '#shared/adapters/dynamodb/audience/profiles.ts';
import { contactEventsOf } from '#shared/adapters/dynamodb/ledger/contact-events.ts';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { storedNamesOf } from '#shared/adapters/dynamodb/ledger/stored-names.ts';
import { vetReadsOf } from '#shared/adapters/dynamodb/ledger/vet-reads.ts';
import { messageListsOf } from '#shared/adapters/dynamodb/messages/message-lists.ts';
import { messagesOf } from '#shared/adapters/dynamodb/messages/messages.ts';
import { reviewsOf } from '#shared/adapters/dynamodb/messages/reviews.ts';
import { testRecipientListsOf } from '#shared/adapters/dynamodb/messages/test-recipients.ts';
import { oppositionListsOf } from '#shared/adapters/dynamodb/rights/opposition-lists.ts';
import { advertisersOf } from '#shared/adapters/dynamodb/settings/advertisers.ts';
import { apiKeysOf } from '#shared/adapters/dynamodb/settings/api-keys.ts';
import { identitiesStoreOf } from '#shared/adapters/dynamodb/settings/identities.ts';
import { formVersionsOf, templateVersionsOf } from '#shared/adapters/dynamodb/settings/versions.ts';
import { contentClient } from '#shared/adapters/s3/client.ts';
import { contentsOf } from '#shared/adapters/s3/contents.ts';
import { sentVariantsOf } from '#shared/adapters/s3/sent-variants.ts';
import { secretOf } from '#shared/adapters/secrets.ts';
import type { CodeKeys } from '#shared/app/centre/codes.port.ts';
import type { NewId } from '#shared/app/clock.port.ts';
import type { Fingerprints } from '#shared/app/contacts/fingerprints.port.ts';
import type { Profiles } from '#shared/app/contacts/profiles.port.ts';
import type { Identities } from '#shared/app/identities/identities.port.ts';
import type { OppositionLists } from '#shared/app/imports/opposition-lists.port.ts';
import type { ApiKeys } from '#shared/app/keys/api-keys.port.ts';
import type { Contents } from '#shared/app/messages/contents.port.ts';
import type { MessageLists } from '#shared/app/messages/message-lists.port.ts';
import type { Messages } from '#shared/app/messages/messages.port.ts';
import type { SentVariants } from '#shared/app/messages/sent/sent-variants.port.ts';
import type { Tokens } from '#shared/app/oppositions/tokens.port.ts';
import type { TestRecipientLists } from '#shared/app/preview/test-recipients.port.ts';
import type { ContactEvents } from '#shared/app/records/contact-events.port.ts';
import type { Ledger } from '#shared/app/records/ledger.port.ts';
import type { Reviews } from '#shared/app/reviews/reviews.port.ts';
import type { Advertisers } from '#shared/app/settings/advertisers.port.ts';
import type { ListedForms, ListedTemplates } from '#shared/app/settings/versions.port.ts';
import type { VetReads } from '#shared/app/verdicts/vet-reads.port.ts';
import { monthsOfValues } from '#shared/law/readings/proof.ts';
import { expiryOf } from '#shared/law/readings/retention.ts';

/**
 * The composition root: from the environment of a function to its ports. Each is made once per process, when first
 * asked for. Each is marked pure, so that a bundle holds only those that its function names.
 */
type Needs<V extends string> = Readonly<Record<V, string>>;

export { clock, opener, table, vault } from '#functions/wiring/keys/vaults.ts';
export { INERT_TOKENS as inertTokens, inertTokensAt } from '#shared/adapters/crypto/inert-tokens.ts';
export { pause } from '#shared/adapters/pause.ts';

/** Random ids: 128 bits in 22 characters of base64url. */
export const newId: NewId = () => randomBytes(16).toString('base64url');

const fingerprintSecret = /* @__PURE__ */ once((env: Needs<'FINGERPRINT_SECRET_ID'>) =>
  secretOf(secrets(env), env.FINGERPRINT_SECRET_ID),
);

/** Fingerprints under their secret, read at first use. */
export const keyedNames = async (env: Needs<'FINGERPRINT_SECRET_ID' | 'TABLE_NAME'>): Promise<KeyedNames> =>
  fingerprintsOf(await fingerprintSecret(env)(), storedNamesOf(table(env)));
export const fingerprints = async (env: Needs<'FINGERPRINT_SECRET_ID' | 'TABLE_NAME'>): Promise<Fingerprints> =>
  keyedNames(env);

const ledgerUnder = (env: Needs<'TABLE_NAME'>, ofLedger: Vault): Ledger =>
  ledgerOf({
    ...table(env),
    vault: ofLedger,
    expiryOf: async (access, standing) => expiryOf(standing, await advertisers(env).get(access)),
  });

export const ledger = /* @__PURE__ */ once((env: Encrypting) => ledgerUnder(env, vault(env)));

/** The ledger for what keeps no address: an act of a contact that is named by its id, an opposition. */
export const ledgerWithoutAddresses = /* @__PURE__ */ once((env: Needs<'TABLE_NAME'>) => ledgerUnder(env, closedVault));

export const profiles = /* @__PURE__ */ once(
  (env: Encrypting): Profiles => profilesOf({ ...table(env), vault: vault(env) }),
);

/** The same for who reads them. */
export const readProfiles = /* @__PURE__ */ once(
  (env: Decrypting): Pick<Profiles, 'read'> => profilesOf({ ...table(env), vault: opener(env) }),
);

export const contactEvents = /* @__PURE__ */ once(
  (env: Needs<'TABLE_NAME'>): ContactEvents => contactEventsOf(table(env)),
);

export const oppositionLists = /* @__PURE__ */ once(
  (env: Encrypting): OppositionLists => oppositionListsOf({ ...table(env), vault: vault(env) }),
);

/** The same for who reads them. */
const listedOppositions = /* @__PURE__ */ once(
  (env: Decrypting): OppositionLists => oppositionListsOf({ ...table(env), vault: opener(env) }),
);

export const vetReads = /* @__PURE__ */ once(
  (env: Decrypting): VetReads => vetReadsOf({ ...table(env), vault: opener(env), lists: listedOppositions(env) }),
);

/** The same for who decides on no message: without what partners listed. */
export const sendReads = /* @__PURE__ */ once(
  (env: Decrypting): VetReads => vetReadsOf({ ...table(env), vault: opener(env) }),
);

const messagesUnder = (env: Needs<'TABLE_NAME'>, ofMessages: Vault): Messages =>
  messagesOf({
    ...table(env),
    vault: ofMessages,
    monthsOf: async (access) => monthsOfValues((await advertisers(env).get(access))?.retention),
  });

export const messages = /* @__PURE__ */ once((env: Encrypting): Messages => messagesUnder(env, vault(env)));

/** The same for who accepts none. */
export const acceptedMessages = /* @__PURE__ */ once(
  (env: Decrypting): Omit<Messages, 'accept'> => messagesUnder(env, opener(env)),
);

/** Messages, without their encrypted address and merge values. */
export const messageStates = /* @__PURE__ */ once(
  (env: Needs<'TABLE_NAME'>): Pick<Messages, 'get' | 'move'> => messagesOf({ ...table(env), vault: closedVault }),
);

export const testRecipientLists = /* @__PURE__ */ once(
  (env: Needs<'TABLE_NAME'>): TestRecipientLists => testRecipientListsOf(table(env)),
);

export const messageLists = /* @__PURE__ */ once(
  (env: Needs<'TABLE_NAME'>): MessageLists => messageListsOf(table(env)),
);

export const advertisers = /* @__PURE__ */ once((env: Needs<'TABLE_NAME'>): Advertisers => advertisersOf(table(env)));

export const identities = /* @__PURE__ */ once((env: Needs<'TABLE_NAME'>): Identities => identitiesStoreOf(table(env)));

export const formVersions = /* @__PURE__ */ once((env: Needs<'TABLE_NAME'>): ListedForms => formVersionsOf(table(env)));

export const templates = /* @__PURE__ */ once(
  (env: Needs<'TABLE_NAME'>): ListedTemplates => templateVersionsOf(table(env)),
);

export const reviews = /* @__PURE__ */ once((env: Needs<'TABLE_NAME'>): Reviews => reviewsOf(table(env)));

export const apiKeys = /* @__PURE__ */ once((env: Needs<'TABLE_NAME'>): ApiKeys => apiKeysOf(table(env)));

/** The bucket of contents and of what left, by one client: a process opens one connection to it. */
export const contentStore = /* @__PURE__ */ once(({ CONTENT_BUCKET }: Needs<'CONTENT_BUCKET'>) => ({
  client: contentClient(),
  bucket: CONTENT_BUCKET,
}));

export const contents = /* @__PURE__ */ once((env: Needs<'CONTENT_BUCKET'>): Contents => contentsOf(contentStore(env)));

export const sentVariants = /* @__PURE__ */ once(
  (env: Needs<'CONTENT_BUCKET'>): SentVariants => sentVariantsOf(contentStore(env)),
);

export const tokenSecret = /* @__PURE__ */ once((env: Needs<'TOKEN_SECRET_ID'>) =>
  secretOf(secrets(env), env.TOKEN_SECRET_ID),
);

/** Opposition links under their secret, read at first use. */
export const tokens = async (env: Needs<'TOKEN_SECRET_ID'>): Promise<Tokens> => tokensOf(await tokenSecret(env)());

/** Where mails that oppose arrive; `undefined`: nowhere. */
export const inboxDomainOf = ({ INBOX_DOMAIN }: Needs<'INBOX_DOMAIN'>): string | undefined =>
  INBOX_DOMAIN === 'none' ? undefined : INBOX_DOMAIN;

/** The same of whoever writes messages, who name a mailbox beside the link where the deployment receives mail. */
export const tokensOfMessages = async (env: Needs<'TOKEN_SECRET_ID' | 'INBOX_DOMAIN'>): Promise<Tokens> =>
  tokensOf(await tokenSecret(env)(), inboxDomainOf(env));

/** Hashes of codes and passes of open centres, under the same secret. */
export const codeKeys = async (env: Needs<'TOKEN_SECRET_ID'>): Promise<CodeKeys> =>
  codeKeysOf(await tokenSecret(env)());

/** The text of the root key's secret: JSON whose `key1` is the key. */
export const rootSecret = /* @__PURE__ */ once((env: Needs<'ROOT_KEY_SECRET_ID'>) =>
  secretOf(secrets(env), env.ROOT_KEY_SECRET_ID),
);
