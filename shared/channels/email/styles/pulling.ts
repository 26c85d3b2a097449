import type { Declaration } from './css-rules.ts';
import { partsOf, pixelsOf, shareOf } from './css-values.ts';

const ENDS = /^margin-(?:top|bottom|block|block-start|block-end)$/;

/** How far an end of a margin pulls up what follows it, in pixels; without end where that depends on a box or a window. */
const pullOf = (part: string | undefined): number => {
  if (part === undefined || !part.includes('-')) return 0;
  const pixels = pixelsOf(part);
  if (pixels !== undefined) return Math.max(0, -pixels);
  const share = shareOf(part);
  if (share !== undefined) return Math.max(0, -share * 1000);
  if (/^calc\(\d+% - \d{1,2}px\)$/.test(part)) return 0;
  return /^(?:calc|min|max|clamp|var|env)\(/.test(part) ? Number.POSITIVE_INFINITY : 0;
};

/** How far a declaration pulls up what follows its element, in pixels. */
export const pullOfDeclaration = ({ property, value }: Declaration): number => {
  const [top, right, bottom] = partsOf(value);
  if (property === 'margin') return pullOf(top) + pullOf(bottom ?? top);
  return ENDS.test(property) ? pullOf(top) + (property === 'margin-block' ? pullOf(right) : 0) : 0;
};

/** Pixels by which one element may be pulled over another, as designs do; elements of a kind come by the dozen. */
const [MOST, MOST_OF_MANY] = [100, 12];

/** True for a negative margin that could pull the end of the mail above its beginning. */
export const isPulling = (declaration: Declaration, selector = ''): boolean => {
  const pull = pullOfDeclaration(declaration);
  if (pull === 0) return false;
  const subjects = selector.split(',').map(
    (each) =>
      each
        .trim()
        .split(/[\s>+~]+/)
        .at(-1) ?? '',
  );
  return pull > (subjects.some((subject) => !/[.#[]/.test(subject)) ? MOST_OF_MANY : MOST);
};
