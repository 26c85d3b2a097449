/**
 * `npm run mutation -- --oracle`: changes the law in every small way, with the second opinion as the only one who may
 * notice (docs/decisions/0029). `--count N` worlds, else 2,000; `--wide N` more worlds, else 20,000, which find what could
 * be noticed and was not; `--every N` takes each Nth mutant alone. What was found is kept in
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
    every: { type: 'string', default: '1' },
  },
});
const KEPT = 'reports/mutation/oracle.json';
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

const Found = z.strictObject({ sha256: z.string(), until: z.int(), killed: z.record(z.string(), z.int()) });
type Found = z.infer<typeof Found>;

const mutated = await mutateLaw();
const { sha256 } = mutated;
const ofVerdicts = mutated.mutants.filter(({ isOfWords }) => !isOfWords);
const mutants = ofVerdicts.filter((_, index) => index % Number(values.every) === 0);
say(
  `${mutants.length} mutants, of ${ofVerdicts.length}; ${mutated.mutants.length - ofVerdicts.length} more change words alone`,
);
const nothing: Found = { sha256, until: 1, killed: {} };
const before = await readFile(KEPT, 'utf8').then(
  (text) => z.parse(Found, JSON.parse(text)),
  () => nothing,
);
let found = before.sha256 === sha256 ? before : nothing;

const workers = Array.from(
  { length: availableParallelism() },
  () => new Worker(new URL('./worker.ts', import.meta.url)),
);
const killedBy = async (worker: Worker, task: object): Promise<readonly (readonly [string, number])[]> => {
  const answer = once(worker, 'message');
  worker.postMessage(task);
  const [killed]: (readonly (readonly [string, number])[])[] = await answer;
  return killed ?? [];
};

const [count, wide, part] = [Number(values.count), Number(values.wide), Number(values.part)];
const most = Number(values.most);
for (let from = found.until; from <= count + wide; from += part) {
  const alive = mutants.map(({ id }) => id).filter((id) => found.killed[id] === undefined);
  const shares = workers.map((_, index) => alive.filter((__, place) => place % workers.length === index));
  const tasks = workers.map((worker, index) =>
    killedBy(worker, { alive: shares[index], from, until: from + part, most }),
  );
  const killed = { ...found.killed, ...Object.fromEntries((await Promise.all(tasks)).flat()) };
  found = { sha256, until: from + part, killed };
  await mkdir('reports/mutation', { recursive: true });
  await writeFile(KEPT, JSON.stringify(found));
  say(`${from + part - 1} worlds: ${Object.keys(killed).length} of ${mutants.length} mutants noticed`);
}
for (const worker of workers) await worker.terminate();
const { share, text } = reportOf(mutants, found.killed, count);
say(text);
process.exit(share >= 0.9 ? 0 : 1);
