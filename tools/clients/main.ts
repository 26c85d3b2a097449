import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brunoFiles } from './bruno.ts';
import { readDocument } from './document.ts';
import { eventDocument } from './event-document.ts';
import { methodsOf } from './typescript-methods.ts';
import { typesOf } from './typescript-types.ts';

/**
 * `npm run clients` writes what the clients take from docs/openapi.json and the events; with `--check` it fails when a file
 * is stale.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const TYPESCRIPT = 'clients/typescript/src/generated';
const BRUNO = 'clients/bruno';
/** Of the folders that hold nothing else. */
const WRITTEN_BY_HAND = [`${BRUNO}/README.md`];

const document = readDocument();
const files = new Map([
  [`${TYPESCRIPT}/schema.ts`, typesOf(document)],
  [`${TYPESCRIPT}/api.ts`, methodsOf(document)],
  [`${TYPESCRIPT}/events.ts`, typesOf(await eventDocument())],
  ...[...brunoFiles(document)].map(([file, text]) => [`${BRUNO}/${file}`, text] as const),
]);

const stale = [...files].filter(
  ([file, text]) => !existsSync(root + file) || readFileSync(root + file, 'utf8') !== text,
);
/** What an operation left behind that has another name now, or is gone. */
const left = globSync(`{${TYPESCRIPT},${BRUNO}}/**/*.*`, { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !files.has(file) && !WRITTEN_BY_HAND.includes(file));

if (process.argv.includes('--check')) {
  for (const file of [...stale.map(([name]) => name), ...left])
    console.error(`${file} is not what docs/openapi.json says: run npm run clients.`);
  process.exitCode = stale.length + left.length === 0 ? 0 : 1;
} else {
  for (const [file, text] of stale) {
    mkdirSync(dirname(root + file), { recursive: true });
    writeFileSync(root + file, text);
  }
  for (const file of left) rmSync(root + file);
  console.log(stale.length === 0 ? 'Up to date.' : `Wrote ${stale.length} files.`);
}
