import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import { kindOfDeliverable } from '#shared/channels/record.ts';
import { normaliseAddress, parseEmail } from '#shared/domain/contact/address.ts';
import { countryOf, placesOf } from '#shared/domain/contact/address-facts.ts';
import { parsePhone } from '#shared/domain/contact/phone.ts';
import { Failure } from '#shared/domain/failure.ts';

describe('an e-mail address', () => {
  test.each([
    ['  Camille@Example.FR ', 'Camille@example.fr', 'camille@example.fr'],
    ['camille.petit+news@example.fr', 'camille.petit+news@example.fr', 'camille.petit+news@example.fr'],
    ['zoé@école.fr', 'zoé@xn--cole-9oa.fr', 'zoé@xn--cole-9oa.fr'],
    ['zoe\u0301@example.fr', 'zoé@example.fr', 'zoé@example.fr'],
    ['o’neil'.replace('’', "'").concat('@EXAMPLE.ie'), "o'neil@example.ie", "o'neil@example.ie"],
  ])('%s is delivered as %s and fingerprinted as %s', (value, deliverable, fingerprinted) => {
    expect(parseEmail(value)).toEqual({ deliverable, fingerprinted });
  });

  test.each([
    '',
    '@example.fr',
    'camille',
    'camille@',
    'camille@localhost',
    'camille@127.0.0.1',
    'a b@example.fr',
    '"a b"@example.fr',
    '.a@example.fr',
    'a..b@example.fr',
    'a@-example.fr',
    'a@exa mple.fr',
    'a@example.fr>',
    'a@b@example.fr',
    'a\r\nBcc: x@example.fr',
    `${'a'.repeat(65)}@example.fr`,
    `a@${'b'.repeat(64)}.fr`,
  ])('%j is refused', (value) => {
    expect(parseEmail(value)).toBeUndefined();
  });

  test('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (value) => {
        const once = parseEmail(value);
        fc.pre(once !== undefined);
        expect(parseEmail(once.deliverable)).toEqual(once);
        expect(parseEmail(once.fingerprinted)?.fingerprinted).toBe(once.fingerprinted);
      }),
    );
  });
});

describe('a telephone number', () => {
  test.each([
    ['+33 6 12 34 56 78', '+33612345678'],
    ['+33 (0)6 12 34 56 78', '+33612345678'],
    ['+33(0)6.12.34.56.78', '+33612345678'],
    ['0033 6-12-34-56-78', '+33612345678'],
    ['\u202f+33\u00a06\u00a012\u00a034\u00a056\u00a078 ', '+33612345678'],
    ['+44 (0)7911 123456', '+447911123456'],
    ['+32 470 12 34 56', '+32470123456'],
    ['+1 (415) 555-2671', '+14155552671'],
    ['+262 692 12 34 56', '+262692123456'],
  ])('%s is %s, as a numbering-plan library says', (value, e164) => {
    expect(parsePhone(value)).toEqual({ e164 });
    expect(parsePhoneNumberFromString(e164)?.number).toBe(e164);
  });

  test.each(['06 12 34 56 78', '0612345678', '6 12 34 56 78'])('%s is refused for want of a country code', (value) => {
    expect(parsePhone(value)).toEqual({ fault: expect.stringContaining('+33 6 12 34 56 78') });
  });

  test.each(['', '+', '+0612345678', '+33 6 12 34 56', '+330612345678', '+33 6 12 34 56 78 9', '+33 6 AB', '+12345'])(
    '%j is refused',
    (value) => {
      expect(parsePhone(value)).toHaveProperty('fault');
    },
  );

  test('every French number that the library finds valid is ours as well, however it is spaced', () => {
    const spacing = fc.constantFrom('', ' ', '.', '-', '\u00a0');
    const number = fc.tuple(fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '9'), fc.stringMatching(/^\d{8}$/));
    fc.assert(
      fc.property(number, spacing, fc.constantFrom('+33', '0033', '+33 (0)'), ([first, rest], space, prefix) => {
        const written = `${prefix}${space}${first}${space}${rest.match(/../g)?.join(space)}`;
        const theirs = parsePhoneNumberFromString(`+33${first}${rest}`);
        fc.pre(theirs?.isValid() === true);
        expect(parsePhone(written)).toEqual({ e164: theirs?.number });
      }),
    );
  });
});

test('a malformed address is a fault at its pointer that never repeats the value', () => {
  const attempt = () => normaliseAddress({ kind: 'email', value: 'secret-value' }, '/messages/3/contact/email');
  expect(attempt).toThrow(Failure);
  try {
    attempt();
  } catch (error) {
    expect(error).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '/messages/3/contact/email' }] });
    expect(JSON.stringify(error)).not.toContain('secret-value');
  }
});

test.each([
  ['+vins@example.fr', 'email'],
  ['+33612345678@example.fr', 'email'],
  ['camille@example.fr', 'email'],
  ['+33612345678', 'phone'],
] as const)('%s, normalised, is known for what it is', (address, kind) => {
  expect(normaliseAddress({ kind, value: address }).deliverable).toBe(address);
  expect(kindOfDeliverable(address)).toBe(kind);
  expect(countryOf(address, {})).toEqual({ country: 'FR', pack: 'france' });
});

test('no mailbox is taken for a number of Guadeloupe or Germany', () => {
  for (const address of ['+590x@example.fr', '+49x@example.fr'])
    expect([countryOf(address, {}), placesOf(address, {})]).toEqual([countryOf('x@example.fr', {}), placesOf('', {})]);
});
