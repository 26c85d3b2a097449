import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSmsmodeServer } from '#local/provider/smsmode-server.ts';
import { smsmodeReplyIn } from '#shared/adapters/smsmode/replies.ts';
import { smsBySmsmode, smsmodeKeyIn } from '#shared/adapters/smsmode/smsmode.ts';
import { AdvertiserId, type Instant, MessageId } from '#shared/domain/ids.ts';
import { NOW } from '#test/support/builders.ts';
import { type Serving, serving } from '#test/support/http/serving.ts';

/** Against a server of recorded shapes, which shares no code with the adapter. */
const KEY = 'k'.repeat(32);
const TAGS = { advertiserId: AdvertiserId.parse('les-caves'), messageId: MessageId.parse(`msg_${'_-'.repeat(11)}`) };
const TERMS = { timeoutMs: 2000, validForSeconds: 600, callbackUrl: 'https://stop.example/r/abc' };
const SMS = { to: '+33612345678', senderId: 'CAVES', text: 'CAVES: -20 %. STOP 36034' };

const { smsmode, listener } = createSmsmodeServer(
  () => KEY,
  () => NOW,
);
let server: Serving;
let url = '';
beforeAll(async () => {
  server = await serving(listener);
  url = server.url;
});
afterAll(() => server.close());

const by = (apiKey: () => Promise<string> = async () => KEY) => smsBySmsmode({ url, apiKey });

describe('an SMS by smsmode', () => {
  test('is taken as its API has it: the whole text, our reference, and where replies go', async () => {
    const answer = await by()(SMS, TAGS, TERMS);
    const [message] = smsmode.messages();
    expect(answer).toEqual({ answer: 'taken', providerMessageId: message?.messageId });
    expect(message?.request).toEqual({
      recipient: { to: '33612345678' },
      body: { text: SMS.text },
      from: 'CAVES',
      refClient: 'ffeffeffeffeffeffeffeffeffeffeff',
      callbackUrlMo: TERMS.callbackUrl,
    });
  });

  test.each([
    ['throttle', { answer: 'not-taken', retryable: true, cause: 'throttled' }],
    ['no-credit', { answer: 'not-taken', retryable: true, cause: 'refused:402' }],
    ['request-timeout', { answer: 'unknown', cause: 'status-408' }],
    ['bad-number', { answer: 'not-taken', retryable: false, cause: 'address-undeliverable' }],
    ['refuse', { answer: 'not-taken', retryable: false, cause: 'rejected:400' }],
    ['server-error', { answer: 'unknown', cause: 'status-503' }],
    ['take-and-drop', { answer: 'unknown', cause: 'ECONNRESET' }],
    ['silence', { answer: 'unknown', cause: 'TIMEOUT' }],
  ] as const)('%s; no word of theirs, which may quote the number, is kept', async (fault, expected) => {
    smsmode.next(fault);
    expect(await by()(SMS, TAGS, { ...TERMS, timeoutMs: 500 })).toEqual(expected);
  });

  test.each([
    ['{"detail":"recipient.to is not valid"}', 'address-undeliverable'],
    ['{"errors":[{"field":"recipient","message":"wrong"}]}', 'address-undeliverable'],
    ['{"message":"Invalid phone number"}', 'address-undeliverable'],
    ['{"message":"Numéro de mobile invalide"}', 'address-undeliverable'],
    ['{"detail":"0612345678 cannot be reached"}', 'address-undeliverable'],
    ['{"detail":"recipient is blacklisted"}', 'opted-out'],
    ['{"message":"destinataire désabonné (STOP)"}', 'opted-out'],
    ['{"detail":"sender is blacklisted"}', 'rejected:400'],
    ['{"detail":"Recipient country is not enabled for this account"}', 'rejected:400'],
    ['{"detail":"MSISDN route closed"}', 'rejected:400'],
    ['{"detail":"marketing to French recipients not allowed at this hour"}', 'rejected:400'],
    ['{"detail":"from is not a number of yours"}', 'rejected:400'],
    ['{"detail":"body.text: too large a number of characters"}', 'rejected:400'],
    ['{"detail":"sender not allowed for this recipient"}', 'rejected:400'],
    ['{"timestamp":1795518000000,"title":"Bad request"}', 'rejected:400'],
    ['<p>recipient</p>', 'rejected:400'],
    ['null', 'rejected:400'],
  ])('a 400 is of the number where it speaks of that alone: %s', async (text, cause) => {
    const theirs = await serving((_, response) => void response.writeHead(400).end(text));
    const answer = await smsBySmsmode({ url: theirs.url, apiKey: async () => KEY })(SMS, TAGS, TERMS);
    expect(answer).toEqual({ answer: 'not-taken', retryable: false, cause });
    await theirs.close();
  });

  test('with the key of another channel, without a key, or too late is not taken', async () => {
    const before = smsmode.messages().length;
    const later = { answer: 'not-taken', retryable: true };
    expect(await by(async () => 'x'.repeat(32))(SMS, TAGS, TERMS)).toEqual({ ...later, cause: 'refused:401' });
    expect(await by(() => Promise.reject(new Error('no')))(SMS, TAGS, TERMS)).toMatchObject(later);
    expect(await by()(SMS, TAGS, { ...TERMS, validForSeconds: 0 })).toEqual({ ...later, cause: 'too-late' });
    expect(smsmode.messages()).toHaveLength(before);
  });

  test('needs a key in the secret', () => {
    expect(smsmodeKeyIn(JSON.stringify({ smsmode: { apiKey: KEY } }))).toBe(KEY);
    for (const secret of ['{}', '{"smsmode":{}}', '{"smsmode":{"apiKey":"short"}}'])
      expect(() => smsmodeKeyIn(secret)).toThrow(/smsmode\.apiKey/);
  });
});

