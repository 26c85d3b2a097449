import { randomUUID } from 'node:crypto';
import { type DrawnFaults, noFaults } from '../faults/drawn-faults.ts';
import type { Holds } from '../lambda/holds.ts';
import type { Runner } from '../lambda/runner.ts';
import { parseJson } from '../template/json.ts';
import type { Source } from './queue-source.ts';
import { type NextDue, readSchedule } from './schedule-expression.ts';

/** A schedule of the template that calls a function. */
export interface ScheduleDefinition {
  readonly name: string;
  readonly arn: string;
  readonly expression: string;
  readonly functionName: string;
  /** The event as the template words it; absent: the plain scheduled event. */
  readonly input: string | undefined;
  /** The queue of runs that could not be delivered, by its name. */
  readonly deadLetters?: string | undefined;
}

/** What a schedule may come to beside its function. */
interface ScheduleOptions {
  readonly drawn?: DrawnFaults | undefined;
  /** Schedules that may not call their function. */
  readonly holds?: Pick<Holds, 'mayCall'> | undefined;
  /** Puts a text on a queue, by its name. */
  readonly put?: ((queue: string, body: string) => Promise<void>) | undefined;
}

export interface ScheduleSource extends Source {
  /** Fires what is due at the stack's present, once however much time went by; resolves when the functions are done. */
  fireDue(): Promise<void>;
}

const TICK_MS = 250;

/** The keyword of an input in whose place Scheduler puts for when it planned the call, in whole seconds. */
export const SCHEDULED_TIME = '<aws.scheduler.scheduled-time>';

const eventOf = (definition: ScheduleDefinition, dueMs: number) => {
  const time = new Date(dueMs).toISOString().replace(/\.\d{3}Z$/, 'Z');
  if (definition.input === undefined)
    return {
      version: '0',
      id: randomUUID(),
      'detail-type': 'Scheduled Event',
      source: 'aws.scheduler',
      time,
      resources: [definition.arn],
      detail: '{}',
    };
  const input = definition.input.replaceAll(SCHEDULED_TIME, time);
  return parseJson(input) ?? input;
};

/** The last of its times that has come, where it was due at `dueMs` at first. */
const lastDue = (next: NextDue, dueMs: number, presentMs: number): number => {
  const following = next(presentMs);
  const after = following && next(following);
  return following === undefined || after === undefined ? dueMs : following - (after - following);
};

/**
 * Fires schedules by the stack's clock. When it jumps over several due times they are one: a function is called once, at
 * the new present, as a Scheduler that comes back would do for whoever asks "what is due by now".
 */
export const startSchedules = (
  definitions: readonly ScheduleDefinition[],
  runner: Pick<Runner, 'invoke'>,
  nowMs: () => number,
  { drawn = noFaults, holds, put }: ScheduleOptions = {},
): ScheduleSource => {
  const startMs = nowMs();
  const schedules = definitions.map((definition) => {
    const next = readSchedule(definition.expression, startMs);
    return { definition, next, dueMs: next(startMs) };
  });
  const running = new Set<Promise<unknown>>();
  /** What Scheduler may not call, it tries in vain; the event ends with the dead letters. */
  const deliver = async (definition: ScheduleDefinition, event: unknown): Promise<void> => {
    if (holds?.mayCall(definition.functionName) !== false)
      return void (await runner.invoke(definition.functionName, event));
    if (definition.deadLetters !== undefined) await put?.(definition.deadLetters, JSON.stringify(event));
  };
  const call = (definition: ScheduleDefinition, event: unknown) => {
    const called = deliver(definition, event).finally(() => running.delete(called));
    running.add(called);
  };
  /** Scheduler promises at least one call of each time. */
  const fire = (definition: ScheduleDefinition, dueMs: number) => {
    const event = eventOf(definition, dueMs);
    call(definition, event);
    if (drawn.isDrawn('schedule-twice', definition.name)) call(definition, event);
  };
  const fireDue = async () => {
    const present = nowMs();
    for (const schedule of schedules) {
      const { definition, next, dueMs } = schedule;
      if (dueMs === undefined || dueMs > present) continue;
      schedule.dueMs = next(present);
      fire(definition, lastDue(next, dueMs, present));
    }
    // Also those that the timer fired a moment before: whoever waits for what is due waits for them.
    await Promise.all(running);
  };
  const timer = setInterval(() => void fireDue(), TICK_MS);
  return {
    fireDue,
    isBusy: () => running.size > 0,
    stop: async () => clearInterval(timer),
  };
};
