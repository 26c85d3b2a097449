import { contrastOf } from '#shared/domain/advertiser/colours.ts';

/** Colours as style sheets and attributes write them, as far as they are plain. */

/** Red, green and blue, 0 to 255, and how much of it covers what is behind. */
export interface Colour {
  readonly rgb: readonly [number, number, number];
  readonly alpha: number;
}

const NAMES: ReadonlyMap<string, string> = new Map(
  [
    'aliceblue:f0f8ff antiquewhite:faebd7 aqua:00ffff aquamarine:7fffd4 azure:f0ffff beige:f5f5dc bisque:ffe4c4 black:000000',
    'blanchedalmond:ffebcd blue:0000ff blueviolet:8a2be2 brown:a52a2a burlywood:deb887 cadetblue:5f9ea0 chartreuse:7fff00',
    'chocolate:d2691e coral:ff7f50 cornflowerblue:6495ed cornsilk:fff8dc crimson:dc143c cyan:00ffff darkblue:00008b',
    'darkcyan:008b8b darkgoldenrod:b8860b darkgray:a9a9a9 darkgreen:006400 darkgrey:a9a9a9 darkkhaki:bdb76b darkmagenta:8b008b',
    'darkolivegreen:556b2f darkorange:ff8c00 darkorchid:9932cc darkred:8b0000 darksalmon:e9967a darkseagreen:8fbc8f',
    'darkslateblue:483d8b darkslategray:2f4f4f darkslategrey:2f4f4f darkturquoise:00ced1 darkviolet:9400d3 deeppink:ff1493',
    'deepskyblue:00bfff dimgray:696969 dimgrey:696969 dodgerblue:1e90ff firebrick:b22222 floralwhite:fffaf0 forestgreen:228b22',
    'fuchsia:ff00ff gainsboro:dcdcdc ghostwhite:f8f8ff gold:ffd700 goldenrod:daa520 gray:808080 green:008000 greenyellow:adff2f',
    'grey:808080 honeydew:f0fff0 hotpink:ff69b4 indianred:cd5c5c indigo:4b0082 ivory:fffff0 khaki:f0e68c lavender:e6e6fa',
    'lavenderblush:fff0f5 lawngreen:7cfc00 lemonchiffon:fffacd lightblue:add8e6 lightcoral:f08080 lightcyan:e0ffff',
    'lightgoldenrodyellow:fafad2 lightgray:d3d3d3 lightgreen:90ee90 lightgrey:d3d3d3 lightpink:ffb6c1 lightsalmon:ffa07a',
    'lightseagreen:20b2aa lightskyblue:87cefa lightslategray:778899 lightslategrey:778899 lightsteelblue:b0c4de',
    'lightyellow:ffffe0 lime:00ff00 limegreen:32cd32 linen:faf0e6 magenta:ff00ff maroon:800000 mediumaquamarine:66cdaa',
    'mediumblue:0000cd mediumorchid:ba55d3 mediumpurple:9370db mediumseagreen:3cb371 mediumslateblue:7b68ee',
    'mediumspringgreen:00fa9a mediumturquoise:48d1cc mediumvioletred:c71585 midnightblue:191970 mintcream:f5fffa mistyrose:ffe4e1',
    'moccasin:ffe4b5 navajowhite:ffdead navy:000080 oldlace:fdf5e6 olive:808000 olivedrab:6b8e23 orange:ffa500 orangered:ff4500',
    'orchid:da70d6 palegoldenrod:eee8aa palegreen:98fb98 paleturquoise:afeeee palevioletred:db7093 papayawhip:ffefd5',
    'peachpuff:ffdab9 peru:cd853f pink:ffc0cb plum:dda0dd powderblue:b0e0e6 purple:800080 rebeccapurple:663399 red:ff0000',
    'rosybrown:bc8f8f royalblue:4169e1 saddlebrown:8b4513 salmon:fa8072 sandybrown:f4a460 seagreen:2e8b57 seashell:fff5ee',
    'sienna:a0522d silver:c0c0c0 skyblue:87ceeb slateblue:6a5acd slategray:708090 slategrey:708090 snow:fffafa springgreen:00ff7f',
    'steelblue:4682b4 tan:d2b48c teal:008080 thistle:d8bfd8 tomato:ff6347 turquoise:40e0d0 violet:ee82ee wheat:f5deb3',
    'white:ffffff whitesmoke:f5f5f5 yellow:ffff00 yellowgreen:9acd32',
    // Colours of the reader's system, as most have them.
    'activecaption:ffffff activetext:ff0000 appworkspace:ffffff background:ffffff buttonface:efefef buttontext:000000 canvas:ffffff',
    'canvastext:000000 captiontext:000000 field:ffffff fieldtext:000000 graytext:808080 inactivecaptiontext:808080',
    'infobackground:ffffff infotext:000000 linktext:0000ee mark:ffff00 marktext:000000 menu:ffffff menutext:000000 scrollbar:ffffff',
    'threedface:efefef visitedtext:551a8b window:ffffff windowframe:767676 windowtext:000000',
  ]
    .join(' ')
    .split(' ')
    .map((each): [string, string] => [each.slice(0, -7), each.slice(-6)]),
);

