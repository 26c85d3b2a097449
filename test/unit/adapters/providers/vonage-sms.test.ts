import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createVonageMessagesServer } from '#local/provider/vonage-messages-server.ts';
import { vonageInboundIn, vonageMessageIn } from '#shared/adapters/vonage/message-events.ts';
import { smsByVonage } from '#shared/adapters/vonage/sms-by-vonage.ts';
import { AdvertiserId, type Instant, MessageId } from '#shared/domain/ids.ts';
import { NOW } from '#test/support/builders.ts';
import { type Serving, serving } from '#test/support/http/serving.ts';

/** Against a server of recorded shapes, which shares no code with the adapter. */
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const applicationId = '7f000000-0000-4000-8000-000000000001';
const signatureSecret = 's'.repeat(32);
const TAGS = { advertiserId: AdvertiserId.parse('les-caves'), messageId: MessageId.parse(`msg_${'_-'.repeat(11)}`) };
const TERMS = { timeoutMs: 2000, validForSeconds: 600, callbackUrl: 'https://stop.example/r/abc' };
const SMS = { to: '+33612345678', senderId: 'CAVES', text: 'CAVES : −20 %. STOP 36034' };

const { vonage, listener } = createVonageMessagesServer(
  () => ({ applicationId, publicKey, signatureSecret, inboundUrl: 'http://127.0.0.1:9' }),
  () => NOW,
);
let server: Serving;
beforeAll(async () => {
  server = await serving(listener);
});
afterAll(() => server.close());

const by = (change: { url?: string; applicationId?: string; credentials?: () => Promise<never> } = {}) =>
  smsByVonage({
    url: server.url,
    applicationId,
    credentials: async () => ({ privateKey, signatureSecret }),
    clock: { now: () => NOW },
    newId: () => 'jti-1',
    ...change,
  });

describe('an SMS by Vonage', () => {
  test('is taken as its API has it: the whole text, our reference, where states go, and no second after the last lawful one', async () => {
    const answer = await by()(SMS, TAGS, TERMS);
    expect(answer).toEqual({ answer: 'taken', providerMessageId: vonage.messages()[0]?.id });
    expect(vonage.messages()[0]?.request).toEqual({
      message_type: 'text',
      channel: 'sms',
      to: '33612345678',
      from: 'CAVES',
      text: SMS.text,
      ttl: 598,
      client_ref: 'ffeffeffeffeffeffeffeffeffeffeff',
      webhook_url: TERMS.callbackUrl,
      webhook_version: 'v1',
    });
  });

  test.each([
    ['throttle', { answer: 'not-taken', retryable: true, cause: 'throttled' }],
    ['low-balance', { answer: 'not-taken', retryable: true, cause: 'refused:402' }],
    ['bad-number', { answer: 'not-taken', retryable: false, cause: 'address-undeliverable' }],
    ['opted-out', { answer: 'not-taken', retryable: false, cause: 'opted-out' }],
    ['bad-sender', { answer: 'not-taken', retryable: false, cause: 'rejected:1120' }],
    ['request-timeout', { answer: 'unknown', cause: 'status-408' }],
    ['server-error', { answer: 'unknown', cause: 'status-500' }],
    ['take-and-drop', { answer: 'unknown', cause: 'ECONNRESET' }],
    ['silence', { answer: 'unknown', cause: 'TIMEOUT' }],
  ] as const)('%s', async (fault, expected) => {
    vonage.next(fault);
    expect(await by()(SMS, TAGS, { ...TERMS, timeoutMs: 500 })).toEqual(expected);
  });

  test.each([
    ['{"title":"1050"}', 'opted-out', false],
    [
      '{"type":"https://developer.vonage.com/api-errors/messages#1430","title":"Invalid recipient"}',
      'address-undeliverable',
      false,
    ],
    ['{"type":"https://developer.vonage.com/api-errors/messages#1060"}', 'refused:1060', true],
    ['{"type":"https://developer.vonage.com/api-errors/messages#1241"}', 'throttled', true],
    ['{"title":"Invalid params"}', 'rejected:422', false],
    ['<p>1240</p>', 'rejected:422', false],
  ])('a refusal is read by its code alone: %s', async (text, cause, retryable) => {
    const theirs = await serving((_, response) => void response.writeHead(422).end(text));
    expect(await by({ url: theirs.url })(SMS, TAGS, TERMS)).toEqual({ answer: 'not-taken', retryable, cause });
    await theirs.close();
  });

  test('as another application, without a key, too long or too late is not taken', async () => {
    const before = vonage.messages().length;
    const later = { answer: 'not-taken', retryable: true };
    const stranger = '7f000000-0000-4000-8000-000000000009';
    expect(await by({ applicationId: stranger })(SMS, TAGS, TERMS)).toEqual({ ...later, cause: 'refused:401' });
    const keyless = by({ credentials: () => Promise.reject(new Error('no')) });
    expect(await keyless(SMS, TAGS, TERMS)).toMatchObject(later);
    expect(await by()({ ...SMS, text: 'a'.repeat(1001) }, TAGS, TERMS)).toEqual({
      answer: 'not-taken',
      retryable: false,
      cause: 'rejected:too-long',
    });
    expect(await by()(SMS, TAGS, { ...TERMS, validForSeconds: 21 })).toEqual({ ...later, cause: 'too-late' });
    expect(vonage.messages()).toHaveLength(before);
  });
});

