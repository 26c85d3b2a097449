import type { RowShape } from '../import/layout.ts';
import type { HeadingFault } from './rejection.ts';

/** Headings are compared without regard to case, to spaces around them, and to whether an accent is a character of its own. */
export const plainHeading = (heading: string): string => heading.trim().normalize('NFC').toLowerCase();

/** How many characters have to be put in, left out or changed to make one word of another (Levenshtein). */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (const [n, character] of [...a].entries()) {
    const next = [n + 1];
    for (let m = 0; m < b.length; m += 1) {
      const changed = (row[m] ?? 0) + (character === b[m] ? 0 : 1);
      next.push(Math.min(changed, (row[m + 1] ?? 0) + 1, (next[m] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** More characters than a heading of ours has are compared no further. */
const LONGEST_COMPARED = 60;

/** The known heading that is the most like another one. */
const nearestTo = (heading: string, known: readonly string[]): string | undefined =>
  known.toSorted(
    (a, b) =>
      distance(heading.slice(0, LONGEST_COMPARED), plainHeading(a)) -
      distance(heading.slice(0, LONGEST_COMPARED), plainHeading(b)),
  )[0];

/**
 * The headings for which a file in a layout of ours is refused: what they say would be lost, a refusal too. One that is not known,
 * with the known one that is the most like it; one that is there twice. Empty: none.
 */
export const headingFaults = (headings: readonly string[], { columns, only }: RowShape): readonly HeadingFault[] => {
  if (only === undefined) return [];
  const known = [...new Set([...columns.flatMap((each) => each.headings), ...only])];
  const plain = known.map(plainHeading);
  return headings.flatMap((heading, index): readonly HeadingFault[] => {
    const column = index + 1;
    if (!plain.includes(heading)) return [{ column, code: 'heading-unknown', nearest: nearestTo(heading, known) }];
    return headings.indexOf(heading) < index ? [{ column, code: 'heading-twice' }] : [];
  });
};
