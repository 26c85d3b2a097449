import { describe, expect, test } from 'vitest';
import { isOpenToAutomates, isOrdinaryNumber, isPlatformNumber } from '#shared/law/articles/arcep/ranges.ts';
import type { Sanction } from '#shared/law/texts/sanction.ts';
import { sanctionsOn } from '#shared/law/texts/sanctions.ts';

describe('Arcep, décision n° 2018-0881, § 2.3.2 f: “numéros territorialisés”', () => {
  test.each([
    ...['1', '2', '3', '4', '5', '6', '7', '9'].map((digit) => `+33${digit}12345678`),
    // Mayotte and La Réunion, Saint-Pierre-et-Miquelon, Guadeloupe, Guyane, Martinique.
    ...['262', '508', '590', '594', '596'].map((prefix) => `+${prefix}692123456`),
  ])('%s is one, and is not open', (number) => {
    expect([isOrdinaryNumber(number), isOpenToAutomates(number)]).toEqual([true, false]);
  });
  test.each([
    // 08 is surcharged or free; +591, +595 and +599 are other countries; a short code and a name are no numbers.
    ...['+33812345678', '+59112345678', '+595981234567', '+59991234567', '+26112345678', '+50912345678'],
    ...['36105', 'VALMY', '', '+33', 'tel:+33612345678', '+33612345678;ext=1', '0+33612345678'],
  ])('%j is none', (number) => {
    expect(isOrdinaryNumber(number)).toBe(false);
  });
  test('platform numbers are 0937, 0938 and 09390 to 09394', () => {
    const of = (range: string) => isPlatformNumber(`+339${range}00000`);
    expect(['37', '38', '390', '394'].filter((range) => !of(range))).toEqual([]);
    expect(['36', '395', '399', '40', '47'].filter(of)).toEqual([]);
  });
});

describe('a sanction applies to what is done', () => {
  const fine = (days: Pick<Sanction, 'from' | 'until'>): Sanction => ({
    nature: 'administrative',
    says: { fr: 'Amende.', en: 'A fine.' },
    texts: [],
    ...days,
  });
  test.each<[string, Pick<Sanction, 'from' | 'until'>, before: boolean, first: boolean, last: boolean, after: boolean]>(
    [
      ['from its first day on', { from: '2023-06-11' }, false, true, true, true],
      ['until the day on which it ends, which is another text’s', { until: '2026-08-11' }, true, true, true, false],
      ['between both', { from: '2023-06-11', until: '2026-08-11' }, false, true, true, false],
      ['whenever, where neither was read', {}, true, true, true, true],
    ],
  )('%s', (_, days, ...applies) => {
    const on = (day: string) => sanctionsOn([fine(days)], day).length > 0;
    expect(['2023-06-10', '2023-06-11', '2026-08-10', '2026-08-11'].map(on)).toEqual(applies);
  });
});
