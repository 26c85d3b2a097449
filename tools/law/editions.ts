import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { editionNames, rulebookAt } from '#shared/law/editions/edition.ts';
import { asBefore, type Difference, differencesOf, keyOf } from './differences.ts';
import { type Drafted, draftedSentences } from './drafted.ts';
import { fingerprintOf, SentenceFingerprint } from './fingerprint.ts';

const ROOT = new URL('../../', import.meta.url);
const FOLDER = 'shared/law/editions/';
const REGISTER_FILE = 'shared/law/register.ts';
const pathOf = (file: string): string => fileURLToPath(new URL(file, ROOT));
/** Where the fingerprint of an edition is kept. */
export const fileOf = (edition: string): string => `${FOLDER}${edition}.json`;

/** `12` for the first line of a file in this repository that has these words; the first line where none has. */
const lineOf = (file: string, words: string): number =>
  readFileSync(pathOf(file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(words)) + 1;

/** The editions of which a fingerprint is kept. */
export const pinnedEditions = (): readonly string[] =>
  readdirSync(pathOf(FOLDER))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();

const pinned = (edition: string): readonly SentenceFingerprint[] =>
  z.parse(z.array(SentenceFingerprint), JSON.parse(readFileSync(pathOf(fileOf(edition)), 'utf8')));

/** The fingerprints of an edition's sentences as the code has them today, in its order. */
export const fingerprintsOf = (edition: string, drafted: readonly Drafted[]): readonly SentenceFingerprint[] => {
  const sentences = rulebookAt(edition)?.prohibitions ?? [];
  return drafted.filter(({ prohibition }) => sentences.includes(prohibition)).map(fingerprintOf);
};

/** How the code of today differs from what an edition was pinned to. */
export const changesSince = (edition: string, drafted: readonly Drafted[]): readonly Difference[] => {
  const before = pinned(edition);
  const now = fingerprintsOf(edition, drafted);
  const names = editionNames();
  const next = names[names.indexOf(edition) + 1];
  return differencesOf(before, next === undefined ? now : asBefore(next, now, before));
};

const positionOf = ({ sentence }: Difference, drafted: readonly Drafted[]): string => {
  const found = drafted.find(
    ({ prohibition: { code, article } }) => keyOf({ code, article: article.id }) === keyOf(sentence),
  );
  if (found === undefined) return '';
  const file = `shared/law/articles/${found.file}`;
  return `, ${file}:${lineOf(file, `export const ${found.name} `)}`;
};

const namesOf = (changes: readonly Difference[], drafted: readonly Drafted[]): readonly string[] =>
  changes.flatMap(({ sentence }) =>
    drafted
      .filter(({ prohibition: { code, article } }) => keyOf({ code, article: article.id }) === keyOf(sentence))
      .map(({ name }) => name),
  );

/** What to write, and where, so that these changes become a new edition. */
const howTo = (edition: string, changes: readonly Difference[], drafted: readonly Drafted[]): readonly string[] => {
  const of = (...kinds: readonly Difference['kind'][]) => changes.filter(({ kind }) => kinds.includes(kind));
  const added = namesOf(of('added', 'changed'), drafted);
  const changed = namesOf(of('changed'), drafted).map((name) => `${name}Before`);
  const removed = of('removed').map(({ sentence }) => `/* ${keyOf(sentence)} */`);
  const amendment = `{ edition: 'YYYY-MM-DD', added: [${added.join(', ')}], removed: [${[...changed, ...removed].join(', ')}] },`;
  return [
    `Verdicts of edition ${edition} must be given again by its sentences (promise P4). Undo the change, or make a new edition:`,
    `1. ${REGISTER_FILE}:${lineOf(REGISTER_FILE, 'export const AMENDMENTS')}, in AMENDMENTS, write`,
    `     ${amendment}`,
    '2. Keep each changed or removed sentence as it was, with its examples, in the file of its article, under the name that',
    '   the amendment uses. Leave it out of REGISTER.',
    `3. npm run law -- --edition YYYY-MM-DD   (writes ${fileOf('YYYY-MM-DD')})`,
    '4. npm run law                           (writes docs/law.md)',
    `If edition ${edition} was never released, no verdict names it: delete ${fileOf(edition)} and run step 3 with its name.`,
  ];
};

/** What a developer reads whose change is not in the edition: what changed, and what to write where. */
export const reportOn = (edition: string, changes: readonly Difference[], drafted: readonly Drafted[]): string =>
  [
    `The sentences of edition ${edition} are not those of ${fileOf(edition)}:`,
    ...changes.flatMap((each) => [
      `- ${each.kind}: ${keyOf(each.sentence)}${positionOf(each, drafted)}`,
      ...each.details.map((line) => `    ${line}`),
    ]),
    ...howTo(edition, changes, drafted),
  ].join('\n');

/** Writes the fingerprint of the edition in force, once. Throws when it is kept already, or when another is in force. */
export const pin = async (edition: string): Promise<string> => {
  const current = editionNames().at(-1);
  if (edition !== current) {
    const line = lineOf(REGISTER_FILE, 'export const AMENDMENTS');
    throw new Error(
      `The edition in force is ${current}. Write the amendment first: ${REGISTER_FILE}:${line}, AMENDMENTS.`,
    );
  }
  const file = fileOf(edition);
  if (existsSync(pathOf(file))) throw new Error(`${file} is there already: an edition is never changed.`);
  const fingerprints = fingerprintsOf(edition, await draftedSentences());
  writeFileSync(pathOf(file), `${JSON.stringify(fingerprints, undefined, 2)}\n`);
  return file;
};
