const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const MINUTE_MS = 60_000;

/** When a schedule is due next after an instant, in milliseconds; `undefined` when never again. */
export type NextDue = (afterMs: number) => number | undefined;

const everyNth = (part: string | undefined): number | undefined => {
  if (part === '*') return 1;
  const step = /^(?:\*|0)\/(\d+)$/.exec(part ?? '')?.[1];
  return step === undefined ? undefined : Number(step);
};

/**
 * Reads a schedule expression of EventBridge: `rate(…)` counted from the start, `at(…)` in UTC, and `cron` where only
 * the minutes say something. Throws an `Error` for any other.
 */
export const readSchedule = (expression: string, startMs: number): NextDue => {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate) {
    const every = Number(rate[1]) * (UNIT_MS[rate[2] ?? ''] ?? MINUTE_MS);
    return (after) => startMs + (Math.floor((after - startMs) / every) + 1) * every;
  }
  const once = /^at\((.+)\)$/.exec(expression)?.[1];
  if (once) {
    const due = Date.parse(`${once}Z`);
    return (after) => (due > after ? due : undefined);
  }
  const [minutes, ...rest] = /^cron\((.+)\)$/.exec(expression)?.[1]?.split(' ') ?? [];
  const step = everyNth(minutes);
  if (step === undefined || !rest.every((part) => part === '*' || part === '?')) {
    throw new Error(`The schedule ${expression} is not known to the local stack`);
  }
  return (after) => (Math.floor(after / (step * MINUTE_MS)) + 1) * step * MINUTE_MS;
};
