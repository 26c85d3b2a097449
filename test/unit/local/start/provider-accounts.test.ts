import * as crypto from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { providerOfCode } from '#shared/adapters/providers/provider-secret.ts';
import { smsmodeKeyIn } from '#shared/adapters/smsmode/smsmode.ts';
import { spotHitKeyIn } from '#shared/adapters/spot-hit/mms-by-spot-hit.ts';
import { vonageCredentialsIn } from '#shared/adapters/vonage/credentials.ts';
import { accountsOfRoutes, completedSecret, hasAccounts } from '#tools/start/provider-accounts.ts';

vi.mock('node:crypto', { spy: true });

/** What an operator puts into the secret of the providers, and what the provider here has of it. */
const URLS = new Map([['public', 'http://localhost:1']]);
const ALL = { smsRoute: 'smsmode', mmsRoute: 'spot-hit', callRoute: 'vonage' } as const;
const secret = completedSecret(ALL)('{"key1":"made by the template"}');

test('the secret has what each adapter reads, beside what the template made', () => {
  expect(JSON.parse(secret).key1).toBe('made by the template');
  expect(smsmodeKeyIn(secret)).toHaveLength(48);
  expect(spotHitKeyIn(secret)).toHaveLength(48);
  expect(vonageCredentialsIn(secret).privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----/);
});

test('each account is the other half of it, and its URL is known by its code', () => {
  const { smsmode, vonage, spotHit } = accountsOfRoutes(ALL)(secret, URLS);
  expect(smsmode?.apiKey).toBe(smsmodeKeyIn(secret));
  expect(spotHit?.apiKey).toBe(spotHitKeyIn(secret));
  const { privateKey, signatureSecret } = vonageCredentialsIn(secret);
  expect(vonage?.publicKey).toBe(crypto.createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }));
  expect(vonage?.signatureSecret).toBe(signatureSecret);
  for (const [name, url = ''] of [
    ['vonage', vonage?.inboundUrl],
    ['spotHit', spotHit?.pushUrl],
  ] as const) {
    const [, code = ''] = /^http:\/\/localhost:1\/s\/([A-Za-z0-9]{32,})$/.exec(url) ?? [];
    expect(providerOfCode(secret, ['spotHit', 'vonage'], code)).toBe(name);
  }
});

test('what a former start or a person put there stays, and only what is asked for is added', () => {
  expect(JSON.parse(completedSecret(ALL)(secret))).toEqual(JSON.parse(secret));
  const own = JSON.stringify({ key1: 'k', vonage: { urlCode: 'v'.repeat(48) } });
  const completed = JSON.parse(completedSecret({ callRoute: 'vonage' })(own));
  expect(completed.vonage).toMatchObject({ urlCode: 'v'.repeat(48), privateKey: expect.any(String) });
  expect(Object.keys(completed)).toEqual(['key1', 'vonage']);
  expect(accountsOfRoutes({ smsRoute: 'smsmode' })(secret, URLS)).toMatchObject({
    smsmode: expect.anything(),
    vonage: undefined,
    spotHit: undefined,
  });
});

test('a key, which takes a while, is made for Vonage alone, and once', () => {
  const made = vi.mocked(crypto.generateKeyPairSync);
  made.mockClear();
  completedSecret({ smsRoute: 'smsmode', mmsRoute: 'spot-hit' })('{}');
  expect(made).not.toHaveBeenCalled();
  const once = completedSecret({ callRoute: 'vonage' })('{}');
  completedSecret({ callRoute: 'vonage' })(once);
  expect(made).toHaveBeenCalledTimes(1);
});

test.each([
  [{}, false],
  [{ smsRoute: 'end-user-messaging', callRoute: 'connect', mmsRoute: 'https' }, false],
  [{ smsRoute: 'smsmode' }, true],
  [{ smsRoute: 'vonage' }, true],
  [{ callRoute: 'vonage' }, true],
  [{ mmsRoute: 'spot-hit' }, true],
] as const)('of %j there are such accounts: %s', (routes, has) => {
  expect(hasAccounts(routes)).toBe(has);
});
