import { describe, expect, test } from 'vitest';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';

const declare = (world: World, email: string, personRef: string) =>
  world.call('declare-contact', {
    body: { advertiserId: ADVERTISER, contact: { email: `${email}@example.com` }, personRef },
  });
const idOf = async (world: World, email: string, personRef: string): Promise<string> =>
  (await declare(world, email, personRef)).body.contactId;
const oppose = async (world: World, email: string) => {
  const body = { advertiserId: ADVERTISER, contact: { email: `${email}@example.com` }, via: 'phone' };
  expect((await world.call('register-opposition', { body })).status).toBe(201);
};
const opposed = async (world: World, email: string): Promise<boolean> => {
  const body = { advertiserId: ADVERTISER, contact: { email: `${email}@example.com` } };
  return (await world.call('look-up-contact', { body })).body.oppositions.length > 0;
};
const change = async (world: World, contactId: string, body: object) => {
  const answer = await world.call('change-person', { path: { contactId }, query: { advertiserId: ADVERTISER }, body });
  expect(answer.status, answer.text).toBe(200);
};

describe('the reference of a person that was merged', () => {
  test('P2: leads to the person that stayed: a new address opposes what that one opposed, before and after', async () => {
    const world = await aWorldWithForms();
    const kept = await idOf(world, 'kept', 'one');
    const left = await idOf(world, 'left', 'two');
    await change(world, kept, { action: 'merge', with: left });
    await oppose(world, 'kept');
    expect((await declare(world, 'new', 'two')).body.isLinkedToPerson).toBe(true);
    expect(await opposed(world, 'new')).toBe(true);
    expect((await declare(world, 'left', 'two')).status).toBe(200);
    const last = await idOf(world, 'last', 'three');
    await change(world, last, { action: 'merge', with: kept });
    await declare(world, 'newer', 'two');
    await oppose(world, 'last');
    expect(await opposed(world, 'newer')).toBe(true);
  });

  test('P2: is of the former person again once a contact that was unlinked from the other one is declared under it', async () => {
    const world = await aWorldWithForms();
    const kept = await idOf(world, 'kept', 'one');
    const left = await idOf(world, 'left', 'two');
    await change(world, kept, { action: 'merge', with: left });
    await change(world, left, { action: 'unlink', reason: 'Two humans after all.' });
    expect((await declare(world, 'left', 'two')).body.isLinkedToPerson).toBe(true);
    await declare(world, 'new', 'two');
    await oppose(world, 'kept');
    expect([await opposed(world, 'left'), await opposed(world, 'new')]).toEqual([false, false]);
    await oppose(world, 'left');
    expect(await opposed(world, 'new')).toBe(true);
  });
});
