import { expect, test } from 'vitest';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, eventsOf, type World } from '../support/api.ts';

const ANNULMENT = EXAMPLES['annul-record'] as object;
const [FIRST, SECOND, THIRD] = ['une@example.com', 'deux@example.com', 'trois@example.com'];
const MAIL = { scope: 'channel', channels: ['email'] };

const declare = async (world: World, email: string, more: object = {}): Promise<string> =>
  (await world.call('declare-contact', { body: { advertiserId: ADVERTISER, contact: { email }, ...more } })).body
    .contactId;
const oppose = async (world: World, email: string, more: object = {}): Promise<string> => {
  const body = { advertiserId: ADVERTISER, contact: { email }, via: 'partner', of: MAIL, ...more };
  return (await world.call('register-opposition', { body })).body.id;
};
const move = async (world: World, contactId: string, email: string): Promise<string> => {
  const body = { action: 'change-address', contact: { email }, madeBy: 'advertiser' };
  const { status, ...moved } = await world.call('change-person', {
    ...{ path: { contactId }, query: { advertiserId: ADVERTISER }, body },
  });
  expect(status).toBe(200);
  return moved.body.contactId;
};
const annul = async (world: World, recordId: string) => {
  const { status, text } = await world.call('annul-record', { path: { recordId }, body: ANNULMENT });
  expect(status, text).toBe(200);
};
const opposed = async (world: World, email: string): Promise<readonly object[]> =>
  (await world.call('look-up-contact', { body: { advertiserId: ADVERTISER, contact: { email } } })).body.oppositions;

test.each(['before', 'after'])(
  'D4: an annulment ends what was copied to the addresses that followed, opposed %s they did',
  async (when) => {
    const world = await aWorldWithForms();
    const contactId = await declare(world, FIRST);
    const early = when === 'before' ? await oppose(world, FIRST) : undefined;
    const second = await move(world, contactId, SECOND);
    await move(world, second, THIRD);
    const recordId = early ?? (await oppose(world, FIRST));
    expect(await opposed(world, THIRD)).toHaveLength(1);
    await annul(world, recordId);
    for (const email of [FIRST, SECOND, THIRD]) expect(await opposed(world, email)).toEqual([]);
    expect((await eventsOf(world, second)).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['opposition-registered', 'record-annulled']),
    );
  },
);

test('P2: an annulment ends no other opposition of the same words, and none that was registered at the next address', async () => {
  const world = await aWorldWithForms();
  const contactId = await declare(world, FIRST);
  const wrong = await oppose(world, FIRST, { occurredAt: '2026-10-01T10:00:00Z' });
  await oppose(world, FIRST, { occurredAt: '2026-10-02T10:00:00Z' });
  await oppose(world, SECOND, { occurredAt: '2026-10-01T10:00:00Z', via: 'letter' });
  await move(world, contactId, SECOND);
  expect(await opposed(world, SECOND)).toHaveLength(3);
  await annul(world, wrong);
  expect(await opposed(world, FIRST)).toMatchObject([
    { occurredAt: '2026-10-02T10:00:00.000Z' },
    // What the person said at the next address before is said here too.
    { occurredAt: '2026-10-01T10:00:00.000Z', via: 'letter' },
  ]);
  expect(await opposed(world, SECOND)).toMatchObject([
    { occurredAt: '2026-10-01T10:00:00.000Z', via: 'letter' },
    { occurredAt: '2026-10-02T10:00:00.000Z', via: 'partner' },
  ]);
});

test('D4: an annulment ends the copies at every contact of the person and at addresses that these took', async () => {
  const world = await aWorldWithForms();
  await declare(world, FIRST, { personRef: 'crm-7' });
  const second = await declare(world, SECOND, { personRef: 'crm-7' });
  const recordId = await oppose(world, FIRST, { of: { scope: 'global' } });
  await move(world, second, THIRD);
  expect(await opposed(world, THIRD)).toHaveLength(1);
  await annul(world, recordId);
  for (const email of [FIRST, SECOND, THIRD]) expect(await opposed(world, email)).toEqual([]);
});
