/** Runs seeds and prints what came of them as one line of JSON: `node test/simulation/search.ts FROM UNTIL [first]`. */
import { type Found, runSeeds } from './seeds.ts';

const [from = '1', until = '1', isFirst] = process.argv.slice(2);
const found: Found = await runSeeds({ from: Number(from), until: Number(until) }, isFirst === 'first');
process.stdout.write(`${JSON.stringify(found)}\n`);
