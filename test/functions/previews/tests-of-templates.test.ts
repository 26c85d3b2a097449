import { describe, expect, test } from 'vitest';
import { type Caller, SCOPES } from '#shared/domain/advertiser/api-key.ts';
import { sha256 } from '../../support/builders.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, OTHER_ADVERTISER, SHOP, STRANGER, type World } from '../support/api.ts';

const PATH = { advertiserId: ADVERTISER, templateId: 'order-confirmation', version: '1' };
const JEANNE = { email: 'jeanne.roy@example.com' };
const VALUES = { numero: '1042', prenom: 'Jeanne' };
const AGREED = { agreedAt: '2026-11-20T09:00:00+01:00', evidence: { sha256: sha256('e') } };
const HTML = '<p>Bonjour {{prenom}}, nos vins d’hiver sont là.</p>';
const NEWSLETTER = { category: 'wine', content: { email: { subject: 'Nos vins, {{prenom}}', html: HTML } } };
/** With the name and STOP it fills one segment. */
const FULL = { category: 'wine', content: { sms: { text: 'Vin '.repeat(34).slice(0, 135) } } };
const WINTER = { templateId: 'winter' };

/** The id of a contact, with what is declared of it. */
const declared = async (world: World, contact: object, facts: object = { testsAgreed: AGREED }): Promise<string> => {
  const { body } = await world.call('declare-contact', { body: { advertiserId: ADVERTISER, contact, ...facts } });
  return body.contactId;
};
const put = (world: World, template: object, path: object = {}) =>
  world.call('put-template-version', { path: { ...PATH, ...path }, body: template });
/** With a draft of a transactional template, and one who agreed to tests. */
const aWorldWithDraft = async () => {
  const world = await aWorldWithForms();
  await put(world, { ...(EXAMPLES['put-template-version'] as object), draft: true });
  return { world, jeanne: await declared(world, JEANNE) };
};
const to = (...ids: string[]) => ids.map((contactId) => ({ contactId, mergeValues: VALUES }));
type More = { key?: string; caller?: Caller; path?: object; body?: object };
const tried = (world: World, recipients: object[], { path, body, ...more }: More = {}) =>
  world.call('test-template-version', {
    ...more,
    path: { ...PATH, ...path },
    body: { reference: '1042', recipients, ...body },
  });
const messages = async (world: World) =>
  (await world.call('list-messages', { query: { advertiserId: ADVERTISER } })).body.messages;

