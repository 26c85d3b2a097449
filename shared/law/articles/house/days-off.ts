import { article } from '../../article.ts';
import { setBy } from '../../dated.ts';
import type { Example } from '../../example.ts';
import { EVERY_DAY } from '../../texts/text.ts';
import {
  COURTESY,
  DAYS_OFF,
  keepsNoDaysOff,
  promotionalHoursOn,
  SINCE_2026,
  TEXT_MESSAGES,
} from '../af2m/charter-versions.ts';
import { isClosedSomewhere, isDayOff, isQuiet, nextAllowed } from '../af2m/hours.ts';

/**
 * House rule (TIME-1, D18): what `sunday.ts` and `holidays.ts` leave free, is left free wherever the recipient may be. Nothing that
 * a text or a contract asks; until edition 2026-11-29.2 it was cited as the charter's.
 */
const SOMEWHERE = article({
  id: 'house-places/2026-11-29',
  code: 'Règle interne',
  number: 'dimanches et jours fériés selon le lieu',
  inForce: EVERY_DAY,
  takenOn: '2026-11-29',
  kind: 'house',
});
const HOURS = promotionalHoursOn(SINCE_2026.inForce.from);
const keepsDaysOff = setBy(SINCE_2026, DAYS_OFF);

/** Within the hours in every place; where they are closed in one, the charter itself forbids. */
export const dayOffSomewhere = SOMEWHERE.forbidsNow('TIMEZONE_AMBIGUOUS', {
  rule: 'Aucun SMS ni MMS de prospection ne part quand c’est dimanche ou jour férié dans l’un des lieux où le destinataire peut se trouver, sauf si l’annonceur en a décidé autrement. La charte ne fait que le recommander.',
  concerns: TEXT_MESSAGES,
  when: (facts) => isClosedSomewhere(facts, HOURS, keepsDaysOff) && !isClosedSomewhere(facts, HOURS, keepsNoDaysOff),
  unless: [
    {
      says: {
        fr: 'c’est partout un dimanche : le motif est alors `QUIET_HOURS_SMS`',
        en: 'it is a Sunday in every place: then `QUIET_HOURS_SMS`',
      },
      when: (facts) => isQuiet(facts, HOURS, keepsDaysOff),
    },
    {
      says: {
        fr: 'c’est partout un jour férié : le motif est alors `PUBLIC_HOLIDAY`',
        en: 'it is a public holiday in every place: then `PUBLIC_HOLIDAY`',
      },
      when: (facts) => isDayOff(facts, keepsDaysOff),
    },
    {
      says: {
        fr: 'la charte de ce jour interdit elle-même les dimanches et jours fériés, ou il n’y en avait pas',
        en: 'the charter of that day forbids Sundays and public holidays itself, or there was none',
      },
      atAnyMoment: true,
      when: ({ day }) => day < SINCE_2026.inForce.from,
    },
  ],
  detail: () => COURTESY,
  notBefore: (facts, from) => nextAllowed(facts, from, HOURS, keepsDaysOff),
});
export const dayOffSomewhereExamples: readonly Example[] = [
  [
    '27 April at 11:00 in Réunion, 10:00 in Mayotte, where it is a holiday',
    { channel: 'sms', zones: ['Indian/Reunion', 'Indian/Mayotte'], local: '2026-04-27T11:00' },
    'forbidden',
  ],
  [
    'the same, an MMS',
    { channel: 'mms', zones: ['Indian/Reunion', 'Indian/Mayotte'], local: '2026-04-27T11:00' },
    'forbidden',
  ],
  [
    'the same, of an advertiser who keeps no holidays',
    {
      channel: 'sms',
      zones: ['Indian/Reunion', 'Indian/Mayotte'],
      local: '2026-04-27T11:00',
      keepsSundayAndHolidayCourtesy: false,
    },
    'not forbidden',
  ],
  [
    'the same at 8:30 in Réunion, 7:30 in Mayotte, when the charter forbids',
    { channel: 'sms', zones: ['Indian/Reunion', 'Indian/Mayotte'], local: '2026-04-27T08:30' },
    'not forbidden',
  ],
  [
    'the same in 2025',
    { channel: 'sms', zones: ['Indian/Reunion', 'Indian/Mayotte'], local: '2025-04-27T11:00' },
    'not forbidden',
  ],
  [
    '11 November, which is a holiday everywhere',
    { channel: 'sms', zones: ['Indian/Reunion', 'Indian/Mayotte'], local: '2026-11-11T11:00' },
    'not forbidden',
  ],
  [
    'a Sunday at 11:00, which it is everywhere',
    { channel: 'sms', zones: ['Indian/Reunion', 'Indian/Mayotte'], local: '2026-11-22T11:00' },
    'not forbidden',
  ],
  [
    'a Tuesday at 11:00',
    { channel: 'sms', zones: ['Indian/Reunion', 'Indian/Mayotte'], local: '2026-11-24T11:00' },
    'not forbidden',
  ],
  ['to a number whose place is not known', { channel: 'sms', moments: [] }, 'not forbidden'],
  ['the same by e-mail', { zones: ['Indian/Reunion', 'Indian/Mayotte'], local: '2026-04-27T11:00' }, 'not forbidden'],
];
