import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { OppositionToken, Tokens } from '#shared/app/oppositions/tokens.port.ts';
import { derivedKey } from '#shared/domain/contact/derived-key.ts';
import { type KeyRing, keyRingOf, requireMaterial } from './key-ring.ts';
import { mailboxesOf } from './mailboxes.ts';
import { packToken, unpackToken } from './token-layout.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const OVERHEAD = 1 + NONCE_BYTES + TAG_BYTES;
const LONGEST = 165;

const derive = (material: Uint8Array, use: 'seal' | 'nonce') => derivedKey(material, `aval/token/${use}`);

/**
 * The nonce is a keyed hash of the text: the same link twice is the same token, and two texts share a nonce with the
 * chance of two random ones (below 2^-25 after fifty thousand million links under one key).
 */
const nonceOf = (material: Uint8Array, text: Uint8Array) =>
  createHmac('sha256', derive(material, 'nonce')).update(text).digest().subarray(0, NONCE_BYTES);

/** Characters of the token that says this. */
export const lengthOfToken = (facts: OppositionToken): number =>
  Math.ceil(((OVERHEAD + packToken(facts).length) * 4) / 3);

const seal = (ring: KeyRing, facts: OppositionToken): string => {
  const material = requireMaterial(ring, ring.current);
  const text = packToken(facts);
  const nonce = nonceOf(material, text);
  const version = Buffer.from([ring.current]);
  const cipher = createCipheriv('aes-256-gcm', derive(material, 'seal'), nonce).setAAD(version);
  return Buffer.concat([version, nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  );
};

const open = (ring: KeyRing, bytes: Buffer): OppositionToken | undefined => {
  const material = ring.materialOf(bytes[0] ?? 0);
  if (material === undefined || bytes.length <= OVERHEAD) return undefined;
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', derive(material, 'seal'), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(bytes.subarray(0, 1)).setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = decipher.update(bytes.subarray(1 + NONCE_BYTES, -TAG_BYTES));
  return unpackToken(Buffer.concat([text, decipher.final()]));
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
    mint: (facts) => seal(ring, facts),
    read: (token) => {
      if (token.length > LONGEST || !/^[A-Za-z0-9_-]+$/.test(token)) return undefined;
      const bytes = Buffer.from(token, 'base64url');
      // Unused bits of the last character must be zero, or two spellings would be one token.
      if (bytes.toString('base64url') !== token) return undefined;
      try {
        return open(ring, bytes);
      } catch {
        return undefined;
      }
    },
  };
};
