/**
 * `npm run law`: writes `docs/loi.md` and `docs/law.md` from the register; `-- --check` exits 1 when one is stale; `-- --coverage`
 * prints the days on which the law changes, and exits 1 when a sentence has no version, or two, on a day; `-- --edition
 * NAME` writes the fingerprint of a new edition (shared/law/README.md). With
 * `-- --as-of DATE --with DIR` it writes nothing and prints which verdicts the drafts in DIR would change on that day:
 * of the decision table's rows, or with `--verdicts FILE` of stored ones (docs/law-drafts.md).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { replay } from '#shared/law/editions/replay.ts';
import { REGISTER } from '#shared/law/register.ts';
import { type Case, sampleCases, storedCases } from './cases-to-try.ts';
import { CHAPTERS } from './chapters/chapters.ts';
import { chapterFaults } from './chapters/faults.ts';
import { coverageReport } from './coverage.ts';
import { draftsIn } from './drafted.ts';
import { pin } from './editions.ts';
import { answersToday } from './examples.ts';
import { ANSWERS_FILE } from './page/answers.ts';
import { LANGUAGES, type Language } from './page/language.ts';
import { lawPage } from './page/page.ts';
import { renderLaw } from './render.ts';
import { changesBy, costsChangedBy, reportOf } from './try-drafts.ts';
import { rulebookWithDrafts } from './with-drafts.ts';

const DOCS = new URL('../../docs/', import.meta.url);
/** French first. */
const PAGES: Readonly<Record<Language, string>> = { fr: 'loi.md', en: 'law.md' };

const stored = (file: URL): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** Writes the file, or with `--check` only says that it is stale. */
const keepFresh = (file: URL, content: string, isCheck: boolean) => {
  const name = relative(process.cwd(), fileURLToPath(file));
  if (!isCheck) {
    mkdirSync(dirname(fileURLToPath(file)), { recursive: true });
    writeFileSync(file, content);
    return console.log(`${name} written.`);
  }
  if (stored(file) === content) return;
  console.error(`${name} is stale: run \`npm run law\` and commit it.`);
  process.exitCode = 1;
};

/** The answers to the situations first: the pages show them. */
const render = async (isCheck: boolean) => {
  for (const fault of chapterFaults(CHAPTERS, REGISTER)) {
    console.error(`The chapters of the law pages (tools/law/chapters/): ${fault}.`);
    process.exitCode = 1;
  }
  keepFresh(ANSWERS_FILE, `${JSON.stringify(await answersToday(), null, 2)}\n`, isCheck);
  for (const language of LANGUAGES) keepFresh(new URL(PAGES[language], DOCS), renderLaw(lawPage(language)), isCheck);
};

const writeEdition = async (edition: string) => {
  try {
    console.log(`${await pin(edition)} written.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
};

/** A stored verdict that today's code does not give again would make any comparison void. */
const warnOfBrokenReplays = (cases: readonly Case[]) => {
  const broken = cases.filter((each) => each.stored && !replay(each.stored, each.request, each.bytes).isSame);
  for (const { name } of broken) console.error(`${name} does not replay to the verdict stored for it.`);
  if (broken.length > 0) process.exitCode = 1;
};

const tryDrafts = async (directory: string, day: string, verdicts: string | undefined) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error('--as-of takes a day: 2027-01-01.');
  const drafts = await draftsIn(resolve(directory));
  const cases = verdicts === undefined ? await sampleCases() : storedCases(verdicts);
  warnOfBrokenReplays(cases);
  const rulebook = rulebookWithDrafts(drafts.map(({ prohibition }) => prohibition));
  console.log(reportOf(changesBy(cases, day, rulebook), cases.length, day, costsChangedBy(cases, day, rulebook)));
};

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    coverage: { type: 'boolean', default: false },
    edition: { type: 'string' },
    'as-of': { type: 'string' },
    with: { type: 'string' },
    verdicts: { type: 'string' },
  },
});
const { check, coverage, edition, 'as-of': day, with: directory, verdicts } = values;
if (coverage) {
  const { text, isWhole } = coverageReport(REGISTER);
  console.log(text);
  if (!isWhole) process.exitCode = 1;
} else if (edition !== undefined) await writeEdition(edition);
else if (directory === undefined && day === undefined && verdicts === undefined) await render(check);
else if (directory === undefined || day === undefined) {
  console.error('To try drafts: npm run law -- --as-of 2027-01-01 --with DIR [--verdicts FILE]');
  process.exitCode = 2;
} else await tryDrafts(directory, day, verdicts);
