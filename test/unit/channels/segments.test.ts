import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentsOf, smsCost } from '#shared/channels/sms/segments.ts';
import { countedAgain, septetsOf } from '../../support/gsm.ts';

describe('what a text costs', () => {
  test('every character of the first plane is in the alphabet of the standard, or is not', () => {
    const found = Array.from({ length: 0x10000 }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code))
      .filter((each) => (segmentsOf(each).encoding === 'GSM-7') !== (septetsOf(each) !== undefined));
    expect(found).toEqual([]);
  });

  test.each([
    ['é', true],
    ['è', true],
    ['à', true],
    ['ù', true],
    ['Ç', true],
    ['ç', false],
    ['ê', false],
    ['ë', false],
    ['â', false],
    ['î', false],
    ['ô', false],
    ['û', false],
    ['œ', false],
    ['É', true],
    ['È', false],
    ['À', false],
    ['€', true],
    ['’', false],
  ])('%s is in GSM-7: %s', (character, isIn) => {
    expect(septetsOf(character) !== undefined).toBe(isIn);
    expect(smsCost(character).outside).toHaveLength(isIn ? 0 : 1);
  });

  test('is counted as the standard counts it, around every border', () => {
    const letter = fc.constantFrom('a', 'é', '€', '{', '\n', '0');
    const foreign = fc.constantFrom('ë', 'ç', '’', '漢', '😀');
    const text = (each: fc.Arbitrary<string>) =>
      fc.array(each, { minLength: 1, maxLength: 500 }).map((all) => all.join(''));
    const around = fc.constantFrom(
      66,
      67,
      68,
      69,
      70,
      71,
      133,
      134,
      135,
      152,
      153,
      154,
      159,
      160,
      161,
      305,
      306,
      307,
      459,
      460,
    );
    const atBorder = fc
      .tuple(around, fc.array(fc.oneof(letter, foreign), { maxLength: 3 }))
      .map(([count, end]) => 'x'.repeat(count) + end.join(''));
    fc.assert(
      fc.property(fc.oneof(text(letter), text(fc.oneof(letter, foreign)), atBorder), (any) => {
        const { units, segments, encoding } = smsCost(any);
        expect({ units, segments, encoding }).toEqual(countedAgain(any));
      }),
      { numRuns: 150 },
    );
  });

  test('"Noël" says which character, where, what it costs and what to write', () => {
    const text = `Noël : ${'a'.repeat(100)}`;
    expect(smsCost(text)).toEqual({
      segments: 2,
      encoding: 'UCS-2',
      units: 107,
      outside: [{ character: 'ë', position: 3, instead: 'e' }],
      segmentsWithout: 1,
    });
  });

  test('each is named once, at its first place, as a reader counts characters', () => {
    const { outside } = smsCost('👨‍👩‍👧 fête… fête\u00a0! e\u0301té');
    expect(outside).toEqual([
      { character: '👨‍👩‍👧', position: 1 },
      { character: 'ê', position: 4, instead: 'e' },
      { character: '…', position: 7, instead: '...' },
      { character: '\u00a0', position: 13, instead: ' ' },
      { character: 'e\u0301', position: 16, instead: 'é' },
    ]);
  });

  test('what is written instead is GSM-7, and never more than it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('ê', 'Œ', '«', '’', '—', '°', 'ñ', '\u200b', 'É', 'Ÿ', 'ł', '😀') }),
        (any) => {
          const { outside, segments, segmentsWithout } = smsCost(any);
          for (const { instead } of outside)
            if (instead !== undefined) expect(countedAgain(instead).encoding).toBe('GSM-7');
          expect(segmentsWithout).toBeLessThanOrEqual(segments);
        },
      ),
    );
  });
});
