import { consentCells } from './consents.ts';
import { saleCells } from './customers.ts';
import { ofOne, type Situation } from './situation.ts';

const BY_SMS = { CONSENT_CHANNELS: 'sms' };

/** Recipients outside metropolitan France: their country's rules, their own clock. */
export const ABROAD: readonly Situation[] = [
  ofOne('agreed, lives in another country of the European Economic Area', '72', 16, {
    addresses: 'email',
    cells: (random) =>
      consentCells(random, 'newsletter-en@2024-01', {
        COUNTRY: random.pick(['AT', 'DE', 'IT', 'PT', 'IS']),
        LANGUAGE: 'en',
      }),
    expected: ['allow', 'allow', 'refuse:CONSENT_WRONG_PURPOSE', ''],
  }),
  ofOne('customer in Belgium, Spain or Switzerland: consent only', 'D15', 14, {
    addresses: 'email',
    cells: (random) => saleCells(random, 'coffee', { COUNTRY: random.pick(['BE', 'ES', 'CH']) }),
    expected: [
      'refuse:BASIS_NOT_AVAILABLE_FOR_CHANNEL',
      'refuse:BASIS_NOT_AVAILABLE_FOR_CHANNEL',
      'refuse:BASIS_NOT_AVAILABLE_FOR_CHANNEL',
      '',
    ],
  }),
  ofOne('agreed, lives in the United States or Canada', 'D15', 12, {
    addresses: 'email',
    cells: (random) =>
      consentCells(random, 'newsletter-en@2024-01', { COUNTRY: random.pick(['US', 'CA']), LANGUAGE: 'en' }),
    expected: ['refuse:RULE_PACK_MISSING', 'refuse:RULE_PACK_MISSING', 'refuse:RULE_PACK_MISSING', ''],
  }),
  ofOne('British, German, Belgian or Spanish number, whence nobody answers a French code', 'D19', 14, {
    addresses: 'phone',
    numberFrom: 'europe',
    cells: (random) => consentCells(random, 'newsletter-sms@2024-03', BY_SMS),
    expected: ['', '', '', 'refuse:OPPOSITION_ROAD_NOT_WORKING'],
  }),
  ofOne('North American number, agreed by SMS', 'D15', 10, {
    addresses: 'phone',
    numberFrom: 'north-america',
    cells: (random) => consentCells(random, 'newsletter-sms@2024-03', BY_SMS),
    expected: ['', '', '', 'refuse:RULE_PACK_MISSING'],
  }),
  ofOne('Antilles or Guyane: too early there', '49', 16, {
    addresses: 'phone',
    numberFrom: 'antilles',
    cells: (random) => consentCells(random, 'newsletter-sms@2024-03', BY_SMS),
    expected: ['', '', '', 'defer:QUIET_HOURS_SMS'],
  }),
  ofOne('Réunion or Mayotte, whence AWS brings no answer: early afternoon in both', 'D19', 12, {
    addresses: 'phone',
    numberFrom: 'reunion',
    cells: (random) => consentCells(random, 'newsletter-sms@2024-03', BY_SMS),
    expected: ['', '', '', 'refuse:OPPOSITION_ROAD_NOT_WORKING'],
  }),
  ofOne('French number, lives in Montréal’s hours', '49', 10, {
    addresses: 'phone',
    cells: (random) =>
      consentCells(random, 'newsletter-sms@2024-03', { ...BY_SMS, CONTACT_TIMEZONE: 'America/Montreal' }),
    expected: ['', '', '', 'defer:QUIET_HOURS_SMS'],
  }),
];
