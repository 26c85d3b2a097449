import { createHash, createHmac, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createVonageServer } from '#local/provider/vonage-server.ts';
import { callByVonage } from '#shared/adapters/vonage/call-by-vonage.ts';
import { isByVonage, vonageEventIn } from '#shared/adapters/vonage/call-events.ts';
import { vonageCredentialsIn } from '#shared/adapters/vonage/credentials.ts';
import { renderCall } from '#shared/channels/automated-call/render-call.ts';
import { AdvertiserId, type Instant, MessageId } from '#shared/domain/ids.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { NOW } from '#test/support/builders.ts';
import { type Serving, serving } from '#test/support/http/serving.ts';
import { mentionsOf } from '#test/support/mentions.ts';

/** Against a server of recorded shapes, which shares no code with the adapter. */
const keyPair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
const { publicKey, privateKey } = keyPair();
const applicationId = '7f000000-0000-4000-8000-000000000001';
const signatureSecret = 's'.repeat(32);
const TAGS = { advertiserId: AdvertiserId.parse('les-caves'), messageId: MessageId.parse(`msg_${'_-'.repeat(11)}`) };
const TERMS = { timeoutMs: 2000, validForSeconds: 600, callbackUrl: 'https://stop.example/r/abc' };
const CALL = {
  to: '+33612345678',
  callerId: '+33162000000',
  ssml: '<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="fr-FR"><s>Bonjour</s></speak>',
  keys: { 9: 'opposition' },
} as const;

const { vonage, listener } = createVonageServer(
  () => ({ applicationId, publicKey, signatureSecret }),
  () => NOW,
);
let server: Serving;
let url = '';
beforeAll(async () => {
  server = await serving(listener);
  url = server.url;
});
afterAll(() => server.close());

const route = (change: { privateKey?: string; applicationId?: string } = {}) => ({
  url,
  applicationId: change.applicationId ?? applicationId,
  credentials: async () => ({ privateKey: change.privateKey ?? privateKey, signatureSecret }),
  clock: { now: () => NOW },
  newId: () => 'jti-1',
});

