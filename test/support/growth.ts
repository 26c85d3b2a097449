/** Some systems count the CPU time of a process in steps of four milliseconds: a shorter piece of work may seem to take none. */
const LEAST_MICROSECONDS = 1_000;

/** CPU time in microseconds. */
const timeOf = (work: () => unknown): number => {
  const start = process.cpuUsage().user;
  work();
  return Math.max(LEAST_MICROSECONDS, process.cpuUsage().user - start);
};

const times = (count: number, work: () => unknown): void => {
  for (let done = 0; done < count; done++) work();
};

/** Measured so often at most; the fastest of each counts. */
const ROUNDS = 3;
/** A linear text gives ten: what grows so little is not measured again. */
const ENOUGH = 15;

/**
 * How much longer it takes to read ten times the text, `largest` characters of this piece repeated, then a letter: in linear
 * time ten times, in quadratic time a hundred. The short text is read ten times in a row, so that both times are measured
 * on about as much work, and once before, so that what is compiled at first is no part of it.
 */
export const growth = (piece: string, largest: number, read: (text: string) => unknown): number => {
  const textOf = (size: number) => `${piece.repeat(size / piece.length)}a`;
  const [short, long] = [textOf(largest / 10), textOf(largest)];
  read(short);
  let [tenShort, oneLong] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++) {
    tenShort = Math.min(
      tenShort,
      timeOf(() => times(10, () => read(short))),
    );
    oneLong = Math.min(
      oneLong,
      timeOf(() => read(long)),
    );
    if (10 * oneLong < ENOUGH * tenShort) break;
  }
  return (10 * oneLong) / tenShort;
};
