import { describe, expect, test } from 'vitest';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { keyRingOf } from '#shared/adapters/crypto/key-ring.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf, messageIdOf, requestIdOf } from '#shared/domain/contact/fingerprint.ts';
import { type AdvertiserId, ContactId, FactId, MessageId } from '#shared/domain/ids.ts';
import { ADVERTISER_ID, CONTACT_ID } from '../../support/builders.ts';

const OTHER = 'autre-maison' as AdvertiserId;
const SECRET = JSON.stringify({ key1: 'golden-vectors-key-1-golden-vectors-key-1-golden' });
const fingerprints = fingerprintsOf(SECRET);

describe('the golden vectors of version 1: a change here renames every contact ever stored', () => {
  test.each([
    ['email', 'camille@example.fr', 'v1n1.bJm4p03ZIsfqe5Nac19zfLv2w-N7IzOgSn-5iPkr3lE'],
    ['email', 'zoé@école.fr', 'v1n1.8qH-b9bf2TD7GqRA8EIUZxVW9A0AoWJbz3mhs84OdFU'],
    ['phone', '+33612345678', 'v1n1.FWd72hrnpzTGbSWzQ7F6azIKy6z7BfxQXu6MGg2V68w'],
  ] as const)('%s %s', (kind, value, contactId) => {
    expect(fingerprints.contactIdOf(ADVERTISER_ID, { kind, value })).toBe(contactId);
  });

  test('a person', () => {
    expect(fingerprints.personOf(ADVERTISER_ID, 'CRM-1')).toBe('v1.VVPbzw-7LRUfZs2Fd87R6oMbM9VGhi401qaILPta6gM');
  });
});

test('two spellings of one mailbox are one contact', () => {
  const of = (value: string) => fingerprints.contactIdOf(ADVERTISER_ID, { kind: 'email', value });
  expect(of(' Camille@EXAMPLE.fr')).toBe(of('camille@example.fr'));
});

test('a dot or a plus tag is another mailbox', () => {
  const of = (value: string) => fingerprints.contactIdOf(ADVERTISER_ID, { kind: 'email', value });
  expect(new Set([of('ab@example.fr'), of('a.b@example.fr'), of('ab+x@example.fr')]).size).toBe(3);
});

test('one address is another contact at another advertiser, and under another key', () => {
  const address = { kind: 'email', value: 'camille@example.fr' } as const;
  const otherKey = fingerprintsOf(JSON.stringify({ key1: 'another-key-another-key-another-key-another-key' }));
  const ids = [
    fingerprints.contactIdOf(ADVERTISER_ID, address),
    fingerprints.contactIdOf(OTHER, address),
    otherKey.contactIdOf(ADVERTISER_ID, address),
  ];
  expect(new Set(ids).size).toBe(3);
  expect(ids.every((id) => ContactId.safeParse(id).success)).toBe(true);
});

describe('while two keys are known', () => {
  const address = { kind: 'phone', value: '+33612345678' } as const;
  const under = (current: number | undefined, stored: readonly string[] = []) => {
    const secret = JSON.stringify({ ...JSON.parse(SECRET), key2: 'x'.repeat(43), ...(current && { current }) });
    const has = async (_: unknown, name: string) => stored.includes(name);
    return fingerprintsOf(secret, { isContact: has, hasContact: has, hasPerson: has });
  };
  const [old = '', next = ''] = under(1).idsOf(ADVERTISER_ID, address);
  const access = admit(ADVERTISER_ID);

  test('a key that was only added names nobody: all processes must know it first', () => {
    expect([under(undefined), under(1), under(2)].map((each) => each.contactIdOf(ADVERTISER_ID, address))).toEqual([
      old,
      old,
      next,
    ]);
  });

  test.each([
    ['nobody is stored, key 1 is current', 1, [], { contactId: old, otherIds: [next] }],
    ['nobody is stored, key 2 is current', 2, [], { contactId: next, otherIds: [old] }],
    ['stored under key 1, key 2 is current', 2, [old], { contactId: old, otherIds: [next] }],
    ['stored under key 2, key 1 is current', 1, [next], { contactId: next, otherIds: [old] }],
    ['stored under both, which must never be', 2, [next, old], { contactId: old, otherIds: [next], twinIds: [next] }],
  ] as const)('%s', async (_, current, stored, found) => {
    expect(await under(current, stored).find(access, address)).toEqual(found);
  });

  test('a person is found as a contact is', async () => {
    const [oldPerson, nextPerson] = [under(1), under(2)].map((each) => each.personOf(ADVERTISER_ID, 'CRM-1'));
    const found = await under(2, [oldPerson ?? '']).findPerson(access, 'CRM-1');
    expect(found).toEqual({ person: oldPerson, others: [nextPerson] });
    expect((await under(2).findPerson(access, 'CRM-1')).person).toBe(nextPerson);
  });

  test('nobody is named without a look at what is stored', async () => {
    const blind = fingerprintsOf(JSON.stringify({ ...JSON.parse(SECRET), key2: 'x'.repeat(43) }));
    await expect(blind.find(access, address)).rejects.toThrow('must be looked at');
  });
});

test('ids derived from a request are well formed, and the same for the same request only', () => {
  const request = requestIdOf(ADVERTISER_ID, 'key', 0);
  expect(requestIdOf(ADVERTISER_ID, 'key', 0)).toBe(request);
  expect(new Set([request, requestIdOf(ADVERTISER_ID, 'key', 1), requestIdOf(OTHER, 'key', 0)]).size).toBe(3);
  expect(MessageId.safeParse(messageIdOf(request)).success).toBe(true);
  expect(FactId.safeParse(factIdOf(CONTACT_ID, request)).success).toBe(true);
});

test.each([
  '{}',
  '{"key1":"short"}',
  '{"key0":"0000000000000000000000000000000000000000000"}',
  JSON.stringify({ key1: 'k'.repeat(43), current: 2 }),
  JSON.stringify({ key1: 'k'.repeat(43), current: '1' }),
])('the secret %s starts nothing', (secret) => {
  expect(() => keyRingOf(secret)).toThrow(/the secret/);
});

test('each key of a secret is derived once in a process, however often the secret is read', () => {
  const secret = { key1: 'a'.repeat(43), key2: 'b'.repeat(43) };
  const [first, again] = [keyRingOf(JSON.stringify(secret)), keyRingOf(JSON.stringify({ ...secret, current: 2 }))];
  expect([1, 2].map((version) => again.materialOf(version) === first.materialOf(version))).toEqual([true, true]);
  expect(keyRingOf(JSON.stringify({ key1: secret.key2 })).materialOf(1)).toBe(first.materialOf(2));
  expect(first.materialOf(1)).not.toEqual(first.materialOf(2));
});
