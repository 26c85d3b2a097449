/** One of the workers of `npm run mutation -- --oracle`: tries its share of the mutants, part after part. */
import { parentPort } from 'node:worker_threads';
import * as z from 'zod/mini';
import { killAt } from './kill.ts';
import { mutateLaw } from './mutated-law.ts';

const Task = z.strictObject({ alive: z.array(z.string()), from: z.int(), until: z.int(), most: z.int() });

const mutated = await mutateLaw();
parentPort?.on('message', async (message: unknown) => {
  const { alive, most, ...seeds } = z.parse(Task, message);
  parentPort?.postMessage([...(await killAt(mutated, alive, seeds, most))]);
});