describe('what Vonage reports of a text', () => {
  const at = '2026-11-24T11:00:00.000Z';
  const now = '2026-11-24T12:00:30.000Z' as Instant;
  const about = {
    message_uuid: 'u-1',
    to: '33612345678',
    from: 'CAVES',
    timestamp: at,
    client_ref: 'r-1',
    channel: 'sms',
  };
  const read = (said: object) => vonageMessageIn({ ...about, ...said }, 'hash', now);
  const named = { eventId: 'hash', at, providerId: 'u-1', reference: 'r-1' };
  const failed = (code: number) => ({ status: 'rejected', error: { type: `https://x/messages#${code}`, title: 'no' } });

  test.each([
    ['taken', { status: 'submitted' }, { kind: 'taken' }],
    ['delivered', { status: 'delivered' }, { kind: 'delivered' }],
    ['refused', failed(1210), { kind: 'failed', reason: 'refused' }],
    ['no number any more', failed(1190), { kind: 'failed', reason: 'number-invalid' }],
    ['its seconds over', failed(1360), { kind: 'expired' }],
    ['a person who had stopped', failed(1240), { kind: 'blacklisted', reason: 'refused' }],
    ['a number that is barred', failed(1050), { kind: 'blacklisted', reason: 'refused' }],
    ['without a code', { status: 'undeliverable' }, { kind: 'failed', reason: 'refused' }],
    ['words at the URL of a text', { status: undefined, text: 'STOP' }, { kind: 'reply', text: 'STOP' }],
  ])('%s', (_, said, meant) => expect(read(said)).toEqual({ by: 'vonage', event: { ...named, ...meant } }));

  test('a state that nobody knows says nothing, and what names no text of theirs is in other words', () => {
    expect(read({ status: 'queued' })).toEqual({ by: 'vonage' });
    expect(vonageMessageIn({ status: 'delivered' }, 'hash', now)).toBeUndefined();
    expect(vonageMessageIn({ kind: 'reply', message_uuid: 'u' }, 'hash', now)).toBeUndefined();
    expect(vonageMessageIn(null, 'hash', now)).toBeUndefined();
  });
});