describe('POST …/templates/{templateId}/versions/{version}/test', () => {
  test('goes to those who agreed to receive tests alone, of a draft too, and says so of each', async () => {
    const { world, jeanne } = await aWorldWithDraft();
    const nobody = await declared(world, { email: 'inconnu@example.com' }, {});
    const { status, body } = await tried(world, to(jeanne, nobody));
    expect([status, body.recipients[0].status]).toEqual([207, 'accepted']);
    expect(body.recipients[1].error).toMatchObject({
      code: 'test-refused',
      reason: 'TEST_NOT_AGREED',
      errors: [{ pointer: '/recipients/1/contactId', remedy: { route: 'PUT /v1/contacts' } }],
    });
    expect(await messages(world)).toMatchObject([{ id: body.recipients[0].id, test: true, status: 'accepted' }]);
    const none = await tried(world, to(nobody));
    expect([none.status, none.body.code]).toEqual([422, 'batch-refused']);
  });

  test('says in French why one was refused', async () => {
    const { world } = await aWorldWithDraft();
    const paul = await declared(world, { email: 'paul@example.com' }, {});
    const { body } = await world.call('test-template-version', {
      path: PATH,
      language: 'fr',
      body: { reference: '1042', recipients: to(paul) },
    });
    expect(body.recipients[0].error.title).toBe('Cet essai ne serait pas envoyé');
    expect(body.recipients[0].error.errors[0].detail).toBe(
      'Rien ne prouve que cette personne accepte de recevoir les essais de modèles. Aucun accord n’est enregistré.',
    );
  });

  test('is shown as a test in the timeline, beside the agreement', async () => {
    const { world, jeanne } = await aWorldWithDraft();
    await tried(world, to(jeanne));
    const { body } = await world.call('show-timeline', {
      path: { contactId: jeanne },
      query: { advertiserId: ADVERTISER },
    });
    expect(body.timeline).toMatchObject([
      { event: { type: 'contact-declared', declared: { testsAgreed: { agreedAt: '2026-11-20T08:00:00.000Z' } } } },
      { message: { test: true } },
    ]);
  });

  test('is the same message when the call is repeated under its key, whatever was said since', async () => {
    const { world, jeanne } = await aWorldWithDraft();
    const first = await tried(world, to(jeanne), { key: 'test-1' });
    await declared(world, JEANNE, { testsAgreed: { ...AGREED, endedAt: '2026-11-23T09:00:00+01:00' } });
    const again = await tried(world, to(jeanne), { key: 'test-1' });
    expect([first.status, again.status, again.body]).toEqual([202, 202, first.body]);
    const changed = [{ contactId: jeanne, mergeValues: { ...VALUES, numero: '7' } }];
    const other = await tried(world, changed, { key: 'test-1' });
    expect([other.status, other.body.recipients[0].error.code]).toEqual([422, 'idempotency-key-reused']);
    expect(await messages(world)).toHaveLength(1);
    expect((await tried(world, to(jeanne))).body.recipients[0].error.reason).toBe('TEST_NOT_AGREED');
  });

  test('is the same message when the call is repeated under its key, also where its draft can no longer be tried', async () => {
    const { world, jeanne } = await aWorldWithDraft();
    const first = await tried(world, to(jeanne), { key: 'test-1' });
    const draft = EXAMPLES['put-template-version'] as object;
    const content = { email: { subject: 'Votre commande', html: '<frameset></frameset>' } };
    expect((await put(world, { ...draft, content, draft: true })).status).toBeLessThan(300);
    expect((await tried(world, to(jeanne))).status).toBe(422);
    const again = await tried(world, to(jeanne), { key: 'test-1' });
    expect([first.status, again.status, again.body]).toEqual([202, 202, first.body]);
    // Who is new in the same call is refused for the draft, and loses nobody.
    const mixed = await tried(world, to(jeanne, jeanne), { key: 'test-1' });
    expect([mixed.status, mixed.body.recipients[0]]).toEqual([207, first.body.recipients[0]]);
  });

  test.each([
    ['everything', { scope: 'global' }, 'OPPOSED_GLOBAL'],
    ['the channel', { scope: 'channel', channels: ['email'] }, 'OPPOSED_CHANNEL'],
    ['these offers', { scope: 'purpose', channels: ['email'], purpose: 'own-offers' }, 'OPPOSED_PURPOSE'],
  ])('P2: honours an opposition to %s, whatever was agreed', async (_, of, reason) => {
    const { world, jeanne } = await aWorldWithDraft();
    const opposition = { of, via: 'phone', occurredAt: '2026-11-24T09:00:00+01:00' };
    await world.call('register-opposition', { body: { advertiserId: ADVERTISER, contact: JEANNE, ...opposition } });
    await declared(world, JEANNE, { testsAgreed: { ...AGREED, agreedAt: '2026-11-24T10:00:00+01:00' } });
    expect((await tried(world, to(jeanne))).body.recipients[0].error).toMatchObject({ code: 'test-refused', reason });
    expect(await messages(world)).toEqual([]);
  });

  test('P2: honours what the same person said of another address', async () => {
    const { world } = await aWorldWithDraft();
    const [personRef, phone] = ['P-1', '+33612345678'];
    const jeanne = await declared(world, JEANNE, { personRef, testsAgreed: AGREED });
    await declared(world, { phone }, { personRef });
    const opposition = { of: { scope: 'global' }, via: 'phone', occurredAt: '2026-11-24T09:00:00+01:00' };
    await world.call('register-opposition', { body: { advertiserId: ADVERTISER, contact: { phone }, ...opposition } });
    expect((await tried(world, to(jeanne))).body.recipients[0].error.reason).toBe('OPPOSED_GLOBAL');
  });

  test('what was taken back stays so when an old list is put again', async () => {
    const { world, jeanne } = await aWorldWithDraft();
    await declared(world, JEANNE, { testsAgreed: { ...AGREED, endedAt: '2026-11-23T09:00:00+01:00' } });
    await declared(world, JEANNE);
    expect((await tried(world, to(jeanne))).body.recipients[0].error.reason).toBe('TEST_NOT_AGREED');
    await declared(world, JEANNE, { testsAgreed: { ...AGREED, agreedAt: '2026-11-24T09:00:00+01:00' } });
    expect((await tried(world, to(jeanne))).status).toBe(202);
  });

  test('has at most twenty recipients, and asks for the values of each', async () => {
    const { world, jeanne } = await aWorldWithDraft();
    const many = await tried(world, to(...Array.from({ length: 21 }, () => jeanne)));
    expect([many.status, many.body.errors[0].pointer]).toEqual([422, '/recipients']);
    expect((await tried(world, to(...Array.from({ length: 20 }, () => jeanne)))).status).toBe(202);
    const { body } = await tried(world, [{ contactId: jeanne }]);
    expect(body.recipients[0].error.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/recipients/0/mergeValues/numero',
      '/recipients/0/mergeValues/prenom',
    ]);
  });

  test('P1: twenty contacts of an advertiser get tests at a time, and an agreement that ends makes no room', async () => {
    const { world, jeanne } = await aWorldWithDraft();
    const address = (number: number) => ({ email: `lecteur-${number}@example.com` });
    const team = await Promise.all(Array.from({ length: 20 }, (_, number) => declared(world, address(number))));
    expect((await tried(world, to(...team), { key: 'team' })).status).toBe(202);
    const [first] = team;
    const mixed = await tried(world, to(jeanne, first ?? ''));
    expect([mixed.status, mixed.body.recipients[1].status]).toEqual([207, 'accepted']);
    expect(mixed.body.recipients[0].error).toMatchObject({
      code: 'test-recipients-full',
      errors: [{ pointer: '/recipients/0/contactId' }],
    });
    await declared(world, address(0), { testsAgreed: { ...AGREED, endedAt: '2026-11-24T09:00:00+01:00' } });
    expect((await tried(world, to(jeanne))).body.recipients[0].error.code).toBe('test-recipients-full');
    expect((await tried(world, to(...team), { key: 'team' })).status).toBe(202);
    expect(await messages(world)).toHaveLength(21);
  });

  test('an end before its agreement is refused: the same list, put again, would bring it back', async () => {
    const { world } = await aWorldWithDraft();
    const ended = { ...AGREED, endedAt: '2026-11-19T09:00:00+01:00' };
    const body = { advertiserId: ADVERTISER, contact: JEANNE, testsAgreed: ended };
    const answer = await world.call('declare-contact', { body });
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '/testsAgreed/endedAt']);
  });

  test('counts the segments of a text with its mark, and reaches telephones alone', async () => {
    const { world, jeanne } = await aWorldWithDraft();
    await world.call('patch-advertiser', { path: { advertiserId: ADVERTISER }, body: { sms: { maxSegments: 1 } } });
    expect((await put(world, FULL, WINTER)).body.cost).toMatchObject({ segments: 1, unitsLeft: 0 });
    const camille = await declared(world, { phone: '+33612345678' });
    const { status, body } = await tried(world, to(camille, jeanne), { path: WINTER });
    expect([status, body.recipients[0].segments]).toEqual([207, 2]);
    expect(body.recipients[1].error.code).toBe('address-expected');
  });

  test('refuses what no message can be made of, with the pointers of its PUT', async () => {
    const { world, jeanne } = await aWorldWithDraft();
    const content = { email: { subject: 'Nos vins', html: '<p>Bonjour *|FNAME|*</p><style>*{display:none}</style>' } };
    await put(world, { category: 'wine', content, draft: true }, WINTER);
    const { status, body } = await tried(world, to(jeanne), { path: WINTER });
    expect([status, body.code]).toEqual([422, 'invalid-request']);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain('/content/email/html');
    const loose = { email: { subject: 'Votre commande', html: '<p>{{#prospecting}}Nos vins</p>' } };
    await put(world, { ...(EXAMPLES['put-template-version'] as object), content: loose, draft: true }, WINTER);
    expect((await tried(world, to(jeanne), { path: WINTER })).status).toBe(422);
    expect(await messages(world)).toEqual([]);
  });

  test('refuses at the door what would be refused when it is sent', async () => {
    const { world, jeanne } = await aWorldWithDraft();
    await put(world, NEWSLETTER, WINTER);
    const { status, body } = await tried(world, to(jeanne), { path: WINTER, body: { sender: 'other@example.fr' } });
    expect(status).toBe(422);
    expect(body.recipients[0].error).toMatchObject({
      code: 'test-refused',
      reason: 'ADVERTISER_HIDDEN',
      errors: [{ pointer: '/recipients/0' }],
    });
  });

  test('P9: asks for its scope, and knows nothing of another advertiser', async () => {
    const { world, jeanne } = await aWorldWithDraft();
    const without = { ...SHOP, scopes: SCOPES.filter((scope) => scope !== 'templates:write') };
    const refused = await tried(world, to(jeanne), { caller: without });
    expect([refused.status, refused.body.code]).toEqual([403, 'insufficient-scope']);
    const stranger = await tried(world, to(jeanne), { caller: STRANGER });
    expect([stranger.status, stranger.body.code]).toEqual([404, 'advertiser-not-found']);
    await world.call('put-advertiser', {
      path: { advertiserId: OTHER_ADVERTISER },
      body: { ...(EXAMPLES['put-advertiser'] as object), siren: '732829320', senders: {} },
    });
    const path = { advertiserId: OTHER_ADVERTISER };
    const theirs = await tried(world, to(jeanne), { caller: STRANGER, path });
    expect([theirs.status, theirs.body.code]).toEqual([404, 'template-version-not-found']);
    await world.call('put-template-version', {
      path: { ...PATH, ...path, ...WINTER },
      body: NEWSLETTER,
      caller: STRANGER,
    });
    const ours = await tried(world, to(jeanne), { caller: STRANGER, path: { ...path, ...WINTER } });
    expect(ours.body.recipients[0].error.code).toBe('contact-not-found');
  });

  test('P10: where the store cannot be read nothing is accepted, and the caller tries again', async () => {
    const { world, jeanne } = await aWorldWithDraft();
    world.breakStore();
    const { status, body } = await tried(world, to(jeanne));
    expect([status, body.code]).toEqual([503, 'dependency-unavailable']);
  });
});
