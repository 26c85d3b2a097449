/**
 * `npm test`: every project of vitest.config.ts, browser and journeys included, and a closing line of counts taken from
 * the runner's own report. Arguments go to vitest: `npm test -- --project law`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { stop as stopEsbuild } from 'esbuild';
import { bundleOnce } from '#tools/synth/bundle-once.ts';
import { SHARE, shareOfCommit } from './support/shares/share.ts';

const COUNTS = '.aval/test-counts';
/** What the part of low priority printed. */
const PRINTED = '.aval/test-patient.log';

/** One vitest: its arguments, whether it takes only the time that others leave, and the file of its report. */
interface Part {
  readonly asked: readonly string[];
  readonly isLow?: boolean;
  readonly report: string;
}

/** Projects of which no test hangs on how soon a core is free. */
const PATIENT = ['law', 'unit', 'oracle', 'fuzz', 'infra'];
const projects = (names: readonly string[], mark = ''): string[] => names.map((name) => `--project=${mark}${name}`);
/** Projects of which a test hangs on that: many writers at once, and then the drills, which use a third of two cores and ring an alarm where a request waits for one. */
const URGENT = ['races', 'drills'];
/** The urgent first; beside them the patient, of the lowest priority, so that nothing urgent waits for them (docs/decisions/0127). Then all others. */
const WHOLE: readonly (readonly Part[])[] = [
  [
    { asked: projects(URGENT), report: '.aval/test-report-urgent.json' },
    { asked: projects(PATIENT), isLow: true, report: '.aval/test-report-patient.json' },
  ],
  [{ asked: projects([...URGENT, ...PATIENT], '!'), report: '.aval/test-report.json' }],
];

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly numPendingTests: number;
}

/** What one process compiled, the next finds, where Node keeps it by itself. */
const env = { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'), ...process.env };
const running = new Set<ChildProcess>();
let isStopped = false;
const stop = (signal: NodeJS.Signals): void => {
  isStopped = true;
  for (const vitest of running) vitest.kill(signal);
};
process.on('disconnect', () => stop('SIGTERM'));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(signal));

/** Runs one vitest, and answers with its exit code. What one of low priority prints is shown once it ends. */
const runVitest = ({ asked, isLow = false, report }: Part): Promise<number> =>
  new Promise((resolve) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const command = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...asked];
    // Into a file, not a pipe: what a test leaves behind would keep a pipe open for ever.
    const printed = isLow ? openSync(PRINTED, 'w') : undefined;
    const vitest = spawn(process.execPath, command, { stdio: ['ignore', printed ?? 'inherit', 'inherit'], env });
    running.add(vitest);
    if (isLow && vitest.pid !== undefined) setPriority(vitest.pid, constants.priority.PRIORITY_LOW);
    vitest.on('exit', (code) => {
      running.delete(vitest);
      if (isLow) process.stdout.write(readFileSync(PRINTED));
      resolve(code ?? 1);
    });
  });

/** A file that fails to load has no failed test of its own: it counts as one. No report at all: nothing ran. */
const readReport = (path: string): Counts => {
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  const failed = Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
};

const countsOf = (parts: readonly Part[]): string => {
  const each = parts.map(({ report }) => readReport(report));
  const sum = (name: keyof Counts): number => each.reduce((total, counts) => total + counts[name], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`;
};

const isWhole = process.argv.length === 2;
const steps = isWhole ? WHOLE : [[{ asked: process.argv.slice(2), report: '.aval/test-report.json' }]];
const parts = steps.flat();
mkdirSync('.aval', { recursive: true });
for (const file of [COUNTS, ...parts.map(({ report }) => report)]) rmSync(file, { force: true });
// The project `walls` compares what this run records; a run of a part leaves what the last whole one recorded.
if (isWhole) rmSync('.aval/calls', { recursive: true, force: true });
const ofCommit = shareOfCommit();
process.stdout.write(
  `Faults are drawn by AVAL_FAULTS=${process.env.AVAL_FAULTS ?? '1'}, shares by AVAL_SHARE=${SHARE}; ` +
    `those of rows that are each judged for themselves by the commit (docs/decisions/0099): ` +
    `AVAL_COMMIT=${ofCommit} npm test -- FILES\n`,
);
/** Stacks, the tests of bundles and the checks share them: without, each process that begins at once with another would make them for itself. */
if (isWhole) {
  // The tests of bundles say more of it.
  await bundleOnce().catch((error: unknown) => process.stderr.write(`The functions cannot be bundled: ${error}\n`));
  await stopEsbuild();
}
let code = 0;
for (const step of steps) {
  if (isStopped) break;
  code = Math.max(code, ...(await Promise.all(step.map(runVitest))));
}
const counts = countsOf(parts);
writeFileSync(COUNTS, `${counts}\n`);
process.stdout.write(`${counts}\n`);
process.exit(code);
