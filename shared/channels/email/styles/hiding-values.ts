import { partsOf, pixelsOf, ratioOf, shareOf } from './css-values.ts';

/** Whether a value of a property can hide, move, shrink or fade what it is set on. In doubt, it can. */
export type Hides = (value: string) => boolean;

export const unless =
  (...values: readonly string[]): Hides =>
  (value) =>
    !values.includes(value);
export const on =
  (pattern: RegExp): Hides =>
  (value) =>
    pattern.test(value);
export const always: Hides = () => true;

/** A number, or a percentage, outside of this range. */
export const outside =
  (least: number, most = Number.POSITIVE_INFINITY): Hides =>
  (value) => {
    const ratio = ratioOf(value);
    return ratio === undefined || ratio < least || ratio > most;
  };

/** Each part of the value, or one alone, by pixels and by the share of its box that are still harmless. */
export const beyond =
  (range: { readonly least: number; readonly most: number; readonly share: number; readonly words?: RegExp }): Hides =>
  (value) =>
    partsOf(value).some((part) => {
      if (range.words?.test(part)) return false;
      const pixels = pixelsOf(part);
      if (pixels !== undefined) return pixels < range.least || pixels > range.most;
      const share = shareOf(part);
      return share === undefined || share > range.share || share < Math.min(range.least, 0) / 600;
    });

export const INSET = beyond({ least: -50, most: 50, share: 0, words: /^auto$/ });
/** Room at a side: on a phone of 320 px the rest must be wide enough for a word. */
export const SIDE = beyond({
  least: -20,
  most: 200,
  share: 0.5,
  words: /^(?:auto|thin|medium|thick|solid|none|hidden)$/,
});
/** Above and below, nothing is lost by more room; how far a margin pulls is added up elsewhere. */
export const ABOVE = beyond({ least: -200, most: 100_000, share: 2, words: /^auto$/ });
export const WIDTH = beyond({
  least: Number.NEGATIVE_INFINITY,
  most: 700,
  share: 1.1,
  words: /^(?:auto|none|min-content|fit-content|stretch|-\w+-fill-available|calc\(100% - \d+px\))$/,
});

/** Of one or two values, the second is the vertical one. */
export const overflow: Hides = (value) => /^(?:hidden|clip)$/.test(partsOf(value)[1] ?? partsOf(value)[0] ?? '');
/** Margins and padding of one to four values: their sides and their ends have other bounds. */
export const box: Hides = (value) => {
  const parts = partsOf(value);
  const [top = '', right = top, bottom = top, left = right] = parts;
  return [right, left].some(SIDE) || [top, bottom].some(ABOVE);
};

/** Above and below what is in a line, room is taken from the lines beside it. */
export const BESIDE_LINES = beyond({ least: -3, most: 3, share: 0, words: /^(?!.*(?:calc|var)\()[a-z#]/ });
export const boxInLine: Hides = (value) => {
  const [top = '', , bottom = top] = partsOf(value);
  return box(value) || [top, bottom].some(BESIDE_LINES);
};

/** Functions that keep every contrast, or nearly. */
const KEEPS_CONTRAST = /^(?:invert\((?:1|100%)\)|hue-rotate\((?:180deg|0\.5turn)\)|grayscale\([^()]*\)|none)$/;
export const filter: Hides = (value) =>
  !value.includes('progid') && partsOf(value).some((part) => !KEEPS_CONTRAST.test(part));

const STAYS =
  /^(?:none|0(?:px|deg|%|turn|rad)?|scale(?:3d|x|y)?\(1(?: ?, ?1)*\)|(?:translate|rotate|skew)(?:3d|x|y|z)?\((?:0(?:px|deg|%)?[ ,]*)+\))$/;
export const transform: Hides = (value) => partsOf(value).some((part) => !STAYS.test(part));
