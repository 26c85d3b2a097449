import { createDecipheriv } from 'node:crypto';
import { DecryptCommand, KMSClient } from '@aws-sdk/client-kms';
import type { Item } from '#shared/adapters/dynamodb/table.ts';

/** What AES-256-GCM encrypted, without a look at its context or its tag (NIST SP 800-38D, 7.1: counter mode from 2). */
const clearOf = (key: Uint8Array, bytes: Uint8Array): Buffer =>
  createDecipheriv('aes-256-ctr', key, Buffer.concat([bytes.subarray(0, 12), Buffer.from([0, 0, 0, 2])])).update(
    bytes.subarray(12, -16),
  );

/** The item of a proof with its facts in clear, found apart from all that reads the archive: by the raw item, and by KMS of this world. */
export const openedProof = async (item: Item): Promise<Item> => {
  const { wrappedKey, encrypted, encryptedBytes = {}, ...others } = item;
  if (!(wrappedKey instanceof Uint8Array && encrypted instanceof Uint8Array)) return item;
  const kms = new KMSClient({ endpoint: process.env.AWS_ENDPOINT_URL_KMS ?? '', region: 'eu-west-3' });
  const EncryptionContext = {
    advertiser: String(item.pk).split('#')[1] ?? '',
    stage: process.env.STAGE ?? '',
  };
  const { Plaintext = new Uint8Array() } = await kms.send(
    new DecryptCommand({ CiphertextBlob: wrappedKey, EncryptionContext }),
  );
  kms.destroy();
  const bytes = Object.entries(encryptedBytes as Readonly<Record<string, Uint8Array>>).map(
    ([name, each]) => [name, new Uint8Array(clearOf(Plaintext, each))] as const,
  );
  const facts = { ...JSON.parse(clearOf(Plaintext, encrypted).toString('utf8')), ...Object.fromEntries(bytes) };
  return { ...others, facts };
};
