/**
 * `npm run screens` makes docs/screens/: what readers see of twenty designs, with an index of the measured contrast, and
 * of every public page. With `--check` it looks, without a browser, whether pictures and indexes are those of today.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openJudge } from '#tools/mails/judge/judge.ts';
import { faultsOf, INDEX, mailFilesIn } from './faults.ts';
import { indexPage } from './index-page.ts';
import { faultsOfPages, makePages } from './pages/folder.ts';
import { PAGE_SCREENS } from './pages/page-screens.ts';
import { SCREENS } from './screens.ts';
import { shoot } from './shoot.ts';

/** Of the public pages, beside the mails. */
const PAGES = 'pages';
const FOLDER = fileURLToPath(new URL('../../docs/screens/', import.meta.url));

const make = async (): Promise<void> => {
  const judge = await openJudge();
  try {
    const shots = [];
    for (const screen of SCREENS) shots.push([screen, await shoot(judge, screen)] as const);
    for (const file of mailFilesIn(FOLDER)) rmSync(join(FOLDER, file));
    for (const [{ name }, png] of shots) writeFileSync(join(FOLDER, `${name}.png`), png);
    writeFileSync(join(FOLDER, INDEX), indexPage(shots));
  } finally {
    await judge.close();
  }
};

if (!process.argv.includes('--check')) {
  mkdirSync(FOLDER, { recursive: true });
  await make();
  await makePages(PAGE_SCREENS, join(FOLDER, PAGES));
}
const faults = [...faultsOf(SCREENS, FOLDER), ...faultsOfPages(PAGE_SCREENS, join(FOLDER, PAGES))];
for (const fault of faults) console.error(`docs/screens: ${fault}: npm run screens.`);
process.exitCode = faults.length === 0 ? 0 : 1;
