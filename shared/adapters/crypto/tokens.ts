import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import type { OppositionToken, Tokens } from '#shared/app/oppositions/tokens.port.ts';
import { derivedKey } from '#shared/domain/contact/derived-key.ts';
import { type KeyRing, keyRingOf, requireMaterial } from './key-ring.ts';
import { mailboxesOf } from './mailboxes.ts';
import { packToken, unpackToken } from './token-layout.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const OVERHEAD = 1 + NONCE_BYTES + TAG_BYTES;
const LONGEST = 165;

/** Whose it is: a reader's, or for reports of a provider. */
type Use = 'nonce' | 'nonce-for-reports';

const derive = (material: Uint8Array, use: 'seal' | Use) => derivedKey(material, `aval/token/${use}`);

/**
 * The nonce is a keyed hash of the text: the same link twice is the same token, and two texts share a nonce with the
 * chance of two random ones (below 2^-25 after fifty thousand million links under one key). Hashed under another key it says
 * that the token is for reports, in no byte more, and as the version before reads it (docs/decisions/0120).
 */
const nonceOf = (material: Uint8Array, text: Uint8Array, use: Use) =>
  createHmac('sha256', derive(material, use)).update(text).digest().subarray(0, NONCE_BYTES);

/** Characters of the token that says this. */
export const lengthOfToken = (facts: OppositionToken): number =>
  Math.ceil(((OVERHEAD + packToken(facts).length) * 4) / 3);

const seal = (ring: KeyRing, facts: OppositionToken, use: Use): string => {
  const material = requireMaterial(ring, ring.current);
  const text = packToken(facts);
  const nonce = nonceOf(material, text, use);
  const version = Buffer.from([ring.current]);
  const cipher = createCipheriv('aes-256-gcm', derive(material, 'seal'), nonce).setAAD(version);
  return Buffer.concat([version, nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  );
};

/** What it says, where it was made for one of these uses. */
const open = (ring: KeyRing, bytes: Buffer, uses: readonly Use[]): OppositionToken | undefined => {
  const material = ring.materialOf(bytes[0] ?? 0);
  if (material === undefined || bytes.length <= OVERHEAD) return undefined;
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', derive(material, 'seal'), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(bytes.subarray(0, 1)).setAuthTag(bytes.subarray(-TAG_BYTES));
  const opened = decipher.update(bytes.subarray(1 + NONCE_BYTES, -TAG_BYTES));
  const text = Buffer.concat([opened, decipher.final()]);
  const isOfThese = uses.some((use) => timingSafeEqual(nonceOf(material, text, use), nonce));
  return isOfThese ? unpackToken(text) : undefined;
};

const opener =
  (ring: KeyRing, uses: readonly Use[]) =>
  (token: string): OppositionToken | undefined => {
    if (token.length > LONGEST || !/^[A-Za-z0-9_-]+$/.test(token)) return undefined;
    const bytes = Buffer.from(token, 'base64url');
    // Unused bits of the last character must be zero, or two spellings would be one token.
    if (bytes.toString('base64url') !== token) return undefined;
    try {
      return open(ring, bytes, uses);
    } catch {
      return undefined;
    }
  };

/**
 * Link tokens under the text of the token secret: AES-256-GCM, the key's version first, so that a link is readable
 * after every rotation. A changed bit fails the tag, which OpenSSL compares in constant time.
 *
 * @param mailDomain where the deployment receives mail; absent: nowhere
 */
export const tokensOf = (secret: string, mailDomain?: string): Tokens => {
  const ring = keyRingOf(secret);
  return {
    ...(mailDomain === undefined ? {} : { mailboxes: mailboxesOf(ring, mailDomain) }),
    mint: (facts) => seal(ring, facts, 'nonce'),
    mintForReports: (facts) => seal(ring, facts, 'nonce-for-reports'),
    read: opener(ring, ['nonce']),
    readForReports: opener(ring, ['nonce-for-reports', 'nonce']),
  };
};