const fromHex = (digits: string): Colour => {
  const pairs = digits.length < 6 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0, alpha = 255] = pairs.map((pair) => Number.parseInt(pair, 16));
  return { rgb: [red, green, blue], alpha: alpha / 255 };
};
const part = (written: string, whole: number): number =>
  written.endsWith('%') ? (Number.parseFloat(written) / 100) * whole : Number.parseFloat(written);

const DEGREES: Readonly<Record<string, number>> = { turn: 360, rad: 180 / Math.PI, grad: 0.9 };
const degreesOf = (written: string): number =>
  Number.parseFloat(written) * (DEGREES[written.replace(/^[-+.\d]+/, '')] ?? 1);
/** Red, green and blue of a hue in degrees, a saturation and a lightness (CSS Color 4, 7). */
const fromHue = (hue: number, saturation: number, lightness: number): readonly [number, number, number] => {
  const of = (shift: number): number => {
    const at = (((shift + hue / 30) % 12) + 12) % 12;
    const amount = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - amount * Math.max(-1, Math.min(at - 3, 9 - at, 1)));
  };
  return [of(0), of(8), of(4)];
};

/** Names that are taken, whatever their colour. */
const UNREAD_NAME =
  /^(?:currentcolor|transparent|highlight(?:text)?|selecteditem(?:text)?|accentcolor(?:text)?|(?:in)?activeborder|inactivecaption|button(?:border|highlight|shadow)|threed\w+|-webkit-[a-z-]+)$/;
