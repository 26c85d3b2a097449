import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { vaultOf } from '#shared/adapters/crypto/vault.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { TEST_SECRET, testVault } from '../support/aws.ts';
import { ADVERTISER_ID } from '../support/builders.ts';

const OTHER = 'autre-maison' as AdvertiserId;

describe('the vault', () => {
  test('opens what it sealed, in the same place, with the unwrapped key', async () => {
    const key = await testVault().newKey(ADVERTISER_ID);
    const sealed = testVault().seal(key, 'Zoé <zoe@example.fr>', 'address/1');
    const unwrapped = await testVault().unwrap(ADVERTISER_ID, key.wrapped);
    expect(testVault().open(unwrapped, sealed, 'address/1')).toBe('Zoé <zoe@example.fr>');
    expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('zoe@example');
  });

  test('does not open what was moved, changed, cut or sealed under another key', async () => {
    const vault = testVault();
    const key = await vault.newKey(ADVERTISER_ID);
    const sealed = vault.seal(key, 'secret', 'address/1');
    const changed = Buffer.from(sealed, 'base64');
    changed[14] = (changed[14] ?? 0) ^ 1;
    expect(() => vault.open(key, sealed, 'address/2')).toThrow();
    expect(() => vault.open(key, changed.toString('base64'), 'address/1')).toThrow();
    expect(() => vault.open(key, sealed.slice(0, 20), 'address/1')).toThrow();
    const other = await vault.newKey(ADVERTISER_ID);
    expect(() => vault.open(other, sealed, 'address/1')).toThrow();
  });

  test('does not unwrap the key of another advertiser', async () => {
    const { wrapped } = await testVault().newKey(ADVERTISER_ID);
    await expect(testVault().unwrap(OTHER, wrapped)).rejects.toThrow();
  });

  test('unwraps old keys after a rotation, and wraps new ones under the new version', async () => {
    const { key1 } = JSON.parse(TEST_SECRET) as { key1: string };
    const rotated = vaultOf({ secret: async () => JSON.stringify({ key1, key2: 'z'.repeat(50) }), randomBytes });
    const old = await testVault().newKey(ADVERTISER_ID);
    expect((await rotated.unwrap(ADVERTISER_ID, old.wrapped)).key).toEqual(Buffer.from(old.key));
    expect((await rotated.newKey(ADVERTISER_ID)).wrapped).toMatch(/^2\./);
  });

  test('uses a fresh nonce each time: the same text twice is not the same ciphertext', async () => {
    const vault = testVault();
    const key = await vault.newKey(ADVERTISER_ID);
    expect(vault.seal(key, 'same', 'p')).not.toBe(vault.seal(key, 'same', 'p'));
  });
});
