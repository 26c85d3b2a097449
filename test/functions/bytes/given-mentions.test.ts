import { describe, expect, test, vi } from 'vitest';
import { tokensOf } from '#shared/adapters/crypto/tokens.ts';
import type { Caller } from '#shared/domain/advertiser/api-key.ts';
import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { TEST_SECRET } from '../../support/aws.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';

const MAIL = { email: 'camille.martin@example.com' };
const PHONE = { phone: '+33612345678' };
const FROM = { address: 'bonjour@maison-valmy.example', name: 'Maison Valmy' };
const TEMPLATE = { templateId: 'letter', version: '1' } as const;
const SECOND: Caller = {
  apiKeyId: 'jurist',
  scopes: ['templates:approve', 'reviews:decide'],
  advertisers: [ADVERTISER],
};

const ask = async (world: World, message: object) => {
  const messages = [{ contact: MAIL, channel: 'email', ...message }];
  const { status, body } = await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages } });
  expect(status).toBe(200);
  return body.verdicts[0];
};
const codes = ({ outcome, reasons }: { outcome: string; reasons: { code: string }[] }) => [
  outcome,
  ...reasons.map(({ code }) => code),
];
interface Given {
  readonly last?: string;
  readonly html?: string;
  readonly headers?: readonly object[];
}
/** The bytes that a caller makes with what it was given. */
const asMail = (subject: string, words: string, { last, html, headers = [] }: Given) => ({
  email: {
    from: FROM,
    subject,
    text: `${words}\n\n${last}`,
    html: `<!doctype html><html lang="fr"><body><p>${words.replaceAll('\n', '<br>')}</p>${html}</body></html>`,
    headers,
  },
});
const consent = (world: World, changes: object = {}) =>
  world.call('record-consent', { body: { ...(EXAMPLES['record-consent'] as object), ...changes } });

const put = async (world: World, body: object) => {
  const path = { advertiserId: ADVERTISER, ...TEMPLATE };
  expect((await world.call('put-template-version', { path, body })).status).toBe(201);
  const approval = EXAMPLES['approve-template-version'];
  await world.call('approve-template-version', { path, body: approval, caller: SECOND });
};
const allow = async (world: World) => {
  const [{ id: reviewId }] = (await world.call('list-reviews')).body.reviews;
  const body = { ...(EXAMPLES['decide-review'] as object), decision: 'allowed' };
  expect((await world.call('decide-review', { path: { reviewId }, body, caller: SECOND })).status).toBe(200);
};

/** Somebody who agreed to texts. */
const aReaderOfTexts = async () => {
  const world = await aWorldWithForms();
  await world.call('put-form-version', {
    path: { advertiserId: ADVERTISER, formId: 'telephone', version: '1' },
    body: {
      ...(EXAMPLES['put-form-version'] as object),
      wording: 'J’accepte de recevoir par SMS et par MMS les offres de Maison Valmy.',
      channels: [
        { channel: 'sms', words: 'par SMS' },
        { channel: 'mms', words: 'par MMS' },
      ],
    },
  });
  await consent(world, {
    contact: PHONE,
    channels: ['sms', 'mms'],
    form: { formId: 'telephone', version: '1' },
  });
  return world;
};

