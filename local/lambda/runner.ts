import { availableParallelism } from 'node:os';
import { type DrawnFaults, noFaults } from '../faults/drawn-faults.ts';
import { chainOf, MOST_RUNS } from './chain.ts';
import type { AwsUrls, FunctionDefinition } from './definition.ts';
import type { Holds } from './holds.ts';
import { type Instance, type Outcome, startInstance } from './instance.ts';

/** Runs the functions of the template, each in processes of its own. */
export interface Runner {
  /**
   * Handles an event with a free instance, a new one, or the next that becomes free; `traces`: the trace headers of what it
   * comes from. Never rejects.
   */
  invoke(functionName: string, event: unknown, traces?: readonly string[]): Promise<Outcome>;
  /** Kills every process of a function, whatever it is doing; resolves to how many there were. */
  kill(functionName: string): number;
  /** From the next event on the function of this name is this one; an event in hand ends with what it began with. */
  replace(definition: FunctionDefinition): void;
  /** Events in hand, over all functions. */
  inFlight(): number;
  /** The last lines that a function wrote. */
  logs(functionName: string): readonly string[];
  definition(functionName: string): FunctionDefinition;
  stop(): Promise<void>;
}

export interface RunnerOptions {
  readonly definitions: readonly FunctionDefinition[];
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

interface Slot {
  readonly instance: Instance;
  isBusy: boolean;
  idleSince: number;
  /** It runs a bundle that was replaced. */
  isOld: boolean;
}

const createPool = (first: FunctionDefinition, options: RunnerOptions) => {
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
    if (chain.runs > MOST_RUNS && !definition.mayGoRound) {
      options.onOutcome?.(definition.name, RECURSIVE);
      return RECURSIVE;
    }
    if (options.holds?.hasRoom(definition.name) === false) {
      options.onOutcome?.(definition.name, THROTTLED);
      return THROTTLED;
    }
    if (options.holds?.isCrashing(definition.name) === true) {
      onLog(`${CRASHED.kind}: ${CRASHED.error.errorType}: ${CRASHED.error.errorMessage}\n`);
      options.onOutcome?.(definition.name, CRASHED);
      return CRASHED;
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

/** Makes a runner; no process starts before its first event. */
export const createRunner = (options: RunnerOptions): Runner => {
  const pools = new Map(options.definitions.map((definition) => [definition.name, createPool(definition, options)]));
  const definitions = new Map(options.definitions.map((definition) => [definition.name, definition]));
  const named = <T>(map: ReadonlyMap<string, T>, name: string): T => {
    const found = map.get(name);
    if (found === undefined) throw new Error(`No function is called ${name}`);
    return found;
  };
  let inFlight = 0;
  const reaper = setInterval(() => pools.forEach((pool) => void pool.endIdle()), 60_000);
  reaper.unref();
  return {
    invoke: async (name, event, traces = []) => {
      inFlight += 1;
      try {
        return await named(pools, name).invoke(event, traces);
      } finally {
        inFlight -= 1;
      }
    },
    kill: (name) => {
      const instances = named(pools, name)
        .instances()
        .filter((instance) => !instance.isGone());
      for (const instance of instances) instance.kill();
      return instances.length;
    },
    replace: (definition) => {
      named(pools, definition.name).replace(definition);
      definitions.set(definition.name, definition);
    },
    inFlight: () => inFlight,
    logs: (name) => named(pools, name).logs,
    definition: (name) => named(definitions, name),
    stop: async () => {
      clearInterval(reaper);
      const instances = [...pools.values()].flatMap((pool) => pool.instances());
      await Promise.all(instances.map((instance) => instance.stop()));
    },
  };
};
