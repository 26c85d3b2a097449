import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { isDayOff, isQuiet, isQuietSomewhere, nextOpening } from './hours.ts';

/**
 * af2m, charter on business messaging, first version: promotional SMS on working days, 8 to 22. A contract with the
 * operators, not law; working days are Monday to Saturday, holidays excluded.
 */
const CHARTER_2024 = article({
  id: 'af2m-sms/2024-09-01',
  code: 'af2m, charte Business Messaging',
  number: 'B.3',
  inForce: { from: '2024-09-01', until: '2026-03-01' },
  kind: 'charter',
  quote: 'les jours ouvrables de 8 heures à 22 heures',
  url: 'https://www.af2m.org',
});

/** 8:00 to 22:00 where the recipient lives. */
const WINDOW = [[8 * 60, 22 * 60]] as const;
const TEXT = { channels: ['sms', 'mms'] } as const;
/** Working days only, by the charter itself. */
const daysOff = () => true;
const untilOpen = (facts: Facts, from: number) => nextOpening(facts, from, WINDOW, daysOff);

export const quietHours = CHARTER_2024.forbidsNow('QUIET_HOURS_SMS', {
  concerns: TEXT,
  when: (facts) => isQuiet(facts, WINDOW, daysOff),
  notBefore: untilOpen,
});
export const quietHoursExamples: readonly Example[] = [
  ['a Tuesday at 7:59', { channel: 'sms', local: '2024-11-26T07:59', advertiserWindow: [[0, 1440]] }, 'forbidden'],
  ['a Tuesday at 8:00', { channel: 'sms', local: '2024-11-26T08:00', advertiserWindow: [[0, 1440]] }, 'not forbidden'],
  ['a Tuesday at 21:59', { channel: 'sms', local: '2024-11-26T21:59', advertiserWindow: [[0, 1440]] }, 'not forbidden'],
  ['a Tuesday at 22:00', { channel: 'mms', local: '2024-11-26T22:00', advertiserWindow: [[0, 1440]] }, 'forbidden'],
  [
    'a Tuesday at 9:59, of an advertiser who opens at 10',
    { channel: 'sms', local: '2024-11-26T09:59', advertiserWindow: [[600, 1080]] },
    'forbidden',
  ],
  [
    'a Tuesday at 18:00, of an advertiser who closes at 18',
    { channel: 'sms', local: '2024-11-26T18:00', advertiserWindow: [[600, 1080]] },
    'forbidden',
  ],
  ['a Sunday at 11:00', { channel: 'sms', local: '2024-11-24T11:00' }, 'forbidden'],
  [
    'a Sunday at 11:00, of an advertiser who keeps no Sundays',
    { channel: 'sms', local: '2024-11-24T11:00', keepsSundayAndHolidayCourtesy: false },
    'forbidden',
  ],
  ['an e-mail on a Sunday at 11:00', { channel: 'email', local: '2024-11-24T11:00' }, 'not forbidden'],
  ['to a number of which no place is known', { channel: 'sms', moments: [] }, 'not forbidden'],
];

export const holidays = CHARTER_2024.forbidsNow('PUBLIC_HOLIDAY', {
  concerns: TEXT,
  when: (facts) => isDayOff(facts, daysOff),
  notBefore: untilOpen,
});
export const holidaysExamples: readonly Example[] = [
  ['11 November at 11:00', { channel: 'sms', local: '2024-11-11T11:00' }, 'forbidden'],
  [
    '11 November, of an advertiser who keeps no holidays',
    { channel: 'sms', local: '2024-11-11T11:00', keepsSundayAndHolidayCourtesy: false },
    'forbidden',
  ],
  ['to a number of which no place is known', { channel: 'sms', moments: [] }, 'not forbidden'],
  ['12 November at 11:00', { channel: 'sms', local: '2024-11-12T11:00' }, 'not forbidden'],
];

/** TIME-1: where the recipient may live in several zones, the moment must be admitted in all. */
export const quietSomewhere = CHARTER_2024.forbidsNow('TIMEZONE_AMBIGUOUS', {
  concerns: TEXT,
  when: (facts) => isQuietSomewhere(facts, WINDOW, daysOff),
  notBefore: untilOpen,
});
export const quietSomewhereExamples: readonly Example[] = [
  ['a Tuesday at 11:00', { channel: 'sms', local: '2024-11-26T11:00' }, 'not forbidden'],
  ['a Sunday at 11:00, which is quiet everywhere', { channel: 'sms', local: '2024-11-24T11:00' }, 'not forbidden'],
  ['11 November, which is a holiday everywhere', { channel: 'sms', local: '2024-11-11T11:00' }, 'not forbidden'],
  [
    '8:30 in Mayotte is 9:30 in Réunion',
    { channel: 'sms', local: '2024-11-26T09:30', zones: ['Indian/Reunion', 'Indian/Mayotte'] },
    'not forbidden',
  ],
  [
    '8:30 in Réunion is 7:30 in Mayotte',
    { channel: 'sms', local: '2024-11-26T08:30', zones: ['Indian/Reunion', 'Indian/Mayotte'] },
    'forbidden',
  ],
];
