import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrastOf } from '#shared/domain/advertiser/colours.ts';
import { DEFAULT_FOOTER_COLOURS, FooterColours } from '#shared/domain/advertiser/footer-colours.ts';

const faultOf = (background: string, ink: string) => FooterColours.safeParse({ background, ink }).error?.issues[0];

describe('the colours of a footer', () => {
  test('contrast is that of WCAG 2.2', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastOf('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
    expect(contrastOf('#777777', '#777777')).toBe(1);
  });

  test('the pair that is used where none is chosen reaches 7:1', () => {
    expect(FooterColours.parse(DEFAULT_FOOTER_COLOURS)).toEqual(DEFAULT_FOOTER_COLOURS);
  });

  test.each([
    ['#ffffff', '#595959'],
    ['#102030', '#ffffff'],
    ['#FFFFFF', '#0B3D91'],
  ])('%s with %s is taken', (background, ink) => {
    expect(faultOf(background, ink)).toBeUndefined();
  });

  test('a pale ink is refused with the contrast that it has, at the ink', () => {
    expect(faultOf('#ffffff', '#767676')).toMatchObject({
      path: ['ink'],
      message:
        'the contrast with the background is 4.5:1, and 7:1 is the least: take a darker ink, or a lighter background',
    });
  });

  test('on a dark background the sentence asks for a lighter ink', () => {
    expect(faultOf('#102030', '#808080')?.message).toMatch(/take a lighter ink, or a darker background$/);
  });

  test.each(['red', '#fff', '#12345g', 'url(x)', '#ffffff;display:none'])('%s is no colour', (colour) => {
    expect(faultOf(colour, '#000000')?.message).toBe('a colour as #rrggbb');
  });

  test('whatever is taken reaches 7:1', () => {
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(colour, colour, (background, ink) => {
        expect(FooterColours.safeParse({ background, ink }).success).toBe(contrastOf(background, ink) >= 7);
      }),
    );
  });
});
