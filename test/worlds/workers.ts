import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { added } from './counts.ts';
import type { Ran, Seeds } from './run.ts';
import { EMPTY_TALLY, type Tally, together } from './tally.ts';

/** Seeds that are handed to a worker at once. */
const PART = 2000;

const partsOf = ({ from, until }: Seeds): readonly Seeds[] => {
  const starts = Array.from({ length: Math.ceil((until - from) / PART) }, (_, index) => from + index * PART);
  return starts.map((start) => ({ from: start, until: Math.min(until, start + PART) }));
};

/** Resolves to the answer of the worker; rejects with what it threw. */
const answerOf = async (worker: Worker, message: object): Promise<Ran> => {
  const answer = once(worker, 'message');
  worker.postMessage(message);
  const [ran]: Ran[] = await answer;
  if (ran === undefined) throw new Error('a worker gave no answer');
  return ran;
};

/** Results of several parts as one. */
const joined = (all: readonly Ran[]): Ran => {
  const tallies: Record<string, Tally> = {};
  const differences: Record<string, readonly number[]> = {};
  for (const ran of all) {
    for (const [name, tally] of Object.entries(ran.tallies))
      tallies[name] = together(tallies[name] ?? EMPTY_TALLY, tally);
    for (const [difference, seeds] of Object.entries(ran.differences))
      differences[difference] = [...(differences[difference] ?? []), ...seeds];
  }
  return { counts: added(all.map(({ counts }) => counts)), tallies, differences };
};

/** Runs these seeds on every core. `compares`: the other opinion is asked too, and no property is tried. */
export const runOnEveryCore = async (seeds: Seeds, compares: boolean): Promise<Ran> => {
  const waiting = [...partsOf(seeds)];
  const work = async (): Promise<readonly Ran[]> => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    const done: Ran[] = [];
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift())
      done.push(await answerOf(worker, { ...part, compares }));
    await worker.terminate();
    return done;
  };
  const ran = await Promise.all(Array.from({ length: availableParallelism() }, work));
  return joined(ran.flat());
};
