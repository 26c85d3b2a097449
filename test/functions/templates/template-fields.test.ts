import { describe, expect, test } from 'vitest';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';

const PATH = { advertiserId: ADVERTISER, templateId: 'novembre', version: '1' };
const put = (world: World, content: object, more: object = {}) =>
  world.call('put-template-version', { path: PATH, body: { category: 'wine', content, ...more } });
const get = (world: World) => world.call('get-template-version', { path: PATH });
const faultsOf = ({ body }: { body: { errors: { pointer: string; detail: string }[] } }) =>
  body.errors.map(({ pointer, detail }) => [pointer, detail.replace(/:.*$/s, '')]);

const HTML = `<p>Bonjour {{ Prénom | default: "cher client" }},</p>
<p>{{prénom}} *|VILLE|* <a href="http://[unsubscribe]/">Se désabonner</a></p>
<p><a href="https://caves.example/unsubscribe">Unsubscribe</a></p>`;
const MAIL = { subject: 'Été à {{ ville }}', html: HTML, text: 'Été {{else_where}} : {{ oppositionUrl }}' };

describe('what a template says of its content', () => {
  test('its fields as their author spelt them, its fallbacks, its links and its size', async () => {
    const world = await aWorldWithForms();
    const { status, body } = await put(world, { email: MAIL });
    const at = (part: string, line: number, column: number) => ({ pointer: `/content/email/${part}`, line, column });
    expect([status, body.usable]).toEqual([201, { email: true }]);
    expect(body.fields).toEqual([
      { name: 'ville', required: true, kind: 'text', uses: [at('subject', 1, 7), at('html', 2, 15)] },
      {
        name: 'Prénom',
        required: true,
        kind: 'text',
        uses: [{ ...at('html', 1, 12), fallback: 'cher client' }, at('html', 2, 4)],
      },
      { name: 'else_where', required: true, kind: 'text', uses: [at('text', 1, 5)] },
    ]);
    expect(body.oppositionLinks).toEqual([
      { ...at('html', 2, 34), replaces: 'tag' },
      { ...at('html', 3, 13), replaces: 'link' },
      { ...at('text', 1, 22), replaces: 'tag' },
    ]);
    const bytes = (text: string) => new TextEncoder().encode(text).length;
    expect(body.size).toEqual(
      (['subject', 'html', 'text'] as const).map((part) => ({
        pointer: `/content/email/${part}`,
        bytes: bytes(MAIL[part]),
      })),
    );
    const read = await get(world);
    for (const key of ['fields', 'oppositionLinks', 'size']) expect(read.body[key]).toEqual(body[key]);
  });

  test('every dead tag is refused at its line and column, in the body that was put', async () => {
    const world = await aWorldWithForms();
    const content = {
      email: { subject: '{{#if x}}', html: '<p>a</p>\n{{else}}\n  *|LIST:ADDRESS|*', text: '{% if %}' },
    };
    expect(faultsOf(await put(world, content))).toEqual([
      ['/content/email/subject', 'Line 1, column 1'],
      ['/content/email/html', 'Line 2, column 1'],
      ['/content/email/html', 'Line 3, column 3'],
      ['/content/email/text', 'Line 1, column 1'],
    ]);
    expect(faultsOf(await put(world, { sms: { text: 'Noël\n{{ nom | upper }}' } }))).toEqual([
      ['/content/sms/text', 'Line 2, column 1'],
    ]);
    const draft = await put(world, content, { draft: true });
    const { pointer, remedy } = draft.body.usable.email.missing[1];
    expect([draft.status, pointer, remedy.pointer]).toEqual([201, '/content/email/subject', '/content/email/subject']);
  });

  test('after twenty, the rest are counted', async () => {
    const world = await aWorldWithForms();
    const { body } = await put(world, { email: { subject: 'a', text: '{{else}} '.repeat(32) } });
    expect(body.errors).toHaveLength(21);
    expect(body.errors[20].detail).toBe('And 12 more tags that nothing fills.');
  });

  test('marks of blocks that promote are known in templates', async () => {
    const world = await aWorldWithForms();
    const email = { subject: 'Commande', text: 'Faite.\n{{#prospecting}}\nOffre {{nom}}\n{{/prospecting}}\n{{end}}' };
    const more = { class: 'transactional', reason: 'order', reference: 'CGV, article 4' };
    expect(faultsOf(await put(world, { email }, more))).toEqual([['/content/email/text', 'Line 5, column 1']]);
  });
});

describe('content of a message, which no template holds', () => {
  const message = (content: object) => ({
    advertiserId: ADVERTISER,
    messages: [{ contact: { email: 'camille.martin@example.com' }, channel: 'email', offerCategory: 'wine', content }],
  });
  const send = (world: World, content: object) =>
    world.call('accept-messages', { body: message(content), headers: { 'idempotency-key': 'a-key-of-this-test' } });
  const itemFaults = ({ body }: { body: { messages: { error: { errors: [] } }[] } }) =>
    faultsOf({ body: { errors: body.messages[0]?.error.errors ?? [] } });

  test('is refused for a dead tag, also where it is named by the hash of a draft', async () => {
    const world = await aWorldWithForms();
    const content = { email: { subject: 'Vins', text: 'Bonjour {{ nom | upper }}' } };
    const inline = await send(world, content);
    expect(itemFaults(inline)).toEqual([['/messages/0/content/email/text', 'Line 1, column 9']]);
    const draft = await put(world, content, { draft: true });
    const named = await send(world, { sha256: draft.body.contentSha256 });
    expect(itemFaults(named)).toEqual([['/messages/0/content/sha256', 'Line 1, column 9']]);
  });
});
