import { expect, test } from 'vitest';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { changePerson } from '#shared/app/people/change-person.ts';
import { mergePeople } from '#shared/app/people/merge-people.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import type { Ledger } from '#shared/app/records/ledger.port.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { sha256 } from '../../support/builders.ts';
import { access, named } from '../rotation/happens.ts';
import { rotationWorld } from '../rotation/world.ts';

const actor = { by: 'system' } as const;
const LEFT = ['b', 'c', 'd'];

const aWorld = async () => {
  const by = rotationWorld(3).process(0);
  const idOf = async (name: string) => (await by.fingerprints.find(access, named(`${name}@example.fr`))).contactId;
  const declare = (name: string, personRef: string) =>
    declareContact(by, { access, address: named(`${name}@example.fr`), declared: {}, personRef, actor });
  await declare('a', 'kept');
  for (const name of LEFT) await declare(name, 'left');
  const request = { requestId: 'opposition', bodySha256: sha256('1') };
  await registerOpposition(by, {
    ...{ access, contactId: await idOf('a'), addressKind: 'email', of: { scope: 'global' }, via: 'link' },
    ...{ actor: { by: 'person' }, ...request },
  });
  const opposed = async (name: string) =>
    ((await by.ledger.readStanding(access, await idOf(name)))?.oppositions ?? []).length;
  const merge = async (other: string, ledger: Ledger = by.ledger) =>
    mergePeople({ ...by, ledger }, { access, contactId: await idOf('a'), actor }, await idOf(other));
  return { by, declare, opposed, merge };
};

test.each(LEFT.flatMap((other) => [0, 1, 2].map((after) => [other, after] as const)))(
  'P2: the same call completes a merge with %s that was cut short after %i',
  async (other, after) => {
    const { by, merge, opposed } = await aWorld();
    let appends = 0;
    const dying: Ledger = {
      ...by.ledger,
      append: async (...asked) => {
        appends += 1;
        if (appends > after) throw new Error('cut short');
        return by.ledger.append(...asked);
      },
    };
    await expect(merge(other, dying)).rejects.toThrow('cut short');
    expect((await merge(other)).moved).toBe(LEFT.length - after);
    expect(await Promise.all(LEFT.map(opposed))).toEqual([1, 1, 1]);
  },
);

test('P2: a contact that is linked to the former person meanwhile moves as well', async () => {
  const { by, declare, merge, opposed } = await aWorld();
  let isLinked = false;
  const slow: Ledger = {
    ...by.ledger,
    append: async (...asked) => {
      if (!isLinked) {
        isLinked = true;
        await declare('e', 'left');
      }
      return by.ledger.append(...asked);
    },
  };
  expect((await merge('b', slow)).moved).toBe(LEFT.length + 1);
  expect(await opposed('e')).toBe(1);
});

test.each(['expired', 'unreadable'])(
  'P2: who opposes at a former address that is %s opposes at the next one',
  async (how) => {
    const world = rotationWorld(5);
    const by = world.process(0);
    const declared = await declareContact(by, { access, address: named('old@example.fr'), declared: {}, actor });
    const request = { requestId: 'change', bodySha256: sha256('1') };
    const change = { action: 'change-address', address: named('new@example.fr'), madeBy: 'person', request } as const;
    const { standing } = await changePerson(by, { access, contactId: declared.contactId, actor }, change);
    for (const item of [...world.memory.items()])
      if (item.sk?.S === 'STANDING' && item.pk?.S?.endsWith(declared.contactId)) {
        world.memory.delete({ TableName: 'in-memory', Key: { pk: item.pk, sk: item.sk } } as never);
        if (how === 'unreadable') world.memory.put({ TableName: 'in-memory', Item: { ...item, consents: { S: '?' } } });
      }
    await registerOpposition(by, {
      ...{ access, contactId: declared.contactId, addressKind: 'email', of: { scope: 'channel', channels: ['email'] } },
      ...{ via: 'link', actor: { by: 'person' }, requestId: 'link', bodySha256: sha256('2') },
    });
    const after = await by.ledger.readStanding(access, standing.contactId);
    expect(after?.oppositions).toMatchObject([{ of: { scope: 'channel' }, via: 'link' }]);
    // The first one recorded a standing of the former address again, which must not forget the next one.
    await registerOpposition(by, {
      ...{ access, contactId: declared.contactId, addressKind: 'email', of: { scope: 'global' } },
      ...{ via: 'link', actor: { by: 'person' }, requestId: 'wider', bodySha256: sha256('3') },
    });
    const later = await by.ledger.readStanding(access, standing.contactId);
    expect(later?.oppositions.some(({ of }) => of.scope === 'global')).toBe(true);
  },
);

test('P2: who moved twice from one address opposes at both by an old mail, also once that address was erased', async () => {
  const by = rotationWorld(6).process(0);
  const old = await declareContact(by, { access, address: named('old@example.fr'), declared: {}, actor });
  const { contactId } = old;
  const change = async (name: string) => {
    const request = { requestId: name, bodySha256: sha256('1') };
    const asked = {
      action: 'change-address',
      address: named(`${name}@example.fr`),
      madeBy: 'person',
      request,
    } as const;
    return (await changePerson(by, { access, contactId, actor }, asked)).standing.contactId;
  };
  const moved = [await change('one'), await change('two')];
  const before = await by.ledger.readStanding(access, contactId);
  expect(before?.movedTo).toEqual(moved);
  if (before === undefined) throw new Error('the former address has a standing');
  const erased: NewLedgerEvent = {
    ...{ type: 'contact-erased', id: factIdOf(contactId, 'erasure') },
    ...{ kept: [], actor, occurredAt: by.clock.now() },
  };
  await appendToLedger(by.ledger, access, [{ contactId, seen: before, events: [erased] }], { at: by.clock.now() });
  await registerOpposition(by, {
    ...{ access, contactId, addressKind: 'email', of: { scope: 'channel', channels: ['email'] }, via: 'link' },
    ...{ actor: { by: 'person' }, requestId: 'link', bodySha256: sha256('2') },
  });
  for (const each of moved)
    expect((await by.ledger.readStanding(access, each))?.oppositions).toMatchObject([{ of: { scope: 'channel' } }]);
});
