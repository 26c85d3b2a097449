/**
 * `npm run mutation`: changes the law in every small way and counts which changes no test notices (docs/decisions/0011).
 * Results are kept in `reports/mutation`, so that a second run asks only about what changed. `-- -m FILE` for one file.
 * `-- --oracle`: the same changes, with the second opinion as the only one who may notice (docs/decisions/0029).
 */
import { spawnSync } from 'node:child_process';

const asked = process.argv.slice(2);
const STRYKER = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run'];
const ORACLE = ['test/worlds/mutants/main.ts'];
const command = asked.includes('--oracle') ? ORACLE : STRYKER;
const { status } = spawnSync(process.execPath, [...command, ...asked], { stdio: 'inherit' });
process.exit(status ?? 1);
