import { setTimeout as wait } from 'node:timers/promises';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { callerOf, setUp } from '../../../journeys/send-path-api.ts';
import { atTheDoor, lookedUp, revoked } from './door.ts';
import { byAddress, byLink, byReport, bySms } from './oppositions.ts';
import { atNight, expired, inReview, poisoned } from './waiting.ts';
import { must } from './world.ts';

const MORNING = '2026-11-24T10:00:00Z';

const STEPS = [byLink, bySms, byReport, byAddress, inReview, atTheDoor, lookedUp, revoked, poisoned, atNight, expired];

/** A stack that does nothing is noticed too. */
const LIMIT_MS = 400_000;
const late = async (): Promise<string> => {
  await wait(LIMIT_MS, undefined, { ref: false });
  return `not at its end after ${LIMIT_MS / 1000} s`;
};

/**
 * Boots an assembly and goes a short way through all of it. Resolves to what is not as it should be; `undefined`: everything
 * is. `say` is told how long each step took, milliseconds.
 */
export const journeyThrough = (
  assembly: string,
  say: (step: string, milliseconds: number) => void = () => undefined,
): Promise<string | undefined> => Promise.race([through(assembly, say), late()]);

const through = async (
  assembly: string,
  say: (step: string, milliseconds: number) => void,
): Promise<string | undefined> => {
  let stack: Aval | undefined;
  const timed = async <T>(name: string, work: Promise<T>): Promise<T> => {
    const before = performance.now();
    return work.finally(() => say(name, performance.now() - before));
  };
  const failures: string[] = [];
  try {
    const onLog = (name: string, text: string) => {
      if (/^(?:cold-start-failure|crash|time-out|denied): /.test(text)) failures.push(`${name}: ${text.trim()}`);
    };
    // A fault that was drawn would be taken for one of the template.
    stack = await timed('boot', startAval({ assembly, at: MORNING, onLog, faults: 'none' }));
    const world = { stack, api: callerOf(stack) };
    await setUp(world.api);
    for (const step of STEPS) await timed(step.name, step(world));
    must(failures.length === 0, failures[0] ?? '');
    const emitted = new Set(stack.events().map(({ bus }) => bus));
    must(emitted.size === 1 && !emitted.has(''), 'events are put on no bus of ours');
    return undefined;
  } catch (error) {
    return failures[0] ?? (error instanceof Error ? error.message : String(error));
  } finally {
    await stack?.stop().catch(() => undefined);
  }
};
