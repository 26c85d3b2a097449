import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrastOf, readableShade } from '#shared/domain/advertiser/colours.ts';
import { BEHIND, styleOf } from '#shared/pages/look.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const behind = Object.values(BEHIND.light);

test('a colour that can be read stays as it is', () => {
  expect(readableShade('#0b3d91', { behind, towards: '#000000', least: 7 })).toBe('#0b3d91');
});

test('yellow becomes a brown of the same hue, no darker than it must be', () => {
  const shade = readableShade('#ffd400', { behind, towards: '#000000', least: 7 });
  expect(shade).toMatch(/^#[5-6].[4-5].00$/);
  expect(Math.min(...behind.map((other) => contrastOf(shade, other)))).toBeLessThan(8);
});

test('each colour of an advertiser gives words and buttons that can be read, in light and in dark', () => {
  fc.assert(
    fc.property(colour, (chosen) => {
      const found = [...(styleOf({ name: 'x', colour: chosen }) ?? '').matchAll(/--(act|on-act):(#[0-9a-f]{6})/g)];
      const [light = '', onLight = '', dark = '', onDark = ''] = found.map((each) => each[2] ?? '');
      for (const other of [...behind, onLight]) expect(contrastOf(light, other)).toBeGreaterThanOrEqual(7);
      for (const other of [...Object.values(BEHIND.dark), onDark])
        expect(contrastOf(dark, other)).toBeGreaterThanOrEqual(7);
    }),
    { seed: 15, numRuns: 500 },
  );
});
