import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { ContactId, FactId, MessageId } from '#shared/domain/ids.ts';
import type { HeldRecord } from '#shared/domain/rights/held-record.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { readable, unharmed } from '#shared/domain/unreadable.ts';
import {
  contextOfAddress,
  contextOfAttributes,
  contextOfHoles,
  contextOfRequest,
  contextOfSecrets,
} from '../../../crypto/encryption-context.ts';
import type { Vault } from '../../../crypto/vault.ts';
import { holesInText } from '../../messages/holes-text.ts';
import type { Item } from '../../table.ts';

/** An encrypted text, and the wrapped key that opens it. */
interface Encrypted {
  readonly ciphertext: string;
  readonly wrappedKey: string;
}

type Open = (access: AdvertiserAccess, encrypted: unknown, context: string) => Promise<string | undefined>;

const isEncrypted = (value: unknown): value is Encrypted =>
  typeof Object(value).ciphertext === 'string' && typeof Object(value).wrappedKey === 'string';

/** `undefined`: there is nothing to open. What cannot be opened throws `stored-unreadable`. */
const opener =
  (vault: Pick<Vault, 'unwrap' | 'decrypt'>): Open =>
  async ({ advertiserId }, encrypted, context) => {
    if (!isEncrypted(encrypted)) return undefined;
    const key = await unharmed(vault.unwrap(advertiserId, encrypted.wrappedKey));
    return readable(() => vault.decrypt(key, encrypted.ciphertext, context));
  };

const json = (text: string | undefined): object => (text === undefined ? {} : readable(() => JSON.parse(text)));

/** What is decrypted of each kind of item that holds something encrypted. `wrappedKey`: of the contact. */
const CLEAR: Readonly<
  Record<string, (open: Open, access: AdvertiserAccess, item: Item, wrappedKey: unknown) => Promise<object>>
> = {
  standing: async (open, access, { contactId, address, wrappedKey }) => {
    const clear = await open(
      access,
      { ciphertext: address, wrappedKey },
      contextOfAddress(access, ContactId.parse(contactId)),
    );
    return { address: clear };
  },
  profile: async (open, access, { pk, attributes }, wrappedKey) => {
    const contactId = ContactId.parse(String(pk).split('#').at(-1));
    const clear = await open(access, { ciphertext: attributes, wrappedKey }, contextOfAttributes(access, contactId));
    return { attributes: json(clear) };
  },
  'rights-request': async (open, access, { id, texts, textsAt, steps }) => {
    const { words, steps: written = [] } = Object(
      json(await open(access, texts, contextOfRequest(access, FactId.parse(id)))),
    );
    const noted = Array.isArray(steps) ? steps.map((step, index) => ({ ...step, ...written[index] })) : [];
    return { texts: undefined, textsAt, words, steps: noted };
  },
  message: async (open, access, { messageId, secrets, encryptedHoles }) => {
    const id = MessageId.parse(messageId);
    const clear = json(await open(access, secrets, contextOfSecrets(access, id)));
    const holes = { ciphertext: encryptedHoles, wrappedKey: Object(secrets).wrappedKey };
    const written = await open(access, holes, contextOfHoles(access, id));
    const writtenForThem = written === undefined ? {} : { writtenForThem: readable(() => holesInText(written)) };
    return { secrets: undefined, encryptedHoles: undefined, ...clear, ...writtenForThem };
  },
  // The address of one whose erasure is under way is given to nobody any more.
  erasure: async () => ({ address: undefined }),
};

/** An item as a record of its contact, decrypted; `wrappedKey`: that of its contact, for what is encrypted under it. */
export const openedBy = (vault: Pick<Vault, 'unwrap' | 'decrypt'>) => {
  const open = opener(vault);
  return async (
    access: AdvertiserAccess,
    contactId: ContactId,
    item: Item,
    wrappedKey?: unknown,
  ): Promise<HeldRecord> => {
    const { pk: _pk, sk: _sk, entity, expiresAt, ...fields } = item;
    const clear = await CLEAR[String(entity)]?.(open, access, item, wrappedKey);
    const keptUntil = typeof expiresAt === 'number' ? { keptUntil: toInstant(expiresAt * 1000) } : {};
    const all = Object.entries({ ...fields, ...clear, ...keptUntil }).filter(([, value]) => value !== undefined);
    return { contactId, kind: String(entity), fields: Object.fromEntries(all) };
  };
};
