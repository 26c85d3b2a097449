import type { JudgedRow } from './run-table.ts';
import type { ToldElsewhere } from './table/row.ts';
import { JOURNEYS, NOT_THROUGH_THE_API } from './table/rows.ts';

/** What `--table --json` prints: every row asked, the counts, and the rows that are told elsewhere. */
export interface TableReport {
  readonly rows: readonly JudgedRow[];
  readonly asExpected: number;
  readonly otherwise: number;
  readonly journeys: readonly ToldElsewhere[];
  readonly notThroughTheApi: readonly ToldElsewhere[];
}

export const tableReportOf = (rows: readonly JudgedRow[]): TableReport => {
  const asExpected = rows.filter((each) => each.isAsExpected).length;
  return {
    rows,
    asExpected,
    otherwise: rows.length - asExpected,
    journeys: JOURNEYS,
    notThroughTheApi: NOT_THROUGH_THE_API,
  };
};

const verdict = (outcome: string, codes: readonly string[], notes: readonly string[] | undefined): string => {
  const noted = notes === undefined ? '' : ` (noted: ${notes.join(' ') || 'nothing'})`;
  return `${outcome} ${codes.join(' ')}${noted}`;
};

const line = ({ row, says, isAsExpected, ...each }: JudgedRow): string => {
  const expected = verdict(each.expected, each.expectedCodes, each.expectedNotes);
  const given = verdict(each.given, each.codes, each.expectedNotes && each.notes);
  return `${isAsExpected ? 'ok ' : 'NOT'}  ${row.padEnd(4)} ${says}\n          expected ${expected}\n          given    ${given}`;
};

const elsewhere = ({ row, why }: ToldElsewhere): string => `     ${row.padEnd(4)} ${why}`;

/** Expected against given, row by row; then what is told elsewhere, with its reason; the counts last. */
export const printedTable = ({ rows, asExpected, otherwise, journeys, notThroughTheApi }: TableReport): string =>
  [
    ...rows.map(line),
    '',
    'Journeys, since they need a fault or a race (test/journeys/decision-table-faults.test.ts):',
    ...journeys.map(elsewhere),
    'Not through the API (test/law/rows/):',
    ...notThroughTheApi.map(elsewhere),
    '',
    `${rows.length} rows: ${asExpected} as expected, ${otherwise} otherwise.`,
    '',
  ].join('\n');
