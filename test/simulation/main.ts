/**
 * `npm run simulate`: lets made stories happen to the send path with everything going wrong that may, and judges what came of
 * each. `-- --routed` makes them leave by a provider that reports by HTTPS, `-- --campaigns 20` makes them of campaigns to some twenty people, 500 and 10000 to so many; `--all` is each of these
 * in turn, which takes some hours. `--seeds N` for another number, `--from SEED` for other stories, `--story SEED` tells one of them, `--planted` finds
 * the planted bugs (`--known`: each from the seed on in which it was found before), `--differential N` holds the table in memory against DynamoDB Local, `--stack N` runs so many seeds of campaigns on the
 * local stack itself, whose processes are killed (`--bug NAME`: with a planted bug in them). Ends with 1 where a promise was
 * broken, a rare thing never happened, or a bug was not found.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compareSeeds } from './compare.ts';
import { EVERY_FAULT } from './engine/faults.ts';
import { findPlanted } from './planted/find.ts';
import { onEveryCore } from './processes.ts';
import { runStory } from './run.ts';
import { kindOf, missingIn, STORIES, type StoryKind } from './seeds.ts';
import { shrink } from './shrink.ts';
import { searchOnStack } from './stack/search-on-stack.ts';
import { tellOf } from './tell.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    all: { type: 'boolean', default: false },
    campaigns: { type: 'string' },
    routed: { type: 'boolean', default: false },
    from: { type: 'string', default: '1' },
    story: { type: 'string' },
    planted: { type: 'boolean', default: false },
    known: { type: 'boolean', default: false },
    differential: { type: 'string' },
    stack: { type: 'string' },
    bug: { type: 'string' },
  },
});
const ROOT = resolve(import.meta.dirname, '../..');
const asked = values.routed ? 'routed' : kindOf(values.campaigns);
/** As many as a long search has, of each kind. */
const SEEDS = {
  messages: 10_000,
  routed: 10_000,
  'campaigns-20': 100_000,
  'campaigns-500': 1_000,
  'campaigns-10000': 20,
} as const;
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** Failing runs that are shrunk and told. */
const MOST_STORIES = 3;
/** Of so many runs every rare thing must have happened. */
const ENOUGH_RUNS = 1_000;

const tell = async (seed: number, kind: StoryKind, isShrunk: boolean): Promise<void> => {
  const story = STORIES[kind](seed);
  const failing = { story, plan: EVERY_FAULT, ran: await runStory(story) };
  say(tellOf(isShrunk ? await shrink(failing) : failing));
};

const search = async (kind: StoryKind): Promise<number> => {
  const from = Number(values.from);
  const seeds = Number(values.seeds ?? SEEDS[kind]);
  const began = performance.now();
  const found = await onEveryCore(ROOT, { from, until: from + seeds }, kind);
  const seconds = (performance.now() - began) / 1000;
  for (const [name, count] of Object.entries(found.counts).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    say(`${String(count).padStart(9)}  ${name}`);
  for (const { seed, faults } of found.failing.slice(0, MOST_STORIES)) {
    say(`\nseed ${seed}: ${faults[0]}`);
    await tell(seed, kind, true);
  }
  const missing = found.runs < ENOUGH_RUNS ? [] : missingIn(found, kind);
  for (const name of missing) say(`never happened: ${name}`);
  for (const { seed, faults } of found.failing.slice(MOST_STORIES, 40)) say(`seed ${seed}: ${faults[0]}`);
  say(
    `\n${kind}: ${found.runs} runs from seed ${from}, ${found.messages} messages, ${Math.round(found.runs / seconds)} runs a second: ` +
      `${found.failing.length} broke a promise.`,
  );
  return found.failing.length + missing.length;
};

if (values.story !== undefined) {
  await tell(Number(values.story), asked, false);
  process.exit(0);
}
const searchAll = async (kinds: readonly StoryKind[]): Promise<number> => {
  let faults = 0;
  for (const each of kinds) faults += await search(each);
  return faults;
};
const faultsFound = (): Promise<number> => {
  if (values.planted) return findPlanted(say, { only: values.bug, isKnown: values.known });
  const from = Number(values.from);
  if (values.differential !== undefined)
    return compareSeeds({ from, until: from + Number(values.differential) }, asked, say);
  if (values.stack !== undefined) return searchOnStack({ from, until: from + Number(values.stack) }, values.bug, say);
  return searchAll(values.all ? (Object.keys(SEEDS) as StoryKind[]) : [asked]);
};
const faults = await faultsFound();
process.exit(faults === 0 ? 0 : 1);
