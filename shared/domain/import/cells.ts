import type { OF_IMPORTS } from './reasons.ts';

/** A cell of a row under our name for it. */
export interface Cell {
  readonly text: string;
  /** From 1; 0 where the file has no such column. */
  readonly column: number;
}

/** A row: the cells that the file has and that hold something, under our names. */
export type Cells = Readonly<Record<string, Cell | undefined>>;

/** The cell of an opposition whose word is not known, and was taken for a yes. */
export const NOT_KNOWN = 'notKnown';

/** Why a row is not taken, and which of its columns shows it. */
export interface Refused {
  readonly because: keyof typeof OF_IMPORTS;
  /** Our name of the cell. */
  readonly at: string;
}

export const refusedAt = (at: string, because: Refused['because']): Refused => ({ because, at });
export const isRefused = (value: unknown): value is Refused =>
  typeof value === 'object' && value !== null && 'because' in value;

/** The text of a cell; `undefined`: there is none. */
export const textIn = (cells: Cells, name: string): string | undefined => cells[name]?.text;

/** The words of a cell that lists several, in lower case. */
export const wordsIn = (cells: Cells, name: string): readonly string[] | undefined =>
  textIn(cells, name)
    ?.toLowerCase()
    .split(/[\s,;|]+/)
    .filter((word) => word !== '');
