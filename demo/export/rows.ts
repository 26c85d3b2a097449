import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { type Cells, COLUMNS, type Column, type DataColumn, EXPECTED_COLUMNS } from './columns.ts';
import { CSV_PATH } from './csv-path.ts';

/** What must come out for one message: an outcome, and its primary code where one is written. */
export interface Expectation {
  readonly outcome: string;
  readonly code?: string | undefined;
}

/** The four messages that a contact may be sent. */
export const MAILINGS = ['1', '2', '3', 'sms'] as const;
export type Mailing = (typeof MAILINGS)[number];

export interface Row {
  /** Line in the file, the header being line 1. */
  readonly line: number;
  readonly cells: Cells;
  /** `undefined` where no such message is asked of this contact. */
  readonly expected: Readonly<Record<Mailing, Expectation | undefined>>;
  readonly situation: string;
  /** What makes the whole line unusable, found before anything is asked of the API. */
  readonly fault?: string | undefined;
}

const expectationIn = (cell: string | undefined): Expectation | undefined => {
  if (!cell) return undefined;
  const [outcome = '', code] = cell.split(':');
  return { outcome, code };
};

/** The judging columns are the last ones, so they are found from the end even in a line that lacks a column. */
const judgingCells = (fields: readonly string[]): readonly string[] => fields.slice(-EXPECTED_COLUMNS.length);

const cellsOf = (fields: readonly string[]): Cells => {
  const isData = (column: Column): column is DataColumn => !EXPECTED_COLUMNS.some((judging) => judging === column);
  const filled = COLUMNS.flatMap((column, index) => {
    const value = fields[index];
    return isData(column) && value ? [[column, value] as const] : [];
  });
  return Object.fromEntries(filled);
};

const toRow = (fields: readonly string[], index: number): Row => {
  const [one, two, three, sms, , situation] = judgingCells(fields);
  const expected = {
    '1': expectationIn(one),
    '2': expectationIn(two),
    '3': expectationIn(three),
    sms: expectationIn(sms),
  };
  const common = { line: index + 2, expected, situation: situation ?? '' };
  if (fields.length === COLUMNS.length) return { ...common, cells: cellsOf(fields) };
  return { ...common, cells: {}, fault: `${fields.length} columns where the header has ${COLUMNS.length}` };
};

/** Every line of an export, broken ones included. Throws when the header is not the one of `columns.ts`. */
export const readRows = (csv: string = readFileSync(CSV_PATH, 'utf8')): readonly Row[] => {
  const [header = [], ...lines] = parse(csv, { delimiter: ';', bom: true, relax_column_count: true });
  if (header.join() !== COLUMNS.join()) throw new Error('The header of the file is not the one expected.');
  return lines.map(toRow);
};
