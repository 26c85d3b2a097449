/**
 * `npm run ways -- [--people N]`: fifty people, or another multiple of five, go each way to say stop on a running stack, from the message to
 * the next one that is refused (docs/opposition-instructions.md). `npm test` has a share of them do so.
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { people: { type: 'string', default: '50' } } });
if (!/^[1-9]\d*$/.test(values.people) || Number(values.people) % 5 !== 0) {
  console.error(`--people ${values.people}: a multiple of five, such as 50`);
  process.exit(2);
}
const JOURNEY = 'test/journeys/rights/each-way.test.ts';
const command = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'journeys', '--reporter=verbose', JOURNEY];
const env = { ...process.env, AVAL_PEOPLE_EACH_WAY: values.people };
const vitest = spawn(process.execPath, command, { stdio: ['ignore', 'inherit', 'inherit'], env });
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(signal, () => vitest.kill());
vitest.on('exit', (code) => process.exit(code ?? 1));
