import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import { kindOfDeliverable } from '#shared/channels/record.ts';
import { normaliseAddress, parseEmail } from '#shared/domain/contact/address.ts';
import { countryOf, placesOf, zoneOfClock } from '#shared/domain/contact/address-facts.ts';
import { canonicalNumber, spellingsOf } from '#shared/domain/contact/phone/national-number.ts';
import { parsePhone } from '#shared/domain/contact/phone/phone.ts';
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

describe('a number of overseas that is written with +33', () => {
  test.each([
    ['+33 692 12 34 56', '+262692123456'],
    ['+33 (0)692 12 34 56', '+262692123456'],
    ['0033693123456', '+262693123456'],
    ['+33639123456', '+262639123456'],
    ['+33262123456', '+262262123456'],
    ['+33690123456', '+590690123456'],
    ['+33691221234', '+590691221234'],
    ['+33590123456', '+590590123456'],
    ['+33694123456', '+594694123456'],
    ['+33696123456', '+596696123456'],
    ['+33697123456', '+596697123456'],
    ['+33709001234', '+590709001234'],
    ['+33709121234', '+596709121234'],
    ['+33709201234', '+262709201234'],
    ['+33709311234', '+594709311234'],
    ['+33709351234', '+262709351234'],
    ['+33708411234', '+508708411234'],
    // Of the mainland: for fiction, not given to anybody, and not certain.
    ['+33639981234', '+33639981234'],
    ['+33695123456', '+33695123456'],
    ['+33709991234', '+33709991234'],
    ['+33596123456', '+33596123456'],
  ])('%s is %s', (value, e164) => {
    expect(parsePhone(value)).toEqual({ e164 });
  });

  test('is never one that the library finds valid with +33, and one that it finds valid overseas is found', () => {
    const OF_OVERSEAS = ['262', '590', '594', '596', '508'];
    const isValid = (prefix: string, digits: string) => parsePhoneNumberFromString(`+${prefix}${digits}`)?.isValid();
    const ranges = Array.from({ length: 90_000 }, (_, index) => `${index + 10_000}1234`);
    // All that we change, and where mobiles of overseas are.
    const looked = ranges.filter(
      (digits) => canonicalNumber(`+33${digits}`) !== `+33${digits}` || /^(?:63|69|70)/.test(digits),
    );
    expect(looked.length).toBeGreaterThan(3_000);
    for (const digits of looked) {
      const isOfMainland = isValid('33', digits) === true;
      const own = OF_OVERSEAS.find((prefix) => isValid(prefix, digits));
      const written = parsePhone(`+33${digits}`);
      if (isOfMainland) expect(written).toEqual({ e164: `+33${digits}` });
      else if (own !== undefined) expect(written).toEqual({ e164: `+${own}${digits}` });
    }
  });

  test('is of its territory by place and country, also where it was stored so', () => {
    expect(placesOf('+33692123456', {})).toEqual(placesOf('+262692123456', {}));
    expect(countryOf('+33696123456', {})).toEqual(countryOf('+596696123456', {}));
    expect(countryOf('+33612345678', {})).toEqual({ country: 'FR', pack: 'france' });
  });

  test.each([
    ['+262692123456', ['+262692123456', '+33692123456']],
    ['+33692123456', ['+262692123456', '+33692123456']],
    ['+33596123456', ['+596596123456', '+33596123456']],
    ['+596596123456', ['+596596123456', '+33596123456']],
    ['+33612345678', ['+33612345678']],
    ['+33639981234', ['+33639981234']],
    ['+32475123456', ['+32475123456']],
    ['+508412345', ['+508412345']],
  ])('%s may have been written %j', (number, spellings) => {
    expect(spellingsOf(number)).toEqual(spellings);
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

test.each([
  ['a mail of a country of Europe', '', { country: 'FI' }, 'Europe/Helsinki'],
  ['of Åland, as of Finland', '', { country: 'AX' }, 'Europe/Helsinki'],
  ['of one of whom nothing is sent', '', { country: 'JE' }, 'Europe/Paris'],
  ['of one with islands, of its mainland', '', { country: 'PT' }, 'Europe/Lisbon'],
  ['of France', '', { country: 'FR' }, 'Europe/Paris'],
  ['of a territory', '', { country: 'MQ' }, 'America/Martinique'],
  ['of a country that we do not know', '', { country: 'US' }, 'Europe/Paris'],
  ['whose zone is declared', '', { country: 'PT', zone: 'Atlantic/Azores' }, 'Atlantic/Azores'],
  ['whose department is declared', '', { country: 'PT', department: '974' }, 'Indian/Reunion'],
  ['a number of France of somebody in Portugal', '+33', { country: 'PT' }, 'Europe/Lisbon'],
  ['a number of Portugal', '+351', {}, 'Europe/Lisbon'],
])('the clock of %s', (_who, prefix, declared, zone) => {
  expect(zoneOfClock(prefix, declared)).toBe(zone);
});
