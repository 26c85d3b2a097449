import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canBeDialled, dialledFrom, numberDialled } from '#shared/domain/contact/phone/dialled.ts';
import { DIALLING_PREFIXES } from '#shared/domain/contact/phone/dialling.ts';

const FRANCE = '+33612345678';
const REUNION = '+262692123456';
const GERMANY = '+4915112345678';
const SPAIN = '+34612345678';

describe('a number as it is dialled', () => {
  test.each([
    [FRANCE, '+33162000180', '0162000180'],
    [FRANCE, '+33800123456', '0800123456'],
    [FRANCE, '+262262123456', '0262123456'],
    [FRANCE, '+33262123456', '0033262123456'],
    [FRANCE, '+4930123456', '004930123456'],
    [FRANCE, '3103', '3103'],
    [REUNION, '+33162000180', '0162000180'],
    [REUNION, '+262262123456', '0262123456'],
    [GERMANY, '+33162000180', '0033162000180'],
    [GERMANY, '+4930123456', '004930123456'],
    [GERMANY, '+262262123456', '00262262123456'],
    ['+12025550123', '+33162000180', '+33162000180'],
  ])('from %s, %s: %s', (from, number, expected) => {
    expect(dialledFrom(from, number)).toBe(expected);
  });

  test.each([
    [FRANCE, '+33800123456', true],
    [REUNION, '+33805123456', true],
    [FRANCE, '3103', true],
    [GERMANY, '+33800123456', false],
    [GERMANY, '3103', false],
    ['+12025550123', '1023', false],
    [GERMANY, '+33162000180', true],
    [GERMANY, '+33969391234', true],
    [GERMANY, '+49800123456', true],
    [FRANCE, '+49800123456', false],
    [FRANCE, '+498031123456', true],
    [SPAIN, '+34900123456', true],
    [FRANCE, '+34900123456', false],
    [FRANCE, '+448081234567', false],
    [FRANCE, '+3531800123456', false],
    [FRANCE, '+4580123456', false],
    [FRANCE, '+4620123456', false],
    [FRANCE, '+3680123456', false],
    [FRANCE, '+18001234567', false],
    [FRANCE, '+12025550123', false],
    ['+12025550124', '+12025550123', false],
    ['+353851234567', '+3531800123456', true],
    ['+4531123456', '+4580123456', true],
    [FRANCE, '+35312345678', true],
    [FRANCE, '+4580123456', false],
    [FRANCE, '+4533123456', true],
  ])('from %s to %s arrives: %s', (from, number, expected) => {
    expect(canBeDialled(from, number)).toBe(expected);
  });
});

/** The plans of countries as libphonenumber has them: the patterns of their numbers, without the prefix, by type. */
const plans = () => {
  const { countries } = JSON.parse(readFileSync('node_modules/libphonenumber-js/metadata.max.json', 'utf8')) as {
    readonly countries: Readonly<Record<string, readonly unknown[]>>;
  };
  return DIALLING_PREFIXES.flatMap(({ prefix, countries: sharing }) =>
    sharing.map((country) => {
      const types = countries[country]?.[11] as readonly (readonly [string] | 0 | undefined)[];
      const [fixed, mobile, free] = [0, 1, 2].map((type) => types[type] || undefined);
      return { country, prefix, ordinary: [fixed, mobile].flatMap((each) => each?.[0] ?? []), free: free?.[0] ?? '' };
    }),
  );
};
/** Numbers of a plan, by how they begin and how long they are. */
const BEGINNINGS = Array.from({ length: 1_000 }, (_, index) => String(index).padStart(3, '0'));
const NUMBERS = BEGINNINGS.flatMap((begins) =>
  ['0', '2', '3', '5', '9'].flatMap((next) => [6, 7, 8, 9, 10].map((length) => `${begins}${next}`.padEnd(length, '2'))),
);

describe('P3: a number of another country, as libphonenumber knows its plan', () => {
  test.each(plans())(
    'of $country: what is free does not arrive, and what is ordinary does',
    ({ prefix, ordinary, free }) => {
      const elsewhere = prefix === '39' ? GERMANY : '+393331234567';
      const [isFree, isOrdinary] = [[free], ordinary].map((patterns) => new RegExp(`^(?:${patterns.join('|')})$`));
      const ofFree = NUMBERS.filter((number) => isFree?.test(number));
      const ofOrdinary = NUMBERS.filter((number) => isOrdinary?.test(number) && !isFree?.test(number));
      expect([ofFree.length > 0, ofOrdinary.length > 0]).toEqual([true, true]);
      const arrives = (number: string) => canBeDialled(elsewhere, `+${prefix}${number}`);
      expect([ofFree.filter(arrives), ofOrdinary.filter((number) => !arrives(number))]).toEqual([[], []]);
    },
  );

  test('there is a plan for each prefix that we know', () => {
    expect(plans().length).toBeGreaterThan(40);
  });
});

describe('the number that rings', () => {
  test.each([
    [FRANCE, '0162000180', '+33162000180'],
    [FRANCE, '0262123456', '+262262123456'],
    [REUNION, '0692123456', '+262692123456'],
    [REUNION, '0162000180', '+33162000180'],
    [FRANCE, '030123456', '030123456'],
    [GERMANY, '030123456', '+4930123456'],
    [GERMANY, '0162000180', '+49162000180'],
    [GERMANY, '0033162000180', '+33162000180'],
    [GERMANY, '+33162000180', '+33162000180'],
    [SPAIN, '900123456', '+34900123456'],
    ['+393331234567', '0612345678', '+390612345678'],
    ['+12025550123', '0162000180', '0162000180'],
  ])('from %s by %s: %s', (from, digits, expected) => {
    expect(numberDialled(from, digits)).toBe(expected);
  });

  test('is the one that was written in the form for that telephone', () => {
    for (const from of [FRANCE, REUNION, GERMANY, SPAIN, '+12025550123'])
      for (const number of ['+33162000180', '+33800123456', '+262262123456', '+4930123456', '+34900123456'])
        expect(numberDialled(from, dialledFrom(from, number))).toBe(number);
  });
});
