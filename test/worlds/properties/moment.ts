import type { StoredVerdict } from '#shared/domain/message/verdict.ts';

/** Reasons that time alone may take away: hours, caps, quotas, the day after an annulment, RET-4, and a validity. */
const OF_THE_MOMENT: readonly string[] = [
  'QUIET_HOURS_SMS',
  'QUIET_HOURS_VOICE',
  'PUBLIC_HOLIDAY',
  'PUBLIC_HOLIDAY_VOICE',
  'TIMEZONE_AMBIGUOUS',
  'FREQUENCY_CAP',
  'ATTEMPT_QUOTA',
  'HELD_AFTER_ANNULMENT',
  'RENEWAL_TOO_EARLY',
  'VALIDITY_PASSED',
];

/** A reason of the moment is among those of the verdict. */
export const isOfTheMoment = ({ reasons }: StoredVerdict): boolean =>
  reasons.some(({ code }) => OF_THE_MOMENT.includes(code));
