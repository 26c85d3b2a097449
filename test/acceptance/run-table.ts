import { type Client, clientOf } from '#tools/api-client.ts';
import { type Asked, verdictOfSending, verdictOn } from './ask.ts';
import { inOrderOfTime, instantOf, momentFor, type Task, USUAL_TIME } from './clock.ts';
import { groundOf, inquiryOfRow } from './decision-table/inquiry.ts';
import type { Row } from './decision-table/row.ts';
import { isExactly } from './judge.ts';
import { withOwnSenders } from './own-senders.ts';
import { stagesOf } from './record.ts';
import type { Inquiry } from './requests.ts';
import type { System } from './system.ts';

const HOUR = 3_600_000;
/** A new clock starts so much before the first thing to do, since it goes while the system boots. */
const AHEAD_MS = 2 * 60_000;

/** What became of one row. */
export interface JudgedRow {
  readonly row: string;
  readonly title: string;
  readonly expected: string;
  readonly expectedCodes: readonly string[];
  readonly expectedNotes?: readonly string[];
  readonly expectedNotBefore?: string;
  /** `allow`, `defer`, `review`, `refuse`; `error` when it could not be asked. */
  readonly given: string;
  readonly codes: readonly string[];
  readonly notes: readonly string[];
  readonly notBefore?: string | undefined;
  readonly isAsExpected: boolean;
  readonly askedAt?: string;
}

const timeOfRow = ({ at }: Row): string => at ?? USUAL_TIME;
/** How long the row's own acts take before its question, in hours. */
const hoursOf = ({ recorded = [] }: Row): number =>
  recorded.reduce((sum, act) => sum + (act.kind === 'time' ? act.hours : 0), 0);

/** Where the clock of a new system must start to bring about these rows, ms. */
export const startForRows = (rows: readonly Row[]): number =>
  Math.min(instantOf(USUAL_TIME), ...rows.map((row) => instantOf(timeOfRow(row)) - hoursOf(row) * HOUR)) - AHEAD_MS;

const wanted = ({ row, title, outcome, codes, notes, notBefore }: Row) => ({
  row,
  title,
  expected: outcome,
  expectedCodes: codes,
  ...(notes === undefined ? {} : { expectedNotes: notes }),
  ...(notBefore === undefined ? {} : { expectedNotBefore: notBefore }),
});

const failed = (row: Row, fault: string): JudgedRow => ({
  ...wanted(row),
  given: 'error',
  codes: [fault],
  notes: [],
  isAsExpected: false,
});

const judged = (row: Row, given: Asked, moment: number): JudgedRow => {
  const isItsOwnTime = moment === instantOf(timeOfRow(row));
  const { outcome, codes, notes, notBefore } = given;
  return {
    ...wanted(row),
    ...{ given: outcome, codes, notes, notBefore },
    // On a clock that is past the row's own time, another day's hours open at another instant.
    isAsExpected: isExactly(isItsOwnTime ? row : { ...row, notBefore: undefined }, given),
    askedAt: new Date(moment).toISOString(),
  };
};

const ask = (client: Client, inquiry: Inquiry): Promise<Asked> =>
  (inquiry.isSent ? verdictOfSending : verdictOn)(client, inquiry);

/** The row as a first task: its stages, each as long after the one before as the row says, then its question. */
const taskOf = (
  client: Client,
  system: System,
  row: Row,
  { run, moment }: { readonly run: string; readonly moment: number },
  answer: (judged: JudgedRow) => void,
): Task => {
  const inquiry = inquiryOfRow(row, groundOf(row, run, moment));
  const stages = stagesOf(client, inquiry);
  const stage = (nth: number, due: number): Task => ({
    due,
    act: async () => {
      try {
        await stages[nth]?.bringAbout();
        const [here, next] = stages.slice(nth, nth + 2);
        if (here === undefined || next === undefined) {
          answer(judged(row, await ask(client, inquiry), moment));
          return undefined;
        }
        const passing = (here.hoursBefore - next.hoursBefore) * HOUR;
        return stage(nth + 1, Math.max(moment - next.hoursBefore * HOUR, (await system.now()) + passing));
      } catch (error) {
        answer(failed(row, error instanceof Error ? error.message : String(error)));
        return undefined;
      }
    },
  });
  return stage(0, moment - (stages[0]?.hoursBefore ?? 0) * HOUR);
};

/** Judges rows of the decision table through the application API, in the order of their times; answers in theirs. */
export const runTable = async (system: System, rows: readonly Row[]): Promise<readonly JudgedRow[]> => {
  const client = withOwnSenders(clientOf(system.api, system.key));
  const start = await system.now();
  const results = new Map<Row, JudgedRow>();
  const tasks = rows.map((row) => {
    const moment = momentFor(timeOfRow(row), start + hoursOf(row) * HOUR);
    return taskOf(client, system, row, { run: String(start), moment }, (each) => results.set(row, each));
  });
  await inOrderOfTime(system, tasks);
  return rows.map((row) => results.get(row) ?? failed(row, 'not asked'));
};
