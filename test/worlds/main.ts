/**
 * `npm run worlds`: judges a million made worlds on every core, tries the properties over them, and prints what came of
 * it. `-- --count N` for another number, `--from SEED` for other worlds. `--oracle` compares every verdict with the second
 * opinion instead, and tells the smallest world of the most frequent differences (`--stories N`, else 30). Ends with 1
 * where a property is broken, two opinions differ, or the worlds are too much alike.
 */
import { parseArgs } from 'node:util';
import { opinion } from '../oracle/oracle.ts';
import { smallestOf } from './compare.ts';
import { tableOf, wantingIn } from './counts.ts';
import { worldOf } from './making/generate.ts';
import { PROPERTIES } from './properties/all.ts';
import type { Ran } from './run.ts';
import { storyOf } from './story.ts';
import { EMPTY_TALLY, tallyInWords } from './tally.ts';
import { runOnEveryCore } from './workers.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    from: { type: 'string', default: '1' },
    oracle: { type: 'boolean', default: false },
    stories: { type: 'string', default: '30' },
  },
});
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** Broken properties that are told as stories, of each. */
const MOST_STORIES = 3;

const tellProperties = async ({ tallies }: Ran): Promise<number> => {
  let broken = 0;
  for (const property of PROPERTIES) {
    const tally = tallies[property.name] ?? EMPTY_TALLY;
    broken += tally.broken.length;
    say(tallyInWords(property.name, tally));
    for (const { seed, says } of tally.broken.slice(0, MOST_STORIES)) {
      const found = await property.tryAt(seed).catch(() => undefined);
      const worlds = found?.found === 'broken' ? found.worlds : [worldOf(seed)];
      say([`  seed ${seed}: ${says}`, ...worlds.map(storyOf)].join('\n'));
    }
  }
  return broken;
};

const tellDifferences = async ({ differences }: Ran): Promise<number> => {
  const groups = Object.entries(differences).toSorted(([, a], [, b]) => b.length - a.length);
  for (const [difference, seeds] of groups)
    say(`${String(seeds.length).padStart(6)}  ${difference} (seed ${seeds[0]})`);
  for (const [difference, seeds] of groups.slice(0, Number(values.stories))) {
    const worlds = seeds.slice(0, 50).map(worldOf);
    const [first] = worlds.toSorted((a, b) => JSON.stringify(a).length - JSON.stringify(b).length);
    if (first === undefined) continue;
    say(`\n${seeds.length} × ours / theirs: ${difference}`);
    say(await smallestOf(first, difference, opinion));
  }
  const all = groups.reduce((sum, [, seeds]) => sum + seeds.length, 0);
  say(`\n${all} worlds on which the opinions differ, in ${groups.length} ways.`);
  return all;
};

const from = Number(values.from);
const seeds = { from, until: from + Number(values.count) };
const began = performance.now();
const ran = await runOnEveryCore(seeds, values.oracle);
const seconds = (performance.now() - began) / 1000;
say(tableOf(ran.counts));
say(`${Math.round((seeds.until - from) / seconds)} worlds per second`);
const wanting = wantingIn(ran.counts);
for (const one of wanting) say(`too rare: ${one}`);
const faults = values.oracle ? await tellDifferences(ran) : await tellProperties(ran);
process.exit(faults + wanting.length === 0 ? 0 : 1);
