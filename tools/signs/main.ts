import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Weights } from '#shared/domain/message/signs/weighing.ts';
import { weighMessage } from '#shared/domain/message/signs/weighing.ts';
import { exampleOf } from './examples.ts';
import { THRESHOLD, weightsFrom } from './fit.ts';
import { messagesIn } from './labelled.ts';

/**
 * `npm run signs` learns what words weigh from test/labelled/written and writes the weights, which takes a minute. With
 * `--check` it fails when they were learned from other messages or in another way; with `--measure WRITER` it says what
 * of the messages of one writer is seen by what the others taught.
 */
const FILE = fileURLToPath(new URL('../../shared/domain/message/signs/weights.json', import.meta.url));
const WEIGHING = '../../shared/domain/message/signs/weighing.ts';
const HOW = ['learn.ts', 'fit.ts', 'examples.ts', 'random.ts', WEIGHING];

const messages = messagesIn('written');
const examples = messages.map(exampleOf);

/** Of what each message shows and of how it is learned from. */
const fingerprint = (): string => {
  const how = HOW.map((name) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8'));
  return createHash('sha256')
    .update(JSON.stringify([examples, how]))
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
  const { bias, of } = weightsFrom(examples);
  const learned = { learnedFrom: fingerprint(), threshold: THRESHOLD, bias, ...byLanguage(of) };
  writeFileSync(FILE, `${JSON.stringify(learned, undefined, 2)}\n`);
};

const check = (): void => {
  if (JSON.parse(readFileSync(FILE, 'utf8')).learnedFrom === fingerprint()) return;
  console.error(
    'shared/domain/message/signs/weights.json is not what test/labelled/written teaches: run npm run signs.',
  );
  process.exitCode = 1;
};

const measure = (writer: string | undefined): void => {
  const isOwn = (index: number): boolean => messages[index]?.writer === writer;
  const weights = weightsFrom(examples.filter((_, index) => !isOwn(index)));
  const own = examples.filter((_, index) => isOwn(index));
  for (const promotes of [true, false]) {
    const asked = own.filter((each) => each.promotes === promotes);
    const seen = asked.filter((each) => weighMessage(each, weights) >= THRESHOLD);
    console.log(`${promotes ? 'promoting and mixed' : 'transactional'}: ${seen.length} of ${asked.length} to review`);
  }
};

const [option, writer] = process.argv.slice(2);
if (option === '--measure') measure(writer);
else if (option === '--check') check();
else write();