describe('what people write to a number of Vonage', () => {
  const now = '2026-11-24T12:00:30.000Z' as Instant;
  const readText = (body: string, when = now) => vonageInboundIn(Buffer.from(body), when);
  const read = (said: unknown, when = now) => readText(JSON.stringify(said), when);
  const said = { message_uuid: 'u', from: '33612345678', to: '36105', text: 'STOP' };
  const reply = { replyId: 'vonage/u', from: '+33612345678', replyCode: '36105', text: 'STOP' };

  test('is named by Vonage, and comes from a number to a number or a code', () => {
    expect(read(said)).toEqual({ reply });
    expect(read({ ...said, to: '33644000000' })).toEqual({ reply: { ...reply, replyCode: '+33644000000' } });
    expect(read({ messageId: 'u', msisdn: '33612345678', to: '36105', text: 'STOP' })).toEqual({ reply });
  });

  test.each([
    ['a form', 'msisdn=33612345678&to=36105&messageId=u&text=STOP&type=text&keyword=STOP'],
    ['a form with a plus', 'msisdn=%2B33612345678&to=36105&messageId=u&text=STOP'],
    ['a plus that nobody encoded', 'msisdn=+33612345678&to=36105&messageId=u&text=STOP'],
    ['its first word alone', 'msisdn=33612345678&to=36105&messageId=u&keyword=STOP'],
    [
      'version 0.1',
      '{"message_uuid":"u","from":{"type":"sms","number":"33612345678"},"to":{"type":"sms","number":"36105"},"message":{"content":{"type":"text","text":"STOP"}}}',
    ],
    ['numbers of JSON', '{"message_uuid":"u","from":33612345678,"to":36105,"text":"STOP"}'],
    ['no state', '{"message_uuid":"u","from":"33612345678","to":"36105","text":"STOP","status":null}'],
  ])('P2: a STOP as %s is one', (_, body) => expect(readText(body)).toEqual({ reply }));

  const picture = { url: 'https://x.example/stop.jpg', name: 'stop.jpg' };
  test.each([
    ['beneath a picture', { message_type: 'image', image: { ...picture, caption: 'STOP' } }, 'STOP'],
    ['of version 0.1 beneath one', { message: { content: { type: 'video', video: { caption: 'STOP' } } } }, 'STOP'],
    ['without a word, as a picture is', { message_type: 'image', image: picture }, ''],
    ['without a word in a file', { message_type: 'file', channel: 'mms', file: picture }, ''],
    ['without a word, of version 0.1', { message: { content: { type: 'image', image: picture } } }, ''],
  ])('a reply %s', (_, sent, text) => {
    expect(read({ ...said, text: undefined, ...sent })).toEqual({ reply: { ...reply, text } });
  });

  test('P2: what is neither text nor a file may be a STOP: somebody must look', () => {
    for (const sent of [
      { message_type: 'reply', reply: { title: 'STOP' } },
      { message_type: 'text' },
      { image: picture },
    ])
      expect(read({ ...said, text: undefined, ...sent })).toEqual({ isUnreadable: true });
  });

  test('P2: a STOP that names no number that it was sent to is one, of whom nobody knows', () => {
    expect(read({ ...said, to: undefined })).toEqual({ reply: { ...reply, replyCode: 'unknown' } });
  });

  const older = { messageId: 'u', msisdn: '33612345678', to: '36105', text: 'STOP' };
  const AT = '2026-11-24T10:59:00.000Z';
  test.each([
    ['a time of UTC', { 'message-timestamp': '2026-11-24 10:59:00' }, AT],
    ['a time with its offset', { 'message-timestamp': '2026-11-24 10:59:00+00:00' }, AT],
    ['a time of another zone', { 'message-timestamp': '2026-11-24T11:59:00 +0100' }, AT],
    ['a time of UTC that says so', { 'message-timestamp': '2026-11-24T10:59:00Z' }, AT],
    ['seconds alone', { timestamp: '1795517940' }, AT],
    ['seconds as a number', { timestamp: 1795517940 }, AT],
    ['when it was posted beside it', { timestamp: '1795519999', 'message-timestamp': '2026-11-24 10:59:00' }, AT],
    ['a time that is none beside it', { timestamp: '2026-11-24T10:59:00Z', 'message-timestamp': 'now' }, AT],
  ])('of the older API is dated and named by when it was taken: %s', (_, times, at) => {
    const [first, again] = [now, '2026-11-25T09:00:00.000Z' as Instant].map(
      (when) => read({ ...older, ...times }, when).reply,
    );
    expect(first).toMatchObject({ isDated: true, receivedAt: at });
    expect(again).toEqual(first);
  });

  test('P2: of the older API, said again later, is another one; posted again and signed anew, it is the same', () => {
    const [first, later, again] = [
      ['1795517945', '2026-11-24 10:59:00'],
      ['1795517985', '2026-11-24 10:59:40'],
      ['1795517999', '2026-11-24 10:59:00'],
    ].map(([timestamp, taken]) => read({ ...older, timestamp, 'message-timestamp': taken }).reply?.replyId);
    expect(later).not.toBe(first);
    expect(again).toBe(first);
  });

  test('P2: without a time that can be read, it is dated by nothing', () => {
    for (const times of [{}, { timestamp: 'now' }, { timestamp: '179551794' }, { 'message-timestamp': '24/11/2026' }])
      expect(read({ ...older, ...times }).reply, JSON.stringify(times)).toEqual(reply);
  });

  test('is one act in a minute where it has no name', () => {
    const later = '2026-11-24T12:01:00.000Z' as Instant;
    const [first, second] = [now, later].map((when) => read({ ...said, message_uuid: undefined }, when).reply?.replyId);
    expect(first).toBeDefined();
    expect(first).not.toBe(second);
  });

  test('a state is nobody’s word; what is neither is said to be unreadable', () => {
    expect(read({ ...said, text: undefined, status: 'delivered' })).toEqual({});
    expect(read({ ...said, status: 'delivered' })).toEqual({});
    expect(readText('msisdn=33612345678&to=36105&messageId=u&status=delivered')).toEqual({});
    for (const body of ['STOP', '', '[]', '{}', 'null', '"STOP"', '{"text":"STOP"}', '<p>STOP</p>'])
      expect(readText(body), body).toEqual({ isUnreadable: true });
    expect(read({ ...said, text: { a: 1 } })).toEqual({ isUnreadable: true });
  });
});
