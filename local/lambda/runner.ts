import type { FunctionDefinition } from './definition.ts';
import type { Outcome } from './instance.ts';
import { createPool, type PoolOptions } from './pool.ts';

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

export interface RunnerOptions extends PoolOptions {
  readonly definitions: readonly FunctionDefinition[];
}

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
