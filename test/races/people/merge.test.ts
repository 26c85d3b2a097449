import { expect, test } from 'vitest';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
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
