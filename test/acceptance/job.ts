import { readFileSync } from 'node:fs';
import { BootFailure } from '#local/boot/boot-failure.ts';
import { startFor, timeOf } from './clock.ts';
import { numberOf, ONLY_A_JOURNEY, ONLY_IN_PROCESS, TOLD_TO_THE_API } from './decision-table/all.ts';
import { reportOf } from './report.ts';
import { printed } from './report-printed.ts';
import { printedTable, tableReportOf } from './report-table.ts';
import { runCases } from './run.ts';
import { runTable, startForRows } from './run-table.ts';
import { readScenarios, type Scenario } from './scenario.ts';
import type { System } from './system.ts';

/** What a job found: for programs, for people, and how much of it was not as expected. */
interface Found {
  readonly report: object;
  readonly printed: string;
  readonly otherwise: number;
}

/** Something to judge through the API of a system. */
export interface Job {
  /** Where the clock of a new system must start, ms. */
  readonly startAt: number;
  judge(system: System): Promise<Found>;
}

/**
 * A file of scenarios; `only` these, if any are named; `isAblated`: the faults of held messages are cured as well. Throws `BootFailure` when it holds
 * none of them.
 */
export const jobOfFile = (file: string, only: readonly string[], isAblated: boolean): Job => {
  const all = readScenarios(readFileSync(file, 'utf8'));
  const chosen = only.length === 0 ? all : all.filter(({ id }) => only.includes(id));
  if (chosen.length === 0) throw new BootFailure(`${file} holds no such scenario.`);
  const scenarios = chosen.filter((entry): entry is Scenario => 'facts' in entry);
  return {
    startAt: startFor(scenarios.map(({ facts }) => timeOf(facts))),
    judge: async (system) => {
      const report = reportOf(await runCases(system, chosen, { isAblated }));
      return { report, printed: printed(report), otherwise: report.otherwise };
    },
  };
};

/** Rows that the API is not told, each with its reason. */
const ELSEWHERE = [...ONLY_A_JOURNEY, ...ONLY_IN_PROCESS.map(({ row, onlyInProcess: { why } }) => ({ row, why }))];

/** The decision table; `only` these rows, by number or with their letter. Throws `BootFailure` when it has none of them. */
export const jobOfTable = (only: readonly string[]): Job => {
  const isChosen = (row: { readonly row: string }) => only.includes(row.row) || only.includes(String(numberOf(row)));
  const rows = only.length === 0 ? TOLD_TO_THE_API : TOLD_TO_THE_API.filter(isChosen);
  const elsewhere = ELSEWHERE.filter(isChosen).map(({ row, why }) => ` Row ${row} is not asked: ${why}.`);
  if (rows.length === 0) throw new BootFailure(`The API is asked no such row.${elsewhere.join('')}`);
  return {
    startAt: startForRows(rows),
    judge: async (system) => {
      const report = tableReportOf(await runTable(system, rows));
      return { report, printed: printedTable(report), otherwise: report.otherwise };
    },
  };
};
