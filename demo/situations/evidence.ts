import { consentCells } from './consents.ts';
import { aProof, type Expected, ofOne, type Situation } from './situation.ts';

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
  ofOne('box ticked beforehand', '4', 20, {
    addresses: 'email',
    cells: (random) => consentCells(random, 'account@preticked'),
    expected: forOwnOffers('CONSENT_MECHANISM_INVALID'),
  }),
  ofOne('box ticked beforehand, mobile number', '4', 10, {
    addresses: 'phone',
    cells: (random) => consentCells(random, 'account@preticked', { CONSENT_CHANNELS: 'sms' }),
    expected: ['', '', '', 'refuse:CONSENT_MECHANISM_INVALID'],
  }),
  ofOne('terms of sale accepted', '5', 14, {
    addresses: 'email',
    cells: (random) => consentCells(random, 'account@terms'),
    expected: forOwnOffers('CONSENT_MECHANISM_INVALID'),
  }),
  ofOne('went on browsing', '5, FR-CONSENT-3', 10, {
    addresses: 'email',
    cells: (random) => consentCells(random, 'banner@2022'),
    expected: forOwnOffers('CONSENT_MECHANISM_INVALID'),
  }),
  ofOne('consent was the price of the gift', '5, FR-CONSENT-3', 10, {
    addresses: 'email',
    cells: (random) => consentCells(random, 'gift@2024'),
    expected: forOwnOffers('CONSENT_MECHANISM_INVALID'),
  }),
  ofOne('prize draw with misleading buttons', '38', 14, {
    addresses: 'email',
    cells: (random) => consentCells(random, 'draw@2025', { CONSENT_PROOF: aProof(random) }),
    expected: forOwnOffers('CONSENT_MECHANISM_INVALID'),
  }),
  ofOne('nobody knows which wording was shown', '3', 14, {
    addresses: 'email',
    cells: (random) => consentCells(random, ''),
    expected: forOwnOffers('EVIDENCE_INCOMPLETE'),
  }),
  ofOne('no picture of the form was kept', '3', 12, {
    addresses: 'email',
    cells: (random) => consentCells(random, 'newsletter@2018-lost'),
    expected: forOwnOffers('EVIDENCE_INCOMPLETE'),
  }),
  ofOne('file says consent, nothing is recorded', '2', 18, {
    addresses: 'email',
    cells: () => ({ OPT_IN: 'Yes', STATED_BASIS: 'consent', SOURCE: 'data-subject' }),
    expected: always('EVIDENCE_MISSING'),
  }),
  ofOne('never asked', '2, no basis claimed', 20, {
    addresses: 'email',
    cells: () => ({}),
    expected: always('CONSENT_MISSING'),
  }),
  ofOne('never asked, mobile number', '2, no basis claimed', 12, {
    addresses: 'phone',
    cells: () => ({}),
    expected: ['', '', '', 'refuse:CONSENT_MISSING'],
  }),
  ofOne('form names no channel', 'D9', 12, {
    addresses: 'email',
    cells: (random) => consentCells(random, 'newsletter@2021-nochannel', BOTH_PURPOSES),
    expected: [
      'review:CONSENT_CHANNEL_UNCERTAIN',
      'review:CONSENT_CHANNEL_UNCERTAIN',
      'review:CONSENT_CHANNEL_UNCERTAIN',
      '',
    ],
  }),
  ofOne('no processing notice on the form', '3, D12', 12, {
    addresses: 'email',
    cells: (random) => consentCells(random, 'newsletter@2020-nonotice'),
    expected: forOwnOffers('EVIDENCE_INCOMPLETE'),
  }),
  ofOne('collected by a partner that named us', '34', 16, {
    addresses: 'email',
    cells: (random) => consentCells(random, 'fair@2025', { CONSENT_COLLECTOR: PARTNER, CONSENT_PROOF: aProof(random) }),
    expected: ['allow', 'allow', 'refuse:CONSENT_WRONG_PURPOSE', ''],
  }),
  ofOne('collected by a partner for “our partners”', '35', 14, {
    addresses: 'email',
    cells: (random) =>
      consentCells(random, 'fair@unnamed', { CONSENT_COLLECTOR: PARTNER, CONSENT_PROOF: aProof(random) }),
    expected: forOwnOffers('PARTNER_NOT_NAMED_AT_COLLECTION'),
  }),
  ofOne('came through a partner’s partner', '36', 12, {
    addresses: 'email',
    cells: (random) =>
      consentCells(random, 'fair@2025', {
        CONSENT_COLLECTOR: PARTNER,
        CONSENT_TRANSFERRED_BY: '808332670 Fichiers du Centre',
        CONSENT_PROOF: aProof(random),
      }),
    expected: forOwnOffers('PARTNER_CHAIN_BROKEN'),
  }),
  ofOne('bought with a promise of consent', '37', 12, {
    addresses: 'email',
    cells: (random) => consentCells(random, 'fair@2025', { CONSENT_COLLECTOR: PARTNER }),
    expected: forOwnOffers('EVIDENCE_NOT_HELD_BY_US'),
  }),
  ofOne('agreed with the sister company', '8', 12, {
    addresses: 'email',
    cells: (random) =>
      consentCells(random, 'newsletter-sister@1', { CONSENT_COLLECTOR: SISTER, CONSENT_PROOF: aProof(random) }),
    expected: forOwnOffers('CONSENT_WRONG_CONTROLLER'),
  }),
];
