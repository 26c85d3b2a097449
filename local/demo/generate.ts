import { readFileSync, writeFileSync } from 'node:fs';
import { CSV_PATH } from './csv-path.ts';
import { makeCsv } from './make-csv.ts';

// Writes `contacts.csv`, or with `--check` says whether the committed file is the one that this program makes.
const made = makeCsv();
if (!process.argv.includes('--check')) writeFileSync(CSV_PATH, made);
else if (readFileSync(CSV_PATH, 'utf8') !== made) {
  process.stderr.write('local/demo/contacts.csv is not what local/demo/generate.ts makes: run it and commit.\n');
  process.exitCode = 1;
}
