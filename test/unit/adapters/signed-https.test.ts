import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReferenceServer } from '#local/provider/reference-server.ts';
import { callBySignedHttps, mmsBySignedHttps, smsBySignedHttps } from '#shared/adapters/https/by-signed-https.ts';
import { sharedKeysOf, signedHeaders } from '#shared/adapters/https/signature.ts';
import { AdvertiserId, MessageId } from '#shared/domain/ids.ts';
import { type Serving, serving } from '#test/support/http/serving.ts';
import { NOW } from '../../support/builders.ts';
import { countedAgain } from '../../support/gsm.ts';

const SECRET = JSON.stringify({ key1: 'a'.repeat(64), key2: 'b'.repeat(64), current: 2 });
const TAGS = { advertiserId: AdvertiserId.parse('les-caves'), messageId: MessageId.parse(`msg_${'_-'.repeat(11)}`) };
const TERMS = { timeoutMs: 2000, validForSeconds: 600.9, callbackUrl: 'https://stop.example/r/abc' };
const SMS = { to: '+33612345678', senderId: 'CAVES', text: 'CAVES: -20 %. STOP 36111' };
const MEDIA = { url: 'https://caves.example/a.jpg', sha256: 'a'.repeat(64), type: 'image/jpeg', bytes: 9_000 } as const;
const CALL = {
  to: SMS.to,
  callerId: '+33162000000',
  ssml: '<speak>Bonjour</speak>',
  keys: { 9: 'opposition' },
} as const;

const { provider, listener } = createReferenceServer({ secret: () => SECRET, now: () => NOW });
let server: Serving;
let url = '';
beforeAll(async () => {
  server = await serving(listener);
  url = `${server.url}/`;
});
afterAll(() => server.close());

const route = (secret = SECRET) => ({
  url,
  keys: async () => sharedKeysOf(secret),
  clock: { now: () => NOW },
  mediaBytes: 300_000,
});
const schemas = JSON.parse(readFileSync('docs/provider-route.schema.json', 'utf8'));
const isHandover = new Ajv2020({ strict: false, validateFormats: false }).compile({
  ...schemas,
  $ref: '#/$defs/handover',
});

describe('what is handed over by signed HTTPS', () => {
  test('is signed for a server that shares no code with us, and is as the schema has it', async () => {
    const taken = { answer: 'taken', providerMessageId: expect.stringMatching(/^prv-/) };
    expect(await smsBySignedHttps(route())(SMS, TAGS, TERMS)).toEqual(taken);
    expect(await mmsBySignedHttps(route())({ ...SMS, media: MEDIA }, TAGS, TERMS)).toEqual(taken);
    expect(await callBySignedHttps(route())(CALL, TAGS, TERMS)).toEqual(taken);
    expect(provider.taken().map(({ channel }) => channel)).toEqual(['sms', 'mms', 'automated-call']);
    for (const { message } of provider.taken()) {
      expect(isHandover(message), JSON.stringify(isHandover.errors)).toBe(true);
      expect(isHandover({ ...message, maxParts: 0 })).toBe(false);
      expect(message).toMatchObject({
        kind: 'promotional',
        reference: 'ffeffeffeffeffeffeffeffeffeffeff',
        notAfter: '2026-11-24T10:10:00.000Z',
        callbackUrl: TERMS.callbackUrl,
      });
    }
  });

  test('of an SMS no more parts may be taken than were vetted', async () => {
    for (const text of ['a'.repeat(160), 'a'.repeat(161), 'ê'.repeat(70), 'ê'.repeat(71), '€'.repeat(600)]) {
      const { segments } = countedAgain(text);
      const handed = (change = 0) =>
        smsBySignedHttps(route())({ ...SMS, text }, TAGS, { ...TERMS, segments: segments + change });
      expect(await handed()).toMatchObject({ answer: 'taken' });
      expect(provider.taken().at(-1)?.message.maxParts).toBe(segments);
      expect(await handed(-1)).toMatchObject({ answer: 'not-taken', cause: 'rejected:too-long' });
    }
  });

  test('a key that the other side does not hold takes nothing, and may be tried again', async () => {
    const others = JSON.stringify({ key1: 'c'.repeat(64) });
    expect(await smsBySignedHttps(route(others))(SMS, TAGS, TERMS)).toEqual({
      answer: 'not-taken',
      retryable: true,
      cause: 'refused:signature',
    });
  });

  test('a key that cannot be read hands nothing over', async () => {
    const unreadable = { ...route(), keys: () => Promise.reject(new Error('no')) };
    expect(await smsBySignedHttps(unreadable)(SMS, TAGS, TERMS)).toMatchObject({
      answer: 'not-taken',
      retryable: true,
    });
  });

  test('a picture that is larger than the route takes does not leave', async () => {
    const before = provider.taken().length;
    const mms = { ...SMS, media: { ...MEDIA, bytes: 300_001 } };
    expect(await mmsBySignedHttps(route())(mms, TAGS, TERMS)).toEqual({
      answer: 'not-taken',
      retryable: false,
      cause: 'rejected:media-refused',
    });
    expect(provider.taken()).toHaveLength(before);
  });

  test('what is no longer lawful when it comes is not taken', async () => {
    const before = provider.taken().length;
    for (const validForSeconds of [0, 0.9, -3])
      expect(await smsBySignedHttps(route())(SMS, TAGS, { ...TERMS, validForSeconds })).toEqual({
        answer: 'not-taken',
        retryable: true,
        cause: 'too-late',
      });
    expect(provider.taken()).toHaveLength(before);
  });

  test.each([
    ['an answer without an id', 200, '{}', { answer: 'unknown', cause: 'no-id' }],
    ['an answer that is no JSON', 200, 'ok', { answer: 'unknown', cause: 'no-id' }],
    ['a redirect, which is not followed', 307, '', { answer: 'unknown', cause: 'status-307' }],
    ['a refusal without words', 422, '', { answer: 'not-taken', retryable: false, cause: 'rejected:422' }],
    ['a refusal with the number in it', 422, '{"code":"+33612345678","retryable":false}', { cause: 'rejected:422' }],
    ['a refusal that passes', 422, '{"code":"queue-full","retryable":true}', { retryable: true }],
    [
      'a refusal that comes too late',
      422,
      '{"code":"too-late","retryable":false}',
      { retryable: true, cause: 'too-late' },
    ],
    ['no such path', 404, '', { answer: 'not-taken', retryable: true, cause: 'refused:404' }],
  ])('%s', async (_, status, body, expected) => {
    const other = await serving((_request, response) => response.writeHead(status, { location: url }).end(body));
    expect(await smsBySignedHttps({ ...route(), url: `${other.url}/` })(SMS, TAGS, TERMS)).toMatchObject(expected);
    await other.close();
  });
});

describe('docs/provider-route.md', () => {
  const page = readFileSync('docs/provider-route.md', 'utf8');
  const [, key = ''] = /The key is `([^`]+)`/.exec(page) ?? [];
  const [, time = ''] = /the time `(\d+)`/.exec(page) ?? [];
  const [body = '', header = ''] = [...page.matchAll(/```text\n([\s\S]+?)\n```/g)].map(([, text]) => text ?? '');

  test('its example is a handover, signed as we sign', () => {
    expect(isHandover(JSON.parse(body)), JSON.stringify(isHandover.errors)).toBe(true);
    const signed = signedHeaders(sharedKeysOf(JSON.stringify({ key1: key })), Number(time), body);
    expect(header).toBe(`aval-signature: ${signed['aval-signature']}`);
    expect(signed['aval-timestamp']).toBe(time);
  });
});
