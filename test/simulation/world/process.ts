import type { Clock } from '#shared/app/clock.port.ts';
import type { Pause } from '#shared/app/pause.port.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Draws } from '../engine/draws.ts';
import type { Faults } from '../engine/faults.ts';
import type { Schedule } from '../engine/schedule.ts';
import type { Trace } from '../engine/trace.ts';
import type { Sink } from './sink.ts';

/** What one run is made of. */
export interface Simulation {
  readonly schedule: Schedule;
  readonly draws: Draws;
  readonly faults: Faults;
  readonly trace: Trace;
  readonly sink: Sink;
}

/** A process of a function: it has a clock of its own, caches of its own, and can be killed at any of its calls. */
export interface Process {
  readonly name: string;
  readonly clock: Clock;
  readonly pause: Pause;
  isAlive: boolean;
  /** What it has in hand: the id of a message, where it is one. */
  inHand: string;
  /** One of its calls began, or its effect is there: it may be the moment at which it dies. */
  readonly step: () => void;
  /** It dies at its next steps but so many; absent: never. */
  dieAfter: number | undefined;
  readonly die: (why: string) => void;
  onDeath: () => void;
}

/** Milliseconds by which the clock of a process may be wrong: of a worker, and of what the clock of AWS starts. */
const SKEW = { worker: 1_500, schedule: 600_000 } as const;

let made = 0;
/** Names begin again with each run. */
export const forgetProcesses = (): void => {
  made = 0;
};

/** Begins a process. */
export const processOf = (sim: Simulation, kind: string, of: keyof typeof SKEW): Process => {
  made += 1;
  const { schedule, faults, draws, trace, sink } = sim;
  const name = `${kind}/${made}`;
  const isSkewed = faults.strikes('skewed', 0.3, name);
  const skew = draws('skew').int(-SKEW[of], SKEW[of]);
  const off = isSkewed ? (of === 'schedule' ? Math.abs(skew) : skew) : 0;
  if (isSkewed) trace.say(`${name} begins, its clock wrong by ${off} ms`);
  let shown = { at: Number.NaN, text: '' as Instant };
  const now = (): Instant => {
    const at = schedule.now() + off;
    if (at !== shown.at) shown = { at, text: new Date(at).toISOString() as Instant };
    return shown.text;
  };
  const process: Process = {
    name,
    clock: { now },
    pause: (milliseconds) =>
      new Promise((resolve) => {
        schedule.after(milliseconds, () => {
          if (process.isAlive) resolve();
        });
      }),
    isAlive: true,
    inHand: '',
    dieAfter: undefined,
    onDeath: () => undefined,
    step: () => {
      if (process.dieAfter === undefined || !process.isAlive) return;
      process.dieAfter -= 1;
      if (process.dieAfter < 0) process.die('killed');
    },
    die: (why) => {
      if (!process.isAlive) return;
      process.isAlive = false;
      trace.say(`${name} is ${why}, with ${process.inHand} in hand`);
      sink.excuses.push({ at: schedule.now(), message: process.inHand, why });
      process.onDeath();
    },
  };
  return process;
};
