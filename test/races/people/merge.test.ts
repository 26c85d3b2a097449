import { expect, test } from 'vitest';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { changePerson } from '#shared/app/people/change-person.ts';
import { mergePeople } from '#shared/app/people/merge-people.ts';
import type { Ledger } from '#shared/app/records/ledger.port.ts';
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
  },
);
