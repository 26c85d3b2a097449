/**
 * `npm test`: every project of vitest.config.ts, browser and journeys included, and a closing line of counts taken from
 * the runner's own report. Arguments go to vitest: `npm test -- --project law`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { SHARE, shareOfCommit } from './support/shares/share.ts';

const REPORT = '.aval/test-report.json';
const COUNTS = '.aval/test-counts';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly numPendingTests: number;
}

const runVitest = (): Promise<number> =>
  new Promise((resolve) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
    const command = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...process.argv.slice(2)];
    const vitest = spawn(process.execPath, command, { stdio: ['ignore', 'inherit', 'inherit'] });
    process.on('disconnect', () => vitest.kill('SIGTERM'));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => vitest.kill(signal));
    vitest.on('exit', (code) => resolve(code ?? 1));
  });

/** A file that fails to load has no failed test of its own: it counts as one. No report at all: nothing ran. */
const readCounts = (): string => {
  if (!existsSync(REPORT)) return '0 passed, 1 failed';
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
  const failed = Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0);
  const skipped = report.numPendingTests > 0 ? `, ${report.numPendingTests} skipped` : '';
  return `${report.numPassedTests} passed, ${failed} failed${skipped}`;
};

mkdirSync('.aval', { recursive: true });
rmSync(REPORT, { force: true });
rmSync(COUNTS, { force: true });
// The project `walls` compares what this run records; a run of a part leaves what the last whole one recorded.
if (process.argv.length === 2) rmSync('.aval/calls', { recursive: true, force: true });
const ofCommit = shareOfCommit();
process.stdout.write(
  `Faults are drawn by AVAL_FAULTS=${process.env.AVAL_FAULTS ?? '1'}, shares by AVAL_SHARE=${SHARE}; ` +
    `those of mails, pages and rotations by ${ofCommit}: AVAL_SHARE=${ofCommit} npm test -- mails/blind pages/languages rotation/rotation tags/whatever\n`,
);
const code = await runVitest();
const counts = readCounts();
writeFileSync(COUNTS, `${counts}\n`);
process.stdout.write(`${counts}\n`);
process.exit(code);
