import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Weights } from '#shared/domain/message/signs/weighing.ts';
import { ofFewWords, weighMessage } from '#shared/domain/message/signs/weighing.ts';
import { exampleOf } from './examples.ts';
import { THRESHOLD, THRESHOLD_OF_FEW, weightsFrom, weightsOfFewFrom } from './fit.ts';
import { type LabelledMessage, messagesIn } from './labelled.ts';
import type { Example } from './learn.ts';

/**
 * `npm run signs` learns what words weigh from test/labelled/written, and what they weigh in texts of few words from test/labelled/short/written
 * as well, and writes both, which takes some minutes. With `--check` it fails when they were learned from other messages or in another way; with
 * `--measure WRITER` it says what of the messages of one writer is seen by what the others taught.
 */
const SIGNS = '../../shared/domain/message/signs/';
const WEIGHING = `${SIGNS}weighing.ts`;
const HOW = ['learn.ts', 'fit.ts', 'few.ts', 'examples.ts', 'random.ts', WEIGHING];

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const messages = messagesIn('written');
const examples = messages.map(exampleOf);
const short = messagesIn('short/written');

/** The files that are written, what each is learned from, and how. */
const LEARNED = [
  { file: `${SIGNS}weights.json`, from: examples, threshold: THRESHOLD, by: weightsFrom },
  {
    file: `${SIGNS}few-weights.json`,
    from: [...examples, ...short.map(exampleOf)],
    threshold: THRESHOLD_OF_FEW,
    by: weightsOfFewFrom,
  },
] as const;

/** Of what each message shows and of how it is learned from. */
const fingerprint = (from: readonly Example[]): string => {
  const how = HOW.map((name) => readFileSync(pathOf(name), 'utf8'));
  return createHash('sha256')
    .update(JSON.stringify([from, how]))
    .digest('hex');
};

/** Under the language of their words, so that the file says it once. */
const byLanguage = (of: Weights['of']) => {
  const [fr, en, both]: Record<string, number>[] = [{}, {}, {}];
  for (const [feature, weight] of Object.entries(of)) {
    const [, language, name] = /^(fr|en):(.*)$/.exec(feature) ?? [];
    if (language === undefined || name === undefined) Object.assign(both ?? {}, { [feature]: weight });
    else Object.assign((language === 'fr' ? fr : en) ?? {}, { [name]: weight });
  }
  return { fr, en, both };
};

const write = (): void => {
  for (const { file, from, threshold, by } of LEARNED) {
    const { bias, of } = by(from);
    const learned = { learnedFrom: fingerprint(from), threshold, bias, ...byLanguage(of) };
    writeFileSync(pathOf(file), `${JSON.stringify(learned, undefined, 2)}\n`);
  }
};

const check = (): void => {
  for (const { file, from } of LEARNED) {
    if (JSON.parse(readFileSync(pathOf(file), 'utf8')).learnedFrom === fingerprint(from)) continue;
    console.error(`${pathOf(file)} is not what test/labelled teaches: run npm run signs.`);
    process.exitCode = 1;
  }
};

/** How many of these, whose writer taught nothing, go to review. */
const measure = (writer: string | undefined): void => {
  const isOthers = (message: LabelledMessage): boolean => message.writer !== writer;
  const others = messages.filter(isOthers).map(exampleOf);
  const weights = weightsFrom(others);
  const ofFew = ofFewWords(weightsOfFewFrom([...others, ...short.filter(isOthers).map(exampleOf)]), weights);
  const isSeen = (each: Example): boolean =>
    each.isOfFew ? weighMessage(each, ofFew) >= THRESHOLD_OF_FEW : weighMessage(each, weights) >= THRESHOLD;
  const own = [...messages, ...short].filter((message) => !isOthers(message)).map(exampleOf);
  for (const promotes of [true, false]) {
    const asked = own.filter((each) => each.promotes === promotes);
    const seen = asked.filter(isSeen);
    console.log(`${promotes ? 'promoting and mixed' : 'transactional'}: ${seen.length} of ${asked.length} to review`);
  }
};

const [option, writer] = process.argv.slice(2);
if (option === '--measure') measure(writer);
else if (option === '--check') check();
else write();
