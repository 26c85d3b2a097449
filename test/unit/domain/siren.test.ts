import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSiren, Siren } from '#shared/domain/ids.ts';

const faultOf = (value: unknown): string | undefined => Siren.safeParse(value).error?.issues[0]?.message;

test.each(['732829320', '552100554', '123456782', '443061841'])('%s is a SIREN', (siren) => {
  expect(Siren.safeParse(siren).success).toBe(true);
});

test.each([
  ['its check digit is another', '123456789', 'not a SIREN: its check digit is wrong'],
  ['two digits changed places', '732892320', 'not a SIREN: its check digit is wrong'],
  ['nine zeros', '000000000', 'not a SIREN: its check digit is wrong'],
  ['eight digits', '73282932', 'the nine digits of a SIREN'],
  ['a SIRET', '73282932000074', 'the nine digits of a SIREN'],
  ['spaces between', '732 829 320', 'the nine digits of a SIREN'],
  ['other digits than ours', '٧٣٢٨٢٩٣٢٠', 'the nine digits of a SIREN'],
  ['a line break after it', '732829320\n', 'the nine digits of a SIREN'],
])('%s: refused, with one sentence', (_, value, sentence) => {
  expect(faultOf(value)).toBe(sentence);
  expect(Siren.safeParse(value).error?.issues).toHaveLength(1);
});

test('of the ten numbers that share eight digits, one is a SIREN', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), (eight) => {
      const start = String(eight).padStart(8, '0');
      expect(Array.from({ length: 10 }, (_, digit) => `${start}${digit}`).filter(isSiren)).toHaveLength(1);
    }),
  );
});
