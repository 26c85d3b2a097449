/** Seconds of the processor, this process's own threads together: other work on the machine does not count. */
const usedSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const ROUNDS = 5;

/** Calls `act` on the items in turn for so many seconds of one core, after as long a warm-up; calls per second of it. */
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
  return spin(seconds);
};
