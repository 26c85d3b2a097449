import { describe, expect, test } from 'vitest';
import type { Caller } from '#shared/domain/advertiser/api-key.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';

const PATH = { advertiserId: ADVERTISER, templateId: 'expedition', version: '1' };
const TEMPLATE = { templateId: PATH.templateId, version: PATH.version };
const CONTACT = { email: 'camille.martin@example.com' };
const HTML =
  '<p>Bonjour {{prenom}}, votre commande {{ numero }} est partie le {{jour}}. Suivez-la : {{ suivi }}</p><p>{{numero}}</p>';
const KINDS = { PRENOM: 'name', numero: 'reference', jour: 'date', suivi: 'link' };
const SHIPPED = {
  ...{ class: 'transactional', category: 'orders', reason: 'delivery', reference: 'CGV, article 4' },
  content: { email: { subject: 'Votre commande {{numero}}', html: HTML } },
  fieldKinds: KINDS,
};
const VALUES = {
  prenom: 'Camille',
  numero: 'CMD-2026-1042',
  jour: 'mardi 24 novembre',
  suivi: 'https://maison-valmy.example/suivi/1042',
};

const JURIST: Caller = { apiKeyId: 'jurist', scopes: ['templates:approve'], advertisers: [ADVERTISER] };

const put = (world: World, change: object = {}) =>
  world.call('put-template-version', { path: PATH, body: { ...SHIPPED, ...change } });
const approve = async (world: World) => {
  const body = EXAMPLES['approve-template-version'];
  expect((await world.call('approve-template-version', { path: PATH, body, caller: JURIST })).status).toBe(201);
};
const aWorldWith = async (change: object = {}) => {
  const world = await aWorldWithForms();
  expect((await put(world, change)).status).toBe(201);
  return world;
};
/** What becomes of a message with these values to somebody who refused everything. */
const preview = (world: World, values: object = {}) =>
  world.call('preview-template-version', {
    path: PATH,
    body: {
      invented: { oppositions: [{ scope: 'global' }] },
      reference: '1042',
      mergeValues: { ...VALUES, ...values },
    },
  });
const outcome = async (world: World, values: object = {}) => (await preview(world, values)).body.verdict.outcome;
const faultsOf = ({ status, body }: { status: number; body: { errors?: { pointer: string; detail: string }[] } }) => [
  status,
  ...(body.errors ?? []).map(({ pointer, detail }) => `${pointer} ${detail}`),
];

describe('what the merge fields of a version are declared to hold', () => {
  test('is stored with it, whatever the case of their names, and answered of each', async () => {
    const world = await aWorldWith();
    const { body } = await world.call('get-template-version', { path: PATH });
    expect(body.template.fieldKinds).toEqual(KINDS);
    expect(body.fields.map(({ name, kind }: { name: string; kind: string }) => [name, kind])).toEqual([
      ...[
        ['numero', 'reference'],
        ['prenom', 'name'],
      ],
      ...[
        ['jour', 'date'],
        ['suivi', 'link'],
      ],
    ]);
    expect((await put(world, body.template)).status).toBe(200);
    expect(faultsOf(await put(world, { fieldKinds: { ...KINDS, jour: 'text' } }))).toEqual([409]);
  });
  test('is text where nothing is said, and the version is the same as before there were kinds', async () => {
    const world = await aWorldWith({ fieldKinds: undefined });
    const { body } = await world.call('get-template-version', { path: PATH });
    expect(body.template).not.toHaveProperty('fieldKinds');
    expect(new Set(body.fields.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['text']));
    expect(await outcome(world, { jour: 'quand vous voudrez' })).toBe('allow');
  });
  test('is refused for a field that the content has not, and for an unknown kind; a draft keeps the former', async () => {
    const world = await aWorldWithForms();
    const misspelt = { fieldKinds: { nuemro: 'reference', jour: 'date' } };
    expect(faultsOf(await put(world, misspelt))).toEqual([
      422,
      '/fieldKinds/nuemro The content does not have this field.',
    ]);
    expect(faultsOf(await put(world, { fieldKinds: { numero: 'offer' } }))[1]).toMatch(/^\/fieldKinds\/numero /);
    expect((await put(world, { ...misspelt, draft: true })).status).toBe(201);
  });
  test('makes a line that is a reference no free text, and a line that is a text stays one', async () => {
    const said = (name: string) => `<p>Votre colis est parti ce matin, il arrive demain.</p><p>{{${name}}}</p>`;
    const signs = async (fieldKinds: object | undefined) => {
      const world = await aWorldWithForms();
      const content = { email: { subject: 'Votre colis est parti', html: said('suite') } };
      return (await put(world, { content, fieldKinds })).body.offerSigns;
    };
    expect(await signs(undefined)).toEqual(['merge-field']);
    expect(await signs({ suite: 'text' })).toEqual(['merge-field']);
    for (const kind of ['reference', 'date', 'link', 'item']) expect(await signs({ suite: kind })).toEqual([]);
  });
});

