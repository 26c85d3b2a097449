import * as fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, test } from 'vitest';
import { countedSingly, isOfSingleUnits } from '#shared/channels/sms/single-units.ts';

/** What the library says, which is who counts wherever characters join. */
const byLibrary = (text: string) => {
  const counted = new SegmentedMessage(text);
  const { graphemes, encodingName: encoding, segmentsCount: segments } = counted;
  const units = counted.messageSize / (encoding === 'GSM-7' ? 7 : 16);
  return { graphemes, encoding, segments, units, outside: counted.getNonGsmCharacters() };
};

const UNITS = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
const ALONE = UNITS.filter(isOfSingleUnits);
const characters = (those: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...those), { maxLength }).map((all) => all.join(''));

describe('a text of characters that join no other', () => {
  test('has each of them as a character of its own, beside any other kind', () => {
    expect(ALONE.length).toBeGreaterThan(800);
    const [half, rest] = [ALONE.slice(0, 400), ALONE.slice(400)];
    for (const some of [half, rest]) {
      const text = some.map((character) => `a${character}${character}\r${character}\n`).join('');
      expect(new SegmentedMessage(text).graphemes).toEqual(text.split(''));
    }
  });

  test('takes as many septets or units as the library counts, each character by itself', () => {
    for (const character of ALONE) expect(countedSingly(character)).toEqual(byLibrary(character));
  });

  test('is not one where anything joins, or is half of a pair', () => {
    for (const joined of ['e\u0301', '👍', '👨‍👩‍👧', '\ud83d', '\u200d', '❤\ufe0f', '각', 'नि', '\u2028'])
      expect(isOfSingleUnits(`a${joined}`)).toBe(false);
  });

  test('is counted as the library counts it, with characters of one septet, of two, and of neither', () => {
    const gsm = characters(['a', 'é', ' ', '\r', '\n', '€', '{', '\f', 'Ω'], 480);
    const any = characters(['a', 'é', '\r', '\n', '€', '’', 'ê', '\u00ad', '\u00a0', 'ж', '…'], 220);
    const atBorder = fc
      .tuple(fc.constantFrom(68, 69, 133, 151, 152, 158, 159, 304, 305, 458), characters(['a', '€', '|', 'ê'], 4))
      .map(([count, end]) => 'x'.repeat(count) + end);
    fc.assert(
      fc.property(fc.oneof(gsm, any, atBorder), (text) => {
        expect(isOfSingleUnits(text)).toBe(true);
        expect(countedSingly(text)).toEqual(byLibrary(text));
      }),
      { numRuns: 200 },
    );
  });
});
