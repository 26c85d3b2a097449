/** One of the workers of `npm run worlds`: runs the seeds that it is handed, one part after the other. */
import { parentPort } from 'node:worker_threads';
import * as z from 'zod/mini';
import { opinion } from '../oracle/oracle.ts';
import { runSeeds } from './run.ts';

const Part = z.strictObject({ from: z.int(), until: z.int(), compares: z.boolean() });

parentPort?.on('message', async (message: unknown) => {
  const { compares, ...seeds } = z.parse(Part, message);
  parentPort?.postMessage(await runSeeds(seeds, compares ? opinion : undefined));
});
