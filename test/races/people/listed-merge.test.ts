import { expect, test } from 'vitest';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { changePerson } from '#shared/app/people/change-person.ts';
import { mergePeople } from '#shared/app/people/merge-people.ts';
import { recordFact } from '#shared/app/records/record-fact.ts';
import type { JobId } from '#shared/domain/ids.ts';
import type { Listed, ListedOpposition } from '#shared/domain/opposition/listed.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { consentFacts, NOW, sha256 } from '../../support/builders.ts';
import { access, named } from '../rotation/happens.ts';
import { rotationWorld } from '../rotation/world.ts';

const actor = { by: 'system' } as const;
const addressOf = (name: string) => named(`${name}@example.fr`);
const rowOf = (of: OppositionScope): ListedOpposition & Listed => ({
  ...{ of, via: 'phone', occurredAt: addDays(NOW, -300), recordedAt: addDays(NOW, -200) },
  ...{ source: 'Agence', jobId: 'job_a' as JobId, line: 2, keyId: 'k', fingerprint: 'f' },
});

/** A person of two contacts, `a` and `b`, and another, `c` and `d`; of one of them something is listed, and it consented since. */
const aWorld = async (listedOf: string, of: OppositionScope, people: Readonly<Record<string, string | undefined>>) => {
  const by = rotationWorld(3).process(0);
  const idOf = async (name: string) => (await by.fingerprints.find(access, addressOf(name))).contactId;
  for (const [name, personRef] of Object.entries(people))
    await declareContact(by, {
      ...{ access, address: addressOf(name), declared: {}, actor },
      ...(personRef && { personRef }),
    });
  const consent = consentFacts({
    ...{ channels: ['email'], purpose: 'own-offers', givenAt: addDays(NOW, -30) },
  });
  const contact = await by.fingerprints.find(access, addressOf(listedOf));
  const given = { ...contact, addressKind: 'email', deliverable: addressOf(listedOf).value } as const;
  const fact = (id: never) => ({ type: 'consent-given', id, consent, observed: false, actor }) as const;
  await recordFact(by, access, given, { requestId: 'consent', bodySha256: sha256('1') }, fact as never);
  const lists = {
    of: async (_access: unknown, address: string) => (address === given.deliverable ? [rowOf(of)] : []),
  };
  const ports = { ...by, oppositionLists: lists };
  const oppositionsOf = async (name: string) =>
    ((await by.ledger.readStanding(access, await idOf(name)))?.oppositions ?? []).map((each) => each.of);
  const merge = async (name: string, other: string) =>
    mergePeople(ports, { access, contactId: await idOf(name), actor }, await idOf(other));
  return { by, ports, idOf, oppositionsOf, merge };
};

const TWO = { a: 'kept', b: 'kept', c: 'left', d: 'left' };
const ALONE = { a: 'kept', b: 'kept', c: undefined };

test.each([
  ['a', TWO, ['b', 'c', 'd']],
  ['c', TWO, ['a', 'b', 'd']],
  ['a', ALONE, ['b', 'c']],
  ['c', ALONE, ['a', 'b']],
] as const)(
  'OPP-4: a merge takes along what is listed of %s to everything, though the person agreed to one use since',
  async (listedOf, people, others) => {
    const { oppositionsOf, merge, by, idOf } = await aWorld(listedOf, { scope: 'global' }, people);
    await merge('a', 'c');
    expect(await Promise.all(others.map(oppositionsOf))).toEqual(others.map(() => [{ scope: 'global' }]));
    // There it stays listed alone, so that the consent lifts it still in its own scope.
    expect(await oppositionsOf(listedOf)).toEqual([]);
    await declareContact(by, { access, address: addressOf('e'), declared: {}, personRef: 'kept', actor });
    expect(await oppositionsOf('e')).toEqual([{ scope: 'global' }]);
    await merge('a', 'c');
    expect(await oppositionsOf(others[0])).toHaveLength(1);
    expect((await by.ledger.readStanding(access, await idOf(listedOf)))?.consents).toHaveLength(1);
  },
);

test('OPP-4: what the person agreed to since, all of it, is not taken along', async () => {
  const { oppositionsOf, merge } = await aWorld(
    'a',
    { scope: 'purpose', channels: ['email'], purpose: 'own-offers' },
    TWO,
  );
  await merge('a', 'c');
  expect(await Promise.all(['a', 'b', 'c', 'd'].map(oppositionsOf))).toEqual([[], [], [], []]);
});

test('OPP-4: what is listed of one channel for every purpose is wider than a consent for one', async () => {
  const { oppositionsOf, merge } = await aWorld('c', { scope: 'channel', channels: ['email'] }, TWO);
  await merge('a', 'c');
  const listed = { scope: 'channel', channels: ['email'] };
  expect(await Promise.all(['a', 'b', 'c', 'd'].map(oppositionsOf))).toEqual([[listed], [listed], [], [listed]]);
});

test('OPP-4: a change of address takes it to the other contacts of the person that the former address joins', async () => {
  const { ports, idOf, oppositionsOf } = await aWorld('former', { scope: 'global' }, { former: undefined, ...TWO });
  const asks = { action: 'change-address', address: addressOf('a'), madeBy: 'person' } as const;
  const change = { ...asks, request: { requestId: 'change', bodySha256: sha256('2') } };
  await changePerson(ports, { access, contactId: await idOf('former'), actor }, change);
  expect(await oppositionsOf('b')).toEqual([{ scope: 'global' }]);
  expect(await oppositionsOf('former')).toEqual([]);
});
