import { consentCells } from './consents.ts';
import { type Expected, ofOne, type Situation } from './situation.ts';

const INVALID: Expected = ['invalid', 'invalid', 'invalid', ''];

/** Lines that cannot be used as they are: reported with line and column, and nothing of the others is lost. */
export const BROKEN: readonly Situation[] = [
  ofOne('address that is none', 'D23', 12, {
    addresses: 'email',
    address: (random, { number }) =>
      random.pick([
        `lecteur${number}courrier.example`,
        `lecteur ${number}@courrier.example`,
        `lecteur${number}@`,
        `lecteur${number}@courrier`,
        `@lecteur${number}.example`,
        `lecteur${number}..bis@courrier.example`,
      ]),
    cells: (random) => consentCells(random, 'newsletter@2024-01'),
    expected: INVALID,
  }),
  ofOne('telephone number that is none, good e-mail address', 'D23', 8, {
    addresses: 'both',
    cells: (random, { number }) =>
      consentCells(random, 'newsletter-sms@2024-03', {
        CONSENT_CHANNELS: 'email,sms',
        SMS: random.pick([`+33 6 39 98 ${number % 10}`, `numéro ${number}`, `+0639980${number % 1000}`]),
      }),
    expected: ['allow', 'allow', 'refuse:CONSENT_WRONG_PURPOSE', 'invalid'],
  }),
  ofOne('a column is missing in the line', 'D23', 7, {
    addresses: 'email',
    cells: (random) => consentCells(random, 'newsletter@2024-01'),
    expected: INVALID,
    drops: 'JOB_TITLE',
  }),
  ofOne('consent on the 31st of February', 'D23', 7, {
    addresses: 'email',
    cells: (random) =>
      consentCells(random, 'newsletter@2024-01', {
        CONSENT_DATE: `${random.int(2023, 2025)}-02-31T10:00:00+01:00`,
      }),
    expected: INVALID,
  }),
  ofOne('consent dated in the future', 'D23', 7, {
    addresses: 'email',
    cells: (random) =>
      consentCells(random, 'newsletter@2024-01', { CONSENT_DATE: `2027-0${random.int(1, 9)}-11T10:00:00+01:00` }),
    expected: INVALID,
  }),
];
