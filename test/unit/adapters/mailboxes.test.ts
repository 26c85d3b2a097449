import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokensOf } from '#shared/adapters/crypto/tokens.ts';
import type { Mailboxes, MailboxToken } from '#shared/app/oppositions/tokens.port.ts';
import type { AdvertiserId, ContactId } from '#shared/domain/ids.ts';
import { ADVERTISER_ID } from '../../support/builders.ts';

const key = (letter: string) => letter.repeat(43);
const boxesOf = (secret: object): Mailboxes =>
  tokensOf(JSON.stringify(secret), 'stop.example.fr').mailboxes ?? expect.fail('no mailboxes');
const boxes = boxesOf({ key1: key('k') });
const OTHERS = Array.from({ length: 200 }, (_, index) => `other-${index}` as AdvertiserId);
const EVERYONE = [...OTHERS, ADVERTISER_ID];

const anyMailbox = fc.record({
  advertiserId: fc.constantFrom(...EVERYONE),
  contactId: fc
    .tuple(fc.integer({ min: 1, max: 63 }), fc.uint8Array({ minLength: 32, maxLength: 32 }))
    .map(([version, bytes]) => `v${version}n1.${Buffer.from(bytes).toString('base64url')}`),
  isRelational: fc.boolean(),
}) as fc.Arbitrary<MailboxToken>;
const localPartOf = (facts: MailboxToken) => (boxes.addressOf(facts) ?? '').replace('@stop.example.fr', '');
const CONTACT = `v1n1.${Buffer.alloc(32, 7).toString('base64url')}` as ContactId;
const aMailbox: MailboxToken = { advertiserId: ADVERTISER_ID, contactId: CONTACT, isRelational: false };

describe('a mailbox of one contact', () => {
  test('says whose it is, in capitals too, and fits into 64 octets before the @', () => {
    fc.assert(
      fc.property(anyMailbox, (facts) => {
        const name = localPartOf(facts);
        // RFC 5321, section 4.5.3.1.1; atext of RFC 5322 alone, so that nothing needs quotes.
        expect(name).toMatch(/^o\+[0-9a-v]{1,61}$/);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(64);
        expect(boxes.read(name, EVERYONE)).toEqual([facts]);
        expect(boxes.read(name.toUpperCase(), EVERYONE)).toEqual([facts]);
      }),
    );
  });

  test('is read as mail programs spell it: escaped, in quotes', () => {
    const name = localPartOf(aMailbox);
    for (const spelled of [`"${name}"`, name.replace('+', '%2B'), name.replace('+', '%2b')])
      expect(boxes.read(spelled, EVERYONE)).toEqual([aMailbox]);
  });

  test('with any character changed, cut or added, is nobody’s, and counts as one that cannot be read', () => {
    const name = localPartOf(aMailbox);
    const digits = '0123456789abcdefghijklmnopqrstuv';
    for (let at = 2; at < name.length; at += 1) {
      const [digit = ''] = [...digits].filter((each) => each !== name[at]);
      expect(boxes.read(`${name.slice(0, at)}${digit}${name.slice(at + 1)}`, EVERYONE)).toEqual([]);
    }
    for (const broken of [name.slice(0, -1), `${name}0`, 'o+', `o+${'v'.repeat(61)}`, `${name.slice(0, -1)}z`])
      expect(boxes.read(broken, EVERYONE)).toEqual([]);
  });

  test('is no mailbox of ours under any other name', () => {
    for (const other of ['', 'postmaster', 'o', 'oo+x', 'abuse', 'contact+o'])
      expect(boxes.read(other, EVERYONE)).toBeUndefined();
  });

  test('is read after each rotation, and by nobody who has not the key', () => {
    const name = localPartOf(aMailbox);
    expect(boxesOf({ key1: key('k'), key2: key('n'), current: 2 }).read(name, EVERYONE)).toEqual([aMailbox]);
    expect(boxesOf({ key1: key('x') }).read(name, EVERYONE)).toEqual([]);
  });

  test('of another advertiser is not read as this one’s', () => {
    expect(boxes.read(localPartOf(aMailbox), OTHERS)).toEqual([]);
  });

  test('stays as it was sent: its layout is read for ever', () => {
    expect(boxes.addressOf(aMailbox)).toBe(
      'o+0e1o70s3ge1o70s3ge1o70s3ge1o70s3ge1o70s3ge1o70s3ge1o1ou4hlp1q@stop.example.fr',
    );
    expect(boxes.addressOf({ ...aMailbox, contactId: `v1n2.${CONTACT.slice(5)}` as ContactId })).toBeUndefined();
  });
});

test('where the deployment receives no mail there are none', () => {
  expect(tokensOf(JSON.stringify({ key1: key('k') })).mailboxes).toBeUndefined();
});
