import type { AddressKind } from '#shared/channels/record.ts';
import type { Cells, Refused } from './cells.ts';
import type { ImportKind } from './import.ts';

/** A column of a file: our name for it, and the headings by which it is known, of which the first that is there counts. */
interface Column {
  readonly name: string;
  readonly headings: readonly string[];
  /** A file without it is another file. */
  readonly isNeeded?: true;
}

/** How one kind of rows is written in an export. */
export interface RowShape {
  /** The first holds the address. */
  readonly columns: readonly Column[];
  /** Other headings than those of the columns and these are refused. Absent: they are passed over. */
  readonly only?: readonly string[];
  /** Of a file without headings: which cell each column is, from 0, by the first row. `undefined`: it has headings. */
  readonly bare?: (first: readonly string[]) => readonly number[] | undefined;
  /** What the row says under the names of our own layout. Absent: it is written so. */
  readonly into?: (cells: Cells) => Cells | Refused;
}

/** The export of one tool. */
export interface Layout {
  /** The shape of the rows of a kind, where the tool has such, and names contacts by such an address. */
  readonly shapeOf: (rows: ImportKind, by: AddressKind) => RowShape | undefined;
}

/** A column that is known by these headings; by its name where there are none. */
export const column = (name: string, ...headings: readonly string[]): Column => ({
  name,
  headings: headings.length === 0 ? [name] : headings,
});

/** A column without which a file is another one. */
export const needed = (name: string, ...headings: readonly string[]): Column => ({
  ...column(name, ...headings),
  isNeeded: true,
});
