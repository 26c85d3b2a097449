import { createHmac } from 'node:crypto';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { decryptBytes, encryptBytes, NONCE_BYTES } from './aes-gcm.ts';

/** A text, encrypted under a key that nothing but the text gives. */
export interface EncryptedText {
  /** Base64 of nonce, ciphertext and tag. */
  readonly encrypted: string;
  /** Base64 of 32 bytes. */
  readonly key: string;
}

const contextOf = (access: AdvertiserAccess): string => `text/${access.advertiserId}`;

/**
 * The same text of an advertiser gives the same key and the same bytes, so that it is stored once. A key encrypts one text alone, by which
 * its nonce may be the same for all (NIST SP 800-38D, 8.2).
 */
export const encryptText = (access: AdvertiserAccess, text: string): EncryptedText => {
  const key = createHmac('sha256', `aval/${contextOf(access)}`)
    .update(text, 'utf8')
    .digest();
  const bytes = encryptBytes(key, Buffer.alloc(NONCE_BYTES), Buffer.from(text, 'utf8'), contextOf(access));
  return { encrypted: bytes.toString('base64'), key: key.toString('base64') };
};

/** The text again. Throws where it was changed, is another advertiser's, or has another key. */
export const decryptText = (access: AdvertiserAccess, { encrypted, key }: EncryptedText): string =>
  decryptBytes(Buffer.from(key, 'base64'), Buffer.from(encrypted, 'base64'), contextOf(access)).toString('utf8');
