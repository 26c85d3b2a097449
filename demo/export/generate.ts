import { readFileSync, writeFileSync } from 'node:fs';
import { COMPILED, compileNewsletter } from '../campaign/compile-newsletter.ts';
import { CSV_PATH } from './csv-path.ts';
import { makeCsv } from './make-csv.ts';

// Writes `contacts.csv` and the HTML of the MJML newsletter, or with `--check` says whether the committed files are the
// ones that this program makes.
const made = [
  { path: CSV_PATH, content: makeCsv() },
  { path: COMPILED, content: await compileNewsletter() },
];
for (const { path, content } of made) {
  if (!process.argv.includes('--check')) writeFileSync(path, content);
  else if (readFileSync(path, 'utf8') !== content) {
    process.stderr.write(`${path} is not what demo/generate.ts makes: run it and commit.\n`);
    process.exitCode = 1;
  }
}
