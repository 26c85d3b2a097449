import { readFileSync } from 'node:fs';
import { BootFailure } from '#local/boot/boot-failure.ts';
import { startFor, timeOf } from './clock.ts';
import { printed, reportOf } from './report.ts';
import { printedTable, tableReportOf } from './report-table.ts';
import { runCases } from './run.ts';
import { runTable, timeOfRow } from './run-table.ts';
import { readScenarios, type Scenario } from './scenario.ts';
import type { System } from './system.ts';
import { JOURNEYS, NOT_THROUGH_THE_API, numberOf, TABLE } from './table/rows.ts';

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

/** A file of scenarios; `only` these, if any are named. Throws `BootFailure` when it holds none of them. */
export const jobOfFile = (file: string, only: readonly string[]): Job => {
  const all = readScenarios(readFileSync(file, 'utf8'));
  const chosen = only.length === 0 ? all : all.filter(({ id }) => only.includes(id));
  if (chosen.length === 0) throw new BootFailure(`${file} holds no such scenario.`);
  const scenarios = chosen.filter((entry): entry is Scenario => 'facts' in entry);
  return {
    startAt: startFor(scenarios.map(({ facts }) => timeOf(facts))),
    judge: async (system) => {
      const report = reportOf(await runCases(system, chosen));
      return { report, printed: printed(report), otherwise: report.otherwise };
    },
  };
};

const elsewhere = (only: readonly string[]): string =>
  [...JOURNEYS, ...NOT_THROUGH_THE_API]
    .filter(({ row }) => only.includes(row))
    .map(({ row, why }) => ` Row ${row} is told elsewhere: ${why}.`)
    .join('');

/** The decision table; `only` these rows, by number or with their letter. Throws `BootFailure` when it has none of them. */
export const jobOfTable = (only: readonly string[]): Job => {
  const isChosen = (row: { readonly row: string }) => only.includes(row.row) || only.includes(String(numberOf(row)));
  const rows = only.length === 0 ? TABLE : TABLE.filter(isChosen);
  if (rows.length === 0) throw new BootFailure(`The table asks no such row.${elsewhere(only)}`);
  return {
    startAt: startFor(rows.map(timeOfRow)),
    judge: async (system) => {
      const report = tableReportOf(await runTable(system, rows));
      return { report, printed: printedTable(report), otherwise: report.otherwise };
    },
  };
};
