import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Caller } from '#shared/domain/advertiser/api-key.ts';
import { type ModelServer, startModels } from '#test/support/http/models.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';

/** Templates of a deployment whose settings name a model that reads them (docs/decisions/0119). */
const MODEL = 'eu.amazon.nova-pro-v1:0';
const PATH = { advertiserId: ADVERTISER, templateId: 'order-confirmation', version: '1' };
const CONTACT = { email: 'camille.martin@example.com' };
/** Without kinds: the fields of its texts are others. */
const CONFIRMATION: object = { ...(EXAMPLES['put-template-version'] as object), fieldKinds: {} };
const withText = (text: string, more: object = {}) => ({
  ...CONFIRMATION,
  content: { email: { subject: 'Votre commande {{numero}}', text } },
  ...more,
});
/** No word of it is known to promote. */
const HIDDEN = withText('Votre commande est prête. Hannah est devenue assez douée pour les couleurs.');
/** Its words are signs, and all of it is what its reason calls for. */
const PLAIN = withText('Votre avoir : −20 % remboursés. Vous n’avez rien à faire.');
const JURIST: Caller = {
  apiKeyId: 'jurist',
  scopes: ['templates:approve', 'reviews:decide'],
  advertisers: [ADVERTISER],
};

let models: ModelServer;
let world: World;
beforeEach(async () => {
  models = await startModels();
  world = await aWorldWithForms();
  vi.stubEnv('TEMPLATE_READER', MODEL);
  vi.stubEnv('AWS_ENDPOINT_URL_BEDROCK_RUNTIME', models.url);
  onTestFinished(() => models.close());
});

const answers = (text: string) => models.answer(MODEL, () => ({ text }));
const OWED = '{"answer":"owed"}';
const put = (body: object, version = '1') => world.call('put-template-version', { path: { ...PATH, version }, body });
const get = async () => (await world.call('get-template-version', { path: PATH })).body;
/** What becomes of a message to somebody who refused everything, once another key approved the template. */
const toWhoOpposed = async (more: object = {}) => {
  await world.call('approve-template-version', {
    path: PATH,
    body: EXAMPLES['approve-template-version'],
    caller: JURIST,
  });
  await world.call('register-opposition', { body: EXAMPLES['register-opposition'] });
  const template = { templateId: PATH.templateId, version: PATH.version };
  const messages = [{ contact: CONTACT, channel: 'email', template, reference: '1042', ...more }];
  return (await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages } })).body.verdicts[0].outcome;
};
/** What is logged until the test ends, as lines. */
const warned = (): readonly string[] => {
  const lines: string[] = [];
  vi.spyOn(console, 'warn').mockImplementation((line: string) => void lines.push(line));
  onTestFinished(() => void vi.restoreAllMocks());
  return lines;
};
const reviews = async () =>
  (await world.call('list-reviews', { query: { advertiserId: ADVERTISER, status: 'open' }, caller: JURIST })).body
    .reviews;

