import type { Separator } from './separators.ts';

/** How a row of a file shows within a cell that a quote opened. */
export interface RowsWithin {
  /** True of a cell that holds an address of the file's kind. */
  readonly isAddress: (cell: string) => boolean;
  /** The column of addresses, from 0. */
  readonly column: number;
  /** How many cells a row of the file has. */
  readonly width: number;
}

/** A cell between quotes, and the cells before it in its row. */
export interface QuotedCell {
  readonly value: string;
  /** Where it ends. */
  readonly to: number;
  readonly before: readonly string[];
}

/** A row that holds a quoted cell. */
interface Merged {
  readonly separator: Separator;
  readonly within: RowsWithin;
  /** Its cells. `undefined`: it cannot be read. */
  readonly width: number | undefined;
}

/**
 * Whether a quote that is a fault took a row into its cell: a line in it begins a row where it has the address in its column and as many cells as the
 * file, or where the row that holds it has not. Who writes sentences sets a space behind a comma: such a line is a note, unless both are so.
 */
export const holdsRow = ({ value, before }: QuotedCell, { separator, within, width }: Merged): boolean => {
  const { isAddress, column } = within;
  const [, ...lines] = value.split(/[\r\n]+/).map((line) => line.split(separator));
  const behind = width === undefined ? 0 : width - before.length - 1;
  const isMisshapen = width !== within.width;
  return lines.some((cells, at) => {
    const address = cells[column];
    if (cells.length < 2 || address === undefined || !isAddress(address.replaceAll('"', '').trim())) return false;
    const isLast = at === lines.length - 1;
    const isWide = cells.length === within.width || (isLast && cells.length + behind === within.width);
    const isProse = cells.slice(1).some((cell) => cell.startsWith(' '));
    return isMisshapen ? isWide || !isProse : isWide && !isProse;
  });
};