describe('a value', () => {
  test('of its kind is taken, and its words are not held against it', async () => {
    const world = await aWorldWith();
    expect(await outcome(world)).toBe('allow');
    expect(await outcome(world, { prenom: 'Soldes' })).toBe('allow');
    expect(await outcome(world, { suivi: 'https://maison-valmy.example/soldes-flash' })).toBe('refuse');
  });
  test.each([
    ['prenom', 'Camille, -20 % pour vous'],
    ['PRENOM', 'a'.repeat(200)],
    ['numero', 'VENTE FLASH'],
    ['jour', 'ce week-end seulement'],
    ['suivi', 'https://ailleurs.example/suivi'],
  ])('that is not of its kind is refused where it is given: %s, %s', async (name, value) => {
    const world = await aWorldWith();
    await approve(world);
    const messages = [
      { contact: CONTACT, template: TEMPLATE, reference: '1042', mergeValues: VALUES },
      { contact: CONTACT, template: TEMPLATE, reference: '1043', mergeValues: { ...VALUES, [name]: value } },
    ];
    const { status, body } = await world.call('accept-messages', { body: { advertiserId: ADVERTISER, messages } });
    expect([status, body.messages[0].status]).toEqual([207, 'accepted']);
    expect(body.messages[1]).toMatchObject({
      error: {
        code: 'invalid-request',
        errors: [{ pointer: `/messages/1/mergeValues/${name}`, detail: expect.stringMatching(/^expected: /) }],
      },
    });
    expect(faultsOf(await preview(world, { [name]: value }))[1]).toMatch(
      new RegExp(`^/mergeValues/${name} expected: `),
    );
  });
  test('of a campaign is refused in the campaign', async () => {
    const world = await aWorldWith({ class: 'prospecting', reason: undefined, reference: undefined });
    const campaign = {
      ...(EXAMPLES['create-campaign'] as object),
      ...{ template: TEMPLATE, schedule: { at: 'now' }, endsAt: '2026-11-26T20:00:00+01:00' },
    };
    const create = (mergeValues: object) => world.call('create-campaign', { body: { ...campaign, mergeValues } });
    expect(faultsOf(await create({ ...VALUES, jour: 'bientôt' }))).toEqual([
      422,
      '/mergeValues/jour expected: a day, with its hour or without: 24/11/2026, mardi 24 novembre à 14 h 30',
    ]);
    expect((await create(VALUES)).status).toBe(201);
  });
  test('is described in French to who asks in French', async () => {
    const world = await aWorldWith();
    const body = { invented: {}, reference: '1042', mergeValues: { ...VALUES, jour: 'bientôt' } };
    const { body: problem } = await world.call('preview-template-version', { path: PATH, body, language: 'fr' });
    expect(problem.errors[0].detail).toBe(
      'attendu : un jour, avec ou sans son heure : 24/11/2026, mardi 24 novembre à 14 h 30',
    );
  });
});

describe('the words of a fallback', () => {
  test('are read as the rest is: whoever gets no value reads them', async () => {
    const world = await aWorldWithForms();
    const said = (words: string) =>
      `<p>Votre colis est parti ce matin, il arrive demain. Merci {{ nom | default: "${words}" }} et à bientôt.</p>`;
    const signs = async (words: string) =>
      (
        await world.call('put-template-version', {
          path: { ...PATH, version: String(words.length) },
          body: {
            ...SHIPPED,
            content: { email: { subject: 'Votre colis', html: said(words) } },
            fieldKinds: { nom: 'name' },
          },
        })
      ).body.offerSigns;
    expect(await signs('cher client')).toEqual([]);
    expect(await signs('et profitez de -50 % sur tout le site')).toEqual(['discount', 'call-to-buy']);
  });
});
