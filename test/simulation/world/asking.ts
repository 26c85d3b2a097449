import { Failure, isRetryable } from '#shared/domain/failure.ts';
import { NOTHING_CAME } from '../engine/schedule.ts';
import type { Ports } from './ports.ts';
import { type Process, processOf, type Simulation } from './process.ts';

const KILLED = 0.05;
const STEPS = 24;
const TIMEOUT_MS = 25_000;
const MOST_TRIES = 8;
const WAIT_MS = [500, 15_000] as const;

type Came = 'done' | 'again' | 'refused';

/** Who asks a function and waits for its answer: asks again, with the same words, where none came or another try may help. */
export const askingOf = (sim: Simulation, portsIn: (process: Process) => Ports) => {
  const { schedule, draws, faults, trace } = sim;
  const idle: Process[] = [];

  const tryOnce = (what: string, run: (ports: Ports) => Promise<unknown>): Promise<Came> => {
    const process = idle.pop() ?? processOf(sim, 'api', 'worker');
    process.inHand = what;
    process.dieAfter = faults.strikes('killed', KILLED, `${process.name} ${what}`)
      ? draws('deaths').int(0, STEPS)
      : undefined;
    return new Promise((resolve) => {
      let isOver = false;
      const end = (came: Came): void => {
        if (isOver) return;
        isOver = true;
        process.dieAfter = undefined;
        process.onDeath = () => undefined;
        if (process.isAlive) idle.push(process);
        resolve(came);
      };
      process.onDeath = () => end('again');
      schedule.after(TIMEOUT_MS, () => (isOver ? NOTHING_CAME : process.die('out of time')));
      run(portsIn(process)).then(
        () => end('done'),
        (error: unknown) => {
          trace.say(`${process.name} ${what}: ${error instanceof Failure ? error.code : String(error)}`);
          if (!(error instanceof Failure)) throw error;
          end(isRetryable(error) || error.code === 'concurrent-change' ? 'again' : 'refused');
        },
      );
    });
  };

  /** Resolves to when it was acknowledged; to nothing where it never was. Now and then it is repeated after that. */
  return async (
    what: string,
    run: (ports: Ports) => Promise<unknown>,
    { isRepeated = true }: { readonly isRepeated?: boolean } = {},
  ): Promise<number | undefined> => {
    trace.say(`somebody asks: ${what}`);
    for (let tried = 1; tried <= MOST_TRIES; tried += 1) {
      const came = await tryOnce(what, run);
      if (came === 'refused') return undefined;
      if (came === 'done') {
        const at = schedule.now();
        trace.say(`acknowledged: ${what}`);
        if (isRepeated && faults.strikes('request-repeated', 0.1, what)) void tryOnce(what, run);
        return at;
      }
      await schedule.sleep(draws('patience').int(...WAIT_MS));
    }
    return undefined;
  };
};
