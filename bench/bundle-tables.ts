import type { BundleMeasure } from './bundles.ts';

/** A table of Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(0);

export const bundleTable = (rows: readonly BundleMeasure[]): string =>
  table(
    ['bundle', 'KB minified', 'cold import ms', '× bare'],
    rows.map(({ name, bytes, importMs, ratio }) => [name, kilobytes(bytes), importMs.toFixed(1), ratio.toFixed(2)]),
  );

/** Bundles above this many bytes are listed in detail. */
const HEAVY = 400_000;

export const contentsTable = (rows: readonly BundleMeasure[]): string => {
  const heavy = rows.filter(({ bytes }) => bytes > HEAVY);
  const purposes = [...new Set(heavy.flatMap(({ contents }) => contents.map(([purpose]) => purpose)))];
  return table(
    ['KB minified', ...heavy.map(({ name }) => name)],
    purposes.map((purpose) => [
      purpose,
      ...heavy.map(({ contents }) => kilobytes(contents.find(([each]) => each === purpose)?.[1] ?? 0)),
    ]),
  );
};
