import * as z from 'zod/mini';
import type { Clock } from '#shared/app/clock.port.ts';
import type { FoundMessage, MessageSecrets, Messages } from '#shared/app/messages/messages.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import type { MessageId } from '#shared/domain/ids.ts';
import { type Message, PRIOR_STATES, type PutBack } from '#shared/domain/message/message.ts';
import type { SentHoles } from '#shared/domain/message/sent-variant.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { addMonths, MONTHS_OF_VALUES } from '#shared/domain/retention/months-of-values.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { contextOfHoles, contextOfSecrets } from '../../crypto/encryption-context.ts';
import type { Vault } from '../../crypto/vault.ts';
import { messagesAway } from '../../stores-away.ts';
import { holdsOnce, storeIfAbsent } from '../conditional.ts';
import { MessageItem } from '../items.ts';
import { messageKey } from '../keys.ts';
import { wrappedKeysOf } from '../ledger/contact-keys.ts';
import { messageOf } from '../plain.ts';
import { getItem, type Item, isExpired, type Table, toImage } from '../table.ts';
import { indexedByProvider } from './answered-messages.ts';
import { holesInText, textOfHoles } from './holes-text.ts';
import { indexedBy } from './message-lists.ts';
import { moveMessage } from './move-message.ts';
import { OwnTextStored } from './text-items.ts';

export interface MessagesDeps extends Table {
  readonly vault: Vault;
  readonly clock: Clock;
  /** Months for which an advertiser keeps messages; thirteen where absent. */
  readonly monthsOf?: (access: AdvertiserAccess) => Promise<number>;
}
type Draft = { readonly message: Message; readonly secrets: MessageSecrets; readonly bodySha256: string };

const WRITES_AT_ONCE = 16;
/** Bytes of both that an item of 400 KB has room for, beside the message. */
const MOST_ENCRYPTED = 350 * 1024;

const Secrets = z.strictObject({
  address: z.string(),
  mergeValues: z.record(z.string(), z.string()),
  text: z.optional(OwnTextStored),
});
/** Of a message whose contact was erased. */
const NONE: MessageSecrets = { address: '', mergeValues: {} };
/**
 * Secrets are encrypted with the contact's own data key, of which the message keeps a wrapped copy: a worker
 * decrypts it with one read, also after the contact has expired. An unknown contact gets a key of the message's own.
 */
const encryptSecrets = async (
  deps: MessagesDeps,
  access: AdvertiserAccess,
  draft: Draft,
  wrapped: string | undefined,
) => {
  const { advertiserId } = access;
  const key =
    wrapped === undefined ? await deps.vault.newKey(advertiserId) : await deps.vault.renew(advertiserId, wrapped);
  const text = JSON.stringify(draft.secrets);
  const ciphertext = deps.vault.encrypt(key, text, contextOfSecrets(access, draft.message.messageId));
  return { ciphertext, wrappedKey: key.wrapped };
};

const putDraft = async (deps: MessagesDeps, access: AdvertiserAccess, draft: Draft, wrapped: string | undefined) => {
  const { message, bodySha256 } = draft;
  const secrets = await encryptSecrets(deps, access, draft, wrapped);
  const months = (await deps.monthsOf?.(access)) ?? MONTHS_OF_VALUES.most;
  const expiresAt = epochSeconds(addMonths(message.acceptedAt, months));
  const key = messageKey(access, message.messageId);
  const item = {
    ...key,
    entity: 'message',
    v: 1,
    ...message,
    bodySha256,
    secrets,
    expiresAt,
    ...indexedBy(access, message),
  };
  const there = await storeIfAbsent(deps, item, messagesAway);
  if (there === undefined) return 'stored' as const;
  return there.bodySha256 === bodySha256 ? ('already-stored' as const) : ('reused-key' as const);
};

const read = async (deps: MessagesDeps, access: AdvertiserAccess, messageId: MessageId): Promise<Item | undefined> => {
  const item = await getItem(deps, messageKey(access, messageId), messagesAway);
  return item === undefined || isExpired(item, deps.clock) ? undefined : item;
};

