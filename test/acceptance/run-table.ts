import { type Client, clientOf } from '#tools/api-client.ts';
import { record, verdictOfSending, verdictOn } from './ask.ts';
import { atTheirTimes, USUAL_TIME } from './clock.ts';
import { isExactly } from './judge.ts';
import type { System } from './system.ts';
import { groundOf, inquiryOfRow } from './table/ground.ts';
import type { TableRow } from './table/row.ts';

/** What became of one row. */
export interface JudgedRow {
  readonly row: string;
  readonly says: string;
  readonly expected: string;
  readonly expectedCodes: readonly string[];
  readonly expectedNotes?: readonly string[];
  /** `allow`, `defer`, `review`, `refuse`; `error` when it could not be asked. */
  readonly given: string;
  readonly codes: readonly string[];
  readonly notes: readonly string[];
  readonly isAsExpected: boolean;
  readonly askedAt?: string;
}

/** When the row is asked. */
export const timeOfRow = ({ at }: TableRow): string => at ?? USUAL_TIME;

const wanted = ({ row, says, expected, codes, notes }: TableRow) => ({
  row,
  says,
  expected,
  expectedCodes: codes,
  ...(notes === undefined ? {} : { expectedNotes: notes }),
});

const failed = (row: TableRow, fault: string): JudgedRow => ({
  ...wanted(row),
  given: 'error',
  codes: [fault],
  notes: [],
  isAsExpected: false,
});

const runRow = async (client: Client, row: TableRow, at: { now: number; run: string }): Promise<JudgedRow> => {
  try {
    const inquiry = inquiryOfRow(row, groundOf(row, at.run, at.now));
    await record(client, inquiry);
    const asks = row.sent === undefined ? verdictOn : verdictOfSending;
    const { outcome, codes, notes } = await asks(client, inquiry);
    const { expected, codes: expectedCodes, notes: expectedNotes } = row;
    const ruling = { outcome: expected, codes: expectedCodes, ...(expectedNotes && { notes: expectedNotes }) };
    const isAsExpected = isExactly(ruling, { outcome, codes, notes });
    return { ...wanted(row), given: outcome, codes, notes, isAsExpected, askedAt: new Date(at.now).toISOString() };
  } catch (error) {
    return failed(row, error instanceof Error ? error.message : String(error));
  }
};

/** Judges rows of the decision table through the application API, in the order of their times; answers in theirs. */
export const runTable = async (system: System, rows: readonly TableRow[]): Promise<readonly JudgedRow[]> => {
  const client = clientOf(system.api, system.key);
  const run = String(await system.now());
  const results = await atTheirTimes(system, rows, timeOfRow, (row, now) => runRow(client, row, { now, run }));
  return rows.map((row) => results.get(row) ?? failed(row, 'not asked'));
};
