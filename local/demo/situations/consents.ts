import type { Cells } from '../columns.ts';
import { mailAddressOf } from '../people.ts';
import type { Random } from '../random.ts';
import { aProof, dateIn, type Expected, recently, type Situation } from './situation.ts';

/** Own offers agreed to, by e-mail: newsletters 1 and 2, not the partners' (row 9). */
const OWN_OFFERS: Expected = ['allow', 'allow', 'refuse:CONSENT_WRONG_PURPOSE', ''];

export const consentCells = (random: Random, form: string, more: Cells = {}): Cells => ({
  OPT_IN: 'Yes',
  CONSENT_FORM: form,
  CONSENT_DATE: dateIn(random, 2024, 2025),
  CONSENT_CHANNELS: 'email',
  CONSENT_PURPOSES: 'own-offers',
  ...more,
});

/** People who agreed, properly, and what their agreement reaches. */
export const CONSENTS: readonly Situation[] = [
  {
    name: 'agreed to own offers by e-mail',
    row: '1',
    count: 100,
    lines: [{ reach: 'email', cells: (random) => consentCells(random, 'newsletter@2024-01'), expected: OWN_OFFERS }],
  },
  {
    name: 'agreed to own and partner offers by e-mail',
    row: '1',
    count: 80,
    lines: [
      {
        reach: 'email',
        cells: (random) =>
          consentCells(random, 'newsletter-partners@2024-06', { CONSENT_PURPOSES: 'own-offers,partner-offers' }),
        expected: ['allow', 'allow', 'allow', ''],
      },
    ],
  },
  {
    name: 'agreed by e-mail and SMS',
    row: '1',
    count: 90,
    lines: [
      {
        reach: 'both',
        cells: (random) => consentCells(random, 'newsletter-sms@2024-03', { CONSENT_CHANNELS: 'email,sms' }),
        expected: ['allow', 'allow', 'refuse:CONSENT_WRONG_PURPOSE', 'allow'],
      },
    ],
  },
  {
    name: 'agreed by e-mail only, mobile number known',
    row: '7',
    count: 14,
    lines: [
      {
        reach: 'both',
        cells: (random) => consentCells(random, 'newsletter-sms@2024-03'),
        expected: ['allow', 'allow', 'refuse:CONSENT_WRONG_PURPOSE', 'refuse:CONSENT_WRONG_CHANNEL'],
      },
    ],
  },
  {
    name: 'agreed by SMS only, e-mail address known',
    row: '7',
    count: 14,
    lines: [
      {
        reach: 'both',
        cells: (random) => consentCells(random, 'newsletter-sms@2024-03', { CONSENT_CHANNELS: 'sms' }),
        expected: [
          'refuse:CONSENT_WRONG_CHANNEL',
          'refuse:CONSENT_WRONG_CHANNEL',
          'refuse:CONSENT_WRONG_CHANNEL',
          'allow',
        ],
      },
    ],
  },
  {
    name: 'agreed on the English form, reads English',
    row: '1',
    count: 16,
    lines: [
      {
        reach: 'email',
        cells: (random) => consentCells(random, 'newsletter-en@2024-01', { LANGUAGE: 'en' }),
        expected: OWN_OFFERS,
      },
    ],
  },
  {
    name: 'signed a paper card in the shop',
    row: '1',
    count: 12,
    lines: [
      {
        reach: 'email',
        cells: (random) => consentCells(random, 'paper-card@2023', { CONSENT_PROOF: aProof(random) }),
        expected: OWN_OFFERS,
      },
    ],
  },
  {
    name: 'said yes in a recorded call',
    row: '1',
    count: 10,
    lines: [
      {
        reach: 'email',
        cells: (random) => consentCells(random, 'recorded-call@1', { CONSENT_PROOF: aProof(random) }),
        expected: OWN_OFFERS,
      },
    ],
  },
  {
    name: 'agreed long ago, ordered or replied since',
    row: '53, within three years of the last act',
    count: 12,
    lines: [
      {
        reach: 'email',
        cells: (random) =>
          consentCells(random, 'newsletter@2019-01', {
            CONSENT_DATE: dateIn(random, 2020, 2021),
            LAST_ACT_DATE: recently(random),
          }),
        expected: OWN_OFFERS,
      },
    ],
  },
  {
    name: 'agreed more than three years ago, silent since',
    row: '53',
    count: 16,
    lines: [
      {
        reach: 'email',
        cells: (random) => consentCells(random, 'newsletter@2019-01', { CONSENT_DATE: dateIn(random, 2020, 2022) }),
        expected: ['refuse:RETENTION_EXPIRED', 'refuse:RETENTION_EXPIRED', 'refuse:CONSENT_WRONG_PURPOSE', ''],
      },
    ],
  },
  {
    name: 'one human, two addresses: a consent does not spread',
    row: '2, D1',
    count: 9,
    lines: [
      { reach: 'email', cells: (random) => consentCells(random, 'newsletter@2024-01'), expected: OWN_OFFERS },
      {
        reach: 'email',
        address: mailAddressOf,
        cells: () => ({}),
        expected: ['refuse:CONSENT_MISSING', 'refuse:CONSENT_MISSING', 'refuse:CONSENT_MISSING', ''],
      },
    ],
  },
];
