import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { retentionPage } from './page.ts';

/** `npm run retention` writes docs/retention.md; with `--check` it fails when it is stale. */
const path = fileURLToPath(new URL('../../docs/retention.md', import.meta.url));
if (!process.argv.includes('--check')) writeFileSync(path, retentionPage());
else if (readFileSync(path, 'utf8') !== retentionPage()) {
  console.error('docs/retention.md is not what shared/domain/retention says: run npm run retention.');
  process.exitCode = 1;
}
