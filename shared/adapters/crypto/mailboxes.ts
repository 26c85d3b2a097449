import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { Mailboxes, MailboxToken } from '#shared/app/oppositions/tokens.port.ts';
import { derivedKey } from '#shared/domain/contact/derived-key.ts';
import { type AdvertiserId, ContactId } from '#shared/domain/ids.ts';
import { type KeyRing, requireMaterial } from './key-ring.ts';

/**
 * The part before the `@` has 64 octets at most (RFC 5321, section 4.5.3.1.1), and mail systems fold its capitals: a link token
 * does not fit. So it says the contact and no more: `o+`, then 61 characters of base32hex (RFC 4648, section 7) of the 32 bytes
 * of the contact id, one of its key version and of a flag, and five of a keyed hash, which shows whose contact it is. It is
 * read for ever: another layout is another letter before the `+`.
 */
const NAME = /^o\+([0-9a-v]{61})$/;
const HASH_BYTES = 5;
const BYTES = 32 + 1 + HASH_BYTES;
const RELATIONAL = 0x80;
const LAST_KEY_VERSION = 63;

const derive = (material: Uint8Array) => derivedKey(material, 'aval/token/mailbox');

const hashOf = (key: KeyObject, { advertiserId, contactId, isRelational }: MailboxToken): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify([advertiserId, contactId, isRelational]))
    .digest()
    .subarray(0, HASH_BYTES);

const spell = (bytes: Buffer): string =>
  BigInt(`0x${bytes.toString('hex')}`)
    .toString(32)
    .padStart(61, '0');

const bytesOf = (spelled: string): Buffer | undefined => {
  const value = [...spelled].reduce((sum, digit) => sum * 32n + BigInt(Number.parseInt(digit, 32)), 0n);
  const hex = value.toString(16).padStart(BYTES * 2, '0');
  return hex.length === BYTES * 2 ? Buffer.from(hex, 'hex') : undefined;
};

/** Some mail programs write the `+` as a URL may have it, or put the part in quotes. */
const unquoted = (localPart: string): string =>
  localPart
    .toLowerCase()
    .replace(/^"(.*)"$/, '$1')
    .replace(/^o(?:%2b| )/, 'o+');

const contactIn = (bytes: Buffer): Omit<MailboxToken, 'advertiserId'> | undefined => {
  const flags = bytes[32] ?? 0;
  const keyVersion = flags & ~RELATIONAL;
  const contactId = ContactId.safeParse(`v${keyVersion}n1.${bytes.subarray(0, 32).toString('base64url')}`);
  if (!contactId.success || keyVersion > LAST_KEY_VERSION) return undefined;
  return { contactId: contactId.data, isRelational: (flags & RELATIONAL) !== 0 };
};

/** Mailboxes under the keys of the links, at this domain. */
export const mailboxesOf = (ring: KeyRing, domain: string): Mailboxes => ({
  addressOf: (facts) => {
    const [, version, fingerprint = ''] = /^v(\d+)n1\.(.{43})$/.exec(facts.contactId) ?? [];
    if (version === undefined || Number(version) > LAST_KEY_VERSION) return undefined;
    const flags = Number(version) | (facts.isRelational ? RELATIONAL : 0);
    const bytes = Buffer.from(fingerprint, 'base64url');
    if (bytes.toString('base64url') !== fingerprint) return undefined;
    const hash = hashOf(derive(requireMaterial(ring, ring.current)), facts);
    return `o+${spell(Buffer.concat([bytes, Buffer.of(flags), hash]))}@${domain}`;
  },
  read: (localPart, among) => {
    const name = unquoted(localPart);
    if (!name.startsWith('o+')) return undefined;
    const bytes = bytesOf(NAME.exec(name)?.[1] ?? '');
    const contact = bytes && contactIn(bytes);
    if (bytes === undefined || contact === undefined) return [];
    const hash = bytes.subarray(-HASH_BYTES);
    const keys = ring.versions.map((version) => derive(requireMaterial(ring, version)));
    const wrote = (advertiserId: AdvertiserId) =>
      keys.some((key) => timingSafeEqual(hashOf(key, { ...contact, advertiserId }), hash));
    return among.filter(wrote).map((advertiserId) => ({ ...contact, advertiserId }));
  },
});
