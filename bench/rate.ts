/** Seconds of the processor, this process's own threads together: other work on the machine does not count. */
const usedSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Calls `act` on the items in turn for so many seconds of one core, after as long a warm-up; calls per second of it. */
export const perSecond = async <T>(items: readonly T[], act: (item: T) => unknown, seconds = 1.5): Promise<number> => {
  const spin = async (budget: number) => {
    const start = usedSeconds();
    let calls = 0;
    while (usedSeconds() - start < budget) {
      for (const item of items) {
        const given = act(item);
        if (given instanceof Promise) await given;
      }
      calls += items.length;
    }
    return calls / (usedSeconds() - start);
  };
  await spin(seconds);
  return spin(seconds);
};
