import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startAval } from '#tools/start/aval.ts';
import { DeniedCalls } from '#tools/start/denied-calls.ts';

/** A system to judge by: its application API, and a clock that goes forward. */
export interface System {
  readonly api: string;
  readonly key: string;
  readonly console: string;
  /** Booted for this run; else it was running, and stays. */
  readonly isOwn: boolean;
  now(): Promise<number>;
  moveTo(instant: number): Promise<void>;
  /** Ends its own. Throws `DeniedCalls` when functions tried since it was opened what their template does not grant them. */
  close(): Promise<void>;
}

const ENV_FILE = fileURLToPath(new URL('../../.aval/env', import.meta.url));

/** What `npm start` wrote for shells; it may have ended since. */
const written = (): Readonly<Record<string, string>> => {
  try {
    const found = readFileSync(ENV_FILE, 'utf8').matchAll(/^export (\w+)=(.*)$/gm);
    return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]));
  } catch {
    return {};
  }
};

const showsClock = async (console: string): Promise<boolean> => {
  try {
    return (await fetch(`${console}/clock`)).ok;
  } catch {
    return false;
  }
};

/** What functions of a running system were denied so far, each time. Throws where its console does not say. */
const deniedAt = async (console: string): Promise<readonly string[]> => {
  const answer = await fetch(`${console}/denied`);
  if (!answer.ok) throw new Error(`The system at ${console} does not say what was denied: start it again.`);
  return (await answer.json()) as readonly string[];
};

const running = (api: string, key: string, console: string, before: number): System => ({
  api,
  key,
  console,
  isOwn: false,
  now: async () => {
    const shown: unknown = await (await fetch(`${console}/clock`)).json();
    return Date.parse(String(Object(shown).instant));
  },
  moveTo: async (instant) => {
    const body = JSON.stringify({ instant: new Date(instant).toISOString() });
    const headers = { 'content-type': 'application/json' };
    const moved = await fetch(`${console}/clock`, { method: 'PUT', headers, body });
    if (!moved.ok) throw new Error(`The clock could not be moved: ${await moved.text()}`);
  },
  close: async () => {
    const all = await deniedAt(console);
    if (all.length < before)
      throw new Error('The system was started again meanwhile: what it denied before is not known.');
    const denied = all.slice(before);
    if (denied.length > 0) throw new DeniedCalls(denied);
  },
});

/**
 * What goes through all advertisers, at each jump of the clock: here each question has one of its own, nothing is lost on the way,
 * and no list of a provider says otherwise than the ledger.
 */
const UNSCHEDULED = ['sweep', 'reconcile-suppressions'];

/** A new system whose clock starts there. `faults` is the seed of `AvalOptions`. */
export const bootSystem = async (startAt: number, faults?: string): Promise<System> => {
  const stack = await startAval({ at: new Date(startAt).toISOString(), unscheduled: UNSCHEDULED, faults });
  return {
    api: stack.applicationUrl,
    key: stack.rootKey,
    console: stack.consoleUrl,
    isOwn: true,
    now: async () => Date.parse(stack.clock.now()),
    moveTo: (instant) => stack.clock.set(new Date(instant).toISOString()),
    close: stack.stop,
  };
};

/**
 * The running system that the environment names (`AVAL_API`, `AVAL_KEY`, `AVAL_CONSOLE`), or the one that `npm start`
 * wrote down if it still answers, or a new one. Throws when the environment names one that does not answer.
 */
export const openSystem = async (environment: NodeJS.ProcessEnv, startAt: number): Promise<System> => {
  const isNamed = environment.AVAL_API !== undefined;
  const { AVAL_API, AVAL_KEY, AVAL_CONSOLE } = isNamed ? environment : written();
  if (!(AVAL_API && AVAL_KEY && AVAL_CONSOLE)) {
    if (isNamed) throw new Error('AVAL_API is set: AVAL_KEY and AVAL_CONSOLE are asked for too (source .aval/env).');
    return bootSystem(startAt);
  }
  if (await showsClock(AVAL_CONSOLE))
    return running(AVAL_API, AVAL_KEY, AVAL_CONSOLE, (await deniedAt(AVAL_CONSOLE)).length);
  if (isNamed) throw new Error(`Nothing answers at ${AVAL_CONSOLE}: start it again, or unset AVAL_API.`);
  return bootSystem(startAt);
};
