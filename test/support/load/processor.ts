/** Milliseconds of processor that this process has taken so far, all its threads together. */
export const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
