/** Some systems count the CPU time of a process in steps of four milliseconds: a shorter piece of work may seem to take none. */
const LEAST_MICROSECONDS = 1_000;

/** CPU time of the fastest of a few runs, in microseconds. */
const fastest = (work: () => unknown): number => {
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage().user;
    work();
    return process.cpuUsage().user - start;
  });
  return Math.max(LEAST_MICROSECONDS, Math.min(...times));
};

const times = (count: number, work: () => unknown): void => {
  for (let done = 0; done < count; done++) work();
};

/**
 * How much longer it takes to read ten times the text, `largest` characters of this piece repeated, then a letter: in linear
 * time ten times, in quadratic time a hundred. The short text is read ten times in a row, so that both times are measured
 * on about as much work.
 */
export const growth = (piece: string, largest: number, read: (text: string) => unknown): number => {
  const textOf = (size: number) => `${piece.repeat(size / piece.length)}a`;
  const [short, long] = [textOf(largest / 10), textOf(largest)];
  const tenShort = fastest(() => times(10, () => read(short)));
  return (10 * fastest(() => read(long))) / tenShort;
};
