import type { FaultKind } from '../engine/faults.ts';
import { NOTHING_CAME } from '../engine/schedule.ts';
import type { Process, Simulation } from './process.ts';

/** A call to a service, as its client makes it. */
export interface Call {
  readonly to: string;
  readonly what: string;
  /** How often the client tries, and how long it waits for each answer. */
  readonly attempts: number;
  readonly timeoutMs: number;
}

/** How likely each fault is at a call. */
const ODDS = { throttled: 0.012, 'fails-before': 0.012, 'answer-lost': 0.018, slow: 0.03 } as const;
type CallFault = keyof typeof ODDS;

const QUICK_MS = [1, 25] as const;
const SLOW_MS = [200, 4_500] as const;
const BACKOFF_MS = [40, 250] as const;

type Outcome<T> = { readonly value: T } | { readonly error: unknown; readonly isTriedAgain: boolean };

const failure = (name: string, status?: number): Error =>
  Object.assign(new Error(name), { name, $metadata: status === undefined ? {} : { httpStatusCode: status } });

const NO_ANSWER = { error: failure('TimeoutError'), isTriedAgain: true } as const;

/** One attempt: its way there, its effect, and its way back. Nothing comes back to a process that is dead. */
const attempt = <T>(sim: Simulation, process: Process, call: Call, effect: () => T): Promise<Outcome<T>> => {
  const { schedule, draws, faults, trace } = sim;
  const where = `${process.name} ${call.to} ${call.what}`;
  const strikes = (kind: CallFault) => faults.strikes(kind satisfies FaultKind, ODDS[kind], where);
  const latency = draws('latency');
  return new Promise((resolve) => {
    let isOver = false;
    const answer = (after: number, outcome: Outcome<T>, said: string) =>
      schedule.after(after, () => {
        if (isOver || !process.isAlive) return NOTHING_CAME;
        isOver = true;
        trace.say(`${where}: ${said}`);
        return resolve(outcome);
      });
    const there = latency.int(...QUICK_MS) + (strikes('slow') ? latency.int(...SLOW_MS) : 0);
    const back = latency.int(...QUICK_MS) + (strikes('slow') ? latency.int(...SLOW_MS) : 0);
    const refused = strikes('throttled') ? 'ThrottlingException' : strikes('fails-before') ? 'ServiceError' : undefined;
    const isLost = strikes('answer-lost');
    process.step();
    if (refused !== undefined)
      return answer(there + back, { error: failure(refused, 500), isTriedAgain: true }, refused);
    answer(call.timeoutMs, NO_ANSWER, 'no answer');
    schedule.after(there, () => {
      const outcome = resultOf(effect);
      process.step();
      if (!process.isAlive || isOver) trace.say(`${where}: done, and nobody waits for it`);
      if (!isLost) answer(back, outcome, 'error' in outcome ? (outcome.error as Error).name : 'done');
    });
  });
};

const resultOf = <T>(effect: () => T): Outcome<T> => {
  try {
    return { value: effect() };
  } catch (error) {
    return { error, isTriedAgain: false };
  }
};

/** Calls a service as the SDK does: what may pass is tried again. A call that failed for good excuses what it was for. */
export const callTo = async <T>(sim: Simulation, process: Process, call: Call, effect: () => T): Promise<T> => {
  for (let tried = 1; ; tried += 1) {
    const outcome = await attempt(sim, process, call, effect);
    if ('value' in outcome) return outcome.value;
    if (outcome.isTriedAgain && tried < call.attempts) {
      await process.pause(sim.draws('backoff').int(...BACKOFF_MS));
      continue;
    }
    if (outcome.isTriedAgain)
      sim.sink.excuses.push({ at: sim.schedule.now(), message: process.inHand, why: `${call.to} ${call.what} failed` });
    throw outcome.error;
  }
};
