import { expect, test } from 'vitest';
import { aWorldWithForms, eventsOf, type World } from '../functions/support/api.ts';
import { EXAMPLES } from '../support/routes.ts';

const advertiserId = 'maison-valmy';
const link = ({ call }: World, email: string, personRef: string) =>
  call('declare-contact', { body: { advertiserId, contact: { email }, personRef } });
const oppose = ({ call }: World, email: string) =>
  call('register-opposition', { body: { advertiserId, contact: { email }, via: 'phone' } });
const oppositionsOf = async ({ call }: World, email: string): Promise<unknown[]> =>
  (await call('look-up-contact', { body: { advertiserId, contact: { email } } })).body.oppositions;

test('a person who opposes while contacts are being linked is opposed at every one of them', async () => {
  const world = await aWorldWithForms();
  for (const round of [1, 2, 3, 4, 5]) {
    const [first, second, third] = ['a', 'b', 'c'].map((name) => `${name}${round}@example.org`) as [
      string,
      string,
      string,
    ];
    await link(world, first, `crm-${round}`);
    const answers = await Promise.all([
      link(world, second, `crm-${round}`),
      oppose(world, first),
      link(world, third, `crm-${round}`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 201, 200]);
    for (const email of [first, second, third]) expect(await oppositionsOf(world, email)).not.toEqual([]);
  }
});

test('two who write to one contact at once both succeed, in some order', async () => {
  const world = await aWorldWithForms();
  const answers = await Promise.all([
    world.call('record-consent', { body: EXAMPLES['record-consent'] }),
    oppose(world, 'camille.martin@example.com'),
    world.call('record-sale', { body: EXAMPLES['record-sale'] }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  const { body } = await world.call('look-up-contact', { body: EXAMPLES['look-up-contact'] });
  expect((await eventsOf(world, body.contactId)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

test('the same request sent twice at once is one consent', async () => {
  const world = await aWorldWithForms();
  const send = () => world.call('record-consent', { body: EXAMPLES['record-consent'], key: 'once' });
  const [first, second] = await Promise.all([send(), send()]);
  expect([first?.status, second?.status, first?.body.id]).toEqual([201, 201, second?.body.id]);
  const { body } = await world.call('look-up-contact', { body: EXAMPLES['look-up-contact'] });
  expect(body.consents).toHaveLength(1);
});

test('P2: an opposition is tried again by us: 40 at once on one contact are all taken, none answers a conflict', async () => {
  const world = await aWorldWithForms();
  const act = (index: number) =>
    index % 4 === 0
      ? world.call('record-activity', { body: EXAMPLES['record-activity'] })
      : oppose(world, 'camille.martin@example.com');
  const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => act(index)));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
}, 30_000);
