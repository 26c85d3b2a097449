import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { eventFiles, eventsPage, inboundFiles } from './page.ts';

/** `npm run events` writes docs/events.md; with `--check` it fails when the page is stale. */
const PAGE = fileURLToPath(new URL('../../docs/events.md', import.meta.url));
const page = eventsPage(await eventFiles(), await inboundFiles());

if (!process.argv.includes('--check')) writeFileSync(PAGE, page);
else if (!existsSync(PAGE) || readFileSync(PAGE, 'utf8') !== page) {
  console.error('docs/events.md is not what shared/contracts/events says: run npm run events.');
  process.exitCode = 1;
}
