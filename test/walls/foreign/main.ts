/**
 * Tries every route of the document, every queue and the bus with what belongs to another advertiser, on a world in memory.
 * Its last line is JSON: how much was tried, and what was found. `--plant NAME` puts a fault of `faults.ts` in first.
 */
import { parseArgs } from 'node:util';
import { awsInMemory } from '#test/fuzz/store/aws.ts';
import { NEIGHBOUR, setEnvironment, stopClock } from '#test/fuzz/world.ts';
import { plant } from './faults.ts';
import type { Finding } from './judge.ts';

const { values } = parseArgs({ options: { plant: { type: 'string' } } });
if (values.plant !== undefined) plant(values.plant);
setEnvironment();
stopClock();
const aws = awsInMemory();
const { ask } = await import('#test/fuzz/gateway.ts');
const { makeWorld } = await import('#test/fuzz/make-world.ts');
const { tryBoundToLookAlikes, tryForeign, tryLookAlikes, tryScopes } = await import('./tries.ts');
const { counted } = await import('./judge.ts');
const { tryQueues } = await import('./queues.ts');

const world = await makeWorld(aws, ask);
const named = (name: string) => {
  const found = world.callers.find((caller) => caller.name === name);
  if (found === undefined) throw new Error(`the world has no caller ${name}`);
  return found;
};
const [stranger, shop] = [named('stranger'), named('shop')];
const tries = [
  () => tryQueues(world),
  () => tryForeign(world, stranger, NEIGHBOUR),
  () => tryScopes(world),
  () => tryLookAlikes(world, shop),
  () => tryBoundToLookAlikes(world),
  () => tryLookAlikes(world, stranger),
];
const found: Finding[] = [];
// A fault that was put in is found once.
for (const each of tries) if (values.plant === undefined || found.length === 0) found.push(...(await each()));
process.stdout.write(`${JSON.stringify({ tried: counted(), found })}\n`);
