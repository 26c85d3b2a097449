import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { launchBrowser } from '../../support/browser.ts';
import { type ApiCaller, callerOf, messageOf } from '../send-path-api.ts';

/** MMS and calls of the deployed template, from consent to telephone, and back by what the message itself holds. */
const NOON = '2026-11-24T10:00:00Z';
const ADVERTISER = 'maison-valmy';
const TEXTS = 'par SMS et par MMS';
const CALLS = 'par appel automatique';

let stack: Aval;
let api: ApiCaller;
beforeAll(async () => {
  // Each test brings its own fault about; what a worker does twice or late is the same by every route.
  stack = await startAval({ at: NOON, faults: 'none' });
  api = callerOf(stack);
  await api.put(`/v1/advertisers/${ADVERTISER}`, {
    siren: '552100554',
    legalName: 'Maison Valmy SAS',
    tradeNames: ['Maison Valmy'],
    contact: { email: 'contact@maison-valmy.example' },
    privacyNoticeUrl: 'https://maison-valmy.example/confidentialite',
    senders: {
      sms: [{ senderId: 'MAISONVALMY', replyCode: '36105' }],
      calls: [{ callerId: '+33162000000', acceptsKeyPress: true }],
    },
  });
  await api.put(`/v1/advertisers/${ADVERTISER}/forms/newsletter/versions/1`, {
    mode: 'web',
    wording: `J’accepte de recevoir ${TEXTS} et ${CALLS} les offres de Maison Valmy.`,
    channels: [
      { channel: 'sms', words: TEXTS },
      { channel: 'mms', words: TEXTS },
      { channel: 'automated-call', words: CALLS },
    ],
    mechanism: 'checkbox',
    defaultState: 'empty',
    notice: { version: '2024-01', url: 'https://maison-valmy.example/confidentialite' },
    shown: { sha256: '5'.repeat(64), mediaType: 'image/png' },
    approver: { name: 'Claire Petit', approvedAt: '2024-01-02T00:00:00.000Z' },
  });
});
afterAll(() => stack?.stop());

const CONTENTS = {
  sms: { sms: { text: 'Maison Valmy: -20 % sur les vins' } },
  mms: {
    mms: {
      text: 'Nos vins d’hiver',
      media: {
        url: 'https://maison-valmy.example/hiver.jpg',
        sha256: 'a'.repeat(64),
        type: 'image/jpeg',
        bytes: 90_000,
      },
    },
  },
  'automated-call': { automatedCall: { script: 'Nos vins d’hiver sont arrivés.' } },
} as const;
type RoutedChannel = keyof typeof CONTENTS;

let readers = 0;
const aReader = async () => {
  readers += 1;
  const contact = { phone: `+336${String(12_345_000 + readers)}` };
  await api.post('/v1/consents', {
    advertiserId: ADVERTISER,
    contact,
    channels: ['sms', 'mms', 'automated-call'],
    form: { formId: 'newsletter', version: '1' },
    givenAt: '2026-05-20T09:00:00Z',
  });
  return contact;
};
const send = async (contact: { readonly phone: string }, channel: RoutedChannel): Promise<string> => {
  const answer = await api.post('/v1/messages', {
    advertiserId: ADVERTISER,
    messages: [{ contact, channel, offerCategory: 'wine', content: CONTENTS[channel] }],
  });
  await stack.idle();
  return String((answer.messages as readonly { id: string }[])[0]?.id);
};
const takenOf = ({ phone }: { readonly phone: string }) => stack.provider.taken().filter(({ to }) => to === phone);

describe('an automated call', () => {
  test('is taken once, and the key that it announces stops the next', async () => {
    const reader = await aReader();
    const id = await send(reader, 'automated-call');
    expect(await messageOf(api, id)).toMatchObject({ status: 'sent' });
    const [call] = takenOf(reader);
    expect(call?.message).toMatchObject({ sender: '+33162000000', keys: { 9: 'opposition' } });
    expect(await stack.provider.report(call?.id ?? '', { kind: 'keypress', digits: '9' })).toBe(204);
    const next = await send(reader, 'automated-call');
    expect(await messageOf(api, next)).toMatchObject({ status: 'refused' });
    expect(takenOf(reader)).toHaveLength(1);
  });
});

