/** What names a metric of CloudWatch. */
export interface MetricName {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** All values of one minute. */
export interface Minute {
  readonly sum: number;
  readonly maximum: number;
}

/** The values of metrics, by minute of the stack's clock. */
export interface Metrics {
  put(metric: MetricName, value: number, atMs: number): void;
  /** The minutes that have values, by the number of the minute since 1970. */
  minutesOf(metric: MetricName): ReadonlyMap<number, Minute>;
}

export const MINUTE_MS = 60_000;
/** Minutes that are kept of a metric: more than the longest look of an alarm. */
const KEPT = 1500;

const keyOf = ({ namespace, name, dimensions }: MetricName): string =>
  JSON.stringify([namespace, name, Object.entries(dimensions).toSorted()]);

/** Metrics in memory. */
export const createMetrics = (): Metrics => {
  const all = new Map<string, Map<number, Minute>>();
  return {
    put: (metric, value, atMs) => {
      const minutes = all.get(keyOf(metric)) ?? new Map<number, Minute>();
      all.set(keyOf(metric), minutes);
      const minute = Math.floor(atMs / MINUTE_MS);
      const { sum, maximum } = minutes.get(minute) ?? { sum: 0, maximum: Number.NEGATIVE_INFINITY };
      minutes.set(minute, { sum: sum + value, maximum: Math.max(maximum, value) });
      const [oldest] = minutes.keys();
      if (minutes.size > KEPT && oldest !== undefined) minutes.delete(oldest);
    },
    minutesOf: (metric) => all.get(keyOf(metric)) ?? new Map(),
  };
};