describe('a call by Vonage', () => {
  test('is taken as its documentation has it: one try, no machine, and a key at any time', async () => {
    const answer = await callByVonage(route())(CALL, TAGS, TERMS);
    const [call] = vonage.calls();
    expect(answer).toEqual({ answer: 'taken', providerMessageId: call?.uuid });
    expect(call?.request).toEqual({
      to: [{ type: 'phone', number: '33612345678' }],
      from: { type: 'phone', number: '33162000000' },
      ncco: [
        { action: 'talk', text: '<speak><s>Bonjour</s></speak>', language: 'fr-FR', bargeIn: true },
        {
          action: 'input',
          type: ['dtmf'],
          dtmf: { maxDigits: 1, timeOut: 5 },
          eventUrl: [TERMS.callbackUrl],
          eventMethod: 'POST',
        },
      ],
      event_url: [TERMS.callbackUrl],
      event_method: 'POST',
      machine_detection: 'hangup',
      ringing_timer: 25,
      length_timer: 300,
    });
  });

  test('that offers no key listens to none', async () => {
    await callByVonage(route())({ ...CALL, keys: {} }, TAGS, TERMS);
    const talk = { action: 'talk', text: '<speak><s>Bonjour</s></speak>', language: 'fr-FR' };
    expect(vonage.calls().at(-1)?.request.ncco).toEqual([talk]);
  });

  test.each([
    ['fr', 'fr-FR'],
    ['en', 'en-GB'],
    ['de', 'de-DE'],
    ['es', 'es-ES'],
    ['it', 'it-IT'],
    ['nl', 'nl-NL'],
  ] as const)('to a reader of %s is spoken in %s, and their server knows that language', async (language, spoken) => {
    const ssml = renderCall({ script: 'Nos vins.' }, {}, mentionsOf({ language }), {
      to: '+33612345678',
      acceptsKeyPress: true,
    });
    expect(await callByVonage(route())({ ...CALL, ssml }, TAGS, TERMS)).toMatchObject({ answer: 'taken' });
    expect(vonage.calls().at(-1)?.request.ncco).toMatchObject([{ action: 'talk', language: spoken }, {}]);
  });

  test('in a language that is not said is kept for a human: their usual voice is an American one', async () => {
    const before = vonage.calls().length;
    const refused = { answer: 'not-taken', retryable: false, cause: 'rejected:no-voice' };
    expect(await callByVonage(route())({ ...CALL, ssml: '<speak>Bonjour</speak>' }, TAGS, TERMS)).toEqual(refused);
    expect(vonage.calls()).toHaveLength(before);
  });

  test('rings no longer than it is lawful, however late it is taken, and not at all after', async () => {
    for (const [validForSeconds, timeoutMs, rings] of [
      [7.9, 2000, 5],
      [25, 20_000, 5],
      [21, 20_000, 1],
      [45.5, 20_000, 25],
    ] as const) {
      await callByVonage(route())(CALL, TAGS, { ...TERMS, validForSeconds, timeoutMs });
      expect(vonage.calls().at(-1)?.request.ringing_timer).toBe(rings);
    }
    const before = vonage.calls().length;
    for (const validForSeconds of [2.9, 0.9, 0, -3])
      expect(await callByVonage(route())(CALL, TAGS, { ...TERMS, validForSeconds })).toEqual({
        answer: 'not-taken',
        retryable: true,
        cause: 'too-late',
      });
    expect(vonage.calls()).toHaveLength(before);
  });

  test('rings the shorter, the longer its key takes to be fetched', async () => {
    const instants = [NOW, addSeconds(NOW, 6)];
    const slow = { ...route(), clock: { now: () => instants.shift() ?? addSeconds(NOW, 6) } };
    await callByVonage(slow)(CALL, TAGS, { ...TERMS, validForSeconds: 45, timeoutMs: 20_000 });
    expect(vonage.calls().at(-1)?.request).toMatchObject({ ringing_timer: 19 });
    instants.unshift(NOW);
    const late = await callByVonage(slow)(CALL, TAGS, { ...TERMS, validForSeconds: 26, timeoutMs: 20_000 });
    expect(late).toMatchObject({ answer: 'not-taken', cause: 'too-late' });
  });

  test('of more words than are spoken does not leave; markup is not counted', async () => {
    const before = vonage.calls().length;
    const long = { ...CALL, ssml: `<speak xml:lang="fr-FR">${'a'.repeat(1501)}</speak>` };
    const refused = { answer: 'not-taken', retryable: false, cause: 'rejected:too-long' };
    expect(await callByVonage(route())(long, TAGS, TERMS)).toEqual(refused);
    expect(vonage.calls()).toHaveLength(before);
    const whole = { ...CALL, ssml: `<speak xml:lang="fr-FR"><s>${'a'.repeat(1500)}</s></speak>` };
    expect(await callByVonage(route())(whole, TAGS, TERMS)).toMatchObject({ answer: 'taken' });
  });

  const others = keyPair().privateKey;
  test.each([
    ['the key of another application', { privateKey: others }, 'refused:401'],
    ['another application', { applicationId: '7f000000-0000-4000-8000-000000000002' }, 'refused:401'],
    ['what is no key', { privateKey: 'no key' }, 'unreachable:key'],
  ])('signed by %s is not taken, and may be tried again', async (_, change, cause) => {
    const answer = await callByVonage(route(change))(CALL, TAGS, TERMS);
    expect(answer).toEqual({ answer: 'not-taken', retryable: true, cause });
  });

  test.each([
    ['throttle', { answer: 'not-taken', retryable: true, cause: 'throttled' }],
    ['low-balance', { answer: 'not-taken', retryable: true, cause: 'refused:402' }],
    ['request-timeout', { answer: 'unknown', cause: 'status-408' }],
    ['bad-sender', { answer: 'not-taken', retryable: false, cause: 'rejected:400' }],
    ['bad-number', { answer: 'not-taken', retryable: false, cause: 'address-undeliverable' }],
    ['server-error', { answer: 'unknown', cause: 'status-503' }],
    ['take-and-drop', { answer: 'unknown', cause: 'ECONNRESET' }],
    ['silence', { answer: 'unknown', cause: 'TIMEOUT' }],
  ] as const)('%s', async (fault, expected) => {
    vonage.next(fault);
    expect(await callByVonage(route())(CALL, TAGS, { ...TERMS, timeoutMs: 500 })).toEqual(expected);
  });
});

test.each([
  ['no part', '{"key1":"k"}'],
  ['no key', JSON.stringify({ vonage: { signatureSecret } })],
  ['no secret', JSON.stringify({ vonage: { privateKey } })],
  ['a secret that is guessed', JSON.stringify({ vonage: { privateKey, signatureSecret: 'secret' } })],
])('a secret with %s is none', (_, secret) => expect(() => vonageCredentialsIn(secret)).toThrow(/vonage\./));

