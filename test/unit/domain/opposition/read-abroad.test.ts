import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NEIGHBOURS } from '#shared/domain/contact/phone/dialling.ts';
import { readAbroad } from '#shared/domain/opposition/read-abroad.ts';

describe('P2: ten digits as they are dialled at home', () => {
  test.each([
    ['0475 12 34 56', ['+32475123456', '+358475123456']],
    ['0475/12.34.56', ['+32475123456', '+358475123456']],
    ['tél : 0475 12 34 56', ['+32475123456', '+358475123456']],
    ['06 39 98 12 34', ['+31639981234']],
    ['06 12 34 56 78', ['+31612345678']],
    ['079 123 45 67', ['+41791234567', '+46791234567', '+40791234567'].toSorted()],
    ['01 23 45 67 89', []],
    // Who writes a country says which it is.
    ['+33 4 75 12 34 56', []],
    ['0033475123456', []],
    ['33475123456', []],
    ['+33 0475 12 34 56', []],
    ['0475123456@orange.fr', []],
    ['0475 12 34 5', []],
    ['', []],
  ])('%s is the mobile number of %j as well', (typed, expected) => {
    expect(readAbroad(typed).map(({ kind, value }) => `${kind} ${value}`)).toEqual(
      expected.map((value) => `phone ${value}`).toSorted(),
    );
  });

  test('each mobile number of ten digits of a neighbour is read as one, as libphonenumber knows their plans', () => {
    const { countries } = JSON.parse(readFileSync('node_modules/libphonenumber-js/metadata.max.json', 'utf8')) as {
      readonly countries: Readonly<Record<string, readonly unknown[]>>;
    };
    let found = 0;
    for (const [country, { prefix }] of Object.entries(NEIGHBOURS)) {
      const plan = countries[country] ?? expect.fail(country);
      // Where a national number begins with a zero that is left out behind the prefix of the country.
      if (plan[5] !== '0') continue;
      const [pattern] = (plan[11] as readonly (readonly [string])[])[1] ?? [];
      const mobile = new RegExp(`^(?:${pattern})$`);
      for (let begins = 1000; begins < 10_000; begins += 1) {
        const digits = `${begins}23456`;
        if (!mobile.test(digits)) continue;
        found += 1;
        expect(
          readAbroad(`0${digits}`).map(({ value }) => value),
          `${country} ${digits}`,
        ).toContain(`+${prefix}${digits}`);
      }
    }
    expect(found).toBeGreaterThan(3_000);
  });
});
