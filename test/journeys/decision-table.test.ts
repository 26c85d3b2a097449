import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askedRows, OTHER_TIMES } from '#test/support/shares/rows-of-the-table.ts';
import { ONLY_A_JOURNEY, ONLY_IN_PROCESS, TOLD_TO_THE_API } from '../acceptance/decision-table/all.ts';
import { type JudgedRow, runTable, startForRows } from '../acceptance/run-table.ts';
import { bootSystem, type System } from '../acceptance/system.ts';
import { run } from './local-stack-processes.ts';

const sourceOf = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

const ROWS = askedRows();

let system: System;
let judged: readonly JudgedRow[];
beforeAll(async () => {
  system = await bootSystem(startForRows(ROWS), 'none');
  judged = await runTable(system, ROWS);
}, 600_000);
afterAll(() => system?.close());

describe('the decision table, through the API of the running stack', () => {
  test('gives each row its verdict, all its codes in order, and the notes that it names', () => {
    expect(judged.filter(({ isAsExpected }) => !isAsExpected)).toEqual([]);
    expect(judged).toHaveLength(ROWS.length);
  });

  test('is asked at the hours and days that its rows name, and else on a Tuesday morning', () => {
    const at = new Map(judged.map(({ row, askedAt }) => [row, askedAt?.slice(0, 16)]));
    expect(OTHER_TIMES.map((row) => at.get(row))).toEqual([
      '2026-11-24T10:00',
      '2026-11-28T10:00',
      '2026-11-29T10:00',
      '2026-11-24T21:10',
      '2026-11-11T10:00',
      '2026-11-24T04:30',
      '2026-04-27T07:00',
    ]);
  });

  test('counts another outcome, code, note or first lawful instant, or one act less, as a mismatch', async () => {
    const [row, held] = ['72', 'D4'].map((name) => TOLD_TO_THE_API.find(({ row }) => row === name));
    if (row === undefined || held === undefined) throw new Error('rows 72 and D4 are asked');
    const wrong = [
      { ...row, row: '72x', outcome: 'refuse' as const },
      { ...row, row: '72y', codes: ['OK_CONSENT', 'OK_SOFT_OPT_IN'] },
      { ...row, row: '72z', notes: [] },
      { ...row, row: '72w', recorded: row.recorded?.slice(1) ?? [] },
      { ...held, row: 'D4x', recorded: held.recorded?.slice(0, 2) ?? [] },
    ];
    const found = await runTable(system, [row, ...wrong]);
    expect(found.map(({ isAsExpected }) => isAsExpected)).toEqual([true, ...wrong.map(() => false)]);
  });
});

describe('rows that the API is not asked', () => {
  test('are journeys where a fault or a race brings them about', () => {
    const journeys = sourceOf('./decision-table-faults.test.ts');
    expect(['20', '64', '65'].filter((row) => !journeys.includes(`(row ${row})`))).toEqual([]);
  });

  test('stand in docs/cases.md, each with its reason', () => {
    const page = sourceOf('../../docs/cases.md');
    const reasons = [
      ...ONLY_A_JOURNEY,
      ...ONLY_IN_PROCESS.map(({ row, onlyInProcess }) => ({ row, ...onlyInProcess })),
    ];
    expect(reasons.filter(({ row, why }) => !page.includes(`\n| ${row} | ${why} |`))).toEqual([]);
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
    expect(output).toContain('5 rows: 5 as expected, 0 otherwise.');
    expect(code).toBe(0);
  });

  test('says of a row that it does not ask why not', async () => {
    expect(await cases('--only', '20')).toEqual({
      code: 2,
      output:
        'The API is asked no such row. Row 20 is not asked: there is no verdict at all, and the answer says so.\n',
    });
  });
});