describe('what Vonage reports', () => {
  const at = '2026-11-24T10:00:40.000Z';
  const later = '2026-11-24T11:00:00.000Z' as Instant;
  const about = { uuid: 'u-1', conversation_uuid: 'CON-1', timestamp: at };
  const read = (said: unknown) => vonageEventIn(said, 'hash', later);
  const event = { eventId: 'hash', at, providerId: 'u-1' };

  test.each([
    [{ status: 'started' }, { kind: 'taken' }],
    [{ status: 'ringing' }, { kind: 'taken' }],
    [{ status: 'answered' }, { kind: 'delivered' }],
    [{ status: 'completed' }, { kind: 'delivered' }],
    [{ status: 'busy' }, { kind: 'failed', reason: 'busy' }],
    [{ status: 'timeout' }, { kind: 'failed', reason: 'no-answer' }],
    [{ status: 'unanswered' }, { kind: 'failed', reason: 'no-answer' }],
    [{ status: 'rejected' }, { kind: 'failed', reason: 'refused' }],
    [{ dtmf: { digits: '9', timed_out: false } }, { kind: 'keypress', digits: '9' }],
    [{ dtmf: '42' }, { kind: 'keypress', digits: '42' }],
    [{ dtmf: { digits: '#' } }, { kind: 'keypress', digits: '#' }],
  ])('%j', (said, meant) => {
    expect(read({ ...about, ...said })).toEqual({ by: 'vonage', event: { ...event, ...meant } });
  });

  test('of a machine, whose call has its name elsewhere', () => {
    const { uuid, ...others } = about;
    const said = { ...others, call_uuid: uuid, status: 'machine' };
    expect(read(said)).toEqual({ by: 'vonage', event: { ...event, kind: 'failed', reason: 'machine' } });
  });

  test.each([
    ['no key in time', { dtmf: { digits: '', timed_out: true } }],
    ['no key at all', { dtmf: { digits: null, timed_out: true } }],
    ['a person who answered', { status: 'human' }],
    ['a state that does not exist yet', { status: 'paused' }],
    ['an error', { reason: 'Syntax error in NCCO.' }],
  ])('%s changes nothing', (_, said) => expect(read({ ...about, ...said })).toEqual({ by: 'vonage' }));

  test('a key without the name of its call, or with a wrong clock, is a key', () => {
    const said = { dtmf: { digits: '9' }, timestamp: '2030-01-01T00:00:00Z' };
    expect(read(said)).toEqual({ by: 'vonage', event: { eventId: 'hash', at: later, kind: 'keypress', digits: '9' } });
  });

  test.each([null, 7, 'x', [], {}, { kind: 'keypress', dtmf: '9' }, { kind: 'delivered', conversation_uuid: 'c' }])(
    '%j is not in their words',
    (said) => expect(read(said)).toBeUndefined(),
  );
});

describe('who signed a report', () => {
  const now = 1_795_518_000;
  const body = Buffer.from('{"conversation_uuid":"CON-1","dtmf":{"digits":"9"}}');
  const hash = createHash('sha256').update(body).digest('hex');
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const CLAIMS = { iat: now, jti: 'j', iss: 'Vonage', payload_hash: hash, application_id: applicationId };
  const verified = (
    claims: object,
    { head = { alg: 'HS256', typ: 'JWT' }, secret = signatureSecret, of = body } = {},
  ) => {
    const signed = `${part(head)}.${part(claims)}`;
    const mac = createHmac('sha256', secret).update(signed).digest('base64url');
    const headers = { authorization: `Bearer ${signed}.${mac}` };
    return isByVonage({ headers, body: of, now }, { signatureSecret }, applicationId);
  };

  test('is Vonage, for this application, just now', () => {
    expect(verified(CLAIMS)).toBe(true);
    expect(verified({ ...CLAIMS, exp: now + 60 })).toBe(true);
    expect(verified({ ...CLAIMS, application_id: undefined })).toBe(true);
  });

  test.each([
    ['another secret', CLAIMS, { secret: 'x'.repeat(32) }],
    ['no algorithm', CLAIMS, { head: { alg: 'none', typ: 'JWT' } }],
    ['an algorithm of keys in pairs', CLAIMS, { head: { alg: 'RS256', typ: 'JWT' } }],
    ['another body', CLAIMS, { of: Buffer.from('{"conversation_uuid":"CON-1","dtmf":{"digits":"8"}}') }],
    ['no hash of a body', { ...CLAIMS, payload_hash: undefined }, {}],
    ['five minutes ago', { ...CLAIMS, iat: now - 301 }, {}],
    ['in five minutes', { ...CLAIMS, iat: now + 301 }, {}],
    ['at no time', { ...CLAIMS, iat: undefined }, {}],
    ['until a second ago', { ...CLAIMS, exp: now - 1 }, {}],
    ['until no time', { ...CLAIMS, exp: 'never' }, {}],
    ['another application', { ...CLAIMS, application_id: '7f000000-0000-4000-8000-000000000002' }, {}],
  ])('is not: %s', (_, claims, change) => expect(verified(claims, change)).toBe(false));

  test('is nobody where nothing is signed', () => {
    for (const headers of [{}, { authorization: 'Bearer a.b.c' }, { authorization: 'Basic YTpi' }])
      expect(isByVonage({ headers, body, now }, { signatureSecret }, applicationId)).toBe(false);
  });
});
