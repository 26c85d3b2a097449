import * as z from 'zod/mini';
import { about, named } from '../about.ts';
import { ClockZone } from '../contact/codes.ts';
import type { Instant } from '../ids.ts';
import { ClockTime } from '../text/text.ts';
import { addDaysTo } from '../time/calendar.ts';
import { Day } from '../time/day.ts';
import { form } from '../time/form.ts';
import { addDays, millisecondsOf } from '../time/instant.ts';
import { dayIn, LocalDateTime, type Run, runAt } from './local-time.ts';

const Now = z.strictObject({ at: about('As soon as it is created.', z.literal('now')) });

const Once = z.strictObject({
  at: about('The local date and time, without a zone: 2026-12-01T09:00.', LocalDateTime),
  zone: about('The zone whose clock is meant: Europe/Paris.', ClockZone),
});

const Every = z.enum(['day', 'week', 'month']);

const Recurring = z.strictObject({
  every: about(
    'How often. week: on the weekday of its first day. month: on that day of the month, or the last day of a shorter one. A run ends where the next one begins, which takes up whoever was not reached.',
    Every,
  ),
  from: about('Its first day, on which it runs as well: 2026-12-01.', Day),
  at: about('The time of the day, by the clock of the zone: 09:00.', ClockTime),
  zone: about('The zone whose clock is meant: Europe/Paris.', ClockZone),
});
type Recurring = z.infer<typeof Recurring>;

const Waves = z.strictObject({
  waves: about(
    'The local date and time of each recipient: each leaves when the clock where the recipient is shows it.',
    LocalDateTime,
  ),
});

/** When a campaign runs. */
export const Schedule = named(
  'Schedule',
  // Whoever says now means now, whatever else they say.
  z.union([Now, form(Once), form(Recurring), form(Waves)], {
    error: ({ input }) =>
      input === undefined ? undefined : 'at: now; or at and zone; or every, from, at and zone; or waves',
  }),
);
export type Schedule = z.infer<typeof Schedule>;

/** One run for recipients of these zones alone. */
export interface Wave extends Run {
  readonly zones: readonly string[];
}

const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The day of the month of `from`, or the last one, some months later. */
const monthsAfter = (from: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const toDay = Math.min(day, lastDayOf(toYear, toMonth));
  return `${toYear}-${String(toMonth).padStart(2, '0')}-${String(toDay).padStart(2, '0')}`;
};

/** The day of its run with this number; the first is 0. Counted from the first day each time, so that nothing drifts. */
const dayOfRun = ({ every, from }: Recurring, number: number): string => {
  if (every === 'month') return monthsAfter(from, number);
  return addDaysTo(from, number * (every === 'week' ? 7 : 1));
};

const MOST_DAYS = { day: 1, week: 7, month: 31 } as const;
const DAY_MS = 86_400_000;

/** A number of a run that is certainly not after this day. */
const numberBefore = ({ every, from }: Recurring, day: string): number => {
  const days = (Date.parse(day) - Date.parse(from)) / DAY_MS;
  return Math.max(0, Math.floor(days / MOST_DAYS[every]) - 2);
};

/** The runs of a recurring schedule after an instant, in order, without end. */
function* runsAfter(schedule: Recurring, after: Instant): Generator<Run> {
  // A zone's day is at most a day from that of UTC, and the first candidates may still be before it.
  const day = dayIn(schedule.zone, millisecondsOf(addDays(after, -1)));
  for (let number = numberBefore(schedule, day); ; number += 1) {
    const run = runAt(`${dayOfRun(schedule, number)}T${schedule.at}`, schedule.zone);
    if (run.at > after) yield run;
  }
}

/** The next run of a recurring schedule after an instant, unless it is at the end of the campaign or later. */
export const nextRun = (schedule: Recurring, after: Instant, endsAt: Instant): Run | undefined => {
  const [run] = runsAfter(schedule, after);
  return run !== undefined && run.at < endsAt ? run : undefined;
};

/** The instants of a recurring schedule after one, up to and with another. */
export const runsBetween = (schedule: Recurring, after: Instant, upTo: Instant): readonly Instant[] => {
  const instants: Instant[] = [];
  for (const { at } of runsAfter(schedule, after)) {
    if (at > upTo) return instants;
    instants.push(at);
  }
  return instants;
};

/** The instants at which the clocks of these zones show a local time, the earliest first, each with its zones. */
export const wavesOf = (local: string, zones: readonly string[]): readonly Wave[] => {
  const runs = [...new Set(zones)].toSorted().map((zone) => ({ zone, ...runAt(local, zone) }));
  return [...Map.groupBy(runs, ({ at }) => at)]
    .map(([at, same]) => {
      const shown = same.find((each) => each.shown !== undefined)?.shown;
      return { at, asked: local, zones: same.map(({ zone }) => zone), ...(shown === undefined ? {} : { shown }) };
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
};

/** Every run of a recurring schedule after an instant and before its end whose local time the clock is put forward over. */
export const movedRuns = (schedule: Recurring, after: Instant, endsAt: Instant): readonly Run[] => {
  const moved: Run[] = [];
  for (const run of runsAfter(schedule, after)) {
    if (run.at >= endsAt) return moved;
    if (run.shown !== undefined) moved.push(run);
  }
  return moved;
};
