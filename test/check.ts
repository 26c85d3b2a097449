/**
 * `npm run check`: format and lint, types, dead code, and every generated document against its source. Runs all of them,
 * then says which failed.
 */
import { spawnSync } from 'node:child_process';

const node = process.execPath;
type Check = readonly [name: string, ...args: string[]];
/** Each is a program run by the pinned Node.js. */
const CHECKS: readonly Check[] = [
  ['format and lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  ['types', 'node_modules/typescript/bin/tsc', '-p', '.'],
  ['dead code', 'node_modules/knip/bin/knip.js'],
  ['docs/loi.md and docs/law.md are fresh', 'tools/law/main.ts', '--check'],
  ['docs/openapi.json is fresh', 'tools/openapi/main.ts', '--check'],
  ['the clients are fresh', 'tools/clients/main.ts', '--check'],
  ['docs/events.md is fresh', 'tools/events/main.ts', '--check'],
  ['docs/settings.md is fresh', 'tools/settings/main.ts', '--check'],
  ['the weights of words are fresh', 'tools/signs/main.ts', '--check'],
  ['the demo contacts are fresh', 'demo/export/generate.ts', '--check'],
  ['docs/screens shows the mails of today', 'tools/screens/main.ts', '--check'],
  ['the app synthesises', 'cli/main.ts', 'synth', '--stage', 'dev'],
  ['the rules of others', 'tools/rules/main.ts'],
];

const passes = ([name, ...args]: Check): boolean => {
  process.stdout.write(`· ${name}\n`);
  return spawnSync(node, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
};

const failed = CHECKS.filter((check) => !passes(check)).map(([name]) => name);
process.stdout.write(failed.length === 0 ? 'All checks pass.\n' : `Failed: ${failed.join('; ')}.\n`);
process.exit(failed.length === 0 ? 0 : 1);
