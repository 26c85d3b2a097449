import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { AdvertiserKeys } from '#shared/adapters/crypto/advertiser-keys.ts';
import type { MakeByKms, OpenByKms } from '#shared/adapters/crypto/kms.ts';
import { keyAway, storedUnreadable } from '#shared/domain/unreadable.ts';

/** A deployment in which nobody ever had a key of its own. */
export const NO_ADVERTISER_KEYS: AdvertiserKeys = {
  opened: async () => undefined,
  numbers: async () => [],
  made: async () => {
    throw new Error('no advertiser has a key of its own here');
  },
};

/** KMS in this process: what it encrypted for one advertiser opens for no other. It may be away, and says what it was asked. */
export const memoryKms = (bytes: (size: number) => Uint8Array = randomBytes) => {
  const master = bytes(32);
  const asked: string[] = [];
  let isAway = false;
  const ask = (what: string): void => {
    asked.push(what);
    if (isAway) throw keyAway();
  };
  const open: OpenByKms = async (advertiserId, encrypted) => {
    ask(`open ${advertiserId}`);
    const blob = Buffer.from(encrypted);
    try {
      const decipher = createDecipheriv('aes-256-gcm', master, blob.subarray(0, 12), { authTagLength: 16 });
      decipher.setAAD(Buffer.from(advertiserId)).setAuthTag(blob.subarray(-16));
      return Buffer.concat([decipher.update(blob.subarray(12, -16)), decipher.final()]);
    } catch (error) {
      throw storedUnreadable(error);
    }
  };
  const make: MakeByKms = async (advertiserId) => {
    ask(`make ${advertiserId}`);
    const [key, nonce] = [bytes(32), bytes(12)];
    const cipher = createCipheriv('aes-256-gcm', master, nonce).setAAD(Buffer.from(advertiserId));
    return { key, encrypted: Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]) };
  };
  const away = (now: boolean): void => {
    isAway = now;
  };
  return { open, make, asked, away };
};
