import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linesOf } from '#test/support/stacks/lines-of.ts';
import { type Aval, type AvalOptions, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, callerOf, messageOf } from '../send-path-api.ts';
import { phoneOf } from './phone-page.ts';

/**
 * Texts, pictures and calls by providers in words of their own, as `npm start -- --sms … --mms … --calls …` has them: from consent to the phone that the
 * console shows, and from what its person does there to the next message, which is refused.
 */
const ADVERTISER = 'maison-valmy';
const WORDS = { sms: 'par SMS', mms: 'par MMS', 'automated-call': 'par appel automatique' } as const;
type Channel = keyof typeof WORDS;

/** The code that people answer to: of Spot-Hit it is that of all its customers. */
const CODE = '36200';

let stack: Aval;
let api: ApiCaller;
const started = async (routes: Pick<AvalOptions, 'smsRoute' | 'mmsRoute' | 'callRoute'>): Promise<void> => {
  // What a provider reports and a person does is counted, message by message.
  stack = await startAval({ at: '2026-11-24T10:00:00Z', faults: 'none', ...routes });
  api = callerOf(stack);
  await api.put(`/v1/advertisers/${ADVERTISER}`, {
    siren: '552100554',
    legalName: 'Maison Valmy SAS',
    tradeNames: ['Maison Valmy'],
    contact: { email: 'contact@maison-valmy.example' },
    privacyNoticeUrl: 'https://maison-valmy.example/confidentialite',
    senders: {
      sms: [{ senderId: 'MAISONVALMY', replyCode: CODE }],
      calls: [{ callerId: '+33162000000', acceptsKeyPress: true }],
    },
  });
  await api.put(`/v1/advertisers/${ADVERTISER}/forms/newsletter/versions/1`, {
    mode: 'web',
    wording: `J’accepte de recevoir ${Object.values(WORDS).join(', ')} les offres de Maison Valmy.`,
    channels: Object.entries(WORDS).map(([channel, words]) => ({ channel, words })),
    mechanism: 'checkbox',
    defaultState: 'empty',
    notice: { version: '2024-01', url: 'https://maison-valmy.example/confidentialite' },
    shown: { sha256: '5'.repeat(64), mediaType: 'image/png' },
    approver: { name: 'Claire Petit', approvedAt: '2024-01-02T00:00:00.000Z' },
  });
};

let readers = 0;
/** Somebody who agreed to all three. */
const aReader = async (): Promise<string> => {
  const phone = `+3363998${String(4_000 + ++readers)}`;
  await api.post('/v1/consents', {
    advertiserId: ADVERTISER,
    contact: { phone },
    channels: Object.keys(WORDS),
    form: { formId: 'newsletter', version: '1' },
    givenAt: '2026-05-20T09:00:00Z',
  });
  return phone;
};
const send = async (phone: string, channel: Channel, content: object) => {
  const message = { contact: { phone }, channel, offerCategory: 'wine', content };
  const answer = await api.post('/v1/messages', { advertiserId: ADVERTISER, messages: [message] });
  await stack.idle();
  return messageOf(api, String((answer.messages as readonly { id: string }[])[0]?.id));
};
const TEXT = { sms: { text: 'Maison Valmy: -20 % sur les vins' } };
const sms = (phone: string) => send(phone, 'sms', TEXT);
const call = (phone: string) =>
  send(phone, 'automated-call', { automatedCall: { script: 'Nos vins d’hiver sont arrivés.' } });
const takenOf = (phone: string) => stack.provider.taken().filter(({ to }) => to === phone);
/** What is answered there is done, and the next message is refused for it and leaves nowhere. */
const isRefused = async (phone: string, next: (to: string) => ReturnType<typeof sms>): Promise<void> => {
  await stack.idle();
  const before = takenOf(phone).length + stack.smsSink().length;
  const message = await next(phone);
  expect(message).toMatchObject({ status: 'refused' });
  expect(JSON.stringify(message)).toContain('OPPOSED_CHANNEL');
  expect(takenOf(phone).length + stack.smsSink().length).toBe(before);
};
const oppositionsOf = async (phone: string) =>
  (await api.post('/v1/contacts/lookup', { advertiserId: ADVERTISER, contact: { phone } })).oppositions;
