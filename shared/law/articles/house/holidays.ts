import { article } from '../../article.ts';
import { setBy } from '../../dated.ts';
import type { Example } from '../../example.ts';
import { EVERY_DAY } from '../../texts/text.ts';
import { COURTESY, DAYS_OFF, promotionalHoursOn, SINCE_2026, TEXT_MESSAGES } from '../af2m/charter-versions.ts';
import { isDayOff, nextAllowed } from '../af2m/hours.ts';

/**
 * House rule: since 1 March 2026 the charter of af2m only recommends to leave public holidays free (§ B.3). Texts keep to that
 * unless the advertiser turns it off (`sms.sundayAndHolidayCourtesy`, D18), as on Sundays (`sunday.ts`). Nothing that a text or
 * a contract asks; until edition 2026-11-29 it was cited as the charter's.
 */
const HOLIDAYS = article({
  id: 'house-holidays/2026-11-29',
  code: 'Règle interne',
  number: 'jours fériés',
  inForce: EVERY_DAY,
  takenOn: '2026-11-29',
  kind: 'house',
});
const HOURS = promotionalHoursOn(SINCE_2026.inForce.from);
const keepsHolidays = setBy(SINCE_2026, DAYS_OFF);

export const holidayCourtesy = HOLIDAYS.forbidsNow('PUBLIC_HOLIDAY', {
  rule: 'Aucun SMS ni MMS de prospection ne part un jour férié, sauf si l’annonceur en a décidé autrement. La charte ne fait que le recommander.',
  concerns: TEXT_MESSAGES,
  when: (facts) => isDayOff(facts, keepsHolidays),
  unless: [
    {
      says: {
        fr: 'la charte de ce jour interdit elle-même les jours fériés, ou il n’y en avait pas',
        en: 'the charter of that day forbids public holidays itself, or there was none',
      },
      atAnyMoment: true,
      when: ({ day }) => day < SINCE_2026.inForce.from,
    },
  ],
  detail: () => COURTESY,
  notBefore: (facts, from) => nextAllowed(facts, from, HOURS, keepsHolidays),
});
export const holidayCourtesyExamples: readonly Example[] = [
  ['11 November at 11:00', { channel: 'sms', local: '2026-11-11T11:00' }, 'forbidden'],
  ['11 November at 11:00, an MMS', { channel: 'mms', local: '2026-11-11T11:00' }, 'forbidden'],
  ['11 November at 7:59, when the charter forbids as well', { channel: 'sms', local: '2026-11-11T07:59' }, 'forbidden'],
  [
    '11 November, of an advertiser who keeps no holidays',
    { channel: 'sms', local: '2026-11-11T11:00', keepsSundayAndHolidayCourtesy: false },
    'not forbidden',
  ],
  ['11 November 2025', { channel: 'sms', local: '2025-11-11T11:00' }, 'not forbidden'],
  ['to a number whose place is not known', { channel: 'sms', moments: [] }, 'not forbidden'],
  ['12 November at 11:00', { channel: 'sms', local: '2026-11-12T11:00' }, 'not forbidden'],
  ['11 November at 11:00, an e-mail', { local: '2026-11-11T11:00' }, 'not forbidden'],
];
