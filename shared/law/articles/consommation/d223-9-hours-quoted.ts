import type { Example } from '../../example.ts';
import { callingHoursExamplesOn, callingHoursIn } from './d223-9.ts';
import { type Days, IN_2024, IN_2026, SINCE_2023, SINCE_2026 } from './d223-9-versions.ts';

/** Hours as editions before 2026-11-30.5 quoted them: without the words that leave out Saturdays and Sundays. */
const HOURS_ALONE =
  'de 10 heures à 13 heures et de 14 heures à 20 heures, ces heures correspondant à celles du fuseau horaire du consommateur';
export const callingHours2023QuotedAlone = callingHoursIn(SINCE_2023, HOURS_ALONE);
export const callingHoursQuotedAlone = callingHoursIn(SINCE_2026, HOURS_ALONE);

/* @__NO_SIDE_EFFECTS__ */
const examplesOn = (days: Days): readonly Example[] => [...callingHoursExamplesOn(days)];
export const callingHours2023QuotedAloneExamples = examplesOn(IN_2024);
export const callingHoursQuotedAloneExamples = examplesOn(IN_2026);
