/**
 * `npm run mutation`: changes the law in every small way and counts which changes no test notices (docs/decisions/0011). The mutants are
 * tried in an order drawn by a seed, on every core; what no test of one act notices is asked of made worlds, with the second opinion as
 * judge, as `test/law/worlds` asks the law. What was found is kept in `reports/mutation/law.json`: a second run of the same law and the
 * same tests goes on where the first ended. Ends with 1 below 95 %, or where a test fails on the law as it is.
 * `-- --share N` tries one in N; `-- --seed S` draws another order (else 1); `-- --force` begins anew; `-- --of facts/,fold/` tries those of the
 * files whose path has one of these in it.
 * `-- --oracle`: the same changes, with the second opinion as the only one who may notice (docs/decisions/0029).
 */
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { bundleTests } from './support/mutation/bundled-tests.ts';
import type { Mutant } from './support/mutation/instrumented-law.ts';
import { type Notes, noteIn, ordered } from './support/mutation/order.ts';
import { type Answer, askAll, startWorker } from './support/mutation/processes.ts';
import { lineOf, reportOf, scoreOf } from './support/mutation/report.ts';
import { filesIn, TriedFile } from './support/mutation/try-mutants.ts';
import { drawnOrder } from './support/shares/share.ts';
import { killAt } from './worlds/mutants/kill.ts';
import { mutateLaw } from './worlds/mutants/mutated-law.ts';

const FOLDER = 'reports/mutation';
const KEPT = `${FOLDER}/law.json`;
const LEAST_SHARE = 0.95;
/** Made worlds that are asked about what is left, and how many at most of those that come by one mutant. */
const WORLDS = 3000;
const MOST_WORLDS = 400;
/** Milliseconds for a mutant: all the tests of the law take a tenth of it on a quiet machine. One that takes longer hangs, which is noticed. */
const MOST_OF_ONE = 300_000;
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** By the id of a mutant: the file of tests or the made world that noticed it, `late` where it hangs, or `null`. */
const Kept = z.strictObject({ sha256: z.string(), found: z.record(z.string(), z.nullable(z.string())) });
const Noticed = z.strictObject({ file: z.nullable(z.string()) });
const answerTo = (given: Answer): unknown => (typeof given === 'string' ? undefined : given.answer);

const keptOf = async (sha256: string, isForced: boolean): Promise<Record<string, string | null>> => {
  const kept = await readFile(KEPT, 'utf8')
    .then((text) => z.parse(Kept, JSON.parse(text)))
    .catch(() => undefined);
  return kept?.sha256 === sha256 && !isForced ? kept.found : {};
};

interface Wanted {
  readonly every: number;
  readonly seed: string;
  readonly isForced: boolean;
  /** Parts of paths, with commas between them. */
  readonly of: string;
}

const main = async ({ every, seed, isForced, of }: Wanted): Promise<number> => {
  const bundled = await bundleTests();
  const { file: bundle, sha256 } = bundled;
  const mutants = bundled.mutants.filter(({ id }) => of.split(',').some((part) => id.includes(part)));
  const workers = Array.from({ length: availableParallelism() }, () =>
    startWorker(new URL('./support/mutation/worker.ts', import.meta.url), MOST_OF_ONE),
  );
  const tests: TriedFile[] = [];
  await askAll(workers, await filesIn(bundle), {
    asked: (file) => ({ bundle, file }),
    take: (_, given) => void tests.push(z.parse(TriedFile, answerTo(given))),
  });
  const failing = tests.flatMap((each) => each.failing);
  for (const name of failing) say(`fails on the law as it is: ${name}`);

  const found = await keptOf(sha256, isForced);
  const drawn = drawnOrder(mutants, seed).slice(0, Math.ceil(mutants.length / every));
  const notes: Notes = new Map();
  let kept = Promise.resolve();
  const keep = (): Promise<void> => {
    kept = kept.then(() => writeFile(KEPT, JSON.stringify({ sha256, found })));
    return kept;
  };
  let tried = 0;
  const take = (mutant: Mutant, given: Answer): void => {
    const { id } = mutant;
    // A process that ends has shown nothing of the mutant: it is asked again by the next run.
    if (given === 'ended') {
      say(`${id}: the process ended`);
      return;
    }
    const noticed = given === 'late' ? given : z.parse(Noticed, given.answer).file;
    found[id] = noticed;
    if (noticed === null) say(`not noticed: ${lineOf(mutant)}`);
    else noteIn(notes, id, noticed);
    tried += 1;
    if (tried % 50 !== 0) return;
    void keep();
    say(`${tried}: ${reportOf(scoreOf(drawn, found), mutants.length).split('\n').at(-1)}`);
  };
  await mkdir(FOLDER, { recursive: true });
  await askAll(
    workers,
    drawn.filter(({ id }) => found[id] === undefined),
    {
      asked: ({ id }) => ({
        bundle,
        mutant: id,
        files: ordered(
          notes,
          id,
          tests.filter(({ met }) => met.includes(id)),
        ),
      }),
      take,
    },
  );
  for (const worker of workers) worker.end();
  const missed = scoreOf(drawn, found).missed.map(({ id }) => id);
  say(`${missed.length} that no test of one act notices are asked of ${WORLDS} made worlds`);
  for (const [id, world] of await killAt(await mutateLaw(), missed, { from: 1, until: WORLDS + 1 }, MOST_WORLDS))
    found[id] = `made world ${world}`;
  await keep();
  const score = scoreOf(drawn, found);
  say(reportOf(score, mutants.length));
  return score.share < LEAST_SHARE || failing.length > 0 ? 1 : 0;
};

const { values } = parseArgs({
  options: {
    oracle: { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
    share: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    of: { type: 'string', default: '' },
  },
  // Options of `--oracle` are handed on.
  strict: !process.argv.includes('--oracle'),
});
const every = Number(values.share);
if (values.oracle === true) {
  const { status } = spawnSync(process.execPath, ['test/worlds/mutants/main.ts', ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
if (!(every >= 1)) {
  say('--share is a number from 1 on: one mutant in so many is tried.');
  process.exit(2);
}
const { seed, of } = values;
process.exit(await main({ every, seed: String(seed), isForced: values.force === true, of: String(of) }));
