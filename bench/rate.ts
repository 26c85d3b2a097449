/** Seconds of the processor, this process's own threads together: other work on the machine does not count. */
const usedSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const ROUNDS = 5;
const WINDOWS = 6;

/**
 * Calls `act` on the items in turn, warms up for so many seconds of one core, then measures six windows of a third of that;
 * calls per second of the best one, since other work on the machine slows a core down and never speeds it up.
 */
export const perSecond = async <T>(items: readonly T[], act: (item: T) => unknown, seconds = 1.5): Promise<number> => {
  const spin = async (budget: number) => {
    const start = usedSeconds();
    let calls = 0;
    while (usedSeconds() - start < budget) {
      // Asking for the time is slow itself: once per so many rounds.
      for (let round = 0; round < ROUNDS; round++)
        for (const item of items) {
          const given = act(item);
          if (given instanceof Promise) await given;
        }
      calls += items.length * ROUNDS;
    }
    return calls / (usedSeconds() - start);
  };
  await spin(seconds);
  let best = 0;
  for (let window = 0; window < WINDOWS; window++) best = Math.max(best, await spin(seconds / 3));
  return best;
};
