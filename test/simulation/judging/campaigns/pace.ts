import { CLOCKS, DAY, inboxOf, type Judged, MINUTE, named, runsIn, type Taken } from './reading.ts';

/** Never faster than the provider takes, than the campaign allows itself, and than its days allow it. */

const SMS_A_SECOND = 1;
/** Of what the provider takes, so much is kept for single messages. */
const FOR_CAMPAIGNS = 0.8;
/** Minutes of work that may be queued. */
const QUEUED = 2;

const minutesIn = (from: number, until: number): number => Math.floor(until / MINUTE) - Math.floor(from / MINUTE) + 1;

/** What is looked at of whoever was taken. */
type Paced = Pick<Taken, 'at' | 'queuedAt'>;
/** So many in so many minutes. */
type Count = readonly [count: number, minutes: number];

/** What a worker that was killed had in hand comes again after six minutes; whoever leaves at their place is with their person within two. */
const isPunctual = ({ at, queuedAt = at }: Paced): boolean => at <= queuedAt + 2 * MINUTE;

/** More than so many in a minute, counted from the first. Clocks around a minute's end may open one minute more. */
const sinceFirst = (taken: readonly Paced[], most: number, sinceOf: (one: Paced) => number): readonly Count[] => {
  let first = Number.POSITIVE_INFINITY;
  for (const [index, one] of taken.entries()) {
    first = Math.min(first, sinceOf(one));
    const minutes = minutesIn(first, one.at);
    if (index + 1 > most * (minutes + 1)) return [[index + 1, minutes]];
  }
  return [];
};

/** The same from any, where two minutes of work may have been queued. */
const sinceAny = (taken: readonly Paced[], most: number): readonly Count[] => {
  for (const [index, { at }] of taken.entries())
    for (const minutes of [1, 5, 15]) {
      const count = index + 1 - taken.findIndex((one) => one.at > at - minutes * MINUTE);
      if (count > most * (minutes + 1 + QUEUED + 1)) return [[count, minutes]];
    }
  return [];
};

/**
 * Whoever is late leaves beside those of a later minute, and counts for the minute in which they came to the queue: all are counted from when the
 * first of them did, and the punctual from the first of these that came to somebody.
 */
const faster = (taken: readonly Paced[], most: number, who: string): readonly string[] =>
  [
    ...sinceFirst(taken.filter(isPunctual), most, ({ at }) => at),
    ...sinceFirst(taken, most, ({ at, queuedAt = at }) => queuedAt),
    ...sinceAny(taken, most),
  ]
    .slice(0, 1)
    .map(([count, minutes]) => `${who} sent ${count} in ${minutes} minutes, where ${most} a minute may`);

export const fasterThanProvider = (record: Judged): readonly string[] =>
  (['email', 'sms'] as const).flatMap((channel) => {
    const perSecond = channel === 'sms' ? SMS_A_SECOND : record.of.perSecond;
    const taken = record.sink.inbox.filter((one) => one.run !== undefined && one.channel === channel);
    return faster(taken, Math.floor(perSecond * 60 * FOR_CAMPAIGNS), `campaigns by ${channel}`);
  });

export const fasterThanAllowed = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) => {
    const { maxPerMinute } = each.campaign;
    return maxPerMinute === undefined ? [] : faster(inboxOf(record, each.run.run), maxPerMinute, named(each));
  });

/** Up to the end of a day of its ramp, no more than its days together allow. */
export const aboveRamp = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) => {
    const { ramp } = each.campaign;
    const taken = inboxOf(record, each.run.run);
    return (ramp ?? []).flatMap((_, day, days) => {
      const may = days.slice(0, day + 1).reduce((sum, most) => sum + most, 0);
      const until = each.run.startedAt + (day + 1) * DAY - CLOCKS;
      const came = taken.filter(({ at }) => at <= until).length;
      return came > may ? [`${named(each)} sent ${came} by the end of day ${day + 1}, where ${may} may`] : [];
    });
  });
