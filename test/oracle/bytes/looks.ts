/** Whether the style of an element hides its words, as far as that is simple: what each element says, what it takes over from those around it. */

export type Declarations = ReadonlyMap<string, string>;
export interface Look {
  readonly isGone: boolean; // display: none and the like: nothing inside can come back
  readonly isUnseen: boolean; // visibility: what is inside may come back
  readonly size: number; // of the letters, in pixels
  readonly ink: string;
  readonly behind: string;
}
export const PAGE: Look = { isGone: false, isUnseen: false, size: 16, ink: 'rgb(0,0,0)', behind: 'rgb(255,255,255)' };

/** Reads `a: b; c: d`; what is important is told apart by a name of its own. */
export const readDeclarations = (css: string): Map<string, string> => {
  const found = new Map<string, string>();
  for (const each of css.replace(/\/\*[\s\S]*?\*\//g, '').split(';')) {
    const at = each.indexOf(':');
    if (at < 0) continue;
    const name = each.slice(0, at).trim().toLowerCase(),
      value = each
        .slice(at + 1)
        .trim()
        .toLowerCase();
    const isImportant = /!\s*important\s*$/.test(value);
    found.set(isImportant ? `!${name}` : name, value.replace(/!\s*important\s*$/, '').trim());
  }
  return found;
};

/** The declarations that win: those of the sheet, over them those of the element, over them what is important in either. */
export const winning = (sheet: Declarations, own: Declarations): Declarations => {
  const all = new Map<string, string>();
  for (const important of [false, true])
    for (const declarations of [sheet, own])
      for (const [name, value] of declarations)
        if (name.startsWith('!') === important) all.set(important ? name.slice(1) : name, value);
  return all;
};

const NAMES: Readonly<Record<string, string>> = {
  white: 'rgb(255,255,255)',
  black: 'rgb(0,0,0)',
  red: 'rgb(255,0,0)',
  blue: 'rgb(0,0,255)',
  green: 'rgb(0,128,0)',
  gray: 'rgb(128,128,128)',
  grey: 'rgb(128,128,128)',
  silver: 'rgb(192,192,192)',
  yellow: 'rgb(255,255,0)',
};
const hex = (digits: string): string =>
  `rgb(${[0, 2, 4].map((from) => Number.parseInt(digits.slice(from, from + 2), 16)).join(',')})`;
/** A colour as rgb(r,g,b), "transparent", or undefined where it is not simple. */
const colour = (value: string | undefined): string | undefined => {
  const said = (value ?? '').trim().toLowerCase();
  const three = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(said);
  if (three) return hex([1, 2, 3].map((n) => `${three[n]}${three[n]}`).join(''));
  const six = /^#([0-9a-f]{6})(?:[0-9a-f]{2})?$/.exec(said);
  if (six) return said.length === 9 && said.endsWith('00') ? 'transparent' : hex(six[1] ?? '');
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:\s*[,/]\s*([\d.]+%?))?\s*\)$/.exec(said);
  if (rgb) return rgb[4] !== undefined && isFaint(rgb[4]) ? 'transparent' : `rgb(${rgb.slice(1, 4).join(',')})`;
  if (said === 'transparent') return said;
  return NAMES[said];
};

const UNITS: Readonly<Record<string, (size: number) => number>> = {
  px: () => 1,
  pt: () => 4 / 3,
  em: (size) => size,
  '%': (size) => size / 100,
  rem: () => 16,
};
/** The size of letters in pixels; what is not simple is that of the words around. */
const sizeOf = (value: string | undefined, around: number): number => {
  const said = /^(\d*\.?\d+)(px|pt|em|rem|%)?$/.exec((value ?? '').trim());
  if (!said) return around;
  if (said[2] === undefined) return Number(said[1]) === 0 ? 0 : around;
  return Number(said[1]) * (UNITS[said[2]]?.(around) ?? 1);
};

const isZero = (value: string | undefined): boolean =>
  value !== undefined && /^0*\.?0*(?:px|pt|em|rem|%)?$/.test(value);
const isFaint = (value: string | undefined): boolean =>
  /^[\d.]+%?$/.test(value ?? '') && Number.parseFloat(value ?? '') / (value?.endsWith('%') ? 100 : 1) < 0.1;
const isFarAway = (value: string | undefined): boolean => {
  const far = /^-(\d+)(?:px|em|pt|%)?$/.exec(value ?? '');
  return far !== null && Number(far[1]) >= 100;
};
const isGone = (css: Declarations): boolean => {
  const clipped = /hidden|clip/.test(css.get('overflow') ?? '');
  return (
    css.get('display') === 'none' ||
    isFaint(css.get('opacity')) ||
    /^inset\((?:50|100)%/.test(css.get('clip-path') ?? '') ||
    (clipped && ['height', 'max-height', 'width', 'max-width'].some((side) => isZero(css.get(side)))) ||
    isFarAway(css.get('text-indent')) ||
    (/absolute|fixed/.test(css.get('position') ?? '') &&
      (['left', 'top', 'right'].some((side) => isFarAway(css.get(side))) ||
        /rect\((?:[01](?:px)?[\s,]*){4}\)/.test(css.get('clip') ?? ''))) ||
    /^scale\(0(?:,\s*0)?\)$/.test(css.get('transform') ?? '')
  );
};

/** What an element looks like inside another one. */
export const lookOf = (around: Look, css: Declarations): Look => {
  const background = (css.get('background-color') ?? css.get('background') ?? '')
    .replace(/,\s+/g, ',')
    .split(/\s+/)
    .map(colour)
    .find((each) => each !== undefined);
  const ink = colour(css.get('color'));
  return {
    isGone: around.isGone || isGone(css),
    isUnseen: css.has('visibility') ? /hidden|collapse/.test(css.get('visibility') ?? '') : around.isUnseen,
    size: sizeOf(css.get('font-size'), around.size),
    ink: ink ?? around.ink,
    behind: background === undefined || background === 'transparent' ? around.behind : background,
  };
};

/** Whether two colours are so near that nobody tells them apart. */
const areAlike = (one: string, other: string): boolean => {
  const [a = [], b = []] = [one, other].map((each) => [...each.matchAll(/\d+/g)].map(Number));
  return a.every((value, place) => Math.abs(value - (b[place] ?? 0)) <= 16);
};

/** Letters of two pixels or less, or in the colour of what is behind them, are not seen. */
export const isSeen = (look: Look): boolean =>
  !look.isGone && !look.isUnseen && look.size > 2 && look.ink !== 'transparent' && !areAlike(look.ink, look.behind);