/** What a number passes through, on its way out and back. */
const LOGGING = ['send-message', 'receive-provider-report', 'apply-sms-reply'];
/** `replies`: what receives them from this provider. */
const isQuiet = (replies: 'receive-pushed-reply' | 'receive-posted-reply'): void => {
  expect(stack.denied()).toEqual([]);
  for (const name of [...LOGGING, replies])
    expect(linesOf(stack, name).filter((line) => /\+?33639|63994/.test(line))).toEqual([]);
};

describe('SMS by smsmode, MMS by Spot-Hit, calls by Vonage', () => {
  beforeAll(() => started({ smsRoute: 'smsmode', mmsRoute: 'spot-hit', callRoute: 'vonage' }));
  afterAll(() => stack?.stop());

  test('P2: a text of smsmode is on the phone, and STOP that is typed there stops the next', async () => {
    const phone = await aReader();
    expect(await sms(phone)).toMatchObject({ status: 'sent' });
    const shown = await phoneOf(stack, phone);
    expect(shown.bubbles).toEqual(['Maison Valmy: -20 % sur les vins STOP 36200']);
    const after = await shown.answer('MAISONVALMY', 'Stop svp');
    expect(after.bubbles).toEqual([expect.stringContaining('Maison Valmy'), 'Stop svp']);
    await isRefused(phone, sms);
    expect(await oppositionsOf(phone)).toMatchObject([{ via: 'sms-reply' }]);
    // Nobody signs what smsmode brings, so that no state is asked for and none is believed.
    expect(takenOf(phone).flatMap(({ reports }) => reports)).toMatchObject([{ kind: 'reply', status: 204 }]);
  });

  test('CONTACT, typed there, is answered by smsmode once, and nothing else changes', async () => {
    const phone = await aReader();
    await sms(phone);
    await (await phoneOf(stack, phone)).answer('MAISONVALMY', 'CONTACT');
    await stack.idle();
    const shown = await phoneOf(stack, phone);
    expect(shown.bubbles).toEqual([
      expect.stringContaining('STOP 36200'),
      'CONTACT',
      expect.stringMatching(/^Maison Valmy : .*contact@maison-valmy/),
    ]);
    await shown.answer('MAISONVALMY', 'contact');
    await stack.idle();
    expect((await phoneOf(stack, phone)).bubbles).toHaveLength(4);
    expect(await sms(phone)).toMatchObject({ status: 'sent' });
    expect(await oppositionsOf(phone)).toEqual([]);
  });

  test('P2: an MMS of Spot-Hit is on the phone with the picture that was given, and STOP stops MMS and SMS', async () => {
    const content = readFileSync(new URL('../../../demo/pictures/winter-harvest.jpg', import.meta.url));
    const put = await fetch(`${stack.consoleUrl}/media`, { method: 'PUT', body: content });
    const media = (await put.json()) as { readonly sha256: string };
    const mms = (to: string) => send(to, 'mms', { mms: { text: 'Nos vins d’hiver', media } });
    const phone = await aReader();
    expect(await mms(phone)).toMatchObject({ status: 'sent' });
    const shown = await phoneOf(stack, phone);
    expect(shown.bubbles).toEqual(['Maison Valmy: Nos vins d’hiver STOP 36200']);
    expect(shown.pictures).toEqual([`/media/${media.sha256}`]);
    const picture = await fetch(`${stack.consoleUrl}${shown.pictures[0]}`);
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(content);
    await shown.answer(CODE, 'STOP');
    await isRefused(phone, mms);
    await isRefused(phone, sms);
  });

  test('a picture that is nowhere is not given, and its MMS waits', async () => {
    const media = { url: 'https://elsewhere.example/a.jpg', sha256: 'a'.repeat(64), type: 'image/jpeg', bytes: 9_000 };
    const phone = await aReader();
    const waiting = await send(phone, 'mms', { mms: { text: 'Nos vins d’hiver', media } });
    expect(waiting).toMatchObject({ status: 'accepted', putBack: { reason: 'unreachable:media' } });
    expect(takenOf(phone)).toEqual([]);
  });

  test('P2: a call of Vonage is a script on the phone, and the key pressed there stops the next', async () => {
    const phone = await aReader();
    expect(await call(phone)).toMatchObject({ status: 'sent' });
    const shown = await phoneOf(stack, phone);
    expect(shown.text).toContain('This call listens to 9.');
    expect(shown.text.match(/tapez 9/g)).toHaveLength(2);
    expect((await shown.press('9')).text).toMatch(/9 was pressed at 11:0\d: stored/);
    await isRefused(phone, call);
    expect(await oppositionsOf(phone)).toMatchObject([{ via: 'key-press' }]);
  });

  test('P2: any other key stops it, too; and a call that is over hears none', async () => {
    const phone = await aReader();
    await call(phone);
    await (await phoneOf(stack, phone)).press('4');
    expect((await (await phoneOf(stack, phone)).press('9')).text).toContain('answered 410');
    await isRefused(phone, call);
  });

  test('a call that nobody answers is undelivered, and the next rings all the same', async () => {
    const phone = await aReader();
    const { id } = await call(phone);
    await stack.provider.report(takenOf(phone)[0]?.id ?? '', { kind: 'failed', reason: 'no-answer' });
    await stack.idle();
    expect(await messageOf(api, String(id))).toMatchObject({ status: 'undelivered' });
    expect(await call(phone)).toMatchObject({ status: 'sent' });
  });

  test('P8: no number is in a log, and nothing was denied', () => isQuiet('receive-pushed-reply'));
});

