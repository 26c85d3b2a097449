import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '../../support/routes.ts';
import type { World } from '../support/api.ts';
import { AGREED, aWorldWith, NEWSLETTER, PATH, preview } from '../support/previews.ts';

const ORDER = {
  class: 'transactional',
  reason: 'order',
  reference: 'CGV, article 4',
  category: 'orders',
  content: {
    email: {
      subject: 'Votre commande',
      html: '<p>Bonjour {{prenom}}, elle part demain.</p>{{#prospecting}}<p>Et -20 % sur nos vins.</p>{{/prospecting}}',
    },
  },
};
const ASKED = { reference: '7' };
/** Another version with the same content, final. */
const FINAL = { ...PATH, version: 'final' };
const putFinal = (world: World, body: object) => world.call('put-template-version', { path: FINAL, body });
const draftOf = (template: object) => aWorldWith({ ...template, draft: true });
const content = (email: object) => ({ ...NEWSLETTER, content: { email: { subject: 'Nos vins', ...email } } });
const pointersOf = (missing: readonly { pointer: string }[]) => missing.map(({ pointer }) => pointer);

describe('the preview of a draft', () => {
  test.each([
    ['with', { consents: AGREED }, true],
    ['without', {}, false],
  ])('is what a message of the same version would be: %s its prospecting blocks', async (_, invented, isWhole) => {
    const world = await draftOf(ORDER);
    expect((await putFinal(world, ORDER)).status).toBe(201);
    const { body } = await preview(world, { ...ASKED, invented });
    const { body: final } = await preview(world, { ...ASKED, invented }, { path: FINAL });
    const { body: read } = await world.call('get-template-version', { path: PATH });
    expect(read.template.content).toEqual(ORDER.content);
    expect(body.bytes).toEqual(final.bytes);
    const codes = ({ reasons }: { reasons: { code: string }[] }) => reasons.map(({ code }) => code);
    expect(codes(body.verdict)).toEqual(codes(final.verdict));
    expect(body.bytes.email.html.includes('-20')).toBe(isWhole);
    expect(JSON.stringify(body.bytes)).not.toMatch(/\{\{|prospecting/);
  });

  test.each([
    ['a dead tag', content({ html: '<p>Bonjour *|IF:FNAME|* vous</p>' })],
    [
      'a dead tag, where its reason is missing as well',
      { ...ORDER, reason: undefined, ...content({ html: '{{#if vip}}' }) },
    ],
    ['a block that does not close', { ...ORDER, content: { email: { subject: 'Oui', text: 'a {{#prospecting}} b' } } }],
    [
      'nothing beside its block',
      { ...ORDER, content: { email: { subject: 'Oui', text: '{{#prospecting}}b{{/prospecting}}' } } },
    ],
    ['a block in what is prospecting', content({ html: '<p>a</p>{{#prospecting}}<p>b</p>{{/prospecting}}' })],
    ['a style that hides the block', content({ html: '<style>p { display: none !important }</style><p>Vins</p>' })],
  ])('that has %s is refused as its version would be', async (_, template) => {
    const world = await draftOf(template);
    const { status, body } = await preview(world, ASKED);
    expect([status, body.code]).toEqual([422, 'invalid-request']);
    const { body: put } = await putFinal(world, 'class' in template ? { ...template, reason: ORDER.reason } : template);
    expect(put.errors).toEqual(expect.arrayContaining(body.errors));
    expect(body.errors).not.toEqual([]);
  });

  test('says that no message is made from it, and each piece that it lacks', async () => {
    const { reason: _, ...unreasoned } = ORDER;
    const world = await draftOf(unreasoned);
    const { body } = await preview(world, ASKED);
    expect([body.asOf, body.verdict.outcome]).toEqual(['if-allowed', 'allow']);
    expect(body.bytes.email.subject).toBe('Votre commande');
    const { body: template } = await world.call('get-template-version', { path: PATH });
    expect(pointersOf(template.usable.email.missing)).toEqual(['/draft', '/reason', '/class']);
    expect(body.warnings).toEqual([...template.usable.email.missing, ...template.warnings]);
  });
});

describe('the warnings of a preview', () => {
  test('are all that its template is read back with', async () => {
    const relational = {
      class: 'relational',
      category: 'news',
      content: { email: { subject: 'Nous déménageons', text: 'Bonjour {{prenom}}, nous déménageons.' } },
    };
    const world = await aWorldWith(relational);
    const { body } = await preview(world);
    const { body: template } = await world.call('get-template-version', { path: PATH });
    expect(pointersOf(template.usable.email.missing)).toEqual(['/class', '/class']);
    expect(body.warnings).toEqual([...template.usable.email.missing, ...template.warnings]);
    expect([body.asOf, body.verdict.outcome]).toEqual(['if-allowed', 'review']);
  });

  test('of what nobody approved say so, and that no message is made from it yet', async () => {
    const world = await aWorldWith({ ...(EXAMPLES['put-template-version'] as object) });
    const { body } = await preview(world, { ...ASKED, mergeValues: { numero: '7', prenom: 'Léa' } });
    expect([body.asOf, body.verdict.outcome, pointersOf(body.warnings)]).toEqual(['if-allowed', 'allow', ['/class']]);
  });
});
