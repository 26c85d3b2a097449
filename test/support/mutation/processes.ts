import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** A process that answers one task after the other. */
export interface Worker {
  /** Its answer; `undefined` where it took too long or ended. */
  readonly ask: (task: object) => Promise<unknown>;
  readonly end: () => void;
}

/** Copies of a bundle stay in a process until it ends: it is begun anew after so many tasks. */
const TASKS_OF_ONE = 40;

const answerOf = async (process: ChildProcess, task: object, most: number): Promise<unknown> => {
  const late = AbortSignal.timeout(most);
  const over = new AbortController();
  const signal = AbortSignal.any([late, over.signal]);
  const answered = once(process, 'message', { signal }).then(([answer]: unknown[]) => answer);
  const ended = once(process, 'exit', { signal }).then(() => undefined);
  process.send(task);
  const answer = await Promise.race([answered, ended]).catch(() => undefined);
  over.abort();
  await Promise.allSettled([answered, ended]);
  return answer;
};

/** A worker that runs this file, begun anew now and then, and after a task of more than `most` milliseconds. */
export const startWorker = (file: URL, most: number): Worker => {
  let running: ChildProcess | undefined;
  let left = 0;
  const end = (): void => {
    running?.kill('SIGKILL');
    running = undefined;
  };
  const ask = async (task: object): Promise<unknown> => {
    if (left === 0) end();
    if (running === undefined) {
      running = fork(file, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      left = TASKS_OF_ONE;
    }
    left -= 1;
    const answer = await answerOf(running, task, most);
    if (answer === undefined) end();
    return answer;
  };
  return { ask, end };
};

/** Gives each task to a worker that is free; `take` gets its answer. */
export const askAll = async <Task>(
  workers: readonly Worker[],
  tasks: readonly Task[],
  { asked, take }: { readonly asked: (task: Task) => object; readonly take: (task: Task, answer: unknown) => void },
): Promise<void> => {
  const waiting = [...tasks];
  await Promise.all(
    workers.map(async ({ ask }) => {
      for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) take(task, await ask(asked(task)));
    }),
  );
};
