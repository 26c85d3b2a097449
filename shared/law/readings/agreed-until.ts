import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addDaysTo, instantOfWall } from '#shared/domain/time/calendar.ts';
import { addDays, millisecondsAfterMonths, millisecondsOf } from '#shared/domain/time/instant.ts';

/** The last instant, ms, up to which a person agreed at this one, by what the form says. A last day is one of Paris. */
export const agreedUntil = (
  givenAt: Instant,
  { days, months, until }: NonNullable<FormVersion['agreedFor']>,
): number => {
  if (days !== undefined) return millisecondsOf(addDays(givenAt, days));
  if (months !== undefined) return millisecondsAfterMonths(givenAt, months);
  return until === undefined ? millisecondsOf(givenAt) : instantOfWall(addDaysTo(until, 1), 0, 'Europe/Paris') - 1;
};
