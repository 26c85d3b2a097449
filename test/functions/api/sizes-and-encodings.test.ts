import { describe, expect, test } from 'vitest';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';

const PATH = { advertiserId: ADVERTISER, templateId: 'letter', version: '1' };
const put = (world: World, email: object) =>
  world.call('put-template-version', {
    path: PATH,
    body: { category: 'wine', content: { email: { subject: 'Nos vins', ...email } } },
  });
const send = async (world: World, messages: readonly object[]) => {
  const item = { contact: { email: 'camille.martin@example.com' }, channel: 'email', offerCategory: 'wine' };
  const all = messages.map((message) => ({ ...item, ...message }));
  return world.call('accept-messages', { body: { advertiserId: ADVERTISER, messages: all } });
};

describe('what is no text', () => {
  test('is refused where it is, of a template, of one message, of bytes', async () => {
    const world = await aWorldWithForms();
    const html = Buffer.from('<p>Nos vins</p>', 'utf16le').toString('latin1');
    const refused = await put(world, { html });
    expect([refused.status, refused.body.errors]).toMatchObject([422, [{ pointer: '/content/email/html' }]]);
    const good = { content: { email: { subject: 'Nos vins', text: 'Bonjour {{nom}}' } }, mergeValues: { nom: 'Léa' } };
    const { status, body } = await send(world, [good, { ...good, mergeValues: { nom: 'L\ud83d' } }]);
    expect([status, body.messages[0].status]).toEqual([207, 'accepted']);
    expect(body.messages[1].error.errors).toMatchObject([{ pointer: '/messages/1/mergeValues/nom' }]);
    const bytes = { email: { from: { address: 'bonjour@maison-valmy.example' }, subject: 'a', text: 'b\0' } };
    const messages = [{ contact: { email: 'a@example.com' }, channel: 'email', offerCategory: 'wine', bytes }];
    const verdicts = await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages } });
    expect(verdicts.body.verdicts[0].error.errors).toMatchObject([{ pointer: '/messages/0/bytes/email/text' }]);
  });
});

describe('what is too large', () => {
  test('with its values is refused; a mail over 100 KB is taken, and warned of', async () => {
    const world = await aWorldWithForms();
    const content = { email: { subject: 'Nos vins', text: '{{nom}}'.repeat(2000) } };
    const { body } = await send(world, [
      { content, mergeValues: { nom: 'é'.repeat(120) } },
      { content, mergeValues: { nom: 'é'.repeat(140) } },
    ]);
    expect(body.messages[0].status).toBe('accepted');
    expect(body.messages[1].error).toMatchObject({
      code: 'payload-too-large',
      errors: [{ pointer: '/messages/1/mergeValues' }],
    });
    const large = await put(world, { html: `<p>Nos vins</p>${'<p>Un vin.</p>\n'.repeat(8000)}` });
    expect([large.status, large.body.warnings]).toMatchObject([201, [{ pointer: '/content/email/html' }]]);
    expect(large.body.warnings[0].sentence.en).toMatch(/Gmail shows about 102: there what follows ".+" \(line \d+\)/);
  });
});