const withSecrets = async (deps: MessagesDeps, access: AdvertiserAccess, item: Item): Promise<FoundMessage> => {
  const { secrets, messageId } = readStored(MessageItem, item);
  const message = messageOf(item);
  if (secrets === undefined) return { message, secrets: NONE };
  const { vault } = deps;
  const key = await vault.unwrap(access.advertiserId, secrets.wrappedKey);
  const clear = vault.decrypt(key, secrets.ciphertext, contextOfSecrets(access, messageId));
  return {
    message,
    secrets: readable(() => Secrets.parse(JSON.parse(clear))),
    encryptHoles: (holes) => {
      const encrypted = vault.encrypt(key, textOfHoles(holes), contextOfHoles(access, messageId));
      return encrypted.length + secrets.ciphertext.length <= MOST_ENCRYPTED ? encrypted : undefined;
    },
  };
};

/** None where its secrets were removed with its contact: their key was the one of these. */
const holesOf = async ({ vault }: MessagesDeps, access: AdvertiserAccess, item: Item): Promise<SentHoles> => {
  const { secrets, encryptedHoles, messageId } = readStored(MessageItem, item);
  if (secrets === undefined || encryptedHoles === undefined) return {};
  const key = await vault.unwrap(access.advertiserId, secrets.wrappedKey);
  return holesInText(vault.decrypt(key, encryptedHoles, contextOfHoles(access, messageId)));
};

/** The states in which a message waits: from each of them it may still be parked. */
const waits = PRIOR_STATES.parked.map((state, index) => [`:waits${index}`, state] as const);

const noteOf = (tableName: string, access: AdvertiserAccess, messageId: MessageId, putBack: PutBack) => {
  const Update = {
    TableName: tableName,
    Key: toImage(messageKey(access, messageId)),
    UpdateExpression: 'SET #putBack = :putBack',
    ConditionExpression: [
      `#status IN (${waits.map(([name]) => name).join(', ')})`,
      '(attribute_not_exists(#putBack) OR #putBack.#times < :times)',
    ].join(' AND '),
    ExpressionAttributeNames: { '#status': 'status', '#putBack': 'putBack', '#times': 'times' },
    ExpressionAttributeValues: toImage({ ...Object.fromEntries(waits), ':putBack': putBack, ':times': putBack.times }),
  };
  return { Update };
};

/** Single messages on DynamoDB. Stored as `accepted`, the stream enqueues them. */
export const messagesOf = (deps: MessagesDeps): Messages => ({
  accept: async (access, drafts) => {
    const contacts = drafts.map(({ message }) => message.contactId);
    const keys = await wrappedKeysOf(deps, access, contacts);
    return atMost(WRITES_AT_ONCE, drafts, (draft) => putDraft(deps, access, draft, keys.get(draft.message.contactId)));
  },
  get: async (access, messageId) => {
    const item = await read(deps, access, messageId);
    return item === undefined ? undefined : messageOf(item);
  },
  repeated: async (access, messageId, bodySha256) => {
    const item = await read(deps, access, messageId);
    if (item === undefined) return undefined;
    return item.bodySha256 === bodySha256 ? messageOf(item) : 'reused-key';
  },
  getWithSecrets: async (access, messageId) => {
    const item = await read(deps, access, messageId);
    return item === undefined ? undefined : withSecrets(deps, access, item);
  },
  getSent: async (access, messageId) => {
    const item = await read(deps, access, messageId);
    return item === undefined ? undefined : { message: messageOf(item), holes: await holesOf(deps, access, item) };
  },
  hasSecrets: async (access, messageId) => (await read(deps, access, messageId))?.secrets !== undefined,
  move: (access, messageId, status, fields, { isAnswered = false, holes } = {}) => {
    const beside = { ...(isAnswered ? indexedByProvider(fields) : {}), ...(holes && { encryptedHoles: holes }) };
    return moveMessage({ ...deps, unreachable: messagesAway }, access, messageId, { status, fields, beside });
  },
  notePutBack: (access, messageId, putBack) =>
    holdsOnce(deps, noteOf(deps.tableName, access, messageId, putBack), messagesAway),
});
