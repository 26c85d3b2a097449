import { consentCells } from './consents.ts';
import { aProof, type Expected, type Situation } from './situation.ts';

const always = (code: string): Expected => [`refuse:${code}`, `refuse:${code}`, `refuse:${code}`, ''];
/** A flaw in a consent to own offers: newsletter 3 fails first on its purpose, which comes earlier in the list of codes. */
const forOwnOffers = (code: string): Expected => [
  `refuse:${code}`,
  `refuse:${code}`,
  'refuse:CONSENT_WRONG_PURPOSE',
  '',
];
const BOTH_PURPOSES = { CONSENT_PURPOSES: 'own-offers,partner-offers' };
const PARTNER = '552120222 Foires de l’Ouest';
const SISTER = '443061841 Maison Ventadour Belgique';

/** What looks like a consent and is none, or cannot be shown. */
export const EVIDENCE: readonly Situation[] = [
  {
    name: 'box ticked beforehand',
    row: '4',
    count: 20,
    lines: [
      {
        reach: 'email',
        cells: (random) => consentCells(random, 'account@preticked', BOTH_PURPOSES),
        expected: always('CONSENT_MECHANISM_INVALID'),
      },
    ],
  },
  {
    name: 'box ticked beforehand, mobile number',
    row: '4',
    count: 10,
    lines: [
      {
        reach: 'phone',
        cells: (random) => consentCells(random, 'account@preticked', { CONSENT_CHANNELS: 'sms' }),
        expected: ['', '', '', 'refuse:CONSENT_MECHANISM_INVALID'],
      },
    ],
  },
  {
    name: 'terms of sale accepted',
    row: '5',
    count: 14,
    lines: [
      {
        reach: 'email',
        cells: (random) => consentCells(random, 'account@terms', BOTH_PURPOSES),
        expected: always('CONSENT_MECHANISM_INVALID'),
      },
    ],
  },
  {
    name: 'went on browsing',
    row: '5, FR-CONSENT-3',
    count: 10,
    lines: [
      {
        reach: 'email',
        cells: (random) => consentCells(random, 'banner@2022', BOTH_PURPOSES),
        expected: always('CONSENT_MECHANISM_INVALID'),
      },
    ],
  },
  {
    name: 'consent was the price of the gift',
    row: '5, FR-CONSENT-3',
    count: 10,
    lines: [
      {
        reach: 'email',
        cells: (random) => consentCells(random, 'gift@2024', BOTH_PURPOSES),
        expected: always('CONSENT_MECHANISM_INVALID'),
      },
    ],
  },
  {
    name: 'prize draw with misleading buttons',
    row: '38',
    count: 14,
    lines: [
      {
        reach: 'email',
        cells: (random) => consentCells(random, 'draw@2025', { ...BOTH_PURPOSES, CONSENT_PROOF: aProof(random) }),
        expected: always('CONSENT_MECHANISM_INVALID'),
      },
    ],
  },
  {
    name: 'nobody knows which wording was shown',
    row: '3',
    count: 14,
    lines: [
      {
        reach: 'email',
        cells: (random) => consentCells(random, '', BOTH_PURPOSES),
        expected: always('EVIDENCE_INCOMPLETE'),
      },
    ],
  },
  {
    name: 'no picture of the form was kept',
    row: '3',
    count: 12,
    lines: [
      {
        reach: 'email',
        cells: (random) => consentCells(random, 'newsletter@2018-lost', BOTH_PURPOSES),
        expected: always('EVIDENCE_INCOMPLETE'),
      },
    ],
  },
  {
    name: 'file says consent, nothing is recorded',
    row: '2',
    count: 18,
    lines: [
      {
        reach: 'email',
        cells: () => ({ OPT_IN: 'Yes', CLAIMED_BASIS: 'consent', SOURCE: 'data-subject' }),
        expected: always('EVIDENCE_MISSING'),
      },
    ],
  },
  {
    name: 'never asked',
    row: '2, no basis claimed',
    count: 20,
    lines: [{ reach: 'email', cells: () => ({}), expected: always('CONSENT_MISSING') }],
  },
  {
    name: 'never asked, mobile number',
    row: '2, no basis claimed',
    count: 12,
    lines: [{ reach: 'phone', cells: () => ({}), expected: ['', '', '', 'refuse:CONSENT_MISSING'] }],
  },
  {
    name: 'form names no channel',
    row: 'D9',
    count: 12,
    lines: [
      {
        reach: 'email',
        cells: (random) => consentCells(random, 'newsletter@2021-nochannel', BOTH_PURPOSES),
        expected: ['review', 'review', 'review', ''],
      },
    ],
  },
  {
    name: 'no processing notice on the form',
    row: 'D12',
    count: 12,
    lines: [
      {
        reach: 'email',
        cells: (random) => consentCells(random, 'newsletter@2020-nonotice', BOTH_PURPOSES),
        expected: always('PROCESSING_NOTICE_MISSING'),
      },
    ],
  },
  {
    name: 'collected by a partner that named us',
    row: '34',
    count: 16,
    lines: [
      {
        reach: 'email',
        cells: (random) =>
          consentCells(random, 'fair@2025', { CONSENT_COLLECTOR: PARTNER, CONSENT_PROOF: aProof(random) }),
        expected: ['allow', 'allow', 'refuse:CONSENT_WRONG_PURPOSE', ''],
      },
    ],
  },
  {
    name: 'collected by a partner for “our partners”',
    row: '35',
    count: 14,
    lines: [
      {
        reach: 'email',
        cells: (random) =>
          consentCells(random, 'fair@unnamed', { CONSENT_COLLECTOR: PARTNER, CONSENT_PROOF: aProof(random) }),
        expected: forOwnOffers('PARTNER_NOT_NAMED_AT_COLLECTION'),
      },
    ],
  },
  {
    name: 'came through a partner’s partner',
    row: '36',
    count: 12,
    lines: [
      {
        reach: 'email',
        cells: (random) =>
          consentCells(random, 'fair@2025', {
            CONSENT_COLLECTOR: PARTNER,
            CONSENT_TRANSFERRED_BY: '808332670 Fichiers du Centre',
            CONSENT_PROOF: aProof(random),
          }),
        expected: forOwnOffers('PARTNER_CHAIN_BROKEN'),
      },
    ],
  },
  {
    name: 'bought with a promise of consent',
    row: '37',
    count: 12,
    lines: [
      {
        reach: 'email',
        cells: (random) => consentCells(random, 'fair@2025', { CONSENT_COLLECTOR: PARTNER }),
        expected: forOwnOffers('EVIDENCE_NOT_HELD_BY_US'),
      },
    ],
  },
  {
    name: 'agreed with the sister company',
    row: '8',
    count: 12,
    lines: [
      {
        reach: 'email',
        cells: (random) =>
          consentCells(random, 'newsletter-sister@1', { CONSENT_COLLECTOR: SISTER, CONSENT_PROOF: aProof(random) }),
        expected: forOwnOffers('CONSENT_WRONG_CONTROLLER'),
      },
    ],
  },
];
