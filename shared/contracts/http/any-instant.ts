import * as z from 'zod/mini';
import type { Instant } from '#shared/domain/ids.ts';
import { isDateInRange } from '#shared/domain/time/day.ts';
import { toInstant } from '#shared/domain/time/instant.ts';

/**
 * An instant as a request may write it: RFC 3339 with any offset, of the years 1900 to 2999 in UTC; kept in UTC with
 * milliseconds.
 */
export const AnyInstant = z
  .pipe(
    z.iso.datetime({ offset: true }).check(z.maxLength(64)),
    z.transform((text): Instant => toInstant(Date.parse(text))),
  )
  .check(z.refine(isDateInRange, 'a date of the years 1900 to 2999'));
