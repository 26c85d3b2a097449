import * as z from 'zod/mini';

/** A colour: `#` and six hexadecimal digits. */
export const Colour = z.string().check(z.regex(/^#[0-9a-f]{6}$/i, 'a colour as #rrggbb'));

const partsOf = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

const linear = (byte: number): number => (byte <= 10 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2). */
export const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map(linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** The contrast of two colours `#rrggbb`, 1 to 21 (WCAG 2.2, contrast ratio). */
export const contrastOf = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const STEPS = 32;
const mixed = (colour: string, towards: string, share: number): string => {
  const end = partsOf(towards);
  const parts = partsOf(colour).map((part, at) => Math.round(part + ((end[at] ?? part) - part) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
};

/**
 * The shade of `colour` nearest to it that has at least the contrast `least` with each of `behind`, on the way to black or to
 * white, `towards`; that end itself where none has.
 */
export const readableShade = (
  colour: string,
  { behind, towards, least }: { readonly behind: readonly string[]; readonly towards: string; readonly least: number },
): string => {
  for (let step = 0; step < STEPS; step++) {
    const shade = mixed(colour, towards, step / STEPS);
    if (behind.every((other) => contrastOf(shade, other) >= least)) return shade;
  }
  return towards;
};
