/** Runs seeds and prints what came of them as one line of JSON: `node test/simulation/search.ts FROM UNTIL KIND [first]`. */
import { type Found, runSeeds, type StoryKind } from './seeds.ts';

const [from = '1', until = '1', kind = 'messages', isFirst] = process.argv.slice(2);
const found: Found = await runSeeds(
  { from: Number(from), until: Number(until) },
  kind as StoryKind,
  isFirst === 'first',
);
process.stdout.write(`${JSON.stringify(found)}\n`);
