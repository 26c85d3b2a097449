/** CPU time of the fastest of a few runs, in microseconds, at least one millisecond. */
const fastest = (work: () => unknown): number => {
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage().user;
    work();
    return process.cpuUsage().user - start;
  });
  return Math.max(1_000, Math.min(...times));
};

/**
 * How much longer it takes to read ten times the text, `largest` characters of this piece repeated, then a letter: in linear
 * time ten times, in quadratic time a hundred.
 */
export const growth = (piece: string, largest: number, read: (text: string) => unknown): number => {
  const [short, long] = [largest / 10, largest].map((size) => {
    const text = `${piece.repeat(size / piece.length)}a`;
    return fastest(() => read(text));
  });
  return (long ?? 0) / (short ?? 1);
};
