import type { Article } from '../../article.ts';
import { type Dated, setBy } from '../../dated.ts';
import type { Example } from '../../example.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { isQuotaUsedUp, messageLeftToL345, quotaFreedAt } from './calling.ts';
import {
  agreedAt,
  CONSUMERS_CALLED,
  type Days,
  IN_2024,
  IN_2026,
  READING,
  SINCE_2023,
  SINCE_2026,
} from './d223-9-versions.ts';

/** Attempts in calendar days, the unanswered ones counted. The version of 2026 sets the same. */
const QUOTA: Dated<{ readonly attempts: number; readonly days: number }> = { '2023-03-01': { attempts: 4, days: 30 } };

/** The version of 2026 has two paragraphs; that of 2023 has three. */
const QUOTA_PARAGRAPH: Dated<string> = { '2023-03-01': 'al. 3', '2026-08-11': 'al. 2' };

/** So many attempts in so many days, and no more. */
const attemptQuotaIn = (text: Article) => {
  const { attempts, days } = setBy(text, QUOTA);
  return text.forbidsNow('ATTEMPT_QUOTA', {
    paragraph: setBy(text, QUOTA_PARAGRAPH),
    quote: 'plus de quatre fois au cours d’une période de trente jours calendaires',
    sanctions: SANCTIONS.calls,
    concerns: CONSUMERS_CALLED,
    when: (facts) => isQuotaUsedUp(facts, attempts, days),
    unless: [messageLeftToL345],
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
    [
      'four calls, of an advertiser who reads L. 34-5 alone',
      { ...at11, callsDaysAgo: [29, 9, 5, 1], readings: ['automated-calls-by-l34-5-alone'] },
      'not forbidden',
    ],
    [
      'four calls, and a fifth at a day and hour agreed: the number of calls stays',
      {
        ...at11,
        callsDaysAgo: [29, 9, 5, 1],
        agreedCall: agreedAt(`${tuesday}T11:00`),
        readings: ['automated-call-at-agreed-hour'],
      },
      'forbidden',
    ],
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
