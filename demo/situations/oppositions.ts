import { mailAddressOf } from '../export/people.ts';
import { consentCells } from './consents.ts';
import { saleCells } from './customers.ts';
import { aProof, dateIn, type Expected, ofOne, recently, registered, type Situation } from './situation.ts';

const BOTH_PURPOSES = { CONSENT_PURPOSES: 'own-offers,partner-offers' };
const refused = (code: string): Expected => [`refuse:${code}`, `refuse:${code}`, `refuse:${code}`, ''];

/** Persons who opposed by other ways, and what a later act changes. */
export const OPPOSITIONS: readonly Situation[] = [
  ofOne('asked by telephone for no more advertising at all', '16', 14, {
    addresses: 'email',
    cells: (random) => ({
      ...consentCells(random, 'newsletter-partners@2024-06', BOTH_PURPOSES),
      ...registered('phone', recently(random), 'global'),
    }),
    expected: refused('OPPOSED_GLOBAL'),
  }),
  ofOne('wrote a letter: no more e-mail', '10', 14, {
    addresses: 'email',
    cells: (random) => ({
      ...consentCells(random, 'newsletter-partners@2024-06', BOTH_PURPOSES),
      ...registered('letter', recently(random), 'channel:email'),
    }),
    expected: refused('OPPOSED_CHANNEL'),
  }),
  ofOne('reported the mail as spam', '10, OPP-3', 10, {
    addresses: 'email',
    cells: (random) => ({
      ...consentCells(random, 'newsletter@2024-01'),
      ...registered('complaint', recently(random), 'channel:email'),
    }),
    expected: refused('OPPOSED_CHANNEL'),
  }),
  ofOne('refused own offers in the shop, keeps the partners’', '68, OPP-3', 12, {
    addresses: 'email',
    cells: (random) => ({
      ...consentCells(random, 'newsletter-partners@2024-06', BOTH_PURPOSES),
      ...registered('shop', recently(random), 'purpose:email:own-offers'),
    }),
    expected: ['refuse:OPPOSED_PURPOSE', 'refuse:OPPOSED_PURPOSE', 'allow', ''],
  }),
  ofOne('opposed, then agreed again with proof', '11', 12, {
    addresses: 'email',
    cells: (random) => ({
      ...consentCells(random, 'newsletter@2024-01'),
      ...registered('email', '2026-02-10T09:30:00+01:00', 'purpose:email:own-offers'),
      CONSENT_AGAIN_FORM: 'newsletter@2024-01',
      CONSENT_AGAIN_DATE: recently(random),
      CONSENT_AGAIN_CHANNELS: 'email',
      CONSENT_AGAIN_PROOF: aProof(random),
    }),
    expected: ['allow', 'allow', 'refuse:CONSENT_WRONG_PURPOSE', ''],
  }),
  ofOne('opposed, then a file says “opt-in” again', '12', 12, {
    addresses: 'email',
    cells: (random) => ({
      ...consentCells(random, 'newsletter@2024-01'),
      ...registered('email', '2026-02-10T09:30:00+01:00', 'channel:email'),
      CONSENT_AGAIN_FORM: 'newsletter@2024-01',
      CONSENT_AGAIN_DATE: recently(random),
      CONSENT_AGAIN_CHANNELS: 'email',
    }),
    expected: refused('OPPOSED_CHANNEL'),
  }),
  ofOne('opposed, then bought again', '13', 12, {
    addresses: 'email',
    cells: (random) => ({
      ...saleCells(random, 'coffee', { SALE_DATE: recently(random) }),
      ...registered('email', '2026-02-10T09:30:00+01:00', 'channel:email'),
    }),
    expected: refused('OPPOSED_CHANNEL'),
  }),
  ofOne('no more SMS, e-mail kept', '14, 15', 14, {
    addresses: 'both',
    cells: (random, { number }) => ({
      ...consentCells(random, 'newsletter-sms@2024-03', { CONSENT_CHANNELS: 'email,sms' }),
      PERSON_REF: `C-${number}`,
      ...registered('account', recently(random), 'channel:sms'),
    }),
    expected: ['allow', 'allow', 'refuse:CONSENT_WRONG_PURPOSE', 'refuse:OPPOSED_CHANNEL'],
  }),
  ofOne('nothing any more, then e-mail again on request', '17, 18', 10, {
    addresses: 'both',
    cells: (random, { number }) => ({
      ...consentCells(random, 'newsletter-sms@2024-03', { CONSENT_CHANNELS: 'email,sms' }),
      PERSON_REF: `C-${number}`,
      ...registered('letter', '2026-01-20T10:00:00+01:00', 'global'),
      CONSENT_AGAIN_FORM: 'newsletter@2024-01',
      CONSENT_AGAIN_DATE: recently(random),
      CONSENT_AGAIN_CHANNELS: 'email',
      CONSENT_AGAIN_PROOF: aProof(random),
    }),
    expected: ['allow', 'allow', 'refuse:OPPOSED_GLOBAL', 'refuse:OPPOSED_GLOBAL'],
  }),
  ofOne('opposition and consent at the same instant', '19', 8, {
    addresses: 'email',
    cells: (random) => {
      const instant = recently(random);
      return {
        ...consentCells(random, 'newsletter@2024-01', { CONSENT_DATE: instant, CONSENT_PROOF: aProof(random) }),
        ...registered('email', instant, 'channel:email'),
      };
    },
    expected: refused('OPPOSED_CHANNEL'),
  }),
  ofOne('paper consent of Monday, opposed on Wednesday, keyed in on Friday', '71', 8, {
    addresses: 'email',
    cells: (random) => ({
      ...consentCells(random, 'paper-card@2023', {
        CONSENT_DATE: '2026-11-16T10:05:00+01:00',
        CONSENT_PROOF: aProof(random),
      }),
      ...registered('email', '2026-11-18T21:40:00+01:00', 'channel:email'),
    }),
    expected: refused('OPPOSED_CHANNEL'),
  }),
  {
    name: 'one human: the number opposed to everything, the address follows',
    row: '69',
    count: 10,
    lines: [
      {
        addresses: 'phone',
        cells: (random) => ({
          ...registered('phone', recently(random), 'global'),
        }),
        expected: ['', '', '', 'refuse:OPPOSED_GLOBAL'],
      },
      {
        addresses: 'email',
        cells: (random) => consentCells(random, 'newsletter-partners@2024-06', BOTH_PURPOSES),
        expected: refused('OPPOSED_GLOBAL'),
      },
    ],
  },
  {
    name: 'one human, two addresses: a letter covers both',
    row: '16, D1',
    count: 9,
    lines: [
      {
        addresses: 'email',
        cells: (random) => consentCells(random, 'newsletter@2024-01'),
        expected: refused('OPPOSED_CHANNEL'),
      },
      {
        addresses: 'email',
        address: mailAddressOf,
        cells: (random) => ({
          ...consentCells(random, 'newsletter@2024-01', { CONSENT_DATE: dateIn(random, 2025, 2025) }),
          ...registered('letter', recently(random), 'channel:email'),
        }),
        expected: refused('OPPOSED_CHANNEL'),
      },
    ],
  },
  ofOne('took the consent back on the account page', '67, without a sale', 12, {
    addresses: 'email',
    cells: (random) => consentCells(random, 'newsletter@2024-01', { CONSENT_WITHDRAWN_DATE: recently(random) }),
    expected: ['refuse:OPPOSED_PURPOSE', 'refuse:OPPOSED_PURPOSE', 'refuse:CONSENT_WITHDRAWN', ''],
  }),
  ofOne('customer who took the consent back', '67', 12, {
    addresses: 'email',
    cells: (random) => ({
      ...saleCells(random, 'coffee'),
      ...consentCells(random, 'newsletter@2024-01', { CONSENT_WITHDRAWN_DATE: recently(random) }),
      STATED_BASIS: 'existing-customer',
    }),
    expected: ['refuse:OPPOSED_PURPOSE', 'refuse:OPPOSED_PURPOSE', 'refuse:SOFT_OPT_IN_DIFFERENT_PERSON', ''],
  }),
  ofOne('agreed, then ticked the refusal at checkout', '68', 12, {
    addresses: 'email',
    cells: (random) => ({
      ...consentCells(random, 'newsletter@2024-01'),
      ...saleCells(random, 'coffee', { SALE_DATE: recently(random), SALE_REFUSED: 'purpose:email:own-offers' }),
    }),
    expected: ['refuse:OPPOSED_PURPOSE', 'refuse:OPPOSED_PURPOSE', 'refuse:CONSENT_WRONG_PURPOSE', ''],
  }),
];
