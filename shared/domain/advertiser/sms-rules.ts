import * as z from 'zod/mini';
import { about } from '../about.ts';
import { ClockTime, EndTime } from '../text/text.ts';

/** Rules of an advertiser's own for SMS. */
export const SmsRules = z.strictObject({
  maxSegments: about(
    'Segments that one SMS may take after injection, 1 to 8. Absent: 3.',
    z._default(z.int().check(z.gte(1), z.lte(8)), 3),
  ),
  sundayAndHolidayCourtesy: about(
    'True: no prospecting SMS on Sundays and public holidays. Absent: true.',
    z._default(z.boolean(), true),
  ),
  window: about(
    'The hours in which prospecting SMS may go, in the local time of the recipient; the strictest window wins. Absent: 08:00 to 21:30.',
    z._default(
      z
        .strictObject({
          from: about('The first minute: HH:MM.', ClockTime),
          until: about('The minute at which it ends, on the same day: HH:MM, 24:00 at the latest.', EndTime),
        })
        .check(
          z.refine(({ from, until }) => from < until, {
            error: 'the window ends before it begins',
            path: ['until'],
          }),
        ),
      { from: '08:00', until: '21:30' },
    ),
  ),
});

export const DEFAULT_SMS_RULES: z.infer<typeof SmsRules> = {
  maxSegments: 3,
  sundayAndHolidayCourtesy: true,
  window: { from: '08:00', until: '21:30' },
};