describe('SMS by Vonage', () => {
  beforeAll(() => started({ smsRoute: 'vonage', callRoute: 'vonage' }));
  afterAll(() => stack?.stop());

  test('P2: is on the phone as delivered, and STOP that is typed there stops the next', async () => {
    const phone = await aReader();
    expect(await sms(phone)).toMatchObject({ status: 'sent' });
    const shown = await phoneOf(stack, phone);
    expect(shown.bubbles).toEqual(['Maison Valmy: -20 % sur les vins STOP 36200']);
    expect(shown.text).toMatch(/SMS · 11:0\d · delivered/);
    // Signed, so that what it says of its text is believed.
    expect(takenOf(phone)[0]?.reports).toMatchObject([{ kind: 'delivered', status: 204 }]);
    await shown.answer('MAISONVALMY', 'ARRET');
    await isRefused(phone, sms);
    expect(await oppositionsOf(phone)).toMatchObject([{ via: 'sms-reply' }]);
  });

  test('CONTACT, typed there, is answered by Vonage', async () => {
    const phone = await aReader();
    await sms(phone);
    await (await phoneOf(stack, phone)).answer('MAISONVALMY', 'CONTACT');
    await stack.idle();
    expect((await phoneOf(stack, phone)).bubbles.at(-1)).toMatch(/^Maison Valmy : .*contact@maison-valmy/);
    expect(await oppositionsOf(phone)).toEqual([]);
  });

  test('to a number that is none is undelivered, and the next is refused', async () => {
    const phone = await aReader();
    const { id } = await sms(phone);
    await stack.provider.report(takenOf(phone)[0]?.id ?? '', { kind: 'failed', reason: 'number-invalid' });
    await stack.idle();
    expect(await messageOf(api, String(id))).toMatchObject({ status: 'undelivered' });
    expect(JSON.stringify(await sms(phone))).toContain('ADDRESS_UNDELIVERABLE');
  });

  test('P2: shares its account with calls, whose key stops calls and no text', async () => {
    const phone = await aReader();
    await call(phone);
    await (await phoneOf(stack, phone)).press('9');
    await isRefused(phone, call);
    expect(await sms(phone)).toMatchObject({ status: 'sent' });
  });

  test('P8: no number is in a log, and nothing was denied', () => isQuiet('receive-posted-reply'));
});
