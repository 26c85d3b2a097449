import { type Article, article } from '../../article.ts';
import { type Dated, setBy } from '../../dated.ts';
import type { Example } from '../../example.ts';
import type { AllowedHours } from '../../facts/moments.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { LEGI_CONSOMMATION, LEGIFRANCE_QUOTED } from '../../texts/sources.ts';
import { isOffHours, isOnHoliday, isQuotaUsedUp, nextCallingTime, quotaFreedAt } from './calling.ts';

/** Code de la consommation, art. D. 223-9: when and how often a consumer may be called. In two versions. */
const TEXT = { code: 'Code de la consommation', number: 'D. 223-9', kind: 'regulation' } as const;

/**
 * Décret n° 2022-1313 of 13 October 2022. Not coded: the pause of sixty days after a refusal, since with us a refusal is
 * an opposition without end.
 */
const SINCE_2023 = article({
  ...TEXT,
  id: 'd223-9/2023-03-01',
  legi: 'LEGIARTI000046422695',
  inForce: { from: '2023-03-01', until: '2026-08-11' },
  read: LEGI_CONSOMMATION,
});
/** Décret n° 2026-662 of 23 July 2026. It is challenged before the Conseil d'État; no suspension known. */
const SINCE_2026 = article({
  ...TEXT,
  id: 'd223-9/2026-08-11',
  inForce: { from: '2026-08-11' },
  read: LEGIFRANCE_QUOTED,
});

const CONSUMERS_CALLED = { channels: ['automated-call'], audience: 'consumer' } as const;
const READING =
  'Whether these hours apply to automated calls is not settled: they are applied (VOICE-1). Checked 2026-11-24.';

/** al. 1: in minutes of the consumer's own day. The version of 2026 sets the same. */
const HOURS: Dated<AllowedHours> = {
  '2023-03-01': [
    [10 * 60, 13 * 60],
    [14 * 60, 20 * 60],
  ],
};
/** Attempts in calendar days, the unanswered ones counted. The version of 2026 sets the same. */
const QUOTA: Dated<{ readonly attempts: number; readonly days: number }> = { '2023-03-01': { attempts: 4, days: 30 } };

/** The version of 2026 has two paragraphs; that of 2023 has three. */
const QUOTA_PARAGRAPH: Dated<string> = { '2023-03-01': 'al. 3', '2026-08-11': 'al. 2' };

/** Days for the examples, in the version that they speak of. */
type Days = Readonly<Record<'monday' | 'tuesday' | 'friday' | 'saturday' | 'sunday' | 'holiday', string>>;
const IN_2024: Days = {
  tuesday: '2024-11-26',
  friday: '2024-11-22',
  saturday: '2024-11-23',
  sunday: '2024-11-24',
  monday: '2024-11-25',
  holiday: '2024-11-11',
};
const IN_2026: Days = {
  tuesday: '2026-11-24',
  friday: '2026-11-27',
  saturday: '2026-11-28',
  sunday: '2026-11-29',
  monday: '2026-11-23',
  holiday: '2026-11-11',
};

/** al. 1: Monday to Friday, in the consumer's own time. */
const callingHoursIn = (text: Article) => {
  const hours = setBy(text, HOURS);
  return text.forbidsNow('QUIET_HOURS_VOICE', {
    paragraph: 'al. 1',
    quote:
      'de 10 heures à 13 heures et de 14 heures à 20 heures, ces heures correspondant à celles du fuseau horaire du consommateur',
    sanctions: SANCTIONS.calls,
    concerns: CONSUMERS_CALLED,
    when: (facts) => isOffHours(facts, hours),
    notBefore: (facts, from) => nextCallingTime(facts, from, hours),
    reading: READING,
  });
};
export const callingHours2023 = callingHoursIn(SINCE_2023);
export const callingHours = callingHoursIn(SINCE_2026);

/* @__NO_SIDE_EFFECTS__ */
const callingHoursExamplesOn = ({ tuesday, friday, saturday, sunday }: Days): readonly Example[] => [
  ['a Tuesday at 9:59', { channel: 'automated-call', local: `${tuesday}T09:59` }, 'forbidden'],
  ['a Tuesday at 10:00', { channel: 'automated-call', local: `${tuesday}T10:00` }, 'not forbidden'],
  ['a Tuesday at 12:59', { channel: 'automated-call', local: `${tuesday}T12:59` }, 'not forbidden'],
  ['a Tuesday at 13:00', { channel: 'automated-call', local: `${tuesday}T13:00` }, 'forbidden'],
  ['a Tuesday at 19:59', { channel: 'automated-call', local: `${tuesday}T19:59` }, 'not forbidden'],
  ['a Tuesday at 20:00', { channel: 'automated-call', local: `${tuesday}T20:00` }, 'forbidden'],
  ['a Friday at 11:00', { channel: 'automated-call', local: `${friday}T11:00` }, 'not forbidden'],
  ['a Saturday at 11:00', { channel: 'automated-call', local: `${saturday}T11:00` }, 'forbidden'],
  ['a Sunday at 11:00', { channel: 'automated-call', local: `${sunday}T11:00` }, 'forbidden'],
  [
    '10:30 in Réunion is 9:30 in Mayotte',
    { channel: 'automated-call', local: `${tuesday}T10:30`, zones: ['Indian/Reunion', 'Indian/Mayotte'] },
    'forbidden',
  ],
  [
    'a Saturday, to a professional',
    { channel: 'automated-call', local: `${saturday}T11:00`, isConsumer: false },
    'not forbidden',
  ],
];
export const callingHours2023Examples = callingHoursExamplesOn(IN_2024);
export const callingHoursExamples = callingHoursExamplesOn(IN_2026);

