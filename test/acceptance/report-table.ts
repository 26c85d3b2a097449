import { ONLY_A_JOURNEY, ONLY_IN_PROCESS } from './decision-table/all.ts';
import type { JudgedRow } from './run-table.ts';

/** A row that is not asked, and why. */
interface NotAsked {
  readonly row: string;
  readonly title: string;
  readonly why: string;
}

/** What `--table --json` prints: every row asked, the counts, and the rows that no call of the API can bring about. */
export interface TableReport {
  readonly rows: readonly JudgedRow[];
  readonly asExpected: number;
  readonly otherwise: number;
  readonly onlyInProcess: readonly NotAsked[];
  readonly onlyAJourney: readonly NotAsked[];
}

export const tableReportOf = (rows: readonly JudgedRow[]): TableReport => {
  const asExpected = rows.filter((each) => each.isAsExpected).length;
  return {
    rows,
    asExpected,
    otherwise: rows.length - asExpected,
    onlyInProcess: ONLY_IN_PROCESS.map(({ row, title, onlyInProcess: { why } }) => ({ row, title, why })),
    onlyAJourney: ONLY_A_JOURNEY,
  };
};

interface Answer {
  readonly outcome: string;
  readonly codes: readonly string[];
  readonly notes: readonly string[] | undefined;
  readonly notBefore: string | undefined;
}
const answer = ({ outcome, codes, notes, notBefore }: Answer): string => {
  const noted = notes === undefined ? '' : ` (noted: ${notes.join(' ') || 'nothing'})`;
  const until = notBefore === undefined ? '' : ` not before ${new Date(notBefore).toISOString()}`;
  return `${outcome} ${codes.join(' ')}${noted}${until}`;
};

const line = ({ row, title, isAsExpected, ...each }: JudgedRow): string => {
  const { expectedNotes, expectedNotBefore } = each;
  const expected = answer({
    outcome: each.expected,
    codes: each.expectedCodes,
    notes: expectedNotes,
    notBefore: expectedNotBefore,
  });
  const given = answer({
    outcome: each.given,
    codes: each.codes,
    notes: expectedNotes && each.notes,
    notBefore: expectedNotBefore && each.notBefore,
  });
  return `${isAsExpected ? 'ok ' : 'NOT'}  ${row.padEnd(9)} ${title}\n               expected ${expected}\n               given    ${given}`;
};

const notAsked = ({ row, title, why }: NotAsked): string => `     ${row.padEnd(9)} ${title}\n               ${why}`;

/** Expected against given, row by row; then what is not asked, with its reason; the counts last. */
export const printedTable = ({ rows, asExpected, otherwise, onlyInProcess, onlyAJourney }: TableReport): string =>
  [
    ...rows.map(line),
    '',
    'Only in process, since no call of the API can bring them about (test/law/table/):',
    ...onlyInProcess.map(notAsked),
    'Only a journey (test/journeys/decision-table-faults.test.ts):',
    ...onlyAJourney.map(notAsked),
    '',
    `${onlyInProcess.length + onlyAJourney.length} rows are not asked.`,
    `${rows.length} rows: ${asExpected} as expected, ${otherwise} otherwise.`,
    '',
  ].join('\n');
