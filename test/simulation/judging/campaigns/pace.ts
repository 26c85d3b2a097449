import { CLOCKS, DAY, inboxOf, type Judged, MINUTE, named, runsIn, type Taken } from './reading.ts';

/** Never faster than the provider takes, than the campaign allows itself, and than its days allow it. */

const SMS_A_SECOND = 1;
/** Of what the provider takes, so much is kept for single messages. */
const FOR_CAMPAIGNS = 0.8;
/** Minutes of work that may be queued. */
const QUEUED = 2;

const minutesIn = (from: number, until: number): number => Math.floor(until / MINUTE) - Math.floor(from / MINUTE) + 1;

/**
 * More than so many in a minute: counted from the first, where nothing was queued yet, and from any, where two minutes of work
 * may have been. Clocks around a minute's end may open one minute more.
 */
const faster = (taken: readonly Taken[], most: number, who: string): readonly string[] => {
  const [first] = taken;
  for (const [index, { at }] of taken.entries()) {
    const isFirst = first !== undefined && index + 1 > most * (minutesIn(first.at, at) + 1);
    if (isFirst) return [`${who} sent ${index + 1} in ${minutesIn(first.at, at)} minutes, where ${most} a minute may`];
    for (const minutes of [5, 15]) {
      const from = taken.findIndex((one) => one.at > at - minutes * MINUTE);
      const count = index - from + 1;
      if (count > most * (minutes + 1 + QUEUED + 1))
        return [`${who} sent ${count} in ${minutes} minutes, where ${most} a minute may`];
    }
  }
  return [];
};

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
