/** `npm run law`: writes `docs/law.md` from the register; `-- --check` exits 1 when the file is stale. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { draftedProhibitions } from './drafted.ts';
import { renderLaw } from './render.ts';

const FILE = fileURLToPath(new URL('../../docs/law.md', import.meta.url));

const stored = (): string => {
  try {
    return readFileSync(FILE, 'utf8');
  } catch {
    return '';
  }
};

const rendered = renderLaw(await draftedProhibitions());
if (process.argv.includes('--check')) {
  if (stored() !== rendered) {
    console.error('docs/law.md is stale: run `npm run law` and commit it.');
    process.exitCode = 1;
  }
} else {
  mkdirSync(fileURLToPath(new URL('../../docs/', import.meta.url)), { recursive: true });
  writeFileSync(FILE, rendered);
  console.log('docs/law.md written.');
}
