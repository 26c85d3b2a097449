import { describe, expect, test } from 'vitest';
import { EXAMPLES, type RouteName } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, eventsOf, type World } from '../support/api.ts';

/** Each batch: its route, its list, what one item is, and what all taken answers. */
const BATCHES = [
  ['declare-contacts', 'contacts', 'declare-contact', 200],
  ['record-consents', 'consents', 'record-consent', 201],
  ['record-sales', 'sales', 'record-sale', 201],
  ['record-activities', 'activities', 'record-activity', 201],
  ['register-oppositions', 'oppositions', 'register-opposition', 201],
] as const;

const itemOf = (single: RouteName, changes: object = {}): object => {
  const { advertiserId: _, personRef: __, ...item } = EXAMPLES[single] as Record<string, unknown>;
  return { ...item, ...changes };
};
const to = (email: string) => ({ contact: { email } });
const WRONG = to('nobody@');
const timelineOf = async (world: World, email: string): Promise<readonly { type: string }[]> => {
  const { body } = await world.call('look-up-contact', { body: { advertiserId: ADVERTISER, ...to(email) } });
  return eventsOf(world, body.contactId);
};

describe('a batch of facts', () => {
  test.each(BATCHES)('%s says by its status whether all, some or none were taken', async (name, list, single, all) => {
    const { call } = await aWorldWithForms();
    const send = (items: readonly object[]) => call(name, { body: { advertiserId: ADVERTISER, [list]: items } });
    const good = itemOf(single);

    const whole = await send([good, itemOf(single, to('b@example.org'))]);
    expect([whole.status, whole.body[list].length]).toEqual([all, 2]);
    expect(whole.body[list][0].contactId).not.toBe(whole.body[list][1].contactId);

    const some = await send([good, itemOf(single, WRONG), itemOf(single, { colour: 'red' })]);
    expect(some.status).toBe(207);
    expect(some.body[list]).toMatchObject([
      { contactId: whole.body[list][0].contactId },
      { error: { code: 'invalid-request', remedy: { pointer: `/${list}/1/contact/email` } } },
      { error: { code: 'invalid-request', errors: [{ pointer: `/${list}/2/colour`, detail: 'unknown field' }] } },
    ]);

    const none = await send([itemOf(single, WRONG)]);
    expect([none.status, none.headers['content-type']]).toEqual([422, 'application/problem+json']);
    expect(none.body).toMatchObject({
      code: 'batch-refused',
      remedy: { sentence: expect.any(String) },
      [list]: [{ error: { errors: [{ pointer: `/${list}/0/contact/email` }] } }],
    });
  });

  test.each(BATCHES)('%s answers the same again to the same call', async (name, list, single) => {
    const { call } = await aWorldWithForms();
    const body = { advertiserId: ADVERTISER, [list]: [itemOf(single), itemOf(single, WRONG)] };
    const first = await call(name, { body, key: 'once' });
    const again = await call(name, { body, key: 'once' });
    expect(again.status).toBe(first.status);
    expect(again.body[list][0]).toEqual(first.body[list][0]);
    const other = { ...body, [list]: [itemOf(single, to('b@example.org'))] };
    const reused = await call(name, { body: other, key: 'once' });
    expect([reused.status, reused.body[list][0].error.code]).toEqual([422, 'idempotency-key-reused']);
    expect(reused.body[list][0].error.remedy.pointer).toBe(`/${list}/0`);
  });

  test.each(BATCHES)('%s takes 1 to 100 items', async (name, list) => {
    const { call } = await aWorldWithForms();
    const of = (count: number) => ({ advertiserId: ADVERTISER, [list]: Array.from({ length: count }, () => ({})) });
    for (const count of [0, 101]) {
      const { status, body } = await call(name, { body: of(count) });
      expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'invalid-request', `/${list}`]);
    }
  });

  test.each(BATCHES)(
    '%s refuses a lost character where it is, and takes what is beside it',
    async (name, list, single) => {
      const { call } = await aWorldWithForms();
      const raw = JSON.stringify({
        advertiserId: ADVERTISER,
        [list]: [itemOf(single), itemOf(single, to('caf\ufffd@example.org'))],
      });
      expect(raw).toContain('\ufffd');
      const { status, body } = await call(name, { raw });
      expect([status, body[list][0].contactId]).toEqual([207, expect.any(String)]);
      expect(body[list][1].error.errors).toContainEqual(
        expect.objectContaining({
          pointer: `/${list}/1/contact/email`,
          detail: 'holds U+FFFD: a character was lost before it came',
        }),
      );
    },
  );

  test('items of one contact keep their order, and lose no race against each other', async () => {
    const world = await aWorldWithForms();
    const acts = ['login', 'visit', 'order', 'reply'] as const;
    const activities = Array.from({ length: 40 }, (_, index) =>
      itemOf('record-activity', { ...to(`c${index % 2}@example.org`), act: acts[Math.floor(index / 2) % 4] }),
    );
    const { status, body } = await world.call('record-activities', { body: { advertiserId: ADVERTISER, activities } });
    expect([status, body.activities.length]).toEqual([201, 40]);
    const timeline = await timelineOf(world, 'c0@example.org');
    expect(timeline).toMatchObject(Array.from({ length: 20 }, (_, index) => ({ act: acts[index % 4] })));
  });

  test('a call cut in the middle is a problem to retry, and repeated it completes exactly once', async () => {
    const world = await aWorldWithForms();
    const activities = Array.from({ length: 12 }, () => itemOf('record-activity', to('c@example.org')));
    const asked = { body: { advertiserId: ADVERTISER, activities }, key: 'import-1' };
    // One more than the items: the middleware asks once as well.
    let left = 6;
    const cut = await world.call('record-activities', { ...asked, remainingMs: () => (left-- > 0 ? 20_000 : 100) });
    expect([cut.status, cut.body.code, cut.headers['retry-after']]).toEqual([503, 'batch-unfinished', '2']);
    expect(await timelineOf(world, 'c@example.org')).toHaveLength(5);
    const again = await world.call('record-activities', asked);
    expect(again.status).toBe(201);
    expect(await timelineOf(world, 'c@example.org')).toHaveLength(12);
    expect((await world.call('record-activities', asked)).body).toEqual(again.body);
  });

  test('P2: oppositions need no key, and none is answered as taken that is not', async () => {
    const world = await aWorldWithForms();
    const oppositions = Array.from({ length: 30 }, (_, index) =>
      itemOf('register-opposition', to(`c${index}@example.org`)),
    );
    const body = { advertiserId: ADVERTISER, oppositions };
    const { status } = await world.without('register-oppositions', 'Idempotency-Key', { body });
    expect(status).toBe(201);
    for (const index of [0, 15, 29]) expect(await timelineOf(world, `c${index}@example.org`)).toHaveLength(1);
    world.breakStore();
    expect((await world.call('register-oppositions', { body })).status).toBe(503);
  });

  test('problems of items are in the caller’s language', async () => {
    const { call } = await aWorldWithForms();
    const body = { advertiserId: ADVERTISER, consents: [itemOf('record-consent', WRONG)] };
    const { body: answer } = await call('record-consents', { body, language: 'fr' });
    expect(answer.title).toBe('Aucun élément du lot n’a été pris');
    expect(answer.consents[0].error.errors[0].detail).toBe('n’est pas une adresse électronique');
  });
});
