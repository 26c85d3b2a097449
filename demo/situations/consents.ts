import type { Cells } from '../export/columns.ts';
import { mailAddressOf } from '../export/people.ts';
import type { Random } from '../export/random.ts';
import { aProof, dateIn, type Expected, ofOne, recently, type Situation } from './situation.ts';

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

/** Persons who agreed, properly, and what their agreement covers. */
export const CONSENTS: readonly Situation[] = [
  ofOne('agreed to own offers by e-mail', '1', 100, {
    addresses: 'email',
    cells: (random) => consentCells(random, 'newsletter@2024-01'),
    expected: OWN_OFFERS,
  }),
  ofOne('agreed to own and partner offers by e-mail', '1', 80, {
    addresses: 'email',
    cells: (random) =>
      consentCells(random, 'newsletter-partners@2024-06', { CONSENT_PURPOSES: 'own-offers,partner-offers' }),
    expected: ['allow', 'allow', 'allow', ''],
  }),
  ofOne('agreed by e-mail and SMS', '1', 90, {
    addresses: 'both',
    cells: (random) => consentCells(random, 'newsletter-sms@2024-03', { CONSENT_CHANNELS: 'email,sms' }),
    expected: ['allow', 'allow', 'refuse:CONSENT_WRONG_PURPOSE', 'allow'],
  }),
  ofOne('agreed by e-mail only, mobile number known', '7', 14, {
    addresses: 'both',
    cells: (random) => consentCells(random, 'newsletter-sms@2024-03'),
    expected: ['allow', 'allow', 'refuse:CONSENT_WRONG_PURPOSE', 'refuse:CONSENT_WRONG_CHANNEL'],
  }),
  ofOne('agreed by SMS only, e-mail address known', '7', 14, {
    addresses: 'both',
    cells: (random) => consentCells(random, 'newsletter-sms@2024-03', { CONSENT_CHANNELS: 'sms' }),
    expected: ['refuse:CONSENT_WRONG_CHANNEL', 'refuse:CONSENT_WRONG_CHANNEL', 'refuse:CONSENT_WRONG_CHANNEL', 'allow'],
  }),
  ofOne('agreed on the English form, reads English', '1', 16, {
    addresses: 'email',
    cells: (random) => consentCells(random, 'newsletter-en@2024-01', { LANGUAGE: 'en' }),
    expected: OWN_OFFERS,
  }),
  ofOne('signed a paper card in the shop', '1', 12, {
    addresses: 'email',
    cells: (random) => consentCells(random, 'paper-card@2023', { CONSENT_PROOF: aProof(random) }),
    expected: OWN_OFFERS,
  }),
  ofOne('said yes in a recorded call', '1', 10, {
    addresses: 'email',
    cells: (random) => consentCells(random, 'recorded-call@1', { CONSENT_PROOF: aProof(random) }),
    expected: OWN_OFFERS,
  }),
  ofOne('agreed long ago, ordered or replied since', '53, within three years of the last act', 12, {
    addresses: 'email',
    cells: (random) =>
      consentCells(random, 'newsletter@2019-01', {
        CONSENT_DATE: dateIn(random, 2020, 2021),
        LAST_ACT_DATE: recently(random),
      }),
    expected: OWN_OFFERS,
  }),
  ofOne('agreed more than three years ago, silent since', '53', 16, {
    addresses: 'email',
    cells: (random) => consentCells(random, 'newsletter@2019-01', { CONSENT_DATE: dateIn(random, 2020, 2022) }),
    expected: ['refuse:RETENTION_EXPIRED', 'refuse:RETENTION_EXPIRED', 'refuse:CONSENT_WRONG_PURPOSE', ''],
  }),
  {
    name: 'one human, two addresses: a consent does not spread',
    row: '2, D1',
    count: 9,
    lines: [
      { addresses: 'email', cells: (random) => consentCells(random, 'newsletter@2024-01'), expected: OWN_OFFERS },
      {
        addresses: 'email',
        address: mailAddressOf,
        cells: () => ({}),
        expected: ['refuse:CONSENT_MISSING', 'refuse:CONSENT_MISSING', 'refuse:CONSENT_MISSING', ''],
      },
    ],
  },
];
