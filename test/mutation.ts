/**
 * `npm run mutation`: changes the law in every small way and counts which changes no test notices (docs/decisions/0011).
 * Results are kept in `reports/mutation`, so that a second run asks only about what changed. `-- -m FILE` for one file.
 */
import { spawnSync } from 'node:child_process';

const STRYKER = 'node_modules/@stryker-mutator/core/bin/stryker.js';
const { status } = spawnSync(process.execPath, [STRYKER, 'run', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(status ?? 1);
