import { contrastOf } from '#shared/domain/advertiser/colours.ts';

/** Colours as style sheets and attributes write them, as far as they are plain. */

/** Red, green and blue, 0 to 255, and how much of it covers what is behind. */
export interface Colour {
  readonly rgb: readonly [number, number, number];
  readonly alpha: number;
}

const NAMES: Readonly<Record<string, string>> = {
  white: 'ffffff',
  black: '000000',
  silver: 'c0c0c0',
  gray: '808080',
  grey: '808080',
  dimgray: '696969',
  dimgrey: '696969',
  darkgray: 'a9a9a9',
  darkgrey: 'a9a9a9',
  lightgray: 'd3d3d3',
  lightgrey: 'd3d3d3',
  gainsboro: 'dcdcdc',
  whitesmoke: 'f5f5f5',
  snow: 'fffafa',
  ivory: 'fffff0',
  beige: 'f5f5dc',
  linen: 'faf0e6',
  ghostwhite: 'f8f8ff',
  red: 'ff0000',
  maroon: '800000',
  orange: 'ffa500',
  yellow: 'ffff00',
  olive: '808000',
  lime: '00ff00',
  green: '008000',
  teal: '008080',
  aqua: '00ffff',
  cyan: '00ffff',
  blue: '0000ff',
  navy: '000080',
  purple: '800080',
  fuchsia: 'ff00ff',
  magenta: 'ff00ff',
  pink: 'ffc0cb',
  gold: 'ffd700',
  brown: 'a52a2a',
  crimson: 'dc143c',
  tomato: 'ff6347',
  coral: 'ff7f50',
  darkblue: '00008b',
  darkgreen: '006400',
  darkred: '8b0000',
  slategray: '708090',
  darkslategray: '2f4f4f',
  steelblue: '4682b4',
  royalblue: '4169e1',
};

const fromHex = (digits: string): Colour => {
  const pairs = digits.length < 6 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0, alpha = 255] = pairs.map((pair) => Number.parseInt(pair, 16));
  return { rgb: [red, green, blue], alpha: alpha / 255 };
};
const part = (written: string, whole: number): number =>
  written.endsWith('%') ? (Number.parseFloat(written) / 100) * whole : Number.parseFloat(written);

/** The colour that a value in lower case names; `undefined`: none that is read. */
export const colourOf = (value: string): Colour | undefined => {
  const said = value.trim();
  if (said === 'transparent') return { rgb: [0, 0, 0], alpha: 0 };
  const hex = /^#?([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})$/.exec(NAMES[said] ?? said)?.[1];
  if (hex !== undefined && (said.startsWith('#') || NAMES[said] !== undefined || hex.length === 6)) return fromHex(hex);
  const [red, green, blue, alpha] =
    /^rgba?\(([^()]*)\)$/
      .exec(said)?.[1]
      ?.split(/[\s,/]+/)
      .filter(Boolean) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  const rgb = [part(red, 255), part(green, 255), part(blue, 255)] as const;
  return rgb.every(Number.isFinite) ? { rgb, alpha: alpha === undefined ? 1 : part(alpha, 1) } : undefined;
};

/** What is seen of a colour over another. */
export const over = (above: Colour, below: Colour): Colour => {
  const mixed = (index: 0 | 1 | 2): number => above.rgb[index] * above.alpha + below.rgb[index] * (1 - above.alpha);
  return { rgb: [mixed(0), mixed(1), mixed(2)], alpha: 1 };
};

const written = ({ rgb }: Colour): string =>
  `#${rgb
    .map((each) =>
      Math.round(Math.min(255, Math.max(0, each)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
/** The contrast of two colours, 1 to 21 (WCAG 2.2). */
export const contrast = (one: Colour, other: Colour): number => contrastOf(written(one), written(other));
/** Every part of two colours is so near that nobody sees where one ends. */
export const areAlike = (one: Colour, other: Colour): boolean =>
  one.rgb.every((each, index) => Math.abs(each - (other.rgb[index] ?? 0)) <= 16);