describe('the mentions that a verdict gives to those who send by another system', () => {
  const offer = { offerCategory: 'wine', returnMentions: true };

  test.each(READER_LANGUAGES)('of a mail that promotes, in %s: bytes made with them may leave', async (language) => {
    const world = await aWorldWithForms();
    await world.call('declare-contact', { body: { advertiserId: ADVERTISER, contact: MAIL, language } });
    const { contactId } = (await consent(world)).body;
    const { mentions, ...verdict } = await ask(world, offer);
    expect(codes(verdict)).toEqual(['allow', 'OK_CONSENT']);
    const bytes = asMail('Nos vins d’hiver', 'Nos vins d’hiver sont arrivés.', mentions);
    expect(codes(await ask(world, { offerCategory: 'wine', bytes }))).toEqual(['allow', 'OK_CONSENT']);
    const [url, token] = mentions.oppositionUrl.split('/o/');
    expect([url, tokensOf(TEST_SECRET).read(token)]).toMatchObject([
      'https://stop.maison-valmy.example',
      { advertiserId: ADVERTISER, contactId, channel: 'email', purpose: 'own-offers' },
    ]);
    expect(mentions.headers).toEqual([
      { name: 'List-Unsubscribe', value: expect.stringContaining(`<${mentions.oppositionUrl}>`) },
      { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
    ]);
    expect(JSON.stringify(mentions)).not.toMatch(/camille/i);
  });

  test.each(['sms', 'mms'] as const)('of an %s: the name first, STOP last', async (channel) => {
    const world = await aReaderOfTexts();
    const to = { contact: PHONE, channel };
    const { mentions } = await ask(world, { ...to, ...offer });
    expect(mentions).toMatchObject({ first: 'Maison Valmy:', last: 'STOP 36105' });
    const text = `${mentions.first} nos vins d'hiver. ${mentions.last}`;
    const bytes = { [channel]: { senderId: 'MAISONVALMY', text } };
    expect(codes(await ask(world, { ...to, offerCategory: 'wine', bytes }))).toEqual(['allow', 'OK_CONSENT']);
  });

  test('of a text that may leave later are given at once', async () => {
    const world = await aReaderOfTexts();
    vi.setSystemTime(new Date('2026-11-24T22:30:00Z'));
    const { outcome, mentions } = await ask(world, { contact: PHONE, channel: 'sms', ...offer });
    expect([outcome, mentions?.last]).toEqual(['defer', 'STOP 36105']);
  });

  test('of a relational mail are given while a human may still allow it, and are read as no offer', async () => {
    const world = await aWorldWithForms();
    const words = 'Notre nouvelle adresse est 3 rue du Port, à Reims.';
    const subject = 'Nous déménageons';
    await put(world, { class: 'relational', category: 'news', content: { email: { subject, text: words } } });
    const { mentions, ...open } = await ask(world, { template: TEMPLATE, returnMentions: true });
    expect(open.outcome).toBe('review');
    expect(mentions.oppositionUrl).toContain('/o/');
    await allow(world);
    const bytes = asMail(subject, words, mentions);
    expect(codes(await ask(world, { template: TEMPLATE, bytes }))).toEqual(['allow', 'NOT_PROSPECTING_RELATIONAL']);
    const promoting = asMail(subject, `${words}\nEt -20 % sur nos vins, c’est gratuit.`, mentions);
    const told = await ask(world, { template: TEMPLATE, bytes: promoting });
    expect(codes({ ...told, reasons: told.notes })).toContain('MIXED_CONTENT_REQUALIFIED');
  });

  test('of a transactional mail have no link to stop, and are read as no other topic', async () => {
    const world = await aWorldWithForms();
    const words = 'Bonjour, votre commande 1042 est confirmée et part demain.';
    const content = { email: { subject: 'Votre commande 1042', text: words } };
    await put(world, { class: 'transactional', reason: 'order', reference: 'CGV', category: 'orders', content });
    const owed = { template: TEMPLATE, reference: '1042' };
    const { mentions } = await ask(world, { ...owed, returnMentions: true });
    expect(Object.keys(mentions).toSorted()).toEqual(['html', 'last']);
    const bytes = asMail('Votre commande 1042', words, mentions);
    expect(codes(await ask(world, { ...owed, bytes }))).toEqual(['allow', 'NOT_PROSPECTING_TRANSACTIONAL']);
  });

  test('are given beside bytes that lack them', async () => {
    const world = await aWorldWithForms();
    await consent(world);
    const bytes = { email: { from: FROM, subject: 'Nos vins', text: 'Nos vins sont arrivés.' } };
    const { outcome, mentions } = await ask(world, { ...offer, bytes });
    expect([outcome, mentions.last]).toEqual(['refuse', expect.stringContaining('/o/')]);
  });

  test.each([
    ['another sender', { from: { address: 'news@autre-maison.example', name: 'Autre maison' } }],
    ['a subject that poses as a reply', { subject: 'Re: votre commande' }],
    [
      'an image that counts who opens them',
      { html: '<p>Vins</p><img src="https://t.example/o.gif" width="1" height="1">' },
    ],
  ])('are the same beside bytes that have %s', async (_, changes) => {
    const world = await aWorldWithForms();
    await consent(world);
    const { mentions: asked } = await ask(world, offer);
    const bytes = { email: { from: FROM, subject: 'Nos vins', text: 'Nos vins sont arrivés.', ...changes } };
    const { outcome, mentions } = await ask(world, { ...offer, bytes });
    expect([outcome, mentions]).toEqual(['refuse', asked]);
  });

  test('of a relational mail are the same beside bytes that promote', async () => {
    const world = await aWorldWithForms();
    const words = 'Notre nouvelle adresse est 3 rue du Port, à Reims.';
    await put(world, {
      class: 'relational',
      category: 'news',
      content: { email: { subject: 'Nouvelle', text: words } },
    });
    await allow(world);
    const { mentions: asked } = await ask(world, { template: TEMPLATE, returnMentions: true });
    const bytes = {
      email: { from: FROM, subject: 'Nouvelle', text: `${words} Et -20 % sur nos vins, c’est gratuit.` },
    };
    const { outcome, mentions } = await ask(world, { template: TEMPLATE, returnMentions: true, bytes });
    expect([outcome, mentions]).toEqual(['refuse', asked]);
  });

  test.each([
    ['its own, of the second sender', 'VALMYCAVES', undefined, 'STOP 36106'],
    ['that of the first, of one that is not registered', 'AUTRE', undefined, 'STOP 36105'],
    ['that of the sender asked for, of another', 'VALMYCAVES', 'MAISONVALMY', 'STOP 36105'],
  ])('beside a text have the code that gets its STOP: %s', async (_, senderId, sender, last) => {
    const world = await aReaderOfTexts();
    const settings = EXAMPLES['put-advertiser'] as {
      senders: { sms: object[] };
      tradeNames: string[];
    };
    const second = { senderId: 'VALMYCAVES', replyCode: '36106' };
    const { status } = await world.call('patch-advertiser', {
      path: { advertiserId: ADVERTISER },
      body: {
        senders: { ...settings.senders, sms: [...settings.senders.sms, second] },
        tradeNames: [...settings.tradeNames, 'Valmy Caves'],
      },
      headers: { 'If-Match': '*' },
    });
    expect(status).toBe(200);
    const bytes = { sms: { senderId, text: 'Maison Valmy : nos vins.' } };
    const { mentions } = await ask(world, { contact: PHONE, channel: 'sms', ...offer, sender, bytes });
    expect(mentions?.last).toBe(last);
  });

  test('are absent where nobody may write, where nothing is written, and where they were not asked for', async () => {
    const world = await aReaderOfTexts();
    expect((await ask(world, offer)).mentions).toBeUndefined();
    const call = { contact: PHONE, channel: 'automated-call', ...offer };
    expect((await ask(world, call)).mentions).toBeUndefined();
    expect((await ask(world, { contact: PHONE, channel: 'sms', offerCategory: 'wine' })).mentions).toBeUndefined();
    const more = { ...offer, contact: PHONE, channel: 'sms' };
    expect((await ask(world, more)).mentions).toBeDefined();
    await world.call('register-opposition', {
      body: { ...(EXAMPLES['register-opposition'] as object), contact: PHONE },
    });
    expect((await ask(world, more)).mentions).toBeUndefined();
  });
});
