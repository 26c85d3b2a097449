import { afterCut, beginningOf, bytesPerUnit, cellOf, type Encoding, encodingOf, textOf } from '../csv/encoding.ts';
import { type Row, readRows, separatorOf } from '../csv/rows.ts';
import type { JobPosition } from './job.ts';
import type { Rejection } from './rejection.ts';

/** The cells of a row that were asked for, in the order of the headings, without spaces around them. */
export interface CellsRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** The columns of the file that hold them, from 1. */
  readonly columns: readonly number[];
}

/** Rows of a part of a file, and where the next part begins. */
interface ReadPart {
  readonly rows: readonly (CellsRow | Rejection)[];
  readonly next: JobPosition;
}

/** True for a row that was not taken. */
export const isRejection = (row: CellsRow | Rejection): row is Rejection => 'code' in row;

/** Headings are compared without regard to case and to spaces around them. */
const plain = (heading: string): string => heading.trim().toLowerCase();

/** The column of each heading in the first row. `undefined`: one of them is not there. */
const columnsOf = (first: Row | undefined, encoding: Encoding, headings: readonly string[]) => {
  if (first === undefined || !('cells' in first)) return undefined;
  const named = first.cells.map((cell) => plain(cellOf(cell, encoding) ?? ''));
  const columns = headings.map((heading) => named.indexOf(plain(heading)));
  return columns.includes(-1) ? undefined : columns;
};

const cellsOf = (row: Row, encoding: Encoding, columns: readonly number[]): CellsRow | Rejection => {
  const { line } = row;
  if ('fault' in row) return { line, column: row.cell + 1, code: row.fault };
  const cells: string[] = [];
  for (const column of columns) {
    const text = row.cells[column];
    const cell = text === undefined ? undefined : cellOf(text, encoding);
    const at = { line, column: column + 1 };
    if (cell === undefined) return { ...at, code: text === undefined ? 'cell-missing' : 'unreadable-characters' };
    cells.push(cell.trim());
  }
  return { line, cells, columns: columns.map((column) => column + 1) };
};

/**
 * The rows of a part of a file that begins at a position: at most `most`. `bytes`: from `position.offset` on, of several times
 * the longest row unless they go to the end of the file (`isEnd`). `undefined`: the first row lacks one of the headings.
 */
export const readPart = (
  { bytes, isEnd }: { readonly bytes: Uint8Array; readonly isEnd: boolean },
  position: JobPosition,
  { headings, most }: { readonly headings: readonly string[]; readonly most: number },
): ReadPart | undefined => {
  const isFirst = position.columns === undefined;
  const { encoding: marked, markBytes } = isFirst ? beginningOf(bytes) : { encoding: undefined, markBytes: 0 };
  const rest = bytes.subarray(markBytes);
  const encoding = position.encoding ?? marked ?? encodingOf(position.goesOn ? afterCut(rest) : rest, isEnd);
  const readAs = encoding ?? 'utf-8';
  const text = textOf(rest, readAs);
  const separator = position.separator ?? separatorOf(text);
  const { line, goesOn } = position;
  const read = readRows({ text, separator, isEnd, line, goesOn, most: isFirst ? most + 1 : most });
  const columns = position.columns ?? columnsOf(read.rows[0], readAs, headings);
  if (columns === undefined) return undefined;
  const rows = isFirst ? read.rows.slice(1) : read.rows;
  // A file in UTF-16 may end with half a character, which is in no text.
  const isWhole = isEnd && read.to >= text.length;
  const readBytes = isWhole ? bytes.length : markBytes + read.to * bytesPerUnit(readAs);
  return {
    rows: rows.map((row) => cellsOf(row, readAs, columns)),
    next: {
      offset: position.offset + readBytes,
      line: read.line,
      goesOn: read.goesOn,
      ...(encoding && { encoding }),
      separator,
      columns: [...columns],
    },
  };
};
