import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sharedKeysOf, VERIFIERS } from '#shared/adapters/https/signature.ts';
import { ProviderEvent } from '#shared/domain/sending/provider-event.ts';

/** Signed here by hand, as the contract says it, and never by the code that verifies. */
const KEYS = sharedKeysOf(JSON.stringify({ key1: 'a'.repeat(64), key2: 'b'.repeat(64) }));
const NOW = 1_795_518_000;
const BODY = Buffer.from('{"kind":"keypress","digits":"9"}');
const macOf = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex');
const hmac = (change: { time?: number | string; key?: string; name?: string; body?: Buffer; signed?: string } = {}) => {
  const { time = NOW, key = 'a'.repeat(64), name = 'key1', body = BODY, signed } = change;
  const mac = signed ?? macOf(key, `${time}.${BODY}`);
  return VERIFIERS.hmac(
    { headers: { 'aval-timestamp': String(time), 'aval-signature': `${name}=${mac}` }, body, now: NOW },
    KEYS,
  );
};

describe('hmac', () => {
  test('is of who holds a key, now', () => {
    expect(hmac()).toBe(true);
    expect(hmac({ key: 'b'.repeat(64), name: 'key2' })).toBe(true);
    expect(hmac({ time: NOW - 300 })).toBe(true);
    expect(hmac({ time: NOW + 300 })).toBe(true);
  });

  test.each([
    ['another key', { key: 'c'.repeat(64) }],
    ['the key of another name', { name: 'key2' }],
    ['a name that no key has', { name: 'key9' }],
    ['another body', { body: Buffer.from('{"kind":"keypress","digits":"8"}') }],
    ['a body with one space more', { body: Buffer.concat([BODY, Buffer.from(' ')]) }],
    ['sent again after five minutes', { time: NOW - 301 }],
    ['of the future', { time: NOW + 301 }],
    ['a time that is none', { time: 'now' }],
    ['no signature', { signed: '' }],
    ['half a signature', { signed: 'ab'.repeat(16) }],
  ] as const)('%s is refused', (_, change) => expect(hmac(change)).toBe(false));

  test('without headers is refused', () => {
    expect(VERIFIERS.hmac({ headers: {}, body: BODY, now: NOW }, KEYS)).toBe(false);
  });
});

describe('jwt', () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const hash = createHash('sha256').update(BODY).digest('hex');
  const jwt = (head: object, claims: object, key = 'a'.repeat(64), body = BODY) => {
    const text = `${part(head)}.${part(claims)}`;
    const mac = createHmac('sha256', key).update(text).digest('base64url');
    return VERIFIERS.jwt({ headers: { authorization: `Bearer ${text}.${mac}` }, body, now: NOW }, KEYS);
  };
  const CLAIMS = { iat: NOW, payload_hash: hash };

  test('is of who holds a key, now, over this body', () => {
    expect(jwt({ alg: 'HS256' }, CLAIMS)).toBe(true);
    expect(jwt({ alg: 'HS256', kid: 'key2' }, CLAIMS, 'b'.repeat(64))).toBe(true);
  });

  test.each([
    ['no algorithm', { alg: 'none' }, CLAIMS, undefined],
    ['another algorithm', { alg: 'HS512' }, CLAIMS, undefined],
    ['another key', { alg: 'HS256' }, CLAIMS, 'c'.repeat(64)],
    ['an old one', { alg: 'HS256' }, { ...CLAIMS, iat: NOW - 301 }, undefined],
    ['no time', { alg: 'HS256' }, { payload_hash: hash }, undefined],
    ['the hash of another body', { alg: 'HS256' }, { ...CLAIMS, payload_hash: 'a'.repeat(64) }, undefined],
    ['no hash', { alg: 'HS256' }, { iat: NOW }, undefined],
  ] as const)('%s is refused', (_, head, claims, key) => expect(jwt(head, claims, key)).toBe(false));

  test('what is no token is refused', () => {
    for (const authorization of ['', 'Bearer', 'Bearer a.b', 'Bearer a.b.c', 'Basic YTpi', 'Bearer bnVsbA.bnVsbA.eA'])
      expect(VERIFIERS.jwt({ headers: { authorization }, body: BODY, now: NOW }, KEYS)).toBe(false);
  });
});

test('the key press of docs/provider-route.md is an event, signed as it says', () => {
  const page = readFileSync('docs/provider-route.md', 'utf8');
  const [, key = ''] = /The key is `([^`]+)`/.exec(page) ?? [];
  const [, , body = '', headers = ''] = [...page.matchAll(/```text\n([\s\S]+?)\n```/g)].map(([, text]) => text ?? '');
  const of = (name: string) => new RegExp(`${name}: (.+)`).exec(headers)?.[1];
  const signed = { 'aval-timestamp': of('aval-timestamp'), 'aval-signature': of('aval-signature') };
  const now = Number(signed['aval-timestamp']);
  const keys = sharedKeysOf(JSON.stringify({ key1: key }));
  expect(VERIFIERS.hmac({ headers: signed, body: Buffer.from(body), now }, keys)).toBe(true);
  expect(ProviderEvent.safeParse(JSON.parse(body)).success).toBe(true);
});
