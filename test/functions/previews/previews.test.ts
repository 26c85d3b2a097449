import { describe, expect, test, vi } from 'vitest';
import { type Caller, SCOPES, type Scope } from '#shared/domain/advertiser/api-key.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, STRANGER } from '../support/api.ts';
import { AGREED, agreedToTexts, aWorldWith, CONTACT, freeAccount, NEWSLETTER, preview } from '../support/previews.ts';

const withScopes = (...scopes: Scope[]): Caller => ({ apiKeyId: 'marketing', scopes, advertisers: [ADVERTISER] });

describe('POST …/templates/{templateId}/versions/{version}/preview', () => {
  test('shows the bytes that would be handed over to an invented contact that agreed', async () => {
    const world = await aWorldWith(NEWSLETTER);
    const { status, body } = await preview(world, { invented: { language: 'en', consents: AGREED } });
    expect([status, body.asOf, body.language, body.verdict.outcome]).toEqual([200, 'now', 'en', 'allow']);
    const { from, subject, html, text, headers } = body.bytes.email;
    expect(from).toEqual({ address: 'bonjour@maison-valmy.example', name: 'Maison Valmy' });
    expect(subject).toBe('Nos vins, Léa & Co');
    expect(html).toContain('<p>Bonjour Léa &amp; Co, nos vins d’hiver sont là.</p>');
    for (const part of [html, text]) expect(part).toContain(body.link);
    expect(headers).toContainEqual({ name: 'List-Unsubscribe', value: expect.stringContaining(`<${body.link}>`) });
    expect(body.size).toEqual({ html: Buffer.byteLength(html), text: Buffer.byteLength(text) });
    expect([body.warnings, body.cost]).toEqual([[], undefined]);
  });

  test.each([
    ['prénom', 'prénom'],
    ['prénom', 'pre\u0301nom'],
    ['first-name', 'First-Name'],
    ['_id', '_id'],
    ['фамилия', 'фамилия'],
    ['address.city', 'address.city'],
  ])('a field that is called %s is given its value as %s', async (field, name) => {
    const world = await aWorldWith({
      category: 'wine',
      content: { email: { subject: 'Nos vins', html: `<p>Bonjour {{ ${field} }}, nos vins sont là.</p>` } },
    });
    const { status, body } = await preview(world, { invented: { consents: AGREED }, mergeValues: { [name]: 'Léa' } });
    expect(status).toBe(200);
    expect(body.bytes.email.html).toContain('<p>Bonjour Léa, nos vins sont là.</p>');
  });

  test('a name that no field can have is refused', async () => {
    const world = await aWorldWith(NEWSLETTER);
    for (const name of ['', 'a b', 'a}', 'a|b', '{{a', 'x'.repeat(65)]) {
      const { status, body } = await preview(world, { mergeValues: { prenom: 'Léa', [name]: 'Léa' } });
      expect([status, body.errors[0].pointer.split('/')[1]], name).toEqual([422, 'mergeValues']);
    }
  });

  test('says in the language of its reader why the message comes, by the facts that were stated', async () => {
    const world = await aWorldWith(NEWSLETTER);
    const text = async (invented: object) =>
      (await preview(world, { invented })).body.bytes.email.text.replaceAll('\u00a0', ' ') as string;
    expect(await text({ language: 'fr', consents: AGREED })).toMatch(/20 novembre 2026/);
    expect(await text({ language: 'en', consents: AGREED })).toMatch(/20 November 2026/);
    // Without a basis the words are those that were asked for.
    const why = { basis: 'existing-customer', since: '2026-03-02T10:00:00+01:00' };
    expect(await text({ language: 'en', why })).toMatch(/customer.*2 March 2026/s);
  });

  test('shows what would not leave as if it were allowed, and says so with every reason', async () => {
    const world = await aWorldWith(NEWSLETTER);
    const { body } = await preview(world, { invented: { oppositions: [{ scope: 'global' }] } });
    const codes = body.verdict.reasons.map(({ code }: { code: string }) => code);
    expect([body.asOf, body.verdict.outcome, codes]).toEqual([
      'if-allowed',
      'refuse',
      expect.arrayContaining(['OPPOSED_GLOBAL']),
    ]);
    for (const { remedy } of body.verdict.reasons) expect(remedy.en).not.toBe('');
    expect(body.bytes.email.html).toContain(body.link);
    expect(body.warnings).toHaveLength(1);
  });

  test('shows what waits for its hour as it would leave then', async () => {
    const world = await aWorldWith({ category: 'wine', content: { sms: { text: 'Fête des vins, {{prenom}} !' } } });
    vi.setSystemTime(new Date('2026-11-24T23:30:00+01:00'));
    const { body } = await preview(world, { invented: { consents: await agreedToTexts(world) } });
    expect([body.asOf, body.verdict.outcome]).toEqual(['later', 'defer']);
    expect(body.verdict.notBefore).toMatch(/^2026-11-25T/);
    expect(body.bytes.sms).toEqual({
      senderId: 'MAISONVALMY',
      text: 'Maison Valmy: Fête des vins, Léa & Co ! STOP 36105',
    });
    expect(body.cost).toMatchObject({ segments: 1, encoding: 'UCS-2' });
    expect(body.cost.outside).toMatchObject([{ character: 'ê', in: 'text' }]);
  });

  test('of a real contact is what the sender would read, and asks for contacts:read', async () => {
    const world = await aWorldWith(NEWSLETTER);
    await world.call('record-consent', { body: EXAMPLES['record-consent'] });
    const asked = { contact: CONTACT };
    const seen = await preview(world, asked, { caller: withScopes('templates:write', 'contacts:read') });
    expect([seen.status, seen.body.asOf, seen.body.verdict.outcome]).toEqual([200, 'now', 'allow']);
    const refused = await preview(world, asked, { caller: withScopes('templates:write') });
    expect([refused.status, refused.body.code]).toEqual([403, 'insufficient-scope']);
    const others = await preview(
      world,
      {},
      { caller: withScopes(...SCOPES.filter((one) => one !== 'templates:write')) },
    );
    expect([others.status, others.body.code]).toEqual([403, 'insufficient-scope']);
    const stranger = await preview(world, {}, { caller: STRANGER });
    expect([stranger.status, stranger.body.code]).toEqual([404, 'advertiser-not-found']);
  });

  test('writes nothing, and opens no review', async () => {
    const world = await aWorldWith(NEWSLETTER);
    const account = await freeAccount(world);
    const reviews = async () =>
      (await world.call('list-reviews', { query: { advertiserId: ADVERTISER } })).body.reviews.map(
        ({ cause }: { cause: string }) => cause,
      );
    const before = await reviews();
    const { body } = await preview(world, { invented: { sales: [account] } });
    expect([body.verdict.outcome, body.verdict.cause]).toEqual(['review', 'sale-type:free-account']);
    expect((await preview(world, { contact: CONTACT })).body.verdict.outcome).toBe('refuse');
    expect(body.bytes.email.html).toContain(body.link);
    const contact = await world.call('look-up-contact', { body: { advertiserId: ADVERTISER, contact: CONTACT } });
    expect([await reviews(), contact.status]).toEqual([before, 404]);
  });

  test('shows a draft, and what none was approved of, with what both lack', async () => {
    const order = { ...(EXAMPLES['put-template-version'] as object), draft: true };
    const world = await aWorldWith(order);
    const numbered = { mergeValues: { numero: '7', prenom: 'Léa' }, reference: '7' };
    const { body } = await preview(world, numbered);
    expect(body.warnings.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/draft', '/class']);
    expect([body.asOf, body.bytes.email.subject]).toEqual(['if-allowed', 'Votre commande 7']);
  });

  test('asks for the values, and for one contact at most', async () => {
    const world = await aWorldWith(NEWSLETTER);
    const pointers = async (body: object) =>
      (await preview(world, body)).body.errors?.map(({ pointer }: { pointer: string }) => pointer);
    expect(await pointers({ mergeValues: {} })).toEqual(['/mergeValues/prenom']);
    expect(await pointers({ contact: CONTACT, invented: {} })).toEqual(['/invented']);
    expect(await pointers({ contact: { phone: '+33612345678' } })).toEqual(['/contact']);
    expect((await preview(world, {}, { path: { version: '2' } })).body.code).toBe('template-version-not-found');
  });

  test('warns of what Gmail hides of a long mail', async () => {
    const html = `<p>Bonjour {{prenom}}</p>${'<p>Un vin.</p>\n'.repeat(7500)}<p>La fin.</p>`;
    const world = await aWorldWith({ category: 'wine', content: { email: { subject: 'Vins', html } } });
    const { body } = await preview(world, { invented: { consents: AGREED } });
    expect(body.size.html).toBeGreaterThan(102_400);
    expect(body.warnings).toMatchObject([
      { pointer: '/content/email/html', sentence: { en: expect.stringMatching(/Gmail shows about 102/) } },
    ]);
  });
});
