import { afterCut, beginningOf, bytesPerUnit, cellOf, type Encoding, encodingOf, textOf } from '../csv/encoding.ts';
import { type Row, readRows } from '../csv/rows.ts';
import type { RowsWithin } from '../csv/rows-within.ts';
import { type Separator, separatorSaid, separatorsOf } from '../csv/separators.ts';
import { plainHeading } from './headings.ts';
import type { JobPosition } from './job.ts';
import type { HeadingFault, Rejection, RejectionCode } from './rejection.ts';

/** A cell that cannot be read, and why. */
interface BadCell {
  /** The cell, in the order in which cells were asked for. */
  readonly index: number;
  readonly code: RejectionCode;
}

/** The cells of a row that were asked for, in that order, without spaces around them. */
export interface CellsRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** The columns of the file that hold them, from 1; 0 for one that it has not. */
  readonly columns: readonly number[];
  /** Where a row with such cells is kept: those of it that cannot be read, and are empty here. */
  readonly bad?: readonly BadCell[];
  /** Where it is kept: why the row as a whole is none, and where that begins. */
  readonly fault?: Rejection;
  /** Where it is kept: a quote took it into a cell of a row before, or that cell only looks like it. */
  readonly isWithin?: true;
}

/** Rows of a part of a file, and where the next part begins. */
interface ReadPart {
  readonly rows: readonly (CellsRow | Rejection)[];
  readonly next: JobPosition;
}

/** True for a row that was not taken. */
export const isRejection = (row: CellsRow | Rejection): row is Rejection => 'code' in row;

/** Where the cells are that are asked for. */
interface FoundColumns {
  /** From 0; -1 for one that the file has not. */
  readonly columns: readonly number[];
  /** The file has no headings: its first row is a row. */
  readonly isRow?: true;
  /** Columns that have a heading and are passed over, from 0. */
  readonly ignored?: readonly number[];
}

/** The file is refused for its headings. */
interface Refused<T> {
  readonly refused: readonly T[];
}

/** What is asked of a file. */
export interface Wanted {
  /** By the cells of the first row. `undefined`: what is needed is not there. */
  readonly find: (first: readonly string[]) => FoundColumns | Refused<HeadingFault> | undefined;
  /** Rows with cells that cannot be read are kept, and say so. */
  readonly keepsBad?: true;
  /** True of a cell that holds an address of the file's kind: rows that an open quote took into a cell are found by it. */
  readonly isAddress?: (cell: string) => boolean;
}

/** Asks for one column by its heading: of two of them nobody knows which one is meant. */
export const oneColumn = (heading: string): Wanted => ({
  find: (first) => {
    const wanted = plainHeading(heading);
    const [column, ...others] = first.flatMap((cell, index) => (plainHeading(cell) === wanted ? [index] : []));
    if (others.length > 0) return { refused: others.map((index) => ({ column: index + 1, code: 'heading-twice' })) };
    return column === undefined ? undefined : { columns: [column] };
  },
});

const foundIn = (first: Row | undefined, encoding: Encoding, { find }: Wanted): ReturnType<Wanted['find']> =>
  first !== undefined && 'cells' in first ? find(first.cells.map((cell) => cellOf(cell, encoding) ?? '')) : undefined;

const cellsOf = (row: Row, encoding: Encoding, columns: readonly number[]): CellsRow => {
  const bad: BadCell[] = [];
  const texts = 'fault' in row ? row.before : row.cells;
  const isCut = 'fault' in row && row.before.length <= row.cell;
  const cells = columns.map((column, index) => {
    if (column === -1) return '';
    const text = texts[column];
    const cell = text === undefined ? undefined : cellOf(text, encoding);
    if (text === undefined) bad.push({ index, code: isCut ? 'cell-not-read' : 'cell-missing' });
    else if (cell === undefined) bad.push({ index, code: 'unreadable-characters' });
    return (cell ?? '').trim();
  });
  return {
    line: row.line,
    cells,
    columns: columns.map((column) => column + 1),
    ...(bad.length > 0 && { bad }),
    ...('fault' in row && { fault: { line: row.line, column: row.cell + 1, code: row.fault } }),
    ...('fault' in row && row.isWithin && { isWithin: row.isWithin }),
  };
};

