import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';

/** Bytes of a nonce of AES-256-GCM, which goes before what it encrypted. */
export const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM: nonce, ciphertext and tag; `context` is its additional authenticated data (AAD). */
export const encryptBytes = (key: Uint8Array, nonce: Uint8Array, clear: Uint8Array, context: string): Buffer => {
  // Given as bytes, a key takes Node four times as long as given as a key object.
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce).setAAD(Buffer.from(context, 'utf8'));
  return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
};

/** What was encrypted. Throws when it was changed, or when key or context are not those that it was encrypted with. */
export const decryptBytes = (key: Uint8Array, bytes: Uint8Array, context: string): Buffer => {
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context, 'utf8')).setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
};
