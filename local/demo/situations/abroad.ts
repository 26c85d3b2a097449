import { consentCells } from './consents.ts';
import { saleCells } from './customers.ts';
import type { Situation } from './situation.ts';

const BY_SMS = { CONSENT_CHANNELS: 'sms' };

/** Recipients outside metropolitan France: their country's rules, their own clock. */
export const ABROAD: readonly Situation[] = [
  {
    name: 'agreed, lives in another country of the European Economic Area',
    row: '72',
    count: 16,
    lines: [
      {
        reach: 'email',
        cells: (random) =>
          consentCells(random, 'newsletter-en@2024-01', {
            COUNTRY: random.pick(['AT', 'DE', 'IT', 'PT', 'IS']),
            LANGUAGE: 'en',
          }),
        expected: ['allow', 'allow', 'refuse:CONSENT_WRONG_PURPOSE', ''],
      },
    ],
  },
  {
    name: 'customer in Belgium, Spain or Switzerland: consent only',
    row: 'D15',
    count: 14,
    lines: [
      {
        reach: 'email',
        cells: (random) => saleCells(random, 'coffee', { COUNTRY: random.pick(['BE', 'ES', 'CH']) }),
        expected: ['refuse', 'refuse', 'refuse', ''],
      },
    ],
  },
  {
    name: 'agreed, lives in the United States or Canada',
    row: 'D15',
    count: 12,
    lines: [
      {
        reach: 'email',
        cells: (random) =>
          consentCells(random, 'newsletter-en@2024-01', { COUNTRY: random.pick(['US', 'CA']), LANGUAGE: 'en' }),
        expected: ['refuse:RULE_PACK_MISSING', 'refuse:RULE_PACK_MISSING', 'refuse:RULE_PACK_MISSING', ''],
      },
    ],
  },
  {
    name: 'British, German, Belgian or Spanish number, agreed by SMS',
    row: '72',
    count: 14,
    lines: [
      {
        reach: 'phone',
        numberFrom: 'europe',
        cells: (random) => consentCells(random, 'newsletter-sms@2024-03', BY_SMS),
        expected: ['', '', '', 'allow'],
      },
    ],
  },
  {
    name: 'North American number, agreed by SMS',
    row: 'D15',
    count: 10,
    lines: [
      {
        reach: 'phone',
        numberFrom: 'north-america',
        cells: (random) => consentCells(random, 'newsletter-sms@2024-03', BY_SMS),
        expected: ['', '', '', 'refuse:RULE_PACK_MISSING'],
      },
    ],
  },
  {
    name: 'Antilles or Guyane: too early there',
    row: '49',
    count: 16,
    lines: [
      {
        reach: 'phone',
        numberFrom: 'antilles',
        cells: (random) => consentCells(random, 'newsletter-sms@2024-03', BY_SMS),
        expected: ['', '', '', 'defer:QUIET_HOURS_SMS'],
      },
    ],
  },
  {
    name: 'Réunion or Mayotte: early afternoon in both',
    row: '50, at another hour',
    count: 12,
    lines: [
      {
        reach: 'phone',
        numberFrom: 'reunion',
        cells: (random) => consentCells(random, 'newsletter-sms@2024-03', BY_SMS),
        expected: ['', '', '', 'allow'],
      },
    ],
  },
  {
    name: 'French number, lives in Montréal’s hours',
    row: '49',
    count: 10,
    lines: [
      {
        reach: 'phone',
        cells: (random) =>
          consentCells(random, 'newsletter-sms@2024-03', { ...BY_SMS, CONTACT_TIMEZONE: 'America/Montreal' }),
        expected: ['', '', '', 'defer:QUIET_HOURS_SMS'],
      },
    ],
  },
];
