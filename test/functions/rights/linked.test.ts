import { expect, test } from 'vitest';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';

const CONSENT = EXAMPLES['record-consent'] as { contact: { email: string } };
const [NAMED, OTHER, STRANGE] = [CONSENT.contact, { email: 'autre@example.fr' }, { email: 'inconnue@example.fr' }];

const declare = async (world: World, contact: object, personRef: string) => {
  await world.call('record-consent', { body: { ...CONSENT, contact } });
  const { body } = await world.call('declare-contact', { body: { advertiserId: ADVERTISER, contact, personRef } });
  return body.contactId as string;
};
const record = (world: World, contact: object, key: string) =>
  world.call('record-request', {
    body: { advertiserId: ADVERTISER, contact, kind: 'restriction', via: 'phone' },
    key,
  });
const answer = (world: World, requestId: string, action: string) =>
  world.call('answer-request', {
    path: { requestId },
    body: { action, reason: 'Vérifié avec vous.', decider: 'Jeanne Roy' },
  });
const outcomes = async (world: World) => {
  const messages = [NAMED, OTHER, STRANGE].map((contact) => ({
    ...{ contact, channel: 'email', offerCategory: 'wine', subject: 'Nos vins d’hiver' },
  }));
  const { body } = await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages } });
  return body.verdicts.map(({ reasons }: { reasons: readonly { code: string }[] }) => reasons[0]?.code);
};

test('P2: a restriction holds for every contact of the person and for nobody else, until it is lifted', async () => {
  const world = await aWorldWithForms();
  await declare(world, NAMED, 'client-1');
  const other = await declare(world, OTHER, 'client-1');
  await declare(world, STRANGE, 'client-2');
  const { body: asked } = await record(world, NAMED, 'one');
  expect([asked.alsoOf, await outcomes(world)]).toEqual([[other], ['USE_RESTRICTED', 'USE_RESTRICTED', 'OK_CONSENT']]);
  expect((await record(world, NAMED, 'one')).body).toEqual(asked);
  await answer(world, asked.id, 'answered');
  expect(await outcomes(world)).toEqual(['USE_RESTRICTED', 'USE_RESTRICTED', 'OK_CONSENT']);
  const { body: lifted } = await answer(world, asked.id, 'lifted');
  expect([lifted.state, await outcomes(world)]).toEqual(['lifted', ['OK_CONSENT', 'OK_CONSENT', 'OK_CONSENT']]);
  await record(world, NAMED, 'one');
  expect(await outcomes(world)).toEqual(['OK_CONSENT', 'OK_CONSENT', 'OK_CONSENT']);
});

test('a request for erasure names the other contacts of the person, which its answer leaves', async () => {
  const world = await aWorldWithForms();
  await declare(world, NAMED, 'client-1');
  const other = await declare(world, OTHER, 'client-1');
  await declare(world, STRANGE, 'client-2');
  const body = { advertiserId: ADVERTISER, contact: NAMED, kind: 'erasure', via: 'phone' };
  const { body: asked } = await world.call('record-request', { body, key: 'one' });
  expect(asked.alsoOf).toEqual([other]);
  expect((await world.call('record-request', { body, key: 'one' })).body).toEqual(asked);
  const said = { action: 'answered', identity: 'account', decider: 'Jeanne Roy' };
  const { body: answered } = await world.call('answer-request', { path: { requestId: asked.id }, body: said });
  expect([answered.state, answered.alsoOf]).toEqual(['answered', [other]]);
  const { body: alone } = await world.call('record-request', { body: { ...body, contact: STRANGE }, key: 'two' });
  expect(alone).not.toHaveProperty('alsoOf');
});

test('a request that is lifted leaves what another request restricts at the same person', async () => {
  const world = await aWorldWithForms();
  await declare(world, NAMED, 'client-1');
  await declare(world, OTHER, 'client-1');
  await declare(world, STRANGE, 'client-2');
  const { body: one } = await record(world, NAMED, 'one');
  await record(world, OTHER, 'two');
  await answer(world, one.id, 'refused');
  expect(await outcomes(world)).toEqual(['USE_RESTRICTED', 'USE_RESTRICTED', 'OK_CONSENT']);
});

const change = async (world: World, contactId: string, body: object) => {
  const { status, ...changed } = await world.call('change-person', {
    ...{ path: { contactId }, query: { advertiserId: ADVERTISER }, body },
  });
  expect(status).toBe(200);
  return changed.body;
};

test('P2: a restriction follows to a contact that is linked later, and ends there as well, also where that one left the person', async () => {
  const world = await aWorldWithForms();
  await declare(world, NAMED, 'client-1');
  const { body: asked } = await record(world, NAMED, 'one');
  const other = await declare(world, OTHER, 'client-1');
  await declare(world, STRANGE, 'client-2');
  expect(await outcomes(world)).toEqual(['USE_RESTRICTED', 'USE_RESTRICTED', 'OK_CONSENT']);
  await change(world, other, { action: 'unlink', reason: 'A mistake.' });
  await answer(world, asked.id, 'answered');
  expect(await outcomes(world)).toEqual(['USE_RESTRICTED', 'USE_RESTRICTED', 'OK_CONSENT']);
  await answer(world, asked.id, 'lifted');
  expect(await outcomes(world)).toEqual(['OK_CONSENT', 'OK_CONSENT', 'OK_CONSENT']);
});

test('P2: a restriction of a contact that is linked, and of one that is merged, holds for who was there before', async () => {
  const world = await aWorldWithForms();
  const named = await declare(world, NAMED, 'client-1');
  await world.call('record-consent', { body: { ...CONSENT, contact: OTHER } });
  const { body: linked } = await record(world, OTHER, 'one');
  await declare(world, OTHER, 'client-1');
  expect(await outcomes(world)).toMatchObject(['USE_RESTRICTED', 'USE_RESTRICTED', expect.anything()]);
  const strange = await declare(world, STRANGE, 'client-2');
  const { body: merged } = await record(world, STRANGE, 'two');
  await change(world, named, { action: 'merge', with: strange });
  await answer(world, linked.id, 'refused');
  expect(await outcomes(world)).toEqual(['USE_RESTRICTED', 'USE_RESTRICTED', 'USE_RESTRICTED']);
  await answer(world, merged.id, 'refused');
  expect(await outcomes(world)).toEqual(['OK_CONSENT', 'OK_CONSENT', 'OK_CONSENT']);
});

test('P2: a restriction follows to an address that is changed to later, and ends there as well', async () => {
  const world = await aWorldWithForms();
  await world.call('record-consent', { body: { ...CONSENT, contact: OTHER } });
  const named = await declare(world, NAMED, 'client-1');
  const { body: asked } = await record(world, NAMED, 'one');
  const { contactId } = await change(world, named, { action: 'change-address', contact: OTHER, madeBy: 'person' });
  await world.call('record-consent', { body: { ...CONSENT, contact: STRANGE } });
  await change(world, contactId, { action: 'change-address', contact: STRANGE, madeBy: 'person' });
  expect(await outcomes(world)).toEqual(['USE_RESTRICTED', 'USE_RESTRICTED', 'USE_RESTRICTED']);
  await answer(world, asked.id, 'refused');
  expect(await outcomes(world)).toEqual(['OK_CONSENT', 'OK_CONSENT', 'OK_CONSENT']);
});
