import { describe, expect, test } from 'vitest';
import { segmentsOf, smsCost } from '#shared/channels/sms/segments.ts';
import type { Caller } from '#shared/domain/advertiser/api-key.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, type World } from '../support/api.ts';
import { AGREED, agreedToTexts, aWorldWith, CONTACT, freeAccount, NEWSLETTER, preview } from '../support/previews.ts';

const JURIST: Caller = { apiKeyId: 'jurist', scopes: ['reviews:decide'], advertisers: [ADVERTISER] };
const TEXT = { category: 'wine', content: { sms: { text: 'Nos vins sont là, {{prenom}}' } } };
/** What no basis asks for, with a block that only a basis lets stay. */
const NEWS = {
  class: 'transactional',
  reason: 'order',
  reference: 'CGV',
  category: 'orders',
  content: { sms: { text: `Commande partie.{{#prospecting}} Fête des vins : ${'-20 % '.repeat(12)}{{/prospecting}}` } },
};
const isUnfounded = ({ sentence }: { sentence: { en: string } }) => /rests on nothing recorded/.test(sentence.en);

describe('the cost in a preview', () => {
  const costs = async (world: World, body: object) => {
    const { body: seen } = await preview(world, body);
    const { segments, units, encoding, outside } = smsCost(seen.bytes.sms.text);
    expect(seen.cost).toMatchObject({ segments, units, encoding });
    const characters = seen.cost.outside.map(({ character }: { character: string }) => character);
    expect(characters).toEqual(outside.map(({ character }) => character));
    return seen;
  };

  test('is that of its bytes: without the blocks that are left out', async () => {
    const world = await aWorldWith(NEWS);
    const without = await costs(world, { reference: '7' });
    expect([without.cost.segments, without.cost.encoding, without.cost.outside]).toEqual([1, 'GSM-7', []]);
    const whole = await costs(world, { reference: '7', invented: { consents: await agreedToTexts(world) } });
    expect([whole.cost.segments, whole.cost.encoding]).toEqual([2, 'UCS-2']);
    // Where its author wrote it, marks of blocks included.
    const position = NEWS.content.sms.text.indexOf('ê') + 1;
    expect(whole.cost.outside).toEqual([{ character: 'ê', in: 'text', position, instead: 'e' }]);
  });

  test('is that of its bytes: with the source that they name', async () => {
    const world = await aWorldWith(TEXT);
    const collector = { name: 'Salon des vins de Reims', siren: '552081317' };
    const partnersNamed = [{ name: 'Maison Valmy', siren: '552100554' }];
    const consents = await agreedToTexts(world, { collector }, { partnersNamed });
    const { bytes } = await costs(world, { mergeValues: { prenom: 'Léa'.repeat(33) }, invented: { consents } });
    expect(bytes.sms.text).toContain(`(source: ${collector.name})`);
    expect(segmentsOf(bytes.sms.text).segments).toBe(2);
  });

  test('is absent where there are none', async () => {
    const world = await aWorldWith(TEXT);
    const { body } = await preview(world, { sender: 'INCONNU' });
    expect([body.asOf, body.bytes, body.cost, body.warnings]).toEqual(['if-allowed', undefined, undefined, []]);
  });
});

describe('that nothing recorded says why, in a preview', () => {
  test('is said where no verdict names a basis, and where what calls itself none is judged as prospecting', async () => {
    const newsletter = await aWorldWith(NEWSLETTER);
    expect((await preview(newsletter)).body.warnings.filter(isUnfounded)).toHaveLength(1);
    const html = '<p>Bonjour {{prenom}}, -20 % sur tous nos vins d’hiver.</p>';
    const content = { email: { subject: 'Vente flash, {{prenom}}', html } };
    const world = await aWorldWith({
      class: 'transactional',
      reason: 'order',
      reference: 'a',
      category: 'wine',
      content,
    });
    const { body } = await preview(world, { reference: '7' });
    expect(body.verdict.notes).toMatchObject([{ code: 'MIXED_CONTENT_REQUALIFIED' }]);
    expect(body.warnings.filter(isUnfounded)).toHaveLength(1);
    // It would be sent as what it is judged to be.
    expect(body.bytes.email.text).toContain('publicitaire');
    expect(body.bytes.email.text).toContain(body.link);
  });

  test('is not said where only the bytes are stopped: they name the consent that holds', async () => {
    const world = await aWorldWith(TEXT);
    const consents = await agreedToTexts(world);
    const { body } = await preview(world, { mergeValues: { prenom: 'STOP 36999' }, invented: { consents } });
    expect([body.asOf, body.verdict.outcome]).toEqual(['if-allowed', 'refuse']);
    expect(body.bytes.sms.text).toContain('STOP 36999');
    expect(body.warnings).toEqual([]);
  });

  test('is not said of what says its class, which its template records', async () => {
    const content = { email: { subject: 'Nous déménageons', text: 'Nous déménageons, {{prenom}}.' } };
    const world = await aWorldWith({ class: 'relational', category: 'news', content });
    const { body } = await preview(world, { invented: { consents: AGREED } });
    expect([body.asOf, body.verdict.outcome]).toEqual(['if-allowed', 'review']);
    expect(body.warnings.filter(isUnfounded)).toEqual([]);
  });

  test('is not said where a human may allow it: the bytes are those that would be sent then', async () => {
    const world = await aWorldWith(NEWSLETTER);
    const account = await freeAccount(world);
    const sale = { ...account, contact: CONTACT, reference: 'COMPTE-1', advertiserId: ADVERTISER };
    expect((await world.call('record-sale', { body: sale })).status).toBe(201);
    const { body } = await preview(world, { contact: CONTACT });
    expect([body.asOf, body.verdict.outcome, body.warnings]).toEqual(['if-allowed', 'review', []]);
    expect(body.bytes.email.text.replaceAll('\u00a0', ' ')).toMatch(/vous êtes client .*10 novembre 2026/);
    const asked = [{ contact: CONTACT, channel: 'email', offerCategory: 'wine' }];
    await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages: asked } });
    const { reviews } = (await world.call('list-reviews', { query: { advertiserId: ADVERTISER } })).body;
    const [{ id: reviewId }] = reviews.filter(({ cause }: { cause: string }) => cause === 'sale-type:free-account');
    const decision = { ...(EXAMPLES['decide-review'] as object), decision: 'allowed' };
    expect((await world.call('decide-review', { path: { reviewId }, body: decision, caller: JURIST })).status).toBe(
      200,
    );
    const { body: allowed } = await preview(world, { contact: CONTACT });
    expect([allowed.asOf, allowed.verdict.outcome]).toEqual(['now', 'allow']);
    expect(allowed.bytes).toEqual(body.bytes);
  });
});
