/** One of the workers of `npm run worlds`: runs the seeds that it is handed, one part after the other. */
import { parentPort } from 'node:worker_threads';
import * as z from 'zod/mini';
import { runSeeds } from './run.ts';

const Part = z.strictObject({ from: z.int(), until: z.int() });

parentPort?.on('message', async (message: unknown) => {
  parentPort?.postMessage(await runSeeds(z.parse(Part, message)));
});
