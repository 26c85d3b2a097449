import { sweepAccepted } from '#shared/app/parked/sweep-accepted.ts';
import { releaseDueMessages } from '#shared/app/send/release-due-messages.ts';
import { NOTHING_CAME } from '../engine/schedule.ts';
import type { Ports } from './ports.ts';
import { type Process, processOf, type Simulation } from './process.ts';

const KILLED = 0.06;
const STEPS = 30;
const MINUTE = 60_000;
/** What is due within so many minutes is looked at: the clock of a process is wrong by less. */
const AHEAD = 15 * MINUTE;

/** What the work of the clock looks for: a run that finds nothing changes nothing, and is left out. */
interface Waiting {
  /** Keys of the due list: each begins with its minute. */
  readonly due: ReadonlySet<string>;
  readonly isAnyAccepted: () => boolean;
}

const isDue = (sk: string, now: number): boolean => Date.parse(`${sk.slice(0, 16)}:00.000Z`) <= now + AHEAD;

/** What AWS starts by the clock: each minute what is due, each hour what was forgotten; now and then twice. */
export const startClockWork = (sim: Simulation, portsIn: (process: Process) => Ports, waiting: Waiting): void => {
  const { schedule, draws, faults, trace } = sim;
  const processes = new Map<string, Process>();

  const runOf = async (what: string, timeoutMs: number, work: (ports: Ports) => Promise<unknown>): Promise<void> => {
    const idle = processes.get(what);
    processes.delete(what);
    const process = idle?.isAlive ? idle : processOf(sim, what, 'schedule');
    process.inHand = what;
    process.dieAfter = faults.strikes('killed', KILLED, process.name) ? draws('deaths').int(0, STEPS) : undefined;
    process.onDeath = () => undefined;
    let isOver = false;
    schedule.after(timeoutMs, () => (isOver ? NOTHING_CAME : process.die('out of time')));
    await work(portsIn(process)).catch((error: unknown) => trace.say(`${process.name} fails: ${String(error)}`));
    isOver = true;
    process.dieAfter = undefined;
    if (process.isAlive) processes.set(what, process);
  };

  const everyMinute = () => {
    schedule.after(MINUTE, everyMinute);
    const now = schedule.now();
    if (waiting.due.size === 0 || ![...waiting.due].some((sk) => isDue(sk, now))) return NOTHING_CAME;
    const release = () => runOf('release-due', 50_000, (ports) => releaseDueMessages(ports));
    void release();
    if (faults.strikes('delivered-twice', 0.05, 'release-due')) void release();
    return undefined;
  };
  const everyHour = () => {
    schedule.after(60 * MINUTE, everyHour);
    if (!waiting.isAnyAccepted()) return NOTHING_CAME;
    return void runOf('sweep', 900_000, (ports) => sweepAccepted(ports, () => true));
  };
  everyMinute();
  schedule.after(draws('clock').int(0, 60) * MINUTE, everyHour);
};
