import { LONGEST_ROW } from './longest-row.ts';

/** What divides the cells of a row. */
export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** What may divide the cells of a file, the one first that its first line with text has most of. A file of one column has none; a comma is as good as any. */
export const separatorsOf = (text: string): readonly Separator[] => {
  const [line = ''] = text
    .replace(/^[ \r\n]+/, '')
    .slice(0, LONGEST_ROW)
    .split(/[\r\n]/, 1);
  const outside = line.replaceAll(/"[^"]*"/g, '');
  const counted = SEPARATORS.map((separator) => ({ separator, count: outside.split(separator).length }));
  const [first, ...others] = counted.toSorted((a, b) => b.count - a.count);
  return [first, ...others.filter(({ count }) => count > 1)].flatMap((each) => each?.separator ?? []);
};

/** A first line by which a spreadsheet is informed of the separator, as Excel reads and writes it: `sep=;`. */
const SAYS_SEPARATOR = /^"?sep=([,;\t|])"?(?:\r\n|\n|\r)/i;

/** What such a line says, and how long it is; `undefined`: the text begins with none. */
export const separatorSaid = (text: string): { readonly separator: Separator; readonly length: number } | undefined => {
  const [line, separator] = SAYS_SEPARATOR.exec(text) ?? [];
  return line === undefined ? undefined : { separator: separator as Separator, length: line.length };
};
