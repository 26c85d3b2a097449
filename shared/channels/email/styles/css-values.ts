/** Pixels of one of each unit of length, as far as it can be known; a size relative to a font is that of 16 px. */
const PIXELS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 37.8,
  mm: 3.78,
  q: 0.945,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
};

/** Keywords of CSS that give a property back what it has anyway, or what another rule gives it. */
const GIVEN_BACK = new Set(['initial', 'unset', 'revert', 'revert-layer', 'inherit']);
export const isGivenBack = (value: string): boolean => GIVEN_BACK.has(value);

const NUMBER = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)([a-z]*|%)$/;

/** A length in pixels; `undefined`: no length, or one that depends on a window, a box or a variable. */
export const pixelsOf = (value: string): number | undefined => {
  const [, number, unit = ''] = NUMBER.exec(value) ?? [];
  const pixels = PIXELS[unit];
  return number === undefined || pixels === undefined ? undefined : Number(number) * pixels;
};

/** A share of a box or a window, 1 for the whole: `%`, `vw`, `vh` and their kin. */
export const shareOf = (value: string): number | undefined => {
  const [, number, unit = ''] = NUMBER.exec(value) ?? [];
  return number !== undefined && /^(?:%|[sld]?v(?:w|h|i|b|min|max)|cq(?:w|h|i|b|min|max))$/.test(unit)
    ? Number(number) / 100
    : undefined;
};

/** A plain number or a percentage, 1 for the whole. */
export const ratioOf = (value: string): number | undefined => {
  const [, number, unit] = NUMBER.exec(value) ?? [];
  if (number === undefined || (unit !== '' && unit !== '%')) return undefined;
  return unit === '%' ? Number(number) / 100 : Number(number);
};

/** The parts of a value between spaces and slashes that are in no brackets. */
export const partsOf = (value: string): readonly string[] => {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of `${value} `) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    const ends = depth <= 0 && (character === ' ' || character === '/');
    if (!ends) part += character;
    else if (part !== '') {
      parts.push(part);
      part = '';
    }
  }
  return parts;
};
