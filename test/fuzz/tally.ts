/** Counts of a run: inputs by operation and status, the CPU of the slowest of each, and of all. */
export interface Counts {
  readonly total: number;
  readonly cpuMs: number;
  /** By operation, then by status. */
  readonly byName: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Milliseconds of CPU, by operation. */
  readonly slowest: Readonly<Record<string, number>>;
}

export const NOTHING: Counts = { total: 0, cpuMs: 0, byName: {}, slowest: {} };

const mergedBy = <T>(
  one: Readonly<Record<string, T>>,
  other: Readonly<Record<string, T>>,
  merge: (one: T, other: T) => T,
): Readonly<Record<string, T>> => {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries(
    [...names].map((name) => {
      const [first, second] = [one[name], other[name]];
      return [name, first === undefined ? (second as T) : second === undefined ? first : merge(first, second)];
    }),
  );
};

const sum = (one: number, other: number): number => one + other;

export const added = (one: Counts, other: Counts): Counts => ({
  total: one.total + other.total,
  cpuMs: one.cpuMs + other.cpuMs,
  byName: mergedBy(one.byName, other.byName, (first, second) => mergedBy(first, second, sum)),
  slowest: mergedBy(one.slowest, other.slowest, Math.max),
});

/** Counts input after input. */
export interface Tally {
  count(name: string, status: number | string, cpuMs: number): void;
  readonly counts: () => Counts;
}

export const tallyOf = (): Tally => {
  const byName: Record<string, Record<string, number>> = {};
  const slowest: Record<string, number> = {};
  let [total, cpu] = [0, 0];
  return {
    count: (name, status, cpuMs) => {
      total += 1;
      cpu += cpuMs;
      byName[name] ??= {};
      byName[name][status] = (byName[name][status] ?? 0) + 1;
      slowest[name] = Math.max(slowest[name] ?? 0, cpuMs);
    },
    counts: () => ({ total, cpuMs: cpu, byName, slowest }),
  };
};