/** al. 1: public holidays of C. trav. L. 3133-1 alone; regional days are not in that article. */
const callingDaysIn = (text: Article) => {
  const hours = setBy(text, HOURS);
  return text.forbidsNow('PUBLIC_HOLIDAY_VOICE', {
    paragraph: 'al. 1',
    quote: 'sauf lorsque ces jours sont fériés en application de l’article L. 3133-1 du code du travail',
    sanctions: SANCTIONS.calls,
    concerns: CONSUMERS_CALLED,
    when: isOnHoliday,
    notBefore: (facts, from) => nextCallingTime(facts, from, hours),
    reading: READING,
  });
};
export const callingDays2023 = callingDaysIn(SINCE_2023);
export const callingDays = callingDaysIn(SINCE_2026);

/* @__NO_SIDE_EFFECTS__ */
const callingDaysExamplesOn = ({ holiday, monday }: Days): readonly Example[] => [
  ['11 November', { channel: 'automated-call', local: `${holiday}T11:00` }, 'forbidden'],
  [
    '11 November, to a professional',
    { channel: 'automated-call', local: `${holiday}T11:00`, isConsumer: false },
    'not forbidden',
  ],
  ['a Monday like others', { channel: 'automated-call', local: `${monday}T11:00` }, 'not forbidden'],
];
export const callingDays2023Examples = callingDaysExamplesOn(IN_2024);
export const callingDaysExamples = callingDaysExamplesOn(IN_2026);

/** So many attempts in so many days, and no more. */
const attemptQuotaIn = (text: Article) => {
  const { attempts, days } = setBy(text, QUOTA);
  return text.forbidsNow('ATTEMPT_QUOTA', {
    paragraph: setBy(text, QUOTA_PARAGRAPH),
    quote: 'plus de quatre fois au cours d’une période de trente jours calendaires',
    sanctions: SANCTIONS.calls,
    concerns: CONSUMERS_CALLED,
    when: (facts) => isQuotaUsedUp(facts, attempts, days),
    notBefore: (facts, from) => quotaFreedAt(facts, from, attempts, days),
    tooLate: 'this-code',
    reading: READING,
  });
};
export const attemptQuota2023 = attemptQuotaIn(SINCE_2023);
export const attemptQuota = attemptQuotaIn(SINCE_2026);

/* @__NO_SIDE_EFFECTS__ */
const attemptQuotaExamplesOn = ({ tuesday }: Days): readonly Example[] => {
  const at11 = { channel: 'automated-call', local: `${tuesday}T11:00` } as const;
  const at12 = { channel: 'automated-call', local: `${tuesday}T12:00` } as const;
  return [
    ['four calls, the oldest 29 days ago', { ...at11, callsDaysAgo: [29, 9, 5, 1] }, 'forbidden'],
    ['four calls, the oldest 30 days ago', { ...at11, callsDaysAgo: [30, 9, 5, 1] }, 'not forbidden'],
    ['three calls', { ...at11, callsDaysAgo: [9, 5, 1] }, 'not forbidden'],
    ['four calls, the oldest as the day 29 days ago begins', { ...at12, callsDaysAgo: [29.5, 9, 5, 1] }, 'forbidden'],
    [
      'four calls, the oldest just before that day begins',
      { ...at12, callsDaysAgo: [29.50001, 9, 5, 1] },
      'not forbidden',
    ],
    [
      'four calls, the oldest as that day begins in Réunion',
      { ...at12, zones: ['Indian/Reunion'], callsDaysAgo: [29.5, 9, 5, 1] },
      'forbidden',
    ],
    [
      'four calls to a number whose place is not known',
      { ...at11, places: [], callsDaysAgo: [29, 9, 5, 1] },
      'forbidden',
    ],
  ];
};
export const attemptQuota2023Examples = attemptQuotaExamplesOn(IN_2024);
export const attemptQuotaExamples = attemptQuotaExamplesOn(IN_2026);
