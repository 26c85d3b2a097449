import { pixelsOf, shareOf } from '../styles/css-values.ts';

/** Pixels that a share is of: mails are that wide. */
const WIDE = 600;
const lengthOf = (value = ''): number | undefined => {
  const share = shareOf(value);
  return share === undefined ? pixelsOf(value) : share * WIDE;
};

/** An attribute of HTML is read as far as it is a number, whatever follows: `1px`, `1 px`. */
const ofAttribute = (value = ''): string => /^\s*(\d+(?:\.\d*)?%?|\.\d+%?)/.exec(value)?.[1] ?? '';

const isTiny = (pixels: number | undefined): boolean => pixels !== undefined && pixels <= 1;

/**
 * One of the sides of a picture is of a pixel or less, as CSS has it: its style comes before its attribute, `max-` narrows
 * it, and `min-` comes last (`width:1px; min-width:100%` fills the width of its mail).
 */
export const isAPixel = (
  attribute: (side: string) => string | undefined,
  style: ReadonlyMap<string, string>,
): boolean =>
  ['width', 'height'].some((side) => {
    const least = lengthOf(style.get(`min-${side}`));
    const isWidened = least !== undefined && !isTiny(least);
    const own = style.get(side) ?? ofAttribute(attribute(side));
    return !isWidened && (isTiny(lengthOf(own)) || isTiny(lengthOf(style.get(`max-${side}`))));
  });
