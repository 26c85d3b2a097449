import { createHmac } from 'node:crypto';
import type { CodeKeys, OfContact } from '#shared/app/centre/codes.port.ts';
import { derivedKey } from '#shared/domain/contact/derived-key.ts';
import { isSameBytes } from '#shared/domain/contact/same-secret.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { type KeyRing, keyRingOf, requireMaterial } from './key-ring.ts';

const derive = (material: Uint8Array, use: 'code' | 'pass') => derivedKey(material, `aval/centre/${use}`);

const mac = (ring: KeyRing, version: number, use: 'code' | 'pass', parts: readonly (string | number)[]): Buffer =>
  createHmac('sha256', derive(requireMaterial(ring, version), use))
    .update(JSON.stringify(parts))
    .digest();

/** `<key version>.<first part>.<HMAC>`, where the key is known; `undefined`: it is none of ours. */
const partsOf = (ring: KeyRing, text: string) => {
  const [, digits = '', first = '', code = ''] = /^([1-9]\d?)\.([\w-]{1,43})\.([\w-]{43})$/.exec(text) ?? [];
  const version = Number(digits);
  return ring.materialOf(version) === undefined ? undefined : { version, first, mac: Buffer.from(code, 'base64url') };
};

const ofCode = ({ advertiserId, contactId }: OfContact, salt: string, code: string) => [
  advertiserId,
  contactId,
  salt,
  code,
];

/**
 * Hashes of codes and passes of open centres under the text of the token secret: HMAC-SHA256 with keys of their own. A code has a
 * million values: without the secret nobody who reads the table finds which one a hash is of.
 */
export const codeKeysOf = (secret: string): CodeKeys => {
  const ring = keyRingOf(secret);
  const { current } = ring;
  return {
    hashOf: (of, code, salt) =>
      `${current}.${salt}.${mac(ring, current, 'code', ofCode(of, salt, code)).toString('base64url')}`,
    isOf: (hash, of, code) => {
      const parts = partsOf(ring, hash);
      return (
        parts !== undefined && isSameBytes(parts.mac, mac(ring, parts.version, 'code', ofCode(of, parts.first, code)))
      );
    },
    passOf: ({ advertiserId, contactId }, until) => {
      const seconds = epochSeconds(until);
      return `${current}.${seconds}.${mac(ring, current, 'pass', [advertiserId, contactId, seconds]).toString('base64url')}`;
    },
    isPass: (pass, { advertiserId, contactId }, now: Instant) => {
      const parts = partsOf(ring, pass);
      if (parts === undefined) return false;
      const seconds = Number(parts.first);
      const expected = mac(ring, parts.version, 'pass', [advertiserId, contactId, seconds]);
      return isSameBytes(parts.mac, expected) && seconds > epochSeconds(now);
    },
  };
};
