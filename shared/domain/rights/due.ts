import type { Instant } from '../ids.ts';
import { addDaysTo, instantOfWall, wallClock } from '../time/calendar.ts';
import { addDays, addYears, millisecondsOf, toInstant } from '../time/instant.ts';
import type { RightsRequest } from './rights-request.ts';

const PARIS = 'Europe/Paris';
/** GDPR art. 12, § 3: one month from its receipt, and two further months where it is extended. */
const MONTHS = 1;
const MONTHS_EXTENDED = 3;
/** A request that is open for so many days rings: about ten are left. One that was extended rings when ten are. */
const DAYS_UNTIL_ALARM = 20;
const DAYS_LEFT_EXTENDED = 10;
/** A person is informed within so many hours that the request is dealt with. */
const HOURS_UNTIL_ACKNOWLEDGED = 24;
/** What was asked and answered is shown for as long as an offence can be pursued (CPP art. 8, al. 1). */
const YEARS_KEPT = 6;

/** The same day of a later month; in a month without that day, its last one. */
const sameDayLater = (date: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const shown = Math.min(day, last.getUTCDate());
  return `${last.toISOString().slice(0, 7)}-${String(shown).padStart(2, '0')}`;
};

/**
 * The last millisecond of the day, in Paris, that has the number of the day of receipt, one month later or, extended, three. No
 * holiday or Sunday prolongs it: that is never later than what Regulation 1182/71 allows.
 */
export const dueAtOf = (receivedAt: Instant, isExtended = false): Instant => {
  const { date } = wallClock(millisecondsOf(receivedAt), PARIS);
  const last = sameDayLater(date, isExtended ? MONTHS_EXTENDED : MONTHS);
  return toInstant(instantOfWall(addDaysTo(last, 1), 0, PARIS) - 1);
};

/** Why a request must be looked at now. */
export type Overdue = 'not-acknowledged' | 'due-soon';

/** Whether an open request waits for too long; `undefined`: it does not. */
export const overdueOf = (
  {
    state,
    receivedAt,
    dueAt,
    acknowledgedAt,
  }: Pick<RightsRequest, 'state' | 'receivedAt' | 'dueAt' | 'acknowledgedAt'>,
  now: Instant,
): Overdue | undefined => {
  if (state !== 'open') return undefined;
  const isExtended = dueAt > dueAtOf(receivedAt);
  const ringsAt = isExtended ? addDays(dueAt, -DAYS_LEFT_EXTENDED) : addDays(receivedAt, DAYS_UNTIL_ALARM);
  if (ringsAt <= now) return 'due-soon';
  const isLate = acknowledgedAt === undefined && addDays(receivedAt, HOURS_UNTIL_ACKNOWLEDGED / 24) <= now;
  return isLate ? 'not-acknowledged' : undefined;
};

/** Until when what was asked and answered is shown, counted from its last step or from what ended it. */
export const termFrom = (ended: Instant): Instant => addYears(ended, YEARS_KEPT);

/** When a request may go; `undefined`: it is open, or its restriction is in force. */
export const endOfRequest = ({ kind, state, steps }: RightsRequest): Instant | undefined => {
  if (state === 'open' || (kind === 'restriction' && state === 'answered')) return undefined;
  const last = steps.at(-1)?.at;
  return last === undefined ? undefined : termFrom(last);
};
