import type { Instant } from '../ids.ts';
import { addDays } from '../time/instant.ts';

const DAYS_OF_MONTH = 365.25 / 12;

/** For how many months the values of a message may be kept (`retention.valuesMonths`). */
export const MONTHS_OF_VALUES = { least: 2, most: 13 } as const;

/** Months as days, the last one whole. */
export const daysOfMonths = (months: number): number => Math.ceil(months * DAYS_OF_MONTH);

/** The instant so many months later. */
export const addMonths = (at: Instant, months: number): Instant => addDays(at, daysOfMonths(months));
