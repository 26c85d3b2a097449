import { partsOf, pixelsOf, shareOf } from '../styles/css-values.ts';

/** Sizes of letters by their names, in pixels. */
const NAMED: ReadonlyMap<string, number> = new Map([
  ['xx-small', 9],
  ['x-small', 10],
  ['small', 13],
  ['medium', 16],
  ['large', 18],
  ['x-large', 24],
  ['xx-large', 32],
  ['xxx-large', 48],
]);
const STEPS: Readonly<Record<string, number>> = { smaller: 1 / 1.2, larger: 1.2 };
const OF_FONT = ['x-small', 'x-small', 'small', 'medium', 'large', 'x-large', 'xx-large', 'xxx-large'] as const;

/** The size that `<font size>` names: 1 to 7, or so many steps from 3. */
export const sizeOfFont = (written: string): string | undefined => {
  const [, sign = '', digits] = /^\s*([+-]?)(\d+)/.exec(written) ?? [];
  if (digits === undefined) return undefined;
  const step = sign === '' ? Number(digits) : 3 + Number(`${sign}${digits}`);
  return OF_FONT[Math.min(7, Math.max(1, step))];
};

/** A part of `font` that gives the size: neither a weight nor a family. */
export const isSize = (part: string): boolean =>
  NAMED.has(part) ||
  STEPS[part] !== undefined ||
  /^(?:calc|clamp|min|max|var)\(/.test(part) ||
  /^[+-]?(?:0+|(?:\d*\.)?\d+(?:[a-z]+|%))$/.test(part);

/** Letters of a size that cannot be read: perhaps they are seen. */
const UNREAD = 4;
/** A size that is calculated, by the first that it names: 0 is none; what something is taken from is not read. */
const calculated = (value: string): number => {
  const [first = ''] = partsOf(
    value
      .replace(/^[a-z]+\(/, '')
      .replace(/\)$/, '')
      .replaceAll(',', ' '),
  );
  const share = shareOf(first);
  const pixels = pixelsOf(first) ?? (share === undefined ? undefined : share * 375);
  if (pixels === undefined || /[*-]\s*0|\s-\s/.test(value)) return UNREAD;
  return pixels === 0 && /[1-9]/.test(value) ? UNREAD : pixels;
};

/** The size of letters, in pixels, within others. */
export const sizeWithin = (value: string, around: number): number => {
  const relative = /^([\d.]+)(em|%)$/.exec(value);
  if (relative) return Number(relative[1]) * (relative[2] === '%' ? around / 100 : around);
  if (value === 'initial') return 16;
  const step = STEPS[value];
  if (step !== undefined) return around * step;
  if (/^[\w-]+\(/.test(value)) return calculated(value);
  const share = shareOf(value);
  return NAMED.get(value) ?? pixelsOf(value) ?? (share === undefined ? around : share * 375);
};

/** A length in pixels, also one that is calculated and nothing whatever is around it. */
export const lengthOf = (value: string): number | undefined =>
  pixelsOf(value) ?? (shareOf(value) === 0 || /^calc\([^1-9a-z]*(?:0[a-z%]*)[^1-9a-z]*\)$/.test(value) ? 0 : undefined);
