import { expect, test } from 'vitest';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { changePerson } from '#shared/app/people/change-person.ts';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import { sha256 } from '../../support/builders.ts';
import { access } from '../rotation/run.ts';
import { rotationWorld } from '../rotation/world.ts';

const actor = { by: 'system' } as const;

const aPerson = () => {
  const world = rotationWorld(1);
  const by = world.process(0);
  const named = (name: string) => ({ kind: 'email', value: `${name}@example.fr` }) as const;
  const idOf = async (name: string) => (await by.fingerprints.find(access, named(name))).contactId;
  return {
    declare: (name: string, declared: DeclaredFacts, personRef: string, requestId: string) => {
      world.pass(1);
      const request = { requestId, bodySha256: sha256('1') };
      return declareContact(by, { access, address: named(name), declared, personRef, actor, request });
    },
    merge: async (name: string, other: string) =>
      changePerson(by, { access, contactId: await idOf(name), actor }, { action: 'merge', with: await idOf(other) }),
    age: async (name: string) => (await by.ledger.readStanding(access, await idOf(name)))?.declared.ageBand,
  };
};

test('LIL 45: a declaration that is sent again takes the place of nothing that was said since', async () => {
  const { declare, age } = aPerson();
  await declare('a', { ageBand: 'adult' }, 'crm-1', 'first');
  await declare('b', { ageBand: 'under-15' }, 'crm-1', 'second');
  expect([await age('a'), await age('b')]).toEqual(['under-15', 'under-15']);
  await declare('a', { ageBand: 'adult' }, 'crm-1', 'first');
  expect([await age('a'), await age('b')]).toEqual(['under-15', 'under-15']);
  await declare('a', { ageBand: 'adult' }, 'crm-1', 'third');
  expect([await age('a'), await age('b')]).toEqual(['adult', 'adult']);
});

test('LIL 45: two persons that are merged are as old as the younger', async () => {
  const { declare, merge, age } = aPerson();
  await declare('a', { ageBand: 'adult' }, 'crm-1', 'first');
  await declare('b', { ageBand: '15-17' }, 'crm-2', 'second');
  await declare('c', { ageBand: '15-17' }, 'crm-2', 'third');
  await merge('a', 'b');
  expect([await age('a'), await age('b'), await age('c')]).toEqual(['15-17', '15-17', '15-17']);
});