describe('a template that a model read', () => {
  test('and found to be what its reason calls for: signs of words do not count, and it goes to who opposed', async () => {
    answers(OWED);
    const lines = warned();
    const { status, body } = await put(PLAIN);
    expect(lines.filter((line) => line.includes('not-assessed'))).toEqual([]);
    const assessment = {
      model: MODEL,
      assessedAt: '2026-11-24T10:00:00.000Z',
      answer: 'transactional',
      overruled: ['discount'],
    };
    expect([status, body.offerSigns, body.assessment]).toEqual([201, [], assessment]);
    expect(body).not.toHaveProperty('reviewCause');
    expect(await reviews()).toEqual([]);
    expect(await toWhoOpposed()).toBe('allow');
    expect((await get()).assessment).toEqual(assessment);
  });

  test('and found to promote, by a part that its HTML writes otherwise: the part is kept as the model named it', async () => {
    const html = '<p>Commande pr&ecirc;te.</p><p>D&eacute;couvrez nos <b>th&eacute;s</b> &amp; caf&eacute;s.</p>';
    const part = 'Découvrez nos thés & cafés.';
    answers(JSON.stringify({ answer: 'promotes', part }));
    const { body } = await put(withText('', { content: { email: { subject: 'Votre commande', html } } }));
    expect(body.assessment).toMatchObject({ answer: 'promotes', part });
    answers('{"answer":"promotes","part":"Offrez nos vins"}');
    const other = await put(withText('', { content: { email: { subject: 'Votre commande', html } } }), '2');
    expect(other.body.assessment).not.toHaveProperty('part');
  });

  test('and found to promote: it is reviewed, by whomever it was approved, and the review shows the part', async () => {
    answers('{"answer":"promotes","part":"Hannah est devenue assez douée pour les couleurs."}');
    const { body } = await put(HIDDEN);
    const assessment = {
      answer: 'promotes',
      part: 'Hannah est devenue assez douée pour les couleurs.',
      model: MODEL,
    };
    expect(body.offerSigns).toEqual(['assessed-promoting']);
    expect(body.assessment).toMatchObject(assessment);
    expect(body.reviewCause).toBe('template:order-confirmation@1');
    expect(body.warnings[0].sentence.en).toMatch(/language model/);
    expect(await toWhoOpposed()).toBe('refuse');
    expect(await reviews()).toMatchObject([
      { cause: 'template:order-confirmation@1', subject: { kind: 'template', assessment } },
    ]);
  });

  test.each([
    ['writes something else', () => answers('I cannot say.'), 'malformed'],
    ['is not open to the account', () => models.answer(MODEL, undefined), 'denied'],
    ['has no room', () => models.next('throttle', 'throttle'), 'throttled'],
    ['fails', () => models.next('server-error', 'server-error'), 'unavailable'],
  ])('that %s: every sign of today, and a human looks', async (_, happens, why) => {
    answers(OWED);
    happens();
    const lines = warned();
    const { status, body } = await put(CONFIRMATION);
    // The whole of what is said of it: nothing of a template, of an advertiser or of an answer.
    expect(lines.filter((line) => line.includes('not-assessed')).map((line) => JSON.parse(line))).toEqual([
      { level: 'warn', event: 'template-not-assessed', code: why },
    ]);
    expect([status, body.offerSigns]).toEqual([201, ['not-assessed']]);
    expect(body.assessment).toMatchObject({ answer: 'none', why });
    expect(body.warnings[0].sentence.en).toMatch(/did not answer/);
    expect(await toWhoOpposed()).toBe('refuse');
    expect(await reviews()).toHaveLength(1);
  });

  test('keeps what needs no words: a link that leads elsewhere is reviewed whatever a model answers', async () => {
    answers(OWED);
    const { body } = await put(withText('Votre commande est prête : https://autre-boutique.example/vins'));
    expect(body.offerSigns).toEqual(['link']);
    expect(await toWhoOpposed()).toBe('refuse');
  });

  test('in a language that no list reads', async () => {
    const polish = withText(
      'Dzień dobry, Państwa zamówienie zostało przyjęte i zostanie wysłane jutro rano. Dziękujemy za zaufanie i pozdrawiamy serdecznie.',
    );
    answers('I cannot say.');
    expect((await put(polish, '2')).body.offerSigns).toEqual(expect.arrayContaining(['language', 'not-assessed']));
    answers(OWED);
    const { body } = await put(polish);
    expect([body.offerSigns, body.assessment.overruled]).toEqual([[], expect.arrayContaining(['language'])]);
  });
});

describe('a model is asked', () => {
  test('once: the same put again is the same version, with what was found then', async () => {
    answers(OWED);
    const { body } = await put(PLAIN);
    answers('{"answer":"promotes"}');
    const again = await put(PLAIN);
    expect([again.status, again.body.assessment]).toEqual([200, body.assessment]);
    expect(models.calls()).toBe(1);
  });

  test('of what a draft becomes, and not of a draft', async () => {
    answers(OWED);
    expect((await put({ ...PLAIN, draft: true })).body).not.toHaveProperty('assessment');
    expect(models.calls()).toBe(0);
    expect((await put(PLAIN)).body.assessment.answer).toBe('transactional');
    expect(models.calls()).toBe(1);
  });

  test('of what is transactional, and of nothing else', async () => {
    answers(OWED);
    const { category, content } = CONFIRMATION as { category: string; content: object };
    for (const [version, declared] of ['prospecting', 'relational', 'renewal-request'].entries()) {
      const { status, body } = await put({ class: declared, category, content }, String(version));
      expect([status, body.assessment]).toEqual([201, undefined]);
    }
    expect(models.calls()).toBe(0);
  });

  test('without the blocks that promote, which are left out where prospecting is refused', async () => {
    answers(OWED);
    await put(withText('Confirmée.{{#prospecting}} Et −20 % sur la prochaine !{{/prospecting}} Merci.'));
    expect(JSON.parse(models.asked[0]?.message ?? '')).toEqual({
      reason: 'order',
      subject: 'Votre commande {{numero}}',
      content: 'Confirmée. Merci.',
      ownHosts: expect.any(Array),
    });
  });

  test('and nothing that it read or wrote is logged', async () => {
    answers('Votre avoir, dit le modèle');
    await put(PLAIN);
    expect(world.logged()).not.toMatch(/avoir|remboursés|dit le modèle/);
  });
});

describe('bytes made by another system', () => {
  const from = { address: 'bonjour@maison-valmy.example', name: 'Maison Valmy' };
  const bytes = (text: string) => ({
    bytes: {
      email: {
        from,
        subject: 'Votre commande 7',
        text: `${text}\nMaison Valmy. Vos données : https://maison-valmy.example/confidentialite`,
      },
    },
  });

  test('are judged by words: what a model overruled in the template is a sign in them, until a human decides', async () => {
    answers(OWED);
    await put(PLAIN);
    expect(await toWhoOpposed(bytes('Votre avoir : −20 % remboursés. Vous n’avez rien à faire.'))).toBe('refuse');
    expect(await toWhoOpposed(bytes('Votre avoir : −30 % sur toutes nos robes, jusqu’à dimanche.'))).toBe('refuse');
    expect(await reviews()).toHaveLength(1);
  });
});
