import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { isOffHours, isOnHoliday, isQuotaReached, nextCallingTime, quotaFreedAt } from './calling.ts';

/**
 * Code de la consommation, art. D. 223-9, from 1 March 2023 to 10 August 2026 (décret n° 2022-1313 of 13 October 2022):
 * when and how often a consumer may be called. Not coded: the pause of sixty days after a refusal, since with us a
 * refusal is an opposition without end.
 */
const D223_9 = article({
  id: 'd223-9/2023-03-01',
  code: 'Code de la consommation',
  number: 'D. 223-9',
  legi: 'LEGIARTI000046422695',
  inForce: { from: '2023-03-01', until: '2026-08-11' },
  kind: 'regulation',
  quote: 'de 10 heures à 13 heures et de 14 heures à 20 heures',
});
const CONSUMERS_CALLED = { channels: ['automated-call'], audience: 'consumer' } as const;
const READING =
  'Whether these hours bind automates is not settled: both regimes are applied (VOICE-1). Checked 2026-11-24.';

/** al. 1: Monday to Friday, in the consumer's own time. */
const HOURS = [
  [10 * 60, 13 * 60],
  [14 * 60, 20 * 60],
] as const;
const untilCalling = (facts: Facts, from: number) => nextCallingTime(facts, from, HOURS);

export const callingHours = D223_9.forbidsNow('QUIET_HOURS_VOICE', {
  paragraph: 'al. 1',
  concerns: CONSUMERS_CALLED,
  when: (facts) => isOffHours(facts, HOURS),
  notBefore: untilCalling,
  reading: READING,
});
export const callingHoursExamples: readonly Example[] = [
  ['a Tuesday at 9:59', { channel: 'automated-call', local: '2024-11-26T09:59' }, 'forbidden'],
  ['a Tuesday at 10:00', { channel: 'automated-call', local: '2024-11-26T10:00' }, 'not forbidden'],
  ['a Tuesday at 12:59', { channel: 'automated-call', local: '2024-11-26T12:59' }, 'not forbidden'],
  ['a Tuesday at 13:00', { channel: 'automated-call', local: '2024-11-26T13:00' }, 'forbidden'],
  ['a Tuesday at 19:59', { channel: 'automated-call', local: '2024-11-26T19:59' }, 'not forbidden'],
  ['a Tuesday at 20:00', { channel: 'automated-call', local: '2024-11-26T20:00' }, 'forbidden'],
  ['a Friday at 11:00', { channel: 'automated-call', local: '2024-11-22T11:00' }, 'not forbidden'],
  ['a Saturday at 11:00', { channel: 'automated-call', local: '2024-11-23T11:00' }, 'forbidden'],
  ['a Sunday at 11:00', { channel: 'automated-call', local: '2024-11-24T11:00' }, 'forbidden'],
  [
    '10:30 in Réunion is 9:30 in Mayotte',
    { channel: 'automated-call', local: '2024-11-26T10:30', zones: ['Indian/Reunion', 'Indian/Mayotte'] },
    'forbidden',
  ],
  [
    'a Saturday, to a professional',
    { channel: 'automated-call', local: '2024-11-23T11:00', isConsumer: false },
    'not forbidden',
  ],
];

/** al. 1: public holidays of C. trav. L. 3133-1 alone; regional days are not in that article. */
export const callingDays = D223_9.forbidsNow('PUBLIC_HOLIDAY_VOICE', {
  paragraph: 'al. 1',
  concerns: CONSUMERS_CALLED,
  when: isOnHoliday,
  notBefore: untilCalling,
  reading: READING,
});
export const callingDaysExamples: readonly Example[] = [
  ['11 November', { channel: 'automated-call', local: '2024-11-11T11:00' }, 'forbidden'],
  [
    '11 November, to a professional',
    { channel: 'automated-call', local: '2024-11-11T11:00', isConsumer: false },
    'not forbidden',
  ],
  ['a Monday like others', { channel: 'automated-call', local: '2024-11-25T11:00' }, 'not forbidden'],
];

/** al. 3: four attempts in thirty calendar days, the unanswered ones counted. */
const ATTEMPTS = 4;
const DAYS = 30;
export const attemptQuota = D223_9.forbidsNow('ATTEMPT_QUOTA', {
  paragraph: 'al. 3',
  concerns: CONSUMERS_CALLED,
  when: (facts) => isQuotaReached(facts, ATTEMPTS, DAYS),
  notBefore: (facts, from) => quotaFreedAt(facts, from, ATTEMPTS, DAYS),
  tooLate: 'this-code',
  reading: READING,
});
export const attemptQuotaExamples: readonly Example[] = [
  [
    'four calls, the oldest 29 days ago',
    { channel: 'automated-call', local: '2024-11-26T11:00', callsDaysAgo: [29, 9, 5, 1] },
    'forbidden',
  ],
  [
    'four calls, the oldest 30 days ago',
    { channel: 'automated-call', local: '2024-11-26T11:00', callsDaysAgo: [30, 9, 5, 1] },
    'not forbidden',
  ],
  ['three calls', { channel: 'automated-call', local: '2024-11-26T11:00', callsDaysAgo: [9, 5, 1] }, 'not forbidden'],
  [
    'four calls, the oldest as the day 29 days ago begins',
    { channel: 'automated-call', local: '2024-11-26T12:00', callsDaysAgo: [29.5, 9, 5, 1] },
    'forbidden',
  ],
  [
    'four calls, the oldest just before that day begins',
    { channel: 'automated-call', local: '2024-11-26T12:00', callsDaysAgo: [29.50001, 9, 5, 1] },
    'not forbidden',
  ],
  [
    'four calls, the oldest as that day begins in Réunion',
    {
      channel: 'automated-call',
      local: '2024-11-26T12:00',
      zones: ['Indian/Reunion'],
      callsDaysAgo: [29.5, 9, 5, 1],
    },
    'forbidden',
  ],
  [
    'four calls to a number of which no place is known',
    { channel: 'automated-call', local: '2024-11-26T11:00', places: [], callsDaysAgo: [29, 9, 5, 1] },
    'forbidden',
  ],
];
