/**
 * `npm run mutation`: changes the law in every small way and counts which changes no test notices (docs/decisions/0011). The
 * law is tried in parts, each in a run of its own with the tests that can reach it, since all at once takes more memory than
 * a process has. Each part's result is kept in `reports/mutation/parts`: a second run goes on where the first ended, and asks
 * anew only about parts of which something changed. Ends with 1 below 95 %, or where a part could not be tried.
 * `-- --force` asks about all of a part; `-- --list` names the parts; `-- --part NAME`, as often as wanted, tries these alone; `-- -m FILE` is passed to Stryker.
 * `-- --share N --seed S` tries one in N of the parts, drawn by the seed (else 1): what they give is kept, so that shares add up to the whole.
 * `-- --oracle`: the same changes, with the second opinion as the only one who may notice (docs/decisions/0029).
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import law from './law/mutation.config.ts';
import { readSources } from './support/architecture/sources.ts';
import { type Part, partsOf, reachedFrom } from './support/mutation/parts.ts';
import { MutationReport, merged, scoreOf } from './support/mutation/report.ts';
import { shareOf } from './support/shares/share.ts';

const FOLDER = 'reports/mutation/parts';
const WHOLE = 'reports/mutation/law.json';
const LEAST_SHARE = 0.95;
const say = (text: string): boolean => process.stdout.write(`${text}\n`);
const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

const runNode = (asked: readonly string[]): number =>
  spawnSync(process.execPath, asked, { stdio: 'inherit' }).status ?? 1;
const runStryker = (asked: readonly string[]): number =>
  runNode(['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', ...asked]);

const sources = readSources();
const testsOfLaw = (): readonly string[] => {
  const { include = [], exclude = [] } = law.test ?? {};
  return globSync(include, { exclude })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
};

/** Of all that the tests of a part load, and of how it is tried. */
const fingerprintOf = ({ tests }: Part): string => {
  const loaded = new Set(tests.flatMap((test) => [...reachedFrom(test, sources)]));
  const hash = createHash('sha256').update(readFileSync('stryker.config.json'));
  for (const file of [...loaded].sort()) hash.update(`${file}\n${sources.get(file)}`);
  return hash.digest('hex');
};

const at = ({ name }: Part, end: string): string => `${FOLDER}/${name}.${end}`;
const reportOf = (part: Part): MutationReport =>
  z.parse(MutationReport, JSON.parse(readFileSync(at(part, 'json'), 'utf8')));
/** Whether a part was tried as it is now. */
const isKept = (part: Part): boolean =>
  existsSync(at(part, 'json')) &&
  existsSync(at(part, 'sha256')) &&
  readFileSync(at(part, 'sha256'), 'utf8') === fingerprintOf(part);

/** Tries a part, unless it was tried as it is now. `undefined`: it could not be tried; Stryker has said why. */
const tryPart = (part: Part, isForced: boolean): MutationReport | undefined => {
  if (isForced || !isKept(part)) {
    const fingerprint = fingerprintOf(part);
    const config = {
      ...JSON.parse(readFileSync('stryker.config.json', 'utf8')),
      mutate: part.files,
      testFiles: part.tests,
      incrementalFile: at(part, 'incremental.json'),
      jsonReporter: { fileName: at(part, 'json') },
      reporters: ['json', 'progress-append-only'],
      thresholds: { high: 95, low: 95, break: null },
    };
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(at(part, 'config.json'), JSON.stringify(config, undefined, 2));
    if (runStryker([...(isForced ? ['--force'] : []), at(part, 'config.json')]) !== 0) return undefined;
    writeFileSync(at(part, 'sha256'), fingerprint);
  }
  return reportOf(part);
};

/** Tries these parts; the report of the whole is of all that were ever tried as they are now. */
const tryParts = (parts: readonly Part[], all: readonly Part[], isForced: boolean): number => {
  const failed: string[] = [];
  for (const part of parts) {
    say(`${part.name}: ${part.files.length} files, ${part.tests.length} files of tests`);
    const report = tryPart(part, isForced);
    if (report === undefined) failed.push(part.name);
    else {
      const { share, noticed, missed } = scoreOf(report);
      say(`${part.name}: ${percent(share)}, ${noticed} noticed, ${missed} not`);
    }
  }
  if (failed.length > 0) say(`could not be tried: ${failed.join(', ')}`);
  const tried = all.filter(isKept);
  if (tried.length === 0) return 1;
  const whole = merged(tried.map(reportOf));
  writeFileSync(WHOLE, JSON.stringify(whole));
  const { share, noticed, missed, survivors } = scoreOf(whole);
  const said = `${tried.length} of ${all.length} parts: ${percent(share)}, ${noticed} noticed, ${missed} not`;
  say([...survivors, said].join('\n'));
  return share < LEAST_SHARE || failed.length > 0 ? 1 : 0;
};

/** Options that are not Stryker's. */
const OURS: readonly string[] = ['part', 'list', 'force', 'share', 'seed'];

const main = (asked: readonly string[]): number => {
  if (asked.includes('--oracle')) return runNode(['test/worlds/mutants/main.ts', ...asked]);
  const { values, tokens } = parseArgs({
    args: [...asked],
    options: {
      part: { type: 'string', multiple: true },
      list: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      share: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
    },
    strict: false,
    tokens: true,
  });
  const isOurs = tokens.every((token) => token.kind === 'option' && OURS.includes(token.name));
  if (!isOurs) return runStryker(asked);
  const all = partsOf(sources, testsOfLaw());
  const every = Number(values.share);
  if (!(every >= 1) || (values.part !== undefined && every !== 1)) {
    say('--share is a number from 1 on: one in so many parts is tried. It goes with no --part.');
    return 2;
  }
  const parts = shareOf(all, { every, kindsOf: () => [] }, String(values.seed));
  if (values.list === true) {
    for (const { name, files } of parts) say(`${name}: ${files.join(' ')}`);
    return 0;
  }
  const wanted = values.part === undefined ? undefined : [values.part].flat();
  const chosen = wanted === undefined ? parts : parts.filter(({ name }) => wanted.includes(name));
  return tryParts(chosen, all, values.force === true);
};

process.exit(main(process.argv.slice(2)));
