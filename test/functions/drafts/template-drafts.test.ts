import { describe, expect, test } from 'vitest';
import type { Caller } from '#shared/domain/advertiser/api-key.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';

const PATH = { advertiserId: ADVERTISER, templateId: 'order-confirmation', version: '1' };
/** Without kinds: the fields of its texts are others. */
const CONFIRMATION: object = { ...(EXAMPLES['put-template-version'] as object), fieldKinds: {} };
/** What a template version can lack, and still be a version of the schema. */
const UNFINISHED = {
  class: 'transactional',
  category: 'orders',
  content: { email: { subject: 'Commande', html: '<title>Commande<p>Confirmée.</p>' } },
};
const JURIST: Caller = { apiKeyId: 'jurist', scopes: ['templates:approve'], advertisers: [ADVERTISER] };

const put = (world: World, body: object, changes: object = {}) =>
  world.call('put-template-version', { path: { ...PATH, ...changes }, body });
const get = async (world: World) => (await world.call('get-template-version', { path: PATH })).body;
const pointers = (missing: readonly { pointer: string }[]) => missing.map(({ pointer }) => pointer);

describe('a template version that could never be used', () => {
  test('is refused with pointers and remedies, and as a draft it is stored and says the same', async () => {
    const world = await aWorldWithForms();
    const refused = await put(world, UNFINISHED);
    expect([refused.status, pointers(refused.body.errors)]).toEqual([422, ['/reason', '/reference']]);
    for (const { remedy } of refused.body.errors) expect(remedy.sentence).toMatch(/^\p{Lu}.*\.$/u);
    const { status, body } = await put(world, { ...UNFINISHED, draft: true });
    expect([status, body.status]).toEqual([201, 'draft']);
    expect(pointers(body.usable.email.missing)).toEqual(['/draft', '/reason', '/reference', '/class']);
    expect(await get(world)).toEqual(body);
    expect(body.template).toEqual(UNFINISHED);
  });

  test.each<[string, object, readonly string[]]>([
    ['a tag that swallows the rest', { reason: 'order', reference: 'CGV' }, ['/content/email/html']],
    [
      'a judgement of nobody',
      { ...CONFIRMATION, subjectJudgement: 'related', content: { email: { subject: 'Commande', text: 'Oui' } } },
      ['/approver'],
    ],
    [
      'a loose block',
      { ...CONFIRMATION, content: { email: { subject: 'Commande', text: 'Oui {{#prospecting}}' } } },
      ['/content/email/text'],
    ],
    [
      'a text that is only a block',
      { ...CONFIRMATION, content: { sms: { text: '{{#prospecting}}Nos vins{{/prospecting}}' } } },
      ['/content/sms/text'],
    ],
    [
      'a text that is an empty block',
      { ...CONFIRMATION, content: { sms: { text: '{{#prospecting}}{{/prospecting}}' } } },
      ['/content/sms/text'],
    ],
    ['a text without room', { ...CONFIRMATION, content: { sms: { text: 'a'.repeat(900) } } }, ['/content/sms/text']],
  ])('%s is refused, and is missing of the draft', async (_, changes, expected) => {
    const world = await aWorldWithForms();
    const body = { ...UNFINISHED, ...changes };
    expect(pointers((await put(world, body)).body.errors)).toEqual(expected);
    const draft = (await put(world, { ...body, draft: true })).body;
    const [[, { missing }]] = Object.entries(draft.usable) as [[string, { missing: { pointer: string }[] }]];
    expect(pointers(missing)).toEqual(['/draft', ...expected, '/class']);
    expect((await get(world)).template.content).toEqual(body.content);
  });

  test('a body against the schema, a date to come and a content too large are stored in no way', async () => {
    const world = await aWorldWithForms();
    const draft = { ...CONFIRMATION, draft: true };
    expect((await put(world, { ...draft, category: undefined })).status).toBe(422);
    const approver = { name: 'Jeanne Roy', approvedAt: '2027-01-01T00:00:00Z' };
    expect((await put(world, { ...draft, approver })).status).toBe(422);
    const content = { email: { subject: 's', text: 'a'.repeat(300_000) } };
    expect((await put(world, { ...draft, content })).body.code).toBe('payload-too-large');
  });
});

