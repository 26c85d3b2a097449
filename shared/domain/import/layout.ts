import type { AddressKind } from '#shared/channels/record.ts';
import type { Cells, Refused } from './cells.ts';
import type { ImportKind } from './import.ts';

/** A column of a file: our name for it, and the headings by which it is known, of which the first that is there counts. */
export interface Column {
  readonly name: string;
  readonly headings: readonly string[];
}

/** How one kind of rows is written in an export. */
export interface RowShape {
  /** The first holds the address, and must be there. */
  readonly columns: readonly Column[];
  /** Of a file without headings: how many cells its rows have, and which of them each column is, from 0. */
  readonly bare?: { readonly begins: (first: readonly string[]) => boolean; readonly cells: readonly number[] };
  /** What the row says under the names of our own layout. Absent: it is written so. */
  readonly into?: (cells: Cells, by: AddressKind) => Cells | Refused;
}

/** The export of one tool. */
export interface Layout {
  /** By which addresses its rows can name their contact. */
  readonly by: readonly AddressKind[];
  /** The shape of each kind of rows that it has. */
  readonly shapeOf: (rows: ImportKind, by: AddressKind) => RowShape | undefined;
}

/** Columns that are known by one heading, their name. */
export const named = (...names: readonly string[]): readonly Column[] =>
  names.map((name) => ({ name, headings: [name] }));
