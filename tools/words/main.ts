import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { wordsPage } from './page.ts';

/** `npm run words` writes docs/words-for-readers.md; with `--check` it fails when it is stale. */
const path = fileURLToPath(new URL('../../docs/words-for-readers.md', import.meta.url));
if (!process.argv.includes('--check')) writeFileSync(path, wordsPage());
else if (readFileSync(path, 'utf8') !== wordsPage()) {
  console.error('docs/words-for-readers.md is not what shared/words says: run npm run words.');
  process.exitCode = 1;
}