/** Why a row that cannot be read whole is not taken. */
export const faultOf = ({ line, columns, bad: [first] = [], fault }: CellsRow): Rejection | undefined =>
  fault ?? (first && { line, column: columns[first.index] ?? 1, code: first.code });

/** How rows show within a quoted cell of this file. */
const rowsWithin = (
  { isAddress }: Wanted,
  found: FoundColumns | Refused<HeadingFault> | undefined,
): RowsWithin | undefined => {
  if (isAddress === undefined || found === undefined || 'refused' in found) return undefined;
  const { columns, ignored = [] } = found;
  const width = new Set([...columns.filter((column) => column >= 0), ...ignored]).size;
  return { isAddress, column: columns[0] ?? 0, width };
};

/** As the first separator reads it by which what is needed is there; by none: as the first of all. */
const firstThatFits = <T extends { readonly found: ReturnType<Wanted['find']> }>(
  [first = ',', ...others]: readonly Separator[],
  readBy: (separator: Separator) => T,
): T => {
  const read = readBy(first);
  const fits = ({ found }: T): boolean => found !== undefined && !('refused' in found);
  if (fits(read)) return read;
  return others.map(readBy).find(fits) ?? read;
};

/**
 * The rows of a part of a file that begins at a position: at most `most`. `bytes`: from `position.offset` on, of several times
 * the longest row unless they go to the end of the file (`isEnd`). `undefined`: the first row lacks what is needed.
 * `refused`: it has what is not known.
 */
export const readPart = (
  { bytes, isEnd }: { readonly bytes: Uint8Array; readonly isEnd: boolean },
  position: JobPosition,
  wanted: Wanted,
  most: number,
): ReadPart | Refused<Rejection> | undefined => {
  const isFirst = position.columns === undefined;
  const { encoding: marked, markBytes } = isFirst ? beginningOf(bytes) : { encoding: undefined, markBytes: 0 };
  const rest = bytes.subarray(markBytes);
  const encoding = position.encoding ?? marked ?? encodingOf(position.goesOn ? afterCut(rest) : rest, isEnd);
  const readAs = encoding ?? 'utf-8';
  const text = textOf(rest, readAs);
  // Excel says the separator in a line before the headings.
  const said = isFirst ? separatorSaid(text) : undefined;
  const before = said?.length ?? 0;
  const line = position.line + (said === undefined ? 0 : 1);
  const readBy = (separator: Separator) => {
    const { goesOn } = position;
    const reading = { text: text.slice(before), separator, isEnd, line, goesOn };
    const [first] = isFirst ? readRows({ ...reading, most: 1 }).rows : [];
    const found = isFirst ? foundIn(first, readAs, wanted) : (position as FoundColumns);
    const read = readRows({ ...reading, most: isFirst ? most + 1 : most, within: rowsWithin(wanted, found) });
    return { separator, read, found };
  };
  const given = position.separator ?? said?.separator;
  const { separator, read, found } = given === undefined ? firstThatFits(separatorsOf(text), readBy) : readBy(given);
  if (found === undefined) return undefined;
  if ('refused' in found) return { refused: found.refused.map((each) => ({ ...each, line: read.rows[0]?.line ?? 1 })) };
  const { columns, isRow, ignored } = found;
  const rows = (isFirst && !isRow ? read.rows.slice(1) : read.rows).map((row) => cellsOf(row, readAs, columns));
  // A file in UTF-16 may end with half a character, which is in no text.
  const to = before + read.to;
  const isWhole = isEnd && to >= text.length;
  const readBytes = isWhole ? bytes.length : markBytes + to * bytesPerUnit(readAs);
  return {
    rows: wanted.keepsBad ? rows : rows.map((row) => faultOf(row) ?? row),
    next: {
      offset: position.offset + readBytes,
      line: read.line,
      goesOn: read.goesOn,
      ...(encoding && { encoding }),
      separator,
      columns: [...columns],
      ...(ignored && { ignored: [...ignored] }),
    },
  };
};
