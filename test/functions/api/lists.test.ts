import { describe, expect, test } from 'vitest';
import { ROUTE_NAMES } from '../../support/routes.ts';
import { aWorldWithForms, STRANGER } from '../support/api.ts';
import { pathParametersOf } from '../support/paths.ts';

const mailTo = (email: string) => ({
  contact: { email },
  channel: 'email',
  offerCategory: 'wine',
  content: { email: { subject: 'Nos vins d’hiver', html: '<p>Bonjour</p>', text: 'Bonjour' } },
});

/** Five messages to two contacts. */
const aWorldWithMessages = async () => {
  const world = await aWorldWithForms();
  const people = ['camille', 'louis', 'camille', 'camille', 'louis'];
  const messages = people.map((name) => mailTo(`${name}@example.com`));
  const { body } = await world.call('accept-messages', { body: { advertiserId: 'maison-valmy', messages } });
  const ids: readonly string[] = body.messages.map(({ id }: { id: string }) => id);
  const list = async (query: Record<string, string>, caller?: typeof STRANGER) =>
    world.call('list-messages', {
      query: { advertiserId: 'maison-valmy', ...query },
      ...(caller === undefined ? {} : { caller }),
    });
  return { world, ids, list };
};
const idsOf = (answer: { body: { messages: readonly { id: string }[] } }) => answer.body.messages.map(({ id }) => id);

test('no list asks a store to go on from a cursor that is no text', async () => {
  const { call } = await aWorldWithForms();
  for (const name of ROUTE_NAMES.filter((each) => each.startsWith('list-') || each === 'show-timeline'))
    for (const cursor of ['4', '_', '____', 'gICA', '\0']) {
      const { status, body } = await call(name, { path: pathParametersOf(name), query: { cursor } });
      expect([name, cursor, status, body.errors]).toMatchObject([name, cursor, 422, [{ parameter: 'cursor' }]]);
    }
});

describe('GET /v1/messages', () => {
  test('lists every message once, page by page, and says where the next page begins', async () => {
    const { ids, list } = await aWorldWithMessages();
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ limit: '2', ...(cursor === undefined ? {} : { cursor }) });
      expect(page.status).toBe(200);
      found.push(...idsOf(page));
      cursor = page.body.nextCursor;
    } while (cursor !== undefined);
    expect(found.toSorted()).toEqual([...ids].sort());
  });

  test('lists those of one contact', async () => {
    const { world, ids, list } = await aWorldWithMessages();
    const query = { advertiserId: 'maison-valmy' };
    const { body } = await world.call('get-message', { path: { messageId: ids[1] ?? '' }, query });
    const louis = await list({ contactId: body.contactId });
    expect(idsOf(louis).toSorted()).toEqual([ids[1], ids[4]].sort());
  });

  test('finds the message that a reader quotes, as people type it', async () => {
    const { ids, list } = await aWorldWithMessages();
    const [first] = (await list({ limit: '1' })).body.messages;
    const typed = first.shortReference.toLowerCase().replace('-', ' ');
    expect(idsOf(await list({ reference: typed }))).toEqual([first.id]);
    expect(ids).toContain(first.id);
    expect(idsOf(await list({ reference: '00000-00000' }))).toEqual([]);
  });

  test.each([
    [{ limit: '0' }, 'limit'],
    [{ limit: '101' }, 'limit'],
    [{ limit: 'many' }, 'limit'],
    [{ cursor: 'not a cursor' }, 'cursor'],
    [{ status: 'gone' }, 'status'],
    [{ contactId: 'camille@example.com' }, 'contactId'],
    [{ reference: 'what?' }, 'reference'],
    [{ from: '2026-11-24T00:00:00Z', until: '2026-11-20T00:00:00Z' }, 'until'],
  ])('refuses %j by its parameter', async (query, parameter) => {
    const { list } = await aWorldWithMessages();
    const { status, body } = await list(query);
    expect([status, body.errors[0].parameter]).toEqual([422, parameter]);
  });

  test('P9: shows nothing to the key of another advertiser', async () => {
    const { list } = await aWorldWithMessages();
    expect((await list({}, STRANGER)).status).toBe(404);
  });
});
