import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** What became of a task: an answer, or none in time, or the process ended, twice. */
export type Answer = { readonly answer: unknown } | 'late' | 'ended';

/** A process that answers one task after the other. */
export interface Worker {
  readonly ask: (task: object) => Promise<Answer>;
  readonly end: () => void;
}

/** Copies of a bundle stay in a process until it ends: it is begun anew after so many tasks. */
const TASKS_OF_ONE = 40;

const answerOf = async (process: ChildProcess, task: object, most: number): Promise<Answer> => {
  const late = AbortSignal.timeout(most);
  const over = new AbortController();
  const signal = AbortSignal.any([late, over.signal]);
  const answered = once(process, 'message', { signal }).then(([answer]: unknown[]): Answer => ({ answer }));
  const ended = once(process, 'exit', { signal }).then((): Answer => 'ended');
  process.send(task);
  const answer = await Promise.race([answered, ended]).catch((): Answer => 'late');
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
  const askOnce = async (task: object): Promise<Answer> => {
    if (left === 0) end();
    if (running === undefined) {
      running = fork(file, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      left = TASKS_OF_ONE;
    }
    left -= 1;
    const answer = await answerOf(running, task, most);
    if (typeof answer === 'string') end();
    return answer;
  };
  // What an earlier task left behind may end the process: the next one has not seen it.
  const ask = async (task: object): Promise<Answer> => {
    const first = await askOnce(task);
    return first === 'ended' ? askOnce(task) : first;
  };
  return { ask, end };
};

/** Gives each task to a worker that is free; `take` gets its answer. */
export const askAll = async <Task>(
  workers: readonly Worker[],
  tasks: readonly Task[],
  { asked, take }: { readonly asked: (task: Task) => object; readonly take: (task: Task, answer: Answer) => void },
): Promise<void> => {
  const waiting = [...tasks];
  await Promise.all(
    workers.map(async ({ ask }) => {
      for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) take(task, await ask(asked(task)));
    }),
  );
};
