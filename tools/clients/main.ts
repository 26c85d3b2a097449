import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDocument } from './document.ts';
import { eventDocument } from './event-document.ts';
import { methodsOf } from './typescript-methods.ts';
import { typesOf } from './typescript-types.ts';

/**
 * `npm run clients` writes what the clients take from docs/openapi.json and the events; with `--check` it fails when a file
 * is stale.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const GENERATED = 'clients/typescript/src/generated';

const document = readDocument();
const files = new Map([
  [`${GENERATED}/schema.ts`, typesOf(document)],
  [`${GENERATED}/api.ts`, methodsOf(document)],
  [`${GENERATED}/events.ts`, typesOf(await eventDocument())],
]);

const stale = [...files].filter(
  ([file, text]) => !existsSync(root + file) || readFileSync(root + file, 'utf8') !== text,
);

if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`${file} is not what docs/openapi.json says: run npm run clients.`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const [file, text] of stale) {
    mkdirSync(dirname(root + file), { recursive: true });
    writeFileSync(root + file, text);
  }
  console.log(stale.length === 0 ? 'Up to date.' : `Wrote ${stale.map(([file]) => file).join(', ')}.`);
}
