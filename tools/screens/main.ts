/**
 * `npm run screens` makes docs/screens/: what readers see of twenty designs, and an index with the measured contrast. With
 * `--check` it looks, without a browser, whether pictures and index are those of the mails that are sent today.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openJudge } from '#tools/mails/judge/judge.ts';
import { faultsOf, INDEX } from './faults.ts';
import { indexPage } from './index-page.ts';
import { SCREENS } from './screens.ts';
import { shoot } from './shoot.ts';

const FOLDER = fileURLToPath(new URL('../../docs/screens/', import.meta.url));

const make = async (): Promise<void> => {
  const judge = await openJudge();
  try {
    const shots = [];
    for (const screen of SCREENS) shots.push([screen, await shoot(judge, screen)] as const);
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER);
    for (const [{ name }, png] of shots) writeFileSync(join(FOLDER, `${name}.png`), png);
    writeFileSync(join(FOLDER, INDEX), indexPage(shots));
  } finally {
    await judge.close();
  }
};

if (!process.argv.includes('--check')) await make();
const faults = faultsOf(SCREENS, FOLDER);
for (const fault of faults) console.error(`docs/screens: ${fault}: npm run screens.`);
process.exitCode = faults.length === 0 ? 0 : 1;
