import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { channelsPage, providerSchema } from './page.ts';

/** `npm run channels` writes docs/channels.md and the schema of the provider's contract; with `--check` it fails when one is stale. */
const DOCUMENTS = [
  ['docs/channels.md', channelsPage()],
  ['docs/provider-route.schema.json', `${JSON.stringify(providerSchema(), undefined, 2)}\n`],
] as const;

for (const [name, text] of DOCUMENTS) {
  const path = fileURLToPath(new URL(`../../${name}`, import.meta.url));
  if (!process.argv.includes('--check')) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    console.error(`${name} is not what the routes say: run npm run channels.`);
    process.exitCode = 1;
  }
}
