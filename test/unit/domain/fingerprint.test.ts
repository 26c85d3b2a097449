import { describe, expect, test } from 'vitest';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { keyRingOf } from '#shared/adapters/crypto/key-ring.ts';
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

test('an added key 2 leaves the contacts of key 1 where they are', () => {
  const both = fingerprintsOf(JSON.stringify({ ...JSON.parse(SECRET), key2: 'x'.repeat(43) }));
  const address = { kind: 'phone', value: '+33612345678' } as const;
  expect(both.contactIdOf(ADVERTISER_ID, address)).toBe(fingerprints.contactIdOf(ADVERTISER_ID, address));
});

test('ids derived from a request are well formed, and the same for the same request only', () => {
  const request = requestIdOf(ADVERTISER_ID, 'key', 0);
  expect(requestIdOf(ADVERTISER_ID, 'key', 0)).toBe(request);
  expect(new Set([request, requestIdOf(ADVERTISER_ID, 'key', 1), requestIdOf(OTHER, 'key', 0)]).size).toBe(3);
  expect(MessageId.safeParse(messageIdOf(request)).success).toBe(true);
  expect(FactId.safeParse(factIdOf(CONTACT_ID, request)).success).toBe(true);
});

test.each(['{}', '{"key1":"short"}', '{"key0":"0000000000000000000000000000000000000000000"}'])(
  'the secret %s starts nothing',
  (secret) => {
    expect(() => keyRingOf(secret)).toThrow(/the secret/);
  },
);
