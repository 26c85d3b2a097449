import { expect, test } from 'vitest';
import { storedNamesOf } from '#shared/adapters/dynamodb/ledger/stored-names.ts';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { liftRestriction, restrictUse } from '#shared/app/rights/restrict-use.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { opposeAlike } from '../../../cli/keys/same-address.ts';
import { ADVERTISER_ID, sha256 } from '../../support/builders.ts';
import { access, named } from './happens.ts';
import { rotationWorld } from './world.ts';

const actor = { by: 'system' } as const;

const twoContacts = async () => {
  const world = rotationWorld(11);
  const by = { ...world.process(0), storedNames: storedNamesOf(world.table) };
  const declare = async (name: string): Promise<ContactId> =>
    (await declareContact(by, { access, address: named(`${name}@example.fr`), declared: {}, actor })).contactId;
  const pair: [ContactId, ContactId] = [await declare('one'), await declare('other')];
  const oppose = (contactId: ContactId, requestId: string, scope: 'email' | 'sms') =>
    registerOpposition(by, {
      ...{ access, contactId, addressKind: 'email', of: { scope: 'channel', channels: [scope] }, via: 'link' },
      ...{ actor: { by: 'person' }, requestId, bodySha256: sha256('1') },
    });
  const standings = () => Promise.all(pair.map((each) => by.ledger.readStanding(access, each)));
  return { by, pair, oppose, standings };
};

test('P2: two contacts of one address get each other’s oppositions once; the same again changes nothing', async () => {
  const { by, pair, oppose, standings } = await twoContacts();
  await oppose(pair[0], 'mail', 'email');
  await oppose(pair[1], 'text', 'sms');
  await opposeAlike(by, ADVERTISER_ID, pair);
  const after = await standings();
  for (const standing of after)
    expect(standing?.oppositions.map(({ of }) => ('channels' in of ? of.channels[0] : '')).toSorted()).toEqual([
      'email',
      'sms',
    ]);
  await opposeAlike(by, ADVERTISER_ID, pair);
  await opposeAlike(by, ADVERTISER_ID, [pair[1], pair[0]]);
  expect(await standings()).toEqual(after);
});

test('P2: two contacts of one address are restricted alike, once, until it is lifted', async () => {
  const { by, pair, standings } = await twoContacts();
  const id = factIdOf(pair[1], 'request/one');
  await restrictUse(by, {
    ...{ access, id, addressKind: 'email', occurredAt: by.clock.now(), actor, isDue: async () => true },
  });
  await opposeAlike(by, ADVERTISER_ID, pair);
  const after = await standings();
  expect(after.map((each) => each?.restrictions)).toEqual([[id], [id]]);
  await opposeAlike(by, ADVERTISER_ID, pair);
  expect(await standings()).toEqual(after);
  await liftRestriction(by, { access, id, actor });
  expect((await standings()).map((each) => each?.restrictions)).toEqual([undefined, undefined]);
});
