/**
 * `npm run check`: format and lint, types, dead code, and every generated document against its source. Runs all of them,
 * then says which failed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

const node = process.execPath;
type Check = readonly [name: string, ...args: string[]];
/** Each is a program run by the pinned Node.js. Those that take longest begin first: none of them runs at the end, with nothing on the other cores. */
const CHECKS: readonly Check[] = [
  // With more of them each checks for itself what all import, and another check has the other core.
  ['types', 'node_modules/typescript/bin/tsc', '-p', '.', '--checkers', '1'],
  ['the rules of others', 'tools/rules/main.ts'],
  ['the app synthesises', 'cli/main.ts', 'synth', '--stage', 'dev'],
  ['docs/openapi.json is fresh', 'tools/openapi/main.ts', '--check'],
  ['format and lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  ['dead code', 'node_modules/knip/bin/knip.js'],
  ['docs/loi.md and docs/law.md are fresh', 'tools/law/main.ts', '--check'],
  ['the clients are fresh', 'tools/clients/main.ts', '--check'],
  ['docs/events.md is fresh', 'tools/events/main.ts', '--check'],
  ['docs/settings.md is fresh', 'tools/settings/main.ts', '--check'],
  ['docs/channels.md is fresh', 'tools/channels/main.ts', '--check'],
  ['docs/retention.md is fresh', 'tools/retention/main.ts', '--check'],
  ['docs/words-for-readers.md is fresh', 'tools/words/main.ts', '--check'],
  ['the weights of words are fresh', 'tools/signs/main.ts', '--check'],
  ['the demo contacts are fresh', 'demo/export/generate.ts', '--check'],
  ['docs/screens shows the mails and pages of today', 'tools/screens/main.ts', '--check'],
];

/** As many at once as there are cores: none waits for another, and what each says is shown together. */
const AT_ONCE = availableParallelism();
/** Most of them load the same modules: what one compiled, the next finds, where Node keeps it by itself. */
const env = {
  NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
  // The compiler is written in Go, which collects each time that its heap has doubled unless said: 2.4 GB instead of a third of its time.
  GOGC: '400',
  // The rules of others validate `dev` and production, in one process.
  CDK_VALIDATION: 'false',
  ...process.env,
};
const running = new Set<ChildProcess>();
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const)
  process.on(signal, () => {
    for (const child of running) child.kill();
    process.exit(1);
  });

const passes = ([name, ...args]: Check): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(node, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
    running.add(child);
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => said.push(text));
    child.on('close', (code) => {
      running.delete(child);
      process.stdout.write(`· ${name}\n${Buffer.concat(said).toString()}`);
      resolve(code === 0);
    });
  });

const failed: string[] = [];
const waiting = [...CHECKS];
const work = async (): Promise<void> => {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift())
    if (!(await passes(check))) failed.push(check[0]);
};
await Promise.all(Array.from({ length: AT_ONCE }, work));
process.stdout.write(failed.length === 0 ? 'All checks pass.\n' : `Failed: ${failed.join('; ')}.\n`);
process.exit(failed.length === 0 ? 0 : 1);
