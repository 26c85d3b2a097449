import { availableParallelism } from 'node:os';
import { inProcess } from '../processes.ts';
import { BUGS } from './bugs.ts';
import { KNOWN } from './known.ts';
import { plant, ROOT } from './plant.ts';

/** Seeds within which each bug must be found. */
const MOST_SEEDS = 5_000;
const SHARE = 250;

/** The name of a count, and what it says. */
const countAndSentence = (fault: string): readonly [string, string] => {
  const end = fault.indexOf(': ');
  return [fault.slice(0, end), fault.slice(end + 2)];
};

/** Where each bug is looked for: from the first seed on, or in the one in which it was found before, and in those that follow it. */
export interface Looked {
  /** Part of the names of those that are looked for; absent: all. */
  readonly only?: string | undefined;
  /** Those that were found before alone, each from that seed on. */
  readonly isKnown?: boolean;
}

/** Plants each bug in a copy of the code and searches it; says at which seed it was found, and how many were not. */
export const findPlanted = async (
  say: (text: string) => unknown,
  { only, isKnown = false }: Looked = {},
): Promise<number> => {
  const bugs = BUGS.filter(({ name }) => (only === undefined || name.includes(only)) && (!isKnown || KNOWN.has(name)));
  let next = 0;
  let missed = 0;
  say('| bug | found at seed | by the count | which says |\n|---|---|---|---|');
  const work = async (): Promise<void> => {
    for (let bug = bugs[next++]; bug !== undefined; bug = bugs[next++]) {
      const { kind = 'messages' } = bug;
      const first = isKnown ? (KNOWN.get(bug.name) ?? 1) : 1;
      const { root, remove } = plant(bug);
      let found: { readonly seed: number; readonly faults: readonly string[] } | undefined;
      for (let from = first; from < first + MOST_SEEDS && found === undefined; from += SHARE)
        [found] = (await inProcess(root, { from, until: from + SHARE }, kind, ['first'])).failing;
      // What fails without the bug as well says nothing of it.
      if (
        found !== undefined &&
        (await inProcess(ROOT, { from: found.seed, until: found.seed + 1 }, kind)).failing.length > 0
      )
        throw new Error(`seed ${found.seed} fails without a planted bug: ${found.faults[0]}`);
      if (found === undefined) missed += 1;
      say(
        `| ${bug.name} | ${found?.seed ?? 'not found'} | ${countAndSentence(found?.faults[0] ?? ': ').join(' | ')} |`,
      );
      remove();
    }
  };
  // One core is left for whatever else the machine does.
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism() - 1) }, work));
  return missed;
};
