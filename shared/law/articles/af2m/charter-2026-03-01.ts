import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { isDayOff, isQuiet, isQuietSomewhere, nextOpening } from './hours.ts';

/**
 * af2m, charter on business messaging, revised: promotional SMS 8:00 to 21:30 (§ B.3). A contract with the operators,
 * not law. It discourages Sundays and public holidays: kept as a courtesy that is on unless the advertiser records why
 * not (D18). Not quoted: read through one source.
 */
const CHARTER_2026 = article({
  id: 'af2m-sms/2026-03-01',
  code: 'af2m, charte Business Messaging',
  number: 'B.3',
  inForce: { from: '2026-03-01' },
  kind: 'charter',
  url: 'https://www.af2m.org',
});

/** 8:00 to 21:30 where the recipient lives. */
const WINDOW = [[8 * 60, 21 * 60 + 30]] as const;
const TEXT = { channels: ['sms', 'mms'] } as const;
/** Discouraged by the charter: a courtesy, on by default (D18). */
const daysOff = (facts: Facts) => facts.keepsSundayAndHolidayCourtesy;
const untilOpen = (facts: Facts, from: number) => nextOpening(facts, from, WINDOW, daysOff);

export const quietHours = CHARTER_2026.forbidsNow('QUIET_HOURS_SMS', {
  concerns: TEXT,
  when: (facts) => isQuiet(facts, WINDOW, daysOff),
  notBefore: untilOpen,
});
export const quietHoursExamples: readonly Example[] = [
  ['a Tuesday at 7:59', { channel: 'sms', local: '2026-11-24T07:59', advertiserWindow: [[0, 1440]] }, 'forbidden'],
  ['a Tuesday at 8:00', { channel: 'sms', local: '2026-11-24T08:00', advertiserWindow: [[0, 1440]] }, 'not forbidden'],
  ['a Tuesday at 21:29', { channel: 'sms', local: '2026-11-24T21:29', advertiserWindow: [[0, 1440]] }, 'not forbidden'],
  ['a Tuesday at 21:30', { channel: 'mms', local: '2026-11-24T21:30', advertiserWindow: [[0, 1440]] }, 'forbidden'],
  [
    'a Tuesday at 9:59, of an advertiser who opens at 10',
    { channel: 'sms', local: '2026-11-24T09:59', advertiserWindow: [[600, 1080]] },
    'forbidden',
  ],
  [
    'a Tuesday at 18:00, of an advertiser who closes at 18',
    { channel: 'sms', local: '2026-11-24T18:00', advertiserWindow: [[600, 1080]] },
    'forbidden',
  ],
  ['a Sunday at 11:00', { channel: 'sms', local: '2026-11-22T11:00' }, 'forbidden'],
  [
    'a Sunday at 11:00, of an advertiser who keeps no Sundays',
    { channel: 'sms', local: '2026-11-22T11:00', keepsSundayAndHolidayCourtesy: false },
    'not forbidden',
  ],
  ['an e-mail on a Sunday at 11:00', { channel: 'email', local: '2026-11-22T11:00' }, 'not forbidden'],
  ['to a number of which no place is known', { channel: 'sms', moments: [] }, 'not forbidden'],
];

export const holidays = CHARTER_2026.forbidsNow('PUBLIC_HOLIDAY', {
  concerns: TEXT,
  when: (facts) => isDayOff(facts, daysOff),
  notBefore: untilOpen,
});
export const holidaysExamples: readonly Example[] = [
  ['11 November at 11:00', { channel: 'sms', local: '2026-11-11T11:00' }, 'forbidden'],
  [
    '11 November, of an advertiser who keeps no holidays',
    { channel: 'sms', local: '2026-11-11T11:00', keepsSundayAndHolidayCourtesy: false },
    'not forbidden',
  ],
  ['to a number of which no place is known', { channel: 'sms', moments: [] }, 'not forbidden'],
  ['12 November at 11:00', { channel: 'sms', local: '2026-11-12T11:00' }, 'not forbidden'],
];

/** TIME-1: where the recipient may live in several zones, the moment must be admitted in all. */
export const quietSomewhere = CHARTER_2026.forbidsNow('TIMEZONE_AMBIGUOUS', {
  concerns: TEXT,
  when: (facts) => isQuietSomewhere(facts, WINDOW, daysOff),
  notBefore: untilOpen,
});
export const quietSomewhereExamples: readonly Example[] = [
  ['a Tuesday at 11:00', { channel: 'sms', local: '2026-11-24T11:00' }, 'not forbidden'],
  ['a Sunday at 11:00, which is quiet everywhere', { channel: 'sms', local: '2026-11-22T11:00' }, 'not forbidden'],
  ['11 November, which is a holiday everywhere', { channel: 'sms', local: '2026-11-11T11:00' }, 'not forbidden'],
  [
    '8:30 in Mayotte is 9:30 in Réunion',
    { channel: 'sms', local: '2026-11-24T09:30', zones: ['Indian/Reunion', 'Indian/Mayotte'] },
    'not forbidden',
  ],
  [
    '8:30 in Réunion is 7:30 in Mayotte',
    { channel: 'sms', local: '2026-11-24T08:30', zones: ['Indian/Reunion', 'Indian/Mayotte'] },
    'forbidden',
  ],
];