describe('what smsmode calls back with', () => {
  const later = '2026-11-24T12:00:00.000Z' as Instant;
  const at = '2026-11-24T11:00:00.000Z';
  const about = { messageId: 'mo-1', direction: 'MO', sentDate: at };
  const event = { kind: 'reply', eventId: 'hash', at, text: 'STOP' };
  const read = (said: unknown) => smsmodeReplyIn(said, 'hash', later);

  test.each([
    ['as messages have it', { ...about, body: { text: 'STOP' } }],
    ['as a text', { ...about, body: 'STOP' }],
    ['beside its parts', { ...about, text: 'STOP' }],
    ['by another name', { ...about, message: 'STOP' }],
    ['with a number for its name', { ...about, messageId: 123, body: { text: 'STOP' } }],
    ['by a name of its own', { sentDate: at, id: 'x', body: { text: 'STOP' } }],
    ['without any name', { sentDate: at, text: 'STOP' }],
    ['in a list', [{ ...about, body: { text: 'STOP' } }]],
    ['in a field that nobody knows', { sentDate: at, reply: { words: ['STOP'] } }],
    ['beside what else was said', { sentDate: at, text: 'Bonjour', message: 'STOP' }],
    [
      'delivered to us, without a direction',
      { ...about, direction: undefined, status: { value: 'DELIVERED' }, body: { text: 'STOP 36034' } },
    ],
    ['without a direction', { ...about, direction: undefined, body: { text: 'STOP' } }],
  ])('a reply is read %s', (_, said) =>
    expect(read(said)).toEqual({ by: 'smsmode', event: { ...event, text: expect.stringMatching(/^STOP/) } }),
  );

  test.each([
    [
      'our own words that it quotes',
      { ...about, body: { text: 'Merci !' }, origin: { direction: 'MT', body: { text: SMS.text } } },
    ],
    [
      'a picture without a word',
      { ...about, body: { text: '', medias: [{ url: 'https://x.example/stop', name: 'stop' }] } },
    ],
    ['a word beside what the person said', { ...about, body: { text: 'Merci !' }, concatenated: 'no', part: 'end' }],
    ['our own words, delivered', { ...about, direction: undefined, status: 'DELIVERED', body: { text: SMS.text } }],
  ])('%s: no reply opposes', (_, said) => expect(read(said)?.event).toBeUndefined());

  test('the same words in the same bytes are the same act where they have a day, and another one a minute later where they have none', () => {
    const [dated, undated] = [{ ...about, text: 'STOP' }, { text: 'STOP' }];
    const idAt = (said: object, now: string) => smsmodeReplyIn(said, 'hash', now as Instant)?.event?.eventId;
    expect(idAt(dated, '2026-11-24T12:01:00.000Z')).toBe(idAt(dated, later));
    expect(idAt(undated, '2026-11-24T12:00:59.000Z')).toBe(idAt(undated, later));
    expect(idAt(undated, '2026-11-24T12:01:00.000Z')).not.toBe(idAt(undated, later));
  });

  test('a clock that is wrong says now, a long text is cut', () => {
    const said = { ...about, sentDate: 'yesterday', body: { text: 'stop '.repeat(1000) } };
    expect(read(said)?.event).toMatchObject({ eventId: 'hash/2026-11-24T12:00', at: later });
    expect(read(said)?.event?.text).toHaveLength(1600);
  });

  test('our own message, repeated with the STOP that it teaches, is nobody’s', () => {
    const ours = { ...about, direction: 'MT', body: { text: SMS.text }, status: { value: 'DELIVERED' } };
    expect(read(ours)).toEqual({ by: 'smsmode' });
    expect(read({ ...about, direction: 'mt', text: SMS.text })).toEqual({ by: 'smsmode' });
    const state = { messageId: 'm', refClient: 'stop', from: 'STOP PUB', recipient: { to: 'stop' }, channel: 'stop' };
    for (const value of ['DELIVERED', 'ENROUTE', 'UNDELIVERABLE'])
      expect(read({ ...state, body: { text: SMS.text }, status: { value } })).toEqual({ by: 'smsmode' });
    expect(read(state)).toEqual({ by: 'smsmode' });
    expect(read({ ...about, status: { value: 'DELIVERED' } })).toEqual({ by: 'smsmode' });
  });

  test('a question changes nothing; what is nested without end, or of many parts, is read to a depth', () => {
    expect(read({ ...about, text: 'À quelle heure ouvrez-vous ?' })).toEqual({ by: 'smsmode' });
    const nested = JSON.parse(`${'['.repeat(2000)}"STOP"${']'.repeat(2000)}`);
    expect(read(nested)).toBeUndefined();
    expect(read(Array.from({ length: 5000 }, () => 'x'.repeat(5000)))).toBeUndefined();
  });

  test.each([
    null,
    'x',
    7,
    {},
    { text: 'Bonjour' },
    [{ kind: 'reply', text: 'STOP' }],
    { kind: 'reply', messageId: 'm', text: 'STOP' },
  ])('%j is not in its words', (said) => expect(read(said)).toBeUndefined());
});
