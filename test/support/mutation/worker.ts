/** One of the processes of `npm run mutation`: tries files of tests on the law as it is, and mutants on those that come by them. */
import * as z from 'zod/mini';
import { noticedIn, TriedFile, tryFile } from './try-mutants.ts';

const Task = z.union([
  z.strictObject({ bundle: z.string(), file: z.string() }),
  z.strictObject({ bundle: z.string(), mutant: z.string(), files: z.array(TriedFile) }),
]);

process.on('message', async (message: unknown) => {
  const task = z.parse(Task, message);
  const answer =
    'file' in task
      ? await tryFile(task.bundle, task.file)
      : { file: (await noticedIn(task.bundle, task.mutant, task.files)) ?? null };
  process.send?.(answer);
});
