import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { settingsPage, settingsSchema } from './page.ts';

/** `npm run settings` writes the schema and the page of aval.config.json; with `--check` it fails when one is stale. */
const DOCUMENTS = [
  ['docs/aval.config.schema.json', `${JSON.stringify(settingsSchema(), undefined, 2)}\n`],
  ['docs/settings.md', settingsPage()],
] as const;

for (const [name, text] of DOCUMENTS) {
  const path = fileURLToPath(new URL(`../../${name}`, import.meta.url));
  if (!process.argv.includes('--check')) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    console.error(`${name} is not what infra/settings.ts says: run npm run settings.`);
    process.exitCode = 1;
  }
}
