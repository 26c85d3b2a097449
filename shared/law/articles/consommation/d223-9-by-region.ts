import type { Example } from '../../example.ts';
import { ofFrenchLawOrRegion, ofFrenchRegions } from './calling.ts';
import { callingDaysIn, holidayAbroadExamplesOn, holidayExamplesOn, mondayExamplesOn } from './d223-9.ts';
import { type Days, IN_2024, IN_2026, SINCE_2023, SINCE_2026 } from './d223-9-versions.ts';

/** Days as editions before 2026-11-30.4 read them: whoever was in a zone abroad was called on French public holidays. */
export const callingDays2023ByRegion = callingDaysIn(SINCE_2023, ofFrenchRegions);
export const callingDaysByRegion = callingDaysIn(SINCE_2026, ofFrenchRegions);

/* @__NO_SIDE_EFFECTS__ */
const examplesOn = (days: Days): readonly Example[] => [...holidayExamplesOn(days), ...mondayExamplesOn(days)];
export const callingDays2023ByRegionExamples = examplesOn(IN_2024);
export const callingDaysByRegionExamples = examplesOn(IN_2026);

/** Days as editions before 2026-12-01 read them: whether somebody abroad was called on a holiday hung on their number or zone. */
export const callingDays2023ByLawOrRegion = callingDaysIn(SINCE_2023, ofFrenchLawOrRegion);
export const callingDaysByLawOrRegion = callingDaysIn(SINCE_2026, ofFrenchLawOrRegion);

/* @__NO_SIDE_EFFECTS__ */
const examplesByLawOrRegionOn = (days: Days): readonly Example[] => [
  ...holidayExamplesOn(days),
  ...holidayAbroadExamplesOn(days),
  ...mondayExamplesOn(days),
];
export const callingDays2023ByLawOrRegionExamples = examplesByLawOrRegionOn(IN_2024);
export const callingDaysByLawOrRegionExamples = examplesByLawOrRegionOn(IN_2026);
