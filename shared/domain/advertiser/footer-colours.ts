import * as z from 'zod/mini';
import { about } from '../about.ts';

/** A colour of a footer: `#` and six hexadecimal digits. */
const Colour = z.string().check(z.regex(/^#[0-9a-f]{6}$/i, 'a colour as #rrggbb'));

/** The least contrast of ink on its background: level AAA of WCAG 2.2, success criterion 1.4.6. */
const LEAST_CONTRAST = 7;

const linear = (byte: number): number => (byte <= 10 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2). */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** The contrast of two colours `#rrggbb`, 1 to 21 (WCAG 2.2, contrast ratio). */
export const contrastOf = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** The colours of the block that says who writes and how to stop. Text and links have the same ink. */
export const FooterColours = z
  .strictObject({
    background: about('What is behind the words: #rrggbb.', Colour),
    ink: about('The words and the links: #rrggbb.', Colour),
  })
  .check((context) => {
    const { background, ink } = context.value;
    if (![background, ink].every((colour) => Colour.safeParse(colour).success)) return;
    const contrast = contrastOf(background, ink);
    if (contrast >= LEAST_CONTRAST) return;
    const isDark = luminance(background) < luminance(ink);
    const better = isDark ? 'a lighter ink, or a darker background' : 'a darker ink, or a lighter background';
    context.issues.push({
      code: 'custom',
      input: ink,
      path: ['ink'],
      message: `the contrast with the background is ${Math.floor(contrast * 10) / 10}:1, and ${LEAST_CONTRAST}:1 is the least: take ${better}`,
    });
  });
export type FooterColours = z.infer<typeof FooterColours>;

export const DEFAULT_FOOTER_COLOURS: FooterColours = { background: '#f4f4f4', ink: '#333333' };
