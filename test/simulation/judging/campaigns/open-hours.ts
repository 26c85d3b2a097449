import { dayAfter, instantAt, wallIn } from './expected.ts';
import { CLOCKS, type Judged, MINUTE, type RunOfCampaign } from './reading.ts';

/** For how long somebody may leave: within the law's hours, on days that others leave below the ceiling. */

export type Person = Judged['people'][number];

export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** When texts may leave on a day, and days on which none may: public holidays of the months of stories. */
const [FIRST, LAST] = ['08:00', '21:30'];
const HOLIDAYS: readonly string[] = ['2026-11-01', '2026-11-11', '2026-12-25', '2027-01-01', '2027-03-29'];
const SUNDAY = 0;

/** A day of somebody, and when something may leave on it. */
interface OpenDay extends Stretch {
  readonly begins: number;
  readonly ends: number;
}
const OPEN = new Map<string, OpenDay>();

/** Wherever they may be, since nobody knows it. */
const openOn = ({ channel, zones }: Person, day: string): OpenDay => {
  const name = `${channel} ${zones} ${day}`;
  const known = OPEN.get(name);
  if (known !== undefined) return known;
  const inZones = (local: string): readonly number[] => zones.map((zone) => instantAt(local, zone));
  const [begins, ends] = [Math.min(...inZones(`${day}T00:00`)), Math.max(...inZones(`${dayAfter(day)}T00:00`))];
  const isClosed = HOLIDAYS.includes(day) || new Date(day).getUTCDay() === SUNDAY;
  const open =
    channel === 'email'
      ? { begins, ends, from: begins, until: ends }
      : {
          begins,
          ends,
          from: Math.max(...inZones(`${day}T${FIRST}`)),
          until: isClosed ? 0 : Math.min(...inZones(`${day}T${LAST}`)),
        };
  OPEN.set(name, open);
  return open;
};

/** When others than this run claimed a message to somebody: each counts on its day. */
const claimsOfOthers = (record: Judged, { run }: RunOfCampaign, { address }: Person): readonly number[] => [
  ...record.of.recipients.flatMap((one) => (one.address === address && one.run !== run.run ? one.claims : [])),
  ...record.messages.flatMap(({ to, messageId = '' }) =>
    record.people[to]?.address === address ? (record.sink.claims.get(messageId) ?? []) : [],
  ),
];

/** A claim around midnight may count on either day. */
const AROUND_MIDNIGHT = MINUTE + CLOCKS;

/** How much of a stretch somebody of a run may leave in, in milliseconds. */
export const openWithin = (
  record: Judged,
  each: RunOfCampaign,
  { person, from, until }: Stretch & { readonly person: Person },
): number => {
  const others = claimsOfOthers(record, each, person);
  let open = 0;
  for (let day = wallIn(person.zones[0] ?? '', from).slice(0, 10); ; day = dayAfter(day)) {
    const { begins, ends, ...own } = openOn(person, day);
    if (begins >= until) return open;
    const counted = others.filter((at) => at > begins - AROUND_MIDNIGHT && at < ends + AROUND_MIDNIGHT);
    if (counted.length < record.ceiling) open += Math.max(0, Math.min(own.until, until) - Math.max(own.from, from));
  }
};
