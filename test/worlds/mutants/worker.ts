/** One of the workers of `npm run mutation -- --oracle`: tries its share of the mutants, part after part. */
import { parentPort } from 'node:worker_threads';
import * as z from 'zod/mini';
import { drawnAsked } from './drawn.ts';
import { killBy, worldsAsked } from './kill.ts';
import { mutateLaw } from './mutated-law.ts';

const OfWorlds = { from: z.int(), until: z.int() };
const Share = { alive: z.array(z.string()), most: z.int() };
const Task = z.union([z.strictObject({ ...Share, ...OfWorlds }), z.strictObject({ ...Share, drawn: z.int() })]);

const mutated = await mutateLaw();
parentPort?.on('message', async (message: unknown) => {
  const task = z.parse(Task, message);
  const law = mutated.lawWith();
  const asked = 'drawn' in task ? drawnAsked(law, task.drawn) : await worldsAsked(law, task);
  const { killed, met } = killBy(mutated, task.alive, { law, asked }, task.most);
  parentPort?.postMessage({ killed: [...killed], met: [...met] });
});
