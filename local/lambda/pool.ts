import { availableParallelism } from 'node:os';
import { type DrawnFaults, noFaults } from '../faults/drawn-faults.ts';
import { chainOf, MOST_RUNS } from './chain.ts';
import type { AwsUrls, FunctionDefinition } from './definition.ts';
import type { Holds } from './holds.ts';
import { type Instance, type Outcome, startInstance } from './instance.ts';

export interface PoolOptions {
  readonly urls: AwsUrls;
  /** Instances at most, by function name; unless said, two for each core, 8 at most. */
  readonly concurrency: ReadonlyMap<string, number>;
  readonly onLog?: ((functionName: string, text: string) => void) | undefined;
  readonly onOutcome?: ((functionName: string, outcome: Outcome) => void) | undefined;
  /** Called with how long a run took on this machine, and the memory that the template gives it. */
  readonly onRun?: ((functionName: string, milliseconds: number, memoryMb: number) => void) | undefined;
  /** Cold starts and time-outs; none unless said. */
  readonly drawn?: DrawnFaults | undefined;
  /** Functions that a queue, a stream or a schedule calls: AWS calls them again, where nobody waits for the answer. */
  readonly calledBySources?: ReadonlySet<string> | undefined;
  /** Functions that may not run, or end badly; all run well unless said. */
  readonly holds?: Pick<Holds, 'hasRoom' | 'isCrashing'> | undefined;
}

/** Instances of one function: more of them would only share the cores, and each begins cold. */
export const MOST_INSTANCES = Math.min(8, 2 * availableParallelism());
/** Lambda ends idle instances too; here it only keeps the machine's memory free. */
const IDLE_LIMIT_MS = 5 * 60_000;
const KEPT_LOGS = 200;

const THROTTLED: Outcome = {
  kind: 'throttled',
  error: { errorType: 'TooManyRequestsException', errorMessage: 'Rate Exceeded.', trace: [] },
};

const RECURSIVE: Outcome = {
  kind: 'recursive',
  error: {
    errorType: 'RecursiveInvocationException',
    errorMessage: `The function ran ${MOST_RUNS} times in one chain of requests.`,
    trace: [],
  },
};

const CRASHED = {
  kind: 'crash',
  error: { errorType: 'Runtime.ExitError', errorMessage: 'Runtime exited with error: signal: killed', trace: [] },
} as const satisfies Outcome;

/** How an event ends that no instance gets; `undefined`: one runs it. */
const endWithoutRun = (
  { name, mayGoRound }: FunctionDefinition,
  runs: number,
  holds: PoolOptions['holds'],
): Outcome | undefined => {
  if (runs > MOST_RUNS && !mayGoRound) return RECURSIVE;
  if (holds?.hasRoom(name) === false) return THROTTLED;
  return holds?.isCrashing(name) === true ? CRASHED : undefined;
};

interface Slot {
  readonly instance: Instance;
  isBusy: boolean;
  idleSince: number;
  /** It runs a bundle that was replaced. */
  isOld: boolean;
}

/** The processes of one function, and who waits for one of them. */
export const createPool = (first: FunctionDefinition, options: PoolOptions) => {
  let definition = first;
  const limit = options.concurrency.get(definition.name) ?? MOST_INSTANCES;
  const logs: string[] = [];
  const waiting: ((slot: Slot) => void)[] = [];
  let slots: Slot[] = [];
  const onLog = (text: string) => {
    logs.push(text);
    logs.splice(0, logs.length - KEPT_LOGS);
    options.onLog?.(definition.name, text);
  };
  const open = (): Slot => {
    const slot = { instance: startInstance(definition, options.urls, onLog), isBusy: true, idleSince: 0, isOld: false };
    slots.push(slot);
    return slot;
  };
  const { drawn = noFaults } = options;
  const isDrawnTimeOut = () =>
    options.calledBySources?.has(definition.name) === true && drawn.isDrawn('time-out', definition.name);
  const endOne = () => slots.find(({ isBusy }) => !isBusy)?.instance.kill();
  const acquire = async (): Promise<Slot> => {
    if (drawn.isDrawn('cold-start', definition.name)) endOne();
    slots = slots.filter(({ instance }) => !instance.isGone());
    const free = slots.find(({ isBusy }) => !isBusy);
    if (free) {
      free.isBusy = true;
      return free;
    }
    return slots.length < limit ? open() : new Promise((resolve) => waiting.push(resolve));
  };
  const release = (slot: Slot) => {
    const next = waiting.shift();
    if (slot.isOld) slot.instance.kill();
    if (slot.instance.isGone()) {
      slots = slots.filter((other) => other !== slot);
      return next?.(open());
    }
    if (next) return next(slot);
    slot.isBusy = false;
    slot.idleSince = performance.now();
  };
  const invoke = async (event: unknown, traces: readonly string[]): Promise<Outcome> => {
    const chain = chainOf(definition.name, traces);
    const ended = endWithoutRun(definition, chain.runs, options.holds);
    if (ended !== undefined) {
      if (ended === CRASHED) onLog(`${CRASHED.kind}: ${CRASHED.error.errorType}: ${CRASHED.error.errorMessage}\n`);
      options.onOutcome?.(definition.name, ended);
      return ended;
    }
    const slot = await acquire();
    const began = performance.now();
    const answered = await slot.instance.invoke(event, chain.header);
    options.onRun?.(definition.name, performance.now() - began, definition.memoryMb);
    const outcome = answered.kind === 'result' && isDrawnTimeOut() ? slot.instance.endLate() : answered;
    options.onOutcome?.(definition.name, outcome);
    release(slot);
    return outcome;
  };
  const replace = (next: FunctionDefinition) => {
    definition = next;
    for (const slot of slots) {
      slot.isOld = true;
      if (!slot.isBusy) slot.instance.kill();
    }
  };
  const endIdle = () => {
    for (const { instance, isBusy, idleSince } of slots) {
      if (!isBusy && performance.now() - idleSince > IDLE_LIMIT_MS) void instance.stop();
    }
  };
  return { invoke, replace, endIdle, logs, instances: () => slots.map(({ instance }) => instance) };
};