describe('an MMS', () => {
  test('is taken once, and a STOP that answers it stops texts of all kinds', async () => {
    const reader = await aReader();
    await send(reader, 'mms');
    const [mms] = takenOf(reader);
    expect(String(mms?.message.text)).toBe('Maison Valmy: Nos vins d’hiver STOP 36105');
    expect(await stack.provider.report(mms?.id ?? '', { kind: 'reply', text: 'Stop' })).toBe(204);
    for (const channel of ['mms', 'sms'] as const)
      expect(await messageOf(api, await send(reader, channel))).toMatchObject({ status: 'refused' });
    expect(takenOf(reader)).toHaveLength(1);
  });

  test('is answered CONTACT: by SMS comes who writes, once, and nothing else changes', async () => {
    const reader = await aReader();
    await send(reader, 'mms');
    const [mms] = takenOf(reader);
    for (const text of ['CONTACT', 'Contact svp']) {
      expect(await stack.provider.report(mms?.id ?? '', { kind: 'reply', text })).toBe(204);
      await stack.idle();
    }
    const texts = stack.smsSink().filter(({ to }) => to === reader.phone);
    expect(texts.map(({ text }) => text)).toEqual([expect.stringMatching(/^Maison Valmy : .*contact@maison-valmy/)]);
    expect(await messageOf(api, await send(reader, 'mms'))).toMatchObject({ status: 'sent' });
  });

  test('whose answer is lost is never handed over again, and settled by what is reported', async () => {
    const reader = await aReader();
    stack.provider.next('accept-and-drop');
    const id = await send(reader, 'mms');
    expect(await messageOf(api, id)).toMatchObject({ status: 'unknown' });
    const [mms] = takenOf(reader);
    expect(await stack.provider.report(mms?.id ?? '', { kind: 'delivered' })).toBe(204);
    expect(await messageOf(api, id)).toMatchObject({ status: 'sent' });
    expect(takenOf(reader)).toHaveLength(1);
  });
});

describe('a report', () => {
  const reportTo = async (url: string, body: string, headers: Record<string, string> = {}) =>
    (await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })).status;

  test('that nobody signed is refused, and a link that nobody made is none', async () => {
    const reader = await aReader();
    const id = await send(reader, 'automated-call');
    const [call] = takenOf(reader);
    const url = String(call?.message.callbackUrl);
    const forged = JSON.stringify({ eventId: 'x', kind: 'failed', reference: 'x', at: NOON });
    expect(await reportTo(url, forged)).toBe(401);
    const headers = { 'aval-timestamp': '1795518000', 'aval-signature': `key1=${'0'.repeat(64)}` };
    expect(await reportTo(url, forged, headers)).toBe(401);
    expect(await reportTo(`${stack.publicUrl}/r/nothing`, forged)).toBe(401);
    expect(await messageOf(api, id)).toMatchObject({ status: 'sent' });
  });

  test('that comes twice or with nonsense in it changes nothing more', async () => {
    const reader = await aReader();
    const id = await send(reader, 'automated-call');
    const [call] = takenOf(reader);
    const expired = { kind: 'expired', eventId: 'evt-expired' } as const;
    expect(await stack.provider.report(call?.id ?? '', expired)).toBe(204);
    expect(await stack.provider.report(call?.id ?? '', expired)).toBe(204);
    expect(await stack.provider.report(call?.id ?? '', { kind: 'delivered' })).toBe(204);
    expect(await messageOf(api, id)).toMatchObject({ status: 'undelivered' });
    expect(await stack.provider.report(call?.id ?? '', { kind: 'failed', reason: 'No Answer' })).toBe(422);
  });

  test('P2: of a key that was pressed is an opposition, whatever else in it is nonsense', async () => {
    const reader = await aReader();
    await send(reader, 'automated-call');
    const [call] = takenOf(reader);
    expect(await stack.provider.report(call?.id ?? '', { kind: 'keypress', digits: 'abc' })).toBe(204);
    await stack.idle();
    expect(await messageOf(api, await send(reader, 'automated-call'))).toMatchObject({ status: 'refused' });
  });
});

describe('on the phone that the console shows', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  const phoneOf = async ({ phone }: { readonly phone: string }): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(`${stack.consoleUrl}/phones`);
    await page.getByLabel('Open the phone').fill(phone);
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('heading', { level: 1, name: 'The phone' }).waitFor();
    return page;
  };

  test('P2: the key of a call, pressed there, stops the next call', async () => {
    const reader = await aReader();
    await send(reader, 'automated-call');
    const page = await phoneOf(reader);
    await page.getByRole('button', { name: '9 stop' }).click();
    await page.getByText(/9 was pressed at 11:0\d: stored/).waitFor();
    expect(await messageOf(api, await send(reader, 'automated-call'))).toMatchObject({ status: 'refused' });
  });

  test.each([
    ['sms', 'goes to 36105', 'votre demande est prise en compte'],
    ['mms', 'goes back by the provider', 'You · 11:0'],
  ] as const)('P2: STOP to an %s, sent there, is confirmed and stops the next', async (channel, way, shown) => {
    const reader = await aReader();
    await send(reader, channel);
    const page = await phoneOf(reader);
    await page.getByLabel(way).press('Enter');
    await page.locator('.lines li', { hasText: shown }).last().waitFor();
    expect(await messageOf(api, await send(reader, channel))).toMatchObject({ status: 'refused' });
  });
});
