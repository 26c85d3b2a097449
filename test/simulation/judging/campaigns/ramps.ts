import { messagesFor } from './reached.ts';
import { audienceOf, CLOCKS, DAY, type Judged, MINUTE, named, type RunOfCampaign, runsIn } from './reading.ts';
import { decidedFrom } from './reviewed.ts';
import { letFrom } from './time-enough.ts';

/** A day of a ramp is used: as many are written to as it says, while there is somebody who may be (P11). */

/** So long before the end of a day nothing goes wrong any more: what went wrong before has been made up for by then, and whoever is left had their minute. */
const IN_PEACE = 6 * 60 * MINUTE;

/** Nothing but its ramp has a say in when it leaves. */
const isFree = (record: Judged, each: RunOfCampaign): boolean =>
  each.campaign.channel === 'email' &&
  each.campaign.schedule.kind !== 'waves' &&
  each.campaign.asked.length === 0 &&
  decidedFrom(record, each) === undefined &&
  letFrom(record, each) === 0 &&
  messagesFor(record, 'email', each.campaign.of) <= record.ceiling;

/** Who had a place of the day: they were handed to the provider in it, or nobody knows whether they were. */
const countedIn = (record: Judged, { run }: RunOfCampaign, from: number, until: number): number => {
  const isOfDay = (at: number): boolean => at > from - CLOCKS && at < until + CLOCKS;
  const came = record.sink.inbox.filter((one) => one.run === run.run && isOfDay(one.at)).map(({ address }) => address);
  const inDoubt = record.of.recipients
    .filter(({ run: of, claims, outcomes }) => {
      const isUnknown = outcomes.some(({ state }) => state === 'unknown' || state === 'unknown-final');
      return of === run.run && isUnknown && claims.some(isOfDay);
    })
    .map(({ address }) => address);
  return new Set([...came, ...inDoubt]).size;
};

export const dayOfRampUnused = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) => {
    const { campaign, run } = each;
    if (!isFree(record, each)) return [];
    return (campaign.ramp ?? []).flatMap((most, day) => {
      const [from, until] = [run.startedAt + day * DAY, run.startedAt + (day + 1) * DAY];
      if (until < record.peaceFrom + IN_PEACE || until > run.validUntil) return [];
      // Somebody of its audience came later or never, so that all places of this day could have been used.
      const later = audienceOf(record, campaign).filter(
        ({ address }) =>
          !record.sink.inbox.some(
            (one) => one.run === run.run && one.address === address && one.at <= until + CLOCKS,
          ) &&
          !record.of.recipients.some(
            (one) => one.run === run.run && one.address === address && one.claims.some((at) => at <= until),
          ),
      );
      const had = countedIn(record, each, from, until);
      return later.length > 0 && had < most
        ? [
            `${named(each)} wrote to ${had} on day ${day + 1} of its ramp, where ${most} might, and ${later.length} came later`,
          ]
        : [];
    });
  });