const HEX = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/;
const PART = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d{1,3})?(?:%|deg|rad|grad|turn)?$|^none$/;
/** Kinds of colours that older programs do not know. */
const OF_NEW_KIND =
  /^(?:oklch|oklab|lch|lab|color|color-mix|light-dark|contrast-color)\(.+\)$|^(?:rgb|hsl|hwb)a?\(from /;
/** Which programs take a colour (CSS Color 4): of `ffffff` without its mark, those that read as of old. */
export const colourTakenBy = (value: string): 'all' | 'new' | 'quirks' | 'none' => {
  if (NAMES.has(value) || UNREAD_NAME.test(value) || HEX.test(value)) return 'all';
  if (/^(?:[0-9a-f]{3}|[0-9a-f]{6})$/.test(value)) return 'quirks';
  if (OF_NEW_KIND.test(value)) return 'new';
  const [, inside] = /^(?:rgba?|hsla?|hwb)\((.+)\)$/.exec(value) ?? [];
  if (inside === undefined) return 'none';
  const parts = inside.trim().split(/\s*[,/]\s*|\s+/);
  const isWhole = parts.length === 3 || parts.length === 4;
  return inside.includes('(') || (isWhole && parts.every((each) => PART.test(each))) ? 'all' : 'none';
};

type Three = readonly [number, number, number];
/** A part of light as screens have it, 0 to 255. */
const ofLight = (light: number): number =>
  255 * Math.min(1, Math.max(0, light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));
/** Red, green and blue of a lightness and two axes (CSS Color 4, 9). */
const fromOklab = (lightness: number, a: number, b: number): Three => {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    ofLight(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    ofLight(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    ofLight(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
};
/** A share that is written with its mark or without: 40 and 40% are the same. */
const ofHundred = (written: string): number => Number.parseFloat(written) / 100;
/** Colours of each kind by their three parts. */
const KINDS: Readonly<Record<string, (first: string, second: string, third: string) => Three>> = {
  rgb: (red, green, blue) => [part(red, 255), part(green, 255), part(blue, 255)],
  hsl: (hue, saturation, lightness) => fromHue(degreesOf(hue), ofHundred(saturation), ofHundred(lightness)),
  hwb: (hue, white, black) => {
    const [whiteness, blackness] = [ofHundred(white), ofHundred(black)];
    const [red, green, blue] = fromHue(degreesOf(hue), 1, 0.5);
    const of = (each: number): number => each * Math.max(0, 1 - whiteness - blackness) + 255 * whiteness;
    return [of(red), of(green), of(blue)];
  },
  oklab: (lightness, a, b) => fromOklab(part(lightness, 1), part(a, 0.4), part(b, 0.4)),
  oklch: (lightness, chroma, hue) => {
    const angle = (degreesOf(hue) * Math.PI) / 180;
    const amount = part(chroma, 0.4);
    return fromOklab(part(lightness, 1), amount * Math.cos(angle), amount * Math.sin(angle));
  },
};
/** The colour that a value in lower case names; `undefined`: none that is read. */
export const colourOf = (value: string): Colour | undefined => {
  const said = value.trim();
  if (said === 'transparent') return { rgb: [0, 0, 0], alpha: 0 };
  const named = NAMES.get(said);
  if (named !== undefined) return fromHex(named);
  if (HEX.test(said)) return fromHex(said.slice(1));
  if (/^(?:[0-9a-f]{3}|[0-9a-f]{6})$/.test(said)) return fromHex(said);
  const [, kind = '', parts = ''] = /^(rgb|hsl|hwb|oklch|oklab)a?\(([^()]*)\)$/.exec(said) ?? [];
  const [first, second, third, alpha] = parts
    .split(/[\s,/]+/)
    .filter(Boolean)
    .map((each) => (each === 'none' ? '0' : each));
  if (first === undefined || second === undefined || third === undefined) return undefined;
  const rgb = KINDS[kind]?.(first, second, third);
  return rgb?.every(Number.isFinite) ? { rgb, alpha: alpha === undefined ? 1 : part(alpha, 1) } : undefined;
};

/** A colour as attributes of old write it, by the rules of HTML for it: no mark is asked for, and what is no digit is 0. */
export const colourOfAttribute = (written: string): string => {
  const said = written.trim().toLowerCase();
  if (said === '' || said === 'transparent' || NAMES.has(said) || /^#[0-9a-f]{3}$/.test(said)) return said;
  const digits = said
    .slice(0, 128)
    .replace(/^#/, '')
    .replaceAll(/[^0-9a-f]/g, '0');
  const long = digits.padEnd(Math.max(3, Math.ceil(digits.length / 3) * 3), '0');
  const parts = [0, 1, 2].map((index) =>
    long.slice((index * long.length) / 3, ((index + 1) * long.length) / 3).slice(-8),
  );
  const blank = Math.min(...parts.map((each) => /^0*/.exec(each)?.[0].length ?? 0), (parts[0]?.length ?? 2) - 2);
  return `#${parts.map((each) => each.slice(Math.max(0, blank)).slice(0, 2).padStart(2, '0')).join('')}`;
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
