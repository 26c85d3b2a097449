import { contrastAt, type Picture } from './pixels.ts';

/** A line of text, in pixels of the picture. */
export interface Line {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What the pixels of a link show. */
export interface Glyphs {
  /** Pixels that change when the letters are taken away. */
  readonly changed: number;
  /** The contrast that the strongest twentieth of them reaches, 1 to 21. */
  readonly contrast: number;
  /** True when what has enough contrast is as high as small letters, and runs over half of a line or more. */
  readonly areShapes: boolean;
}

/** A twentieth: thin letters are blended with what is around them, and only the middle of a stroke has their colour. */
const STRONGEST = 0.95;
const MIN_CHANGE = 1.04;
const MIN_WIDTH = 8;
const MIN_HEIGHT = 5;

/** Compares a link with its letters and without; `lines` are where its text is. */
export const compareGlyphs = (shown: Picture, hidden: Picture, lines: readonly Line[], minContrast: number): Glyphs => {
  const contrasts: number[] = [];
  let areShapes = false;
  for (const { left, top, width, height } of lines) {
    const [fromX, toX] = [Math.max(0, Math.floor(left)), Math.min(shown.width, Math.ceil(left + width))];
    const [fromY, toY] = [Math.max(0, Math.floor(top)), Math.min(shown.height, Math.ceil(top + height))];
    const rows = new Set<number>();
    let [first, last] = [Number.POSITIVE_INFINITY, -1];
    for (let y = fromY; y < toY; y += 1)
      for (let x = fromX; x < toX; x += 1) {
        const contrast = contrastAt(shown, hidden, x, y);
        if (contrast >= MIN_CHANGE) contrasts.push(contrast);
        if (contrast < minContrast) continue;
        rows.add(y);
        [first, last] = [Math.min(first, x), Math.max(last, x)];
      }
    areShapes ||= rows.size >= MIN_HEIGHT && last - first + 1 >= Math.max(MIN_WIDTH, width / 2);
  }
  contrasts.sort((a, b) => a - b);
  return { changed: contrasts.length, contrast: contrasts[Math.floor(contrasts.length * STRONGEST)] ?? 1, areShapes };
};
