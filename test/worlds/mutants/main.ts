/**
 * `npm run mutation -- --oracle`: changes the law in every small way, with the second opinion as the only one who may
 * notice (docs/decisions/0029). `--count N` worlds, else 2,000; `--wide N` more worlds, else 20,000, which find what could
 * be noticed and was not; `--most N` of the worlds that come by a mutant, in each part; `--drawn N` requests drawn at random
 * (else 2,000) show what can change an answer; `--every N` takes each Nth mutant alone. What was found is kept in
 * `reports/mutation/oracle.json`: a second run of the same law goes on where the first ended. Ends with 1 below 90 %.
 */
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import * as z from 'zod/mini';
import { mutateLaw } from './mutated-law.ts';
import { reportOf } from './report.ts';

const { values } = parseArgs({
  options: {
    oracle: { type: 'boolean' },
    count: { type: 'string', default: '2000' },
    wide: { type: 'string', default: '20000' },
    part: { type: 'string', default: '1000' },
    most: { type: 'string', default: '100' },
    drawn: { type: 'string', default: '2000' },
    every: { type: 'string', default: '1' },
  },
});
const KEPT = 'reports/mutation/oracle.json';
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

const Found = z.strictObject({
  sha256: z.string(),
  until: z.int(),
  killed: z.record(z.string(), z.int()),
  met: z.array(z.string()),
});
type Found = z.infer<typeof Found>;

const mutated = await mutateLaw();
const { sha256 } = mutated;
const ofVerdicts = mutated.mutants.filter(({ isOfWords }) => !isOfWords);
const mutants = ofVerdicts.filter((_, index) => index % Number(values.every) === 0);
say(
  `${mutants.length} mutants, of ${ofVerdicts.length}; ${mutated.mutants.length - ofVerdicts.length} more change words alone`,
);
const nothing: Found = { sha256, until: 1, killed: {}, met: [] };
const before = await readFile(KEPT, 'utf8')
  .then((text) => z.parse(Found, JSON.parse(text)))
  .catch(() => nothing);
let found = before.sha256 === sha256 ? before : nothing;

const workers = Array.from(
  { length: availableParallelism() },
  () => new Worker(new URL('./worker.ts', import.meta.url)),
);
interface Answer {
  readonly killed: readonly (readonly [string, number])[];
  readonly met: readonly string[];
}
const answerOf = async (worker: Worker, task: object): Promise<Answer> => {
  const answer = once(worker, 'message');
  worker.postMessage(task);
  const [found]: Answer[] = await answer;
  return found ?? { killed: [], met: [] };
};
const aliveNow = (): readonly string[] => mutants.map(({ id }) => id).filter((id) => found.killed[id] === undefined);
/** Each worker takes its share of the mutants that are alive. */
const ask = async (task: object): Promise<Answer> => {
  const alive = aliveNow();
  const most = Number(values.most);
  const shares = workers.map((_, index) => alive.filter((__, place) => place % workers.length === index));
  const answers = await Promise.all(
    workers.map((worker, index) => answerOf(worker, { ...task, alive: shares[index], most })),
  );
  return { killed: answers.flatMap(({ killed }) => killed), met: answers.flatMap(({ met }) => met) };
};

const [count, wide, part] = [Number(values.count), Number(values.wide), Number(values.part)];
for (let from = found.until; from <= count + wide; from += part) {
  const { killed, met } = await ask({ from, until: from + part });
  found = {
    sha256,
    until: from + part,
    killed: { ...found.killed, ...Object.fromEntries(killed) },
    met: [...new Set([...found.met, ...met])],
  };
  await mkdir('reports/mutation', { recursive: true });
  await writeFile(KEPT, JSON.stringify(found));
  say(`${from + part - 1} worlds: ${Object.keys(found.killed).length} of ${mutants.length} mutants noticed`);
}
const shown = await ask({ drawn: Number(values.drawn) });
for (const worker of workers) await worker.terminate();
const changed = new Set(shown.killed.map(([id]) => id));
const met = new Set([...found.met, ...shown.met]);
const { share, text } = reportOf(mutants, { killed: found.killed, changed, met }, count);
say(text);
process.exit(share >= 0.9 ? 0 : 1);