describe('a draft of a template', () => {
  const ask = async (world: World) => {
    const template = { templateId: 'order-confirmation', version: '1' };
    const message = { contact: { email: 'camille.martin@example.com' }, channel: 'email', template, reference: '1042' };
    const mergeValues = { prenom: 'Camille', numero: '1042' };
    const asked = (each: object) => ({ body: { advertiserId: ADVERTISER, messages: [each] } });
    const sent = (await world.call('accept-messages', asked({ ...message, mergeValues }))).body.messages[0];
    const verdict = (await world.call('give-verdicts', asked(message))).body.verdicts[0];
    return [sent.error, verdict.error];
  };

  test('is replaced by what is put next, and never sends', async () => {
    const world = await aWorldWithForms();
    await put(world, { ...UNFINISHED, draft: true });
    const again = await put(world, { ...CONFIRMATION, draft: true });
    expect([again.status, again.body.status, (await get(world)).template]).toEqual([200, 'draft', CONFIRMATION]);
    const errors = await ask(world);
    expect(errors.length).toBeGreaterThan(1);
    for (const error of errors)
      expect(error).toMatchObject({
        status: 409,
        code: 'template-draft',
        errors: [{ pointer: '/messages/0/template' }],
        remedy: { sentence: expect.stringContaining('without draft') },
      });
    const body = EXAMPLES['approve-template-version'];
    const approval = await world.call('approve-template-version', { path: PATH, body, caller: JURIST });
    expect([approval.status, approval.body.code]).toEqual([409, 'template-draft']);
    expect((await world.call('list-reviews')).body.reviews).toEqual([]);
    const listed = await world.call('list-templates', { path: { advertiserId: ADVERTISER } });
    expect(listed.body.versions).toMatchObject([{ version: '1', status: 'draft' }]);
  });

  test('is ended by putting it again without draft, and is final from then on', async () => {
    const world = await aWorldWithForms();
    await put(world, { ...UNFINISHED, draft: true });
    const final = await put(world, CONFIRMATION);
    expect([final.status, final.body.status]).toEqual([201, 'final']);
    const again = await put(world, CONFIRMATION);
    expect([again.status, again.body]).toEqual([200, final.body]);
    for (const body of [
      { ...CONFIRMATION, draft: true },
      { ...UNFINISHED, draft: true },
    ]) {
      const { status, body: problem } = await put(world, body);
      expect([status, problem.code]).toEqual([409, 'version-immutable']);
    }
    const body = EXAMPLES['approve-template-version'];
    expect((await world.call('approve-template-version', { path: PATH, body, caller: JURIST })).status).toBe(201);
    expect(await ask(world)).toEqual([undefined, undefined]);
  });

  test('that shows an offer opens its review when it is final, and not before', async () => {
    const world = await aWorldWithForms();
    const offer = { ...CONFIRMATION, content: { email: { subject: 'Commande', text: 'Le Chablis à 12,90 €' } } };
    const reviews = async () => (await world.call('list-reviews')).body.reviews.length;
    const draft = (await put(world, { ...offer, draft: true })).body;
    expect([draft.offerSigns, draft.reviewCause, await reviews()]).toEqual([['price'], undefined, 0]);
    await put(world, offer);
    expect(await reviews()).toBe(1);
  });

  test('at once with others of its label: one final version stays', async () => {
    const world = await aWorldWithForms();
    const texts = ['a', 'b', 'c', 'd'].map((text) => ({ email: { subject: 'Commande', text } }));
    const answers = await Promise.all(
      texts.flatMap((content) => [
        put(world, { ...CONFIRMATION, content, draft: true }),
        put(world, { ...CONFIRMATION, content }),
      ]),
    );
    const finals = answers.filter(({ status, body }) => status === 201 && body.status === 'final');
    expect(finals).toHaveLength(1);
    expect((await get(world)).template).toEqual(finals[0]?.body.template);
  });
});
