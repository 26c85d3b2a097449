import { KINDS } from './checks/invariants.ts';
import type { Act, Found } from './session.ts';
import type { Counts } from './tally.ts';

/** What one process of the fuzzer found. */
export interface Report {
  readonly counts: Counts;
  readonly findings: readonly (Found & { readonly signature: string; readonly acts: readonly Act[] })[];
  /** Bytes of heap that 100,000 inputs leave; absent where too few were given to say. */
  readonly growth?: number | undefined;
}

const CLASSES = ['2xx', '4xx', '5xx', 'handled', 'not'] as const;
const classOf = (status: string): string => (/^\d/.test(status) ? `${status[0]}xx` : status);

const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Inputs by operation and by the class of their status, with the CPU of the slowest. */
const inputsTable = ({ byName, slowest }: Counts): string => {
  const rows = Object.entries(byName)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, statuses]) => {
      const inClass = (wanted: string) =>
        Object.entries(statuses).reduce((sum, [status, count]) => sum + (classOf(status) === wanted ? count : 0), 0);
      return [name, ...CLASSES.map((each) => whole(inClass(each))), (slowest[name] ?? 0).toFixed(0)];
    });
  return table(['operation', ...CLASSES, 'slowest, ms of CPU'], rows);
};

/** What must never be, with how many different faults of each kind there are. */
const findingsTable = (findings: Report['findings']): string =>
  table(KINDS.map(String), [
    KINDS.map((kind) =>
      whole(new Set(findings.filter((each) => each.kind === kind).map(({ signature }) => signature)).size),
    ),
  ]);

/** The whole of a run, in Markdown. */
export const reportText = ({ counts, findings, growth }: Report): string => {
  const heap = growth === undefined ? 'not measured' : `${(growth / 1_048_576).toFixed(1)} MiB`;
  const rate = counts.cpuMs === 0 ? 'not measured' : whole(counts.total / (counts.cpuMs / 1_000));
  return [
    `${whole(counts.total)} inputs; a second of CPU of the handlers: ${rate}; heap per 100,000 inputs: ${heap}.`,
    findingsTable(findings),
    inputsTable(counts),
  ].join('\n\n');
};
