/**
 * `npm run wiring -- [--count 200] [--seed N] [--jobs 1] [--fresh]`: changes the templates in one place at a time, by operators
 * over every resource and property that wires, and says who notices: the checks of the boot, the comparison of roles with what
 * was recorded (`npm test` records), the situations of the alarms, CloudFormation's own description, or a short journey
 * through the booted stack. What a former run of the same seed and the same sources judged is not judged again. Ends with 1
 * where the clean template does not pass, less than 95 of 100 mutants are noticed, or a survivor is not explained.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readAssembly } from '#local/template/assembly.ts';
import { synthesiseOwn } from '#tools/start/own-assembly.ts';
import { readRecorded } from '../recorded.ts';
import { writeAssembly } from './assembly.ts';
import { drawn } from './draw.ts';
import { explanationOf } from './explained.ts';
import { journeyThrough } from './journey/journey.ts';
import { createJudge, distinct, type Noticed, rolesIn } from './judge.ts';
import { type Mutant, withMutant } from './mutants.ts';

const FOLDER = '.aval/wiring';
const LEAST_NOTICED = 0.95;
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    jobs: { type: 'string', default: '1' },
    fresh: { type: 'boolean', default: false },
  },
});
const [count, seed, jobs] = [Number(values.count), Number(values.seed), Math.max(1, Number(values.jobs))];

const own = await synthesiseOwn();
const stacks = readAssembly(own);
const calls = distinct(readRecorded());
const judge = createJudge((model) => rolesIn(model, calls));

/** Results of a former run of the same sources and the same seed; `null`: a survivor. */
const file = join(FOLDER, `${readFileSync(join(own, 'aval-sources'), 'utf8').slice(0, 12)}-${seed}.json`);
mkdirSync(FOLDER, { recursive: true });
if (values.fresh) rmSync(file, { force: true });
const results = new Map<string, Noticed | null>(
  existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, 'utf8'))) : [],
);
const keep = (id: string, result: Noticed | null): void => {
  results.set(id, result);
  writeFileSync(file, JSON.stringify(Object.fromEntries(results), undefined, 1));
};

const throughOnce = async (name: string, template: typeof stacks): Promise<string | undefined> => {
  const folder = join(FOLDER, name);
  rmSync(folder, { recursive: true, force: true });
  const says = await journeyThrough(writeAssembly(folder, own, template));
  rmSync(folder, { recursive: true, force: true });
  return says;
};

/** Boots a template and goes through it; what is noticed must be noticed again, since a busy machine may be late. */
const inJourney = async (name: string, template: typeof stacks): Promise<Noticed | null> => {
  const says = (await throughOnce(name, template)) && (await throughOnce(name, template));
  return says === undefined ? null : { by: 'journey', says };
};

const judged = async (mutant: Mutant, lane: number): Promise<void> => {
  if (results.has(mutant.id)) return;
  const mutated = withMutant(stacks, mutant);
  const result = judge(mutated) ?? (await inJourney(`lane-${lane}`, mutated));
  keep(mutant.id, result);
  say(`${mutant.id}\n    ${result === null ? 'NOT NOTICED' : `${result.by}: ${result.says.slice(0, 160)}`}`);
};

say(`seed ${seed}, ${count} mutants`);
const clean = judge(stacks) ?? (results.get('clean') === undefined ? await inJourney('clean', stacks) : null);
if (clean !== null) {
  say(`the clean template is not taken: ${clean.by}: ${clean.says}`);
  process.exit(1);
}
keep('clean', null);
say('the clean template passes');

const mutants = drawn(stacks, seed, count);
const waiting = [...mutants];
const lane = async (number: number): Promise<void> => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await judged(next, number);
};
await Promise.all(Array.from({ length: jobs }, (_, number) => lane(number)));

const noticedBy = Map.groupBy(mutants, ({ id }) => results.get(id)?.by ?? 'nobody');
for (const by of ['boot', 'roles', 'alarms', 'firewall', 'specification', 'journey', 'nobody'] as const)
  say(`  ${by}: ${noticedBy.get(by)?.length ?? 0}`);
const survivors = noticedBy.get('nobody') ?? [];
const unexplained = survivors.filter(({ id }) => explanationOf(id) === undefined);
for (const { id } of survivors) say(`survives: ${id}\n    ${explanationOf(id) ?? 'nobody has said why'}`);
const share = 1 - survivors.length / mutants.length;
const kinds = new Set(mutants.map(({ type }) => type)).size;
say(
  `${mutants.length} mutants of ${kinds} types, seed ${seed}: ${mutants.length - survivors.length} noticed (${(share * 100).toFixed(1)} %)`,
);
process.exit(share >= LEAST_NOTICED && unexplained.length === 0 ? 0 : 1);
