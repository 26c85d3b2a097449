/** Milliseconds of processor that this process has taken so far, all its threads together. */
export const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Milliseconds of processor that `act` takes; it awaits nothing. */
export const spentOn = (act: () => void): number => {
  const began = processorMs();
  act();
  return processorMs() - began;
};
