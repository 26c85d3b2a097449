/**
 * `npm run whole -- [PART…]`: the searches of which `npm test` draws a share by the seeds `AVAL_SHARE` and `AVAL_COMMIT`, with all their rows: one part, several,
 * or all of them.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';

/** The files of each part. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  cases: ['test/journeys/cases.test.ts'],
  table: ['test/journeys/decision-table.test.ts'],
  deferred: ['test/journeys/deferred.test.ts'],
  reviews: ['test/journeys/reviews.test.ts'],
  ways: ['test/journeys/rights/each-way.test.ts'],
  demo: ['test/journeys/demo.test.ts'],
  pages: ['test/journeys/pages/languages.test.ts', 'test/journeys/pages/centre.test.ts'],
  mails: ['test/mails/blind.test.ts', 'test/mails/judge/judge.test.ts', 'test/mails/sheets/sheets.test.ts'],
  tags: ['test/unit/channels/tags/whatever-is-accepted.test.ts'],
  rotation: ['test/races/rotation/rotation.test.ts'],
  simulation: ['test/simulation/'],
  functions: ['test/functions/'],
  fuzz: ['test/fuzz/fuzz.test.ts'],
  bytes: ['test/unit/channels/verify.test.ts'],
  worlds: [
    'test/law/worlds/properties.test.ts',
    'test/law/worlds/second-opinion.test.ts',
    'test/law/worlds/mutants.test.ts',
  ],
  law: [
    'test/law/fold/properties.test.ts',
    'test/law/cases/ablation.test.ts',
    'test/law/table/acts.test.ts',
    'test/law/readings/usability-agrees.test.ts',
    'test/law/readings/settings-faults.test.ts',
  ],
};

const asked = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(PARTS);
const unknown = asked.filter((part) => !(part in PARTS));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
const files = asked.flatMap((part) => PARTS[part] ?? []);
const command = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=verbose', ...files];
// What functions ask of AWS here is none of what a whole `npm test` recorded, which `npm run walls` reads.
const AVAL_RECORD_CALLS = resolve('.aval/calls-of-whole');
rmSync(AVAL_RECORD_CALLS, { recursive: true, force: true });
const env = { ...process.env, AVAL_SHARE: 'all', AVAL_RECORD_CALLS };
const vitest = spawn(process.execPath, command, { stdio: ['ignore', 'inherit', 'inherit'], env });
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(signal, () => vitest.kill());
vitest.on('exit', (code) => process.exit(code ?? 1));
