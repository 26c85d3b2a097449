import { randomBytes } from 'node:crypto';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { vaultOf } from '#shared/adapters/crypto/vault.ts';
import { isRetryable } from '#shared/domain/failure.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { NO_ADVERTISER_KEYS } from '#test/support/crypto/kms.ts';
import { TEST_SECRET, testVault } from '../../support/aws.ts';
import { ADVERTISER_ID } from '../../support/builders.ts';

const OTHER = 'autre-maison' as AdvertiserId;

describe('the vault', () => {
  test('opens what it encrypted, in the same place, with the unwrapped key', async () => {
    const key = await testVault().newKey(ADVERTISER_ID);
    const encrypted = testVault().encrypt(key, 'Zoé <zoe@example.fr>', 'address/1');
    const unwrapped = await testVault().unwrap(ADVERTISER_ID, key.wrapped);
    expect(testVault().decrypt(unwrapped, encrypted, 'address/1')).toBe('Zoé <zoe@example.fr>');
    expect(Buffer.from(encrypted, 'base64').toString('latin1')).not.toContain('zoe@example');
  });

  test('does not decrypt what was moved, changed, cut or encrypted under another key', async () => {
    const vault = testVault();
    const key = await vault.newKey(ADVERTISER_ID);
    const encrypted = vault.encrypt(key, 'secret', 'address/1');
    const changed = Buffer.from(encrypted, 'base64');
    changed[14] = (changed[14] ?? 0) ^ 1;
    expect(() => vault.decrypt(key, encrypted, 'address/2')).toThrow();
    expect(() => vault.decrypt(key, changed.toString('base64'), 'address/1')).toThrow();
    expect(() => vault.decrypt(key, encrypted.slice(0, 20), 'address/1')).toThrow();
    const other = await vault.newKey(ADVERTISER_ID);
    expect(() => vault.decrypt(other, encrypted, 'address/1')).toThrow();
  });

  test('does not unwrap the key of another advertiser', async () => {
    const { wrapped } = await testVault().newKey(ADVERTISER_ID);
    await expect(testVault().unwrap(OTHER, wrapped)).rejects.toThrow();
  });

  test('unwraps old keys after a rotation, and wraps new ones under the new version', async () => {
    const { key1 } = JSON.parse(TEST_SECRET) as { key1: string };
    const keys = { key1, key2: 'z'.repeat(50) };
    const under = (secret: object) =>
      vaultOf({ keys: NO_ADVERTISER_KEYS, secret: async () => JSON.stringify(secret), randomBytes });
    const rotated = under({ ...keys, current: 2 });
    const old = await testVault().newKey(ADVERTISER_ID);
    expect((await rotated.unwrap(ADVERTISER_ID, old.wrapped)).key).toEqual(Buffer.from(old.key));
    const next = await rotated.newKey(ADVERTISER_ID);
    expect(next.wrapped).toMatch(/^2\./);
    // A key that was only added wraps nothing yet, and unwraps what another process made with it.
    const added = under(keys);
    expect((await added.newKey(ADVERTISER_ID)).wrapped).toMatch(/^1\./);
    expect((await added.unwrap(ADVERTISER_ID, next.wrapped)).key).toEqual(Buffer.from(next.key));
  });

  test('parses the secret once for each text that it has, however many keys are asked of it', async () => {
    let secret = TEST_SECRET;
    const vault = vaultOf({ keys: NO_ADVERTISER_KEYS, secret: async () => secret, randomBytes });
    const parse = vi.spyOn(JSON, 'parse');
    onTestFinished(() => parse.mockRestore());
    const timesFor = async (work: () => Promise<unknown>) => {
      parse.mockClear();
      await work();
      return parse.mock.calls.length;
    };
    const tenKeys = async () => {
      for (let key = 0; key < 10; key += 1)
        await vault.unwrap(ADVERTISER_ID, (await vault.newKey(ADVERTISER_ID)).wrapped);
    };
    const first = await timesFor(() => vault.newKey(ADVERTISER_ID));
    expect([first > 0, await timesFor(tenKeys)]).toEqual([true, 0]);
    secret = JSON.stringify({ ...JSON.parse(TEST_SECRET), key2: 'z'.repeat(50), current: 2 });
    expect((await vault.newKey(ADVERTISER_ID)).wrapped).toMatch(/^2\./);
    expect(await timesFor(tenKeys)).toBe(0);
  });

  test('what a later release wrapped is held until a process comes that can open it, and what is damaged is not', async () => {
    const { key1 } = JSON.parse(TEST_SECRET) as { key1: string };
    const two = vaultOf({
      keys: NO_ADVERTISER_KEYS,
      secret: async () => JSON.stringify({ key1, key2: 'z'.repeat(50) }),
      randomBytes,
    });
    const { wrapped } = await testVault().newKey(ADVERTISER_ID);
    const later = wrapped.replace(/^1\./, 'k1.');
    for (const vault of [testVault(), two]) {
      for (const asked of [vault.unwrap(ADVERTISER_ID, later), vault.everyWrapping(ADVERTISER_ID, later)]) {
        const failure: unknown = await asked.catch((error: unknown) => error);
        expect(failure).toMatchObject({ code: 'stored-unreadable', reason: 'OPPOSITION_STORE_UNAVAILABLE' });
        expect(isRetryable(failure)).toBe(true);
      }
      for (const damaged of [
        wrapped.replace(/^1\.(.)/, (_, first) => `1.${first === 'A' ? 'B' : 'A'}`),
        wrapped.slice(2),
        `k.${wrapped}`,
        `x1.${wrapped}`,
        '',
      ]) {
        const failure: unknown = await vault.unwrap(ADVERTISER_ID, damaged).catch((error: unknown) => error);
        expect([damaged, isRetryable(failure), failure instanceof Error]).toEqual([damaged, false, true]);
      }
    }
  });

  test('uses a fresh nonce each time: the same text twice is not the same ciphertext', async () => {
    const vault = testVault();
    const key = await vault.newKey(ADVERTISER_ID);
    expect(vault.encrypt(key, 'same', 'p')).not.toBe(vault.encrypt(key, 'same', 'p'));
  });
});
