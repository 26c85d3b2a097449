import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFor } from '../acceptance/clock.ts';
import { type JudgedRow, runTable, timeOfRow } from '../acceptance/run-table.ts';
import { bootSystem, type System } from '../acceptance/system.ts';
import { JOURNEYS, NOT_THROUGH_THE_API, numberOf, TABLE } from '../acceptance/table/rows.ts';
import { FAMILIES } from '../law/rows/all.ts';
import { run } from './local-stack-processes.ts';

const IN_PROCESS = FAMILIES.flatMap(([, rows]) => rows);
/** In process a fax is written to a mailbox, which the API refuses; and a number is no role address. */
const OTHER_ADDRESS = ['47'];

const sourceOf = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

let system: System;
let judged: readonly JudgedRow[];
beforeAll(async () => {
  system = await bootSystem(startFor(TABLE.map(timeOfRow)));
  judged = await runTable(system, TABLE);
}, 300_000);
afterAll(() => system?.close());

describe('the decision table, through the API of the running stack', () => {
  test('gives each row its verdict, all its codes in order, and the notes that it names', () => {
    expect(judged.filter(({ isAsExpected }) => !isAsExpected)).toEqual([]);
    expect(judged).toHaveLength(TABLE.length);
  });

  test('is whole: each number from 1 to 72 is asked, a journey, or told why not', () => {
    const numbers = [...TABLE, ...JOURNEYS, ...NOT_THROUGH_THE_API].map(numberOf);
    expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(Array.from({ length: 72 }, (_, index) => index + 1));
    const asked = new Set(TABLE.map(numberOf));
    expect([...JOURNEYS, ...NOT_THROUGH_THE_API].filter((row) => asked.has(numberOf(row)))).toEqual([]);
  });

  test('agrees with the rows of the same number that are judged in process', () => {
    const inProcess = new Map(IN_PROCESS.toReversed().map(({ row, outcome, codes }) => [row, { outcome, codes }]));
    const told = (row: string, outcome: string | undefined, codes: readonly string[] = []) => [
      row,
      outcome,
      ...(OTHER_ADDRESS.includes(row) ? codes.slice(0, 1) : codes),
    ];
    expect(TABLE.map(({ row, expected, codes }) => told(row, expected, codes))).toEqual(
      TABLE.map(({ row }) => told(row, inProcess.get(row)?.outcome, inProcess.get(row)?.codes)),
    );
  });

  test('is asked at the hours and days that its rows name, and else on a Tuesday morning', () => {
    const at = new Map(judged.map(({ row, askedAt }) => [row, askedAt?.slice(0, 16)]));
    expect(['1', '32', '49', '49b', '49c', '50'].map((row) => at.get(row))).toEqual([
      '2026-11-24T10:00',
      '2026-11-28T10:00',
      '2026-11-29T10:00',
      '2026-11-24T21:10',
      '2026-12-25T10:00',
      '2026-11-24T04:30',
    ]);
  });

  test('counts another outcome, another code or another note as a mismatch', async () => {
    const row = TABLE.find(({ row }) => row === '72');
    if (row === undefined) throw new Error('row 72 is asked');
    const wrong = [
      { ...row, row: '72x', expected: 'refuse' as const },
      { ...row, row: '72y', codes: ['OK_CONSENT', 'OK_SOFT_OPT_IN'] },
      { ...row, row: '72z', notes: [] },
    ];
    expect((await runTable(system, [row, ...wrong])).map(({ isAsExpected }) => isAsExpected)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('rows that are told elsewhere', () => {
  test('are journeys with a fault or a race', () => {
    const journeys = sourceOf('./decision-table-faults.test.ts');
    expect(JOURNEYS.filter(({ row }) => !journeys.includes(`(row ${row})`))).toEqual([]);
  });

  test('or are judged in process, and docs/cases.md says why', () => {
    const page = sourceOf('../../docs/cases.md');
    expect(NOT_THROUGH_THE_API.filter(({ row }) => !IN_PROCESS.some((each) => each.row === row))).toEqual([]);
    expect([...JOURNEYS, ...NOT_THROUGH_THE_API].filter(({ row }) => !page.includes(`\n| ${row} |`))).toEqual([]);
  });
});

describe('npm run cases -- --table', () => {
  const cases = (...options: readonly string[]) => {
    const { api, key, console } = system;
    const environment = { ...process.env, AVAL_API: api, AVAL_KEY: key, AVAL_CONSOLE: console };
    const program = run(['test/acceptance/main.ts', '--table', ...options], environment);
    return program.ended.then((code) => ({ code, output: program.output() }));
  };

  test('asks the running system, and exits with 0 when all is as expected', async () => {
    const { code, output } = await cases('--only', '49', '--only', '10');
    expect(output).toMatch(/ok {3}10 .*\n +expected refuse OPPOSED_CHANNEL\n +given {4}refuse OPPOSED_CHANNEL\n/);
    expect(output).toContain('4 rows: 4 as expected, 0 otherwise.');
    expect(code).toBe(0);
  });

  test('says of a row that it does not ask why not', async () => {
    expect(await cases('--only', '20')).toEqual({
      code: 2,
      output: 'The table asks no such row. Row 20 is told elsewhere: the store of standings cannot be read.\n',
    });
  });
});
