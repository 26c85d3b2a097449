import * as z from 'zod/mini';
import { about } from '../about.ts';
import { Colour, contrastOf, luminance } from './colours.ts';

/** The least contrast of ink on its background: level AAA of WCAG 2.2, success criterion 1.4.6. */
const LEAST_CONTRAST = 7;

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
