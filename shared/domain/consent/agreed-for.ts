import * as z from 'zod/mini';
import { about } from '../about.ts';
import { Day } from '../time/day.ts';

const upTo = (most: number) => z.int().check(z.minimum(1), z.maximum(most));

/** Until when a wording says that a person agrees: so long from the day on which they did, or up to a day. */
export const AgreedFor = z
  .strictObject({
    days: about('So many days from when the person agreed, 1 to 3660. Absent: said otherwise.', z.optional(upTo(3660))),
    months: about(
      'So many months from when the person agreed, 1 to 120. Absent: said otherwise.',
      z.optional(upTo(120)),
    ),
    until: about('The last day, in Paris: YYYY-MM-DD. Absent: said otherwise.', z.optional(Day)),
  })
  .check(
    z.refine(
      ({ days, months, until }) => [days, months, until].filter((each) => each !== undefined).length === 1,
      'one of days, months and until',
    ),
  );
