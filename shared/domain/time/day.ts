import * as z from 'zod/mini';

/**
 * Whether a date lies in the years 1900 to 2999: terms of years are added to every date that is kept, and what comes out must
 * be a date with four digits again.
 */
export const isDateInRange = (date: string): boolean => /^(?:19|2\d)\d\d-/.test(date);

/** A day as a request may write it: `2026-11-24`, of the years 1900 to 2999. */
export const Day = z.iso.date({ abort: true }).check(z.refine(isDateInRange, 'a date of the years 1900 to 2999'));
