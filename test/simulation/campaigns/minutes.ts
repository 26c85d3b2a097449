import { manifest } from '#functions/manifest.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { NOTHING_CAME } from '../engine/schedule.ts';
import type { Ports } from '../world/ports.ts';
import { type Process, processOf, type Simulation } from '../world/process.ts';
import { dispatch } from './campaign-functions.ts';
import type { CampaignWatch } from './watch.ts';

const MINUTE = 60_000;
const KILLED = 0.08;
/** Steps of its calls at one of which it dies. */
const STEPS = 200;
const TWICE = 0.12;
/** In some runs Scheduler starts it twice in most minutes, the second time well after the first. */
const OFTEN = { runs: 0.15, twice: 0.8 } as const;
const TIMEOUT_MS = manifest['dispatch-campaigns'].timeoutSeconds * 1_000;

/** Scheduler starts the function of campaigns once in each minute, now and then twice, at any of its seconds, and says for which minute it planned it. */
export const startMinutes = (
  sim: Simulation,
  portsIn: (process: Process) => Ports,
  watch: CampaignWatch,
  count: (name: string) => void,
) => {
  const { schedule, draws, faults, trace } = sim;
  let idle: Process[] = [];
  let [running, latest] = [0, ''];
  const isOften = draws('scheduler').chance(OFTEN.runs);

  const run = async (scheduledAt: Instant): Promise<void> => {
    const kept = idle.pop();
    const process = kept?.isAlive ? kept : processOf(sim, 'dispatch', 'worker');
    process.inHand = 'dispatch';
    process.dieAfter = faults.strikes('killed', KILLED, process.name) ? draws('deaths').int(0, STEPS) : undefined;
    if (scheduledAt === latest) count('two dispatchers in a minute');
    if (running > 0) count('a dispatcher beside another');
    latest = scheduledAt;
    running += 1;
    let isOver = false;
    const end = (): void => {
      isOver = true;
      running -= 1;
    };
    process.onDeath = () => {
      count('a dispatcher killed');
      end();
    };
    schedule.after(TIMEOUT_MS, () => (isOver ? NOTHING_CAME : process.die('out of time')));
    trace.say(`${process.name} takes up a minute`);
    await dispatch(portsIn(process), scheduledAt).catch((error: unknown) =>
      trace.say(`${process.name} fails: ${String(error)}`),
    );
    if (!process.isAlive) return;
    end();
    process.onDeath = () => undefined;
    process.dieAfter = undefined;
    trace.say(`${process.name} is done`);
    idle.push(process);
  };

  const everyMinute = () => {
    schedule.after(MINUTE, everyMinute);
    if (!watch.hasWork(schedule.now() + MINUTE)) return NOTHING_CAME;
    const seconds = draws('clock');
    const scheduledAt = toInstant(schedule.now());
    const begin = (usual: number) =>
      schedule.after(
        seconds.chance(usual) ? seconds.int(0, 3_000) : seconds.int(0, 59_999),
        () => void run(scheduledAt),
      );
    begin(0.8);
    if (faults.strikes('delivered-twice', isOften ? OFTEN.twice : TWICE, 'dispatch-campaigns'))
      begin(isOften ? 0 : 0.8);
    return undefined;
  };
  const second = schedule.now() % MINUTE;
  schedule.after(MINUTE - second, everyMinute);
  return {
    /** The next version is deployed. */
    renew: (): void => {
      idle = [];
    },
  };
};
