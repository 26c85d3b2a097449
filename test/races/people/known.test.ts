import { expect, test } from 'vitest';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { changePerson } from '#shared/app/people/change-person.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { recordFact } from '#shared/app/records/record-fact.ts';
import { withdrawConsent } from '#shared/app/records/withdraw-consent.ts';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { consentFacts, sha256 } from '../../support/builders.ts';
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

test('GDPR 7(3): a withdrawal of before it went to every address does so once it is sent again', async () => {
  const world = rotationWorld(1);
  const by = world.process(0);
  const of = async (name: string) => by.fingerprints.find(access, { kind: 'email', value: `${name}@example.fr` });
  const { contactId } = await of('a');
  const request = { requestId: 'given', bodySha256: sha256('1') };
  const given = { consent: consentFacts({ channels: ['email'] }), observed: false, actor };
  const contact = { ...(await of('a')), addressKind: 'email' as const, deliverable: 'a@example.fr' };
  const { id } = await recordFact(by, access, contact, request, (own) => ({
    type: 'consent-given',
    id: own,
    ...given,
  }));
  const address = { kind: 'email', value: 'b@example.fr' } as const;
  const change = {
    action: 'change-address',
    address,
    madeBy: 'person',
    request: { ...request, requestId: 'moved' },
  } as const;
  await changePerson(by, { access, contactId, actor }, change);
  world.pass(1);
  const [seen, at] = [await by.ledger.readStanding(access, contactId), by.clock.now()];
  if (seen === undefined) throw new Error('no standing');
  const alone = { type: 'consent-withdrawn', consentId: id, id: factIdOf(contactId, `withdrawal/${id}`) } as const;
  await appendToLedger(by.ledger, access, [{ contactId, seen, events: [{ ...alone, occurredAt: at, actor }] }], { at });
  const next = async () => by.ledger.readStanding(access, (await of('b')).contactId);
  expect(await next()).toMatchObject({ oppositions: [], consents: [{ state: 'given' }] });
  const again = () => withdrawConsent(by, { access, consentId: id, actor });
  expect(await again()).toMatchObject({ id: alone.id, occurredAt: at });
  const then = await next();
  expect(then).toMatchObject({ oppositions: [{ occurredAt: at }], consents: [{ state: 'withdrawn' }] });
  await again();
  expect(await next()).toEqual(then);
});

test('GDPR 7(3): once it is sent again, whoever is linked later has it too', async () => {
  const world = rotationWorld(1);
  const by = world.process(0);
  const named = (name: string) => ({ kind: 'email', value: `${name}@example.fr` }) as const;
  const of = async (name: string) => by.fingerprints.find(access, named(name));
  const link = (name: string) => {
    const request = { requestId: `link-${name}`, bodySha256: sha256('1') };
    return declareContact(by, { access, address: named(name), declared: {}, personRef: 'crm-1', actor, request });
  };
  await link('a');
  const contact = { ...(await of('a')), addressKind: 'email' as const, deliverable: named('a').value };
  const { id } = await recordFact(by, access, contact, { requestId: 'given', bodySha256: sha256('1') }, (own) => ({
    type: 'consent-given',
    id: own,
    consent: consentFacts({ channels: ['email'] }),
    observed: false,
    actor,
  }));
  world.pass(1);
  const { contactId } = contact;
  const [seen, at] = [await by.ledger.readStanding(access, contactId), by.clock.now()];
  if (seen === undefined) throw new Error('no standing');
  const alone = { type: 'consent-withdrawn', consentId: id, id: factIdOf(contactId, `withdrawal/${id}`) } as const;
  await appendToLedger(by.ledger, access, [{ contactId, seen, events: [{ ...alone, occurredAt: at, actor }] }], { at });
  await withdrawConsent(by, { access, consentId: id, actor });
  world.pass(1);
  await link('c');
  const later = await by.ledger.readStanding(access, (await of('c')).contactId);
  expect(later?.oppositions).toMatchObject([{ occurredAt: at, via: 'withdrawal' }]);
});
