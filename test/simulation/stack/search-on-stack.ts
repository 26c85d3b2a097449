import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFunction } from '#infra/bundle.ts';
import { BUGS } from '../planted/bugs.ts';
import { plant } from '../planted/plant.ts';
import { runOnStack } from './run-on-stack.ts';

/** What a planted bug of campaigns can lie in. */
const FUNCTIONS = { 'dispatch-campaigns': 'schedules', 'send-chunk': 'workers' } as const;

/** Bundles of the functions of campaigns with a planted bug in them, by their functions. Throws where there is no such bug. */
const withBug = async (name: string): Promise<{ bundles: ReadonlyMap<string, string>; remove: () => void }> => {
  const bug = BUGS.find((each) => each.name.includes(name));
  if (bug === undefined) throw new Error(`no planted bug is called so: ${name}`);
  const { root, remove } = plant(bug);
  const outDir = mkdtempSync(join(tmpdir(), 'aval-planted-bundles-'));
  const bundles = new Map<string, string>();
  for (const [each, folder] of Object.entries(FUNCTIONS) as [keyof typeof FUNCTIONS, string][])
    bundles.set(each, await bundleFunction(outDir, each, join(root, 'functions', folder, `${each}.ts`)));
  return {
    bundles,
    remove: () => {
      remove();
      rmSync(outDir, { recursive: true });
    },
  };
};

/** Runs seeds on the local stack, one after another, and says what came of each; resolves to how many broke a promise. */
export const searchOnStack = async (
  { from, until }: { readonly from: number; readonly until: number },
  bug: string | undefined,
  say: (text: string) => unknown,
): Promise<number> => {
  const planted = bug === undefined ? undefined : await withBug(bug);
  let failing = 0;
  try {
    for (let seed = from; seed < until; seed += 1) {
      const { broken, received, kills, unknown } = await runOnStack(seed, planted?.bundles);
      const died = Object.values(kills).reduce((sum, count) => sum + count, 0);
      say(`seed ${seed}: ${received} mails, ${died} processes killed, ${unknown} handed over without an answer`);
      for (const [name, count] of Object.entries(kills)) say(`${String(count).padStart(9)}  ${name}`);
      for (const sentence of broken) say(`  broken: ${sentence}`);
      if (broken.length > 0) failing += 1;
    }
  } finally {
    planted?.remove();
  }
  say(`\n${until - from} runs on the local stack: ${failing} broke a promise.`);
  return failing;
};
