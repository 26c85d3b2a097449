import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openApiDocument } from './document.ts';
import { lintOpenApi } from './lint.ts';
import { personalDataSchema } from './personal-data.ts';
import { problemPages } from './problem-pages.ts';
import { routeFiles, unnamedRoutes } from './unnamed-routes.ts';

/**
 * `npm run openapi` writes what is made of the schemas; with `--check` it fails when a file is stale. Both fail when the
 * manifest does not name the route of a file, and when the document does not pass Spectral and our own rules.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };

const document = openApiDocument(version);
const files = new Map([
  ['docs/openapi.json', `${JSON.stringify(document, undefined, 2)}\n`],
  ['docs/personal-data.schema.json', `${JSON.stringify(personalDataSchema(), undefined, 2)}\n`],
  ...[...problemPages()].map(([name, text]) => [`docs/problems/${name}`, text] as const),
]);

const stale = [...files].filter(
  ([file, text]) => !existsSync(root + file) || readFileSync(root + file, 'utf8') !== text,
);

// As it is written: without what is undefined.
const written: object = JSON.parse(JSON.stringify(document));
const wrong = [...unnamedRoutes(routeFiles()), ...(await lintOpenApi(written))];

if (wrong.length > 0) {
  for (const sentence of wrong) console.error(sentence);
  process.exitCode = 1;
} else if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`${file} is not what the schemas say: run npm run openapi.`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  mkdirSync(`${root}docs/problems`, { recursive: true });
  for (const [file, text] of stale) writeFileSync(root + file, text);
  console.log(stale.length === 0 ? 'Up to date.' : `Wrote ${stale.map(([file]) => file).join(', ')}.`);
}
