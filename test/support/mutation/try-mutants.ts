import * as z from 'zod/mini';
import type { LoadedTest } from './collecting.ts';
import { awake, noting } from './switches.ts';

/** What the bundle exports: each file of tests, to be loaded. */
interface Loaded {
  readonly files: ReadonlyMap<string, () => Promise<readonly LoadedTest[]>>;
}

/** A file of tests, with the law as it is: which mutants it comes by, how long it takes, and what fails in a bundle and is left out. */
export const TriedFile = z.strictObject({
  file: z.string(),
  met: z.array(z.string()),
  milliseconds: z.number(),
  failing: z.array(z.string()),
});
export type TriedFile = z.infer<typeof TriedFile>;

/** A mutant that is met more often, in one file, loops: it is stopped, which the test notices. */
const MOST_HITS = 1_000_000;

/** The bundle's copies of the law and of the tests, all new: what a module keeps of an earlier mutant is not in them. */
let copies = 0;
const anew = async (bundle: string): Promise<Loaded> => {
  copies += 1;
  return import(`${bundle}?copy=${copies}`);
};
const load = async ({ files }: Loaded, file: string): Promise<readonly LoadedTest[]> =>
  (await files.get(file)?.()) ?? [];

/** The names of all files of tests in the bundle. */
export const filesIn = async (bundle: string): Promise<readonly string[]> => [...(await anew(bundle)).files.keys()];

/** Runs a file of tests on the law as it is. */
export const tryFile = async (bundle: string, file: string): Promise<TriedFile> => {
  const loaded = await anew(bundle);
  const before = process.cpuUsage();
  awake(undefined, MOST_HITS);
  const coverage = noting(file);
  const failing: string[] = [];
  for (const { name, run } of await load(loaded, file)) await run().catch(() => failing.push(name));
  const met = Object.keys(coverage.perTest[file] ?? {});
  const { user, system } = process.cpuUsage(before);
  return { file, met, milliseconds: (user + system) / 1000, failing };
};

/** The first of these files in which a test notices the mutant; `undefined`: none does. A file that cannot be loaded notices it too. */
export const noticedIn = async (
  bundle: string,
  mutant: string,
  files: readonly TriedFile[],
): Promise<string | undefined> => {
  const loaded = await anew(bundle);
  awake(mutant, MOST_HITS);
  for (const { file, failing } of files) {
    const left = new Set(failing);
    const fails = await load(loaded, file)
      .then((tests) =>
        someFails(
          tests.filter(({ name }) => !left.has(name)),
          mutant,
        ),
      )
      .catch(() => true);
    if (fails) return file;
  }
  return undefined;
};

const someFails = async (tests: readonly LoadedTest[], mutant: string): Promise<boolean> => {
  for (const { run } of tests) {
    awake(mutant, MOST_HITS);
    const isFailed = await run().then(
      () => false,
      () => true,
    );
    if (isFailed) return true;
  }
  return false;
};
