import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { LEGIFRANCE_QUOTED } from '../../texts/sources.ts';
import { basisLeftToL345, basisUnderContract } from './calling.ts';

/** Code de la consommation, art. R. 223-1, since 11 August 2026: consent to calls lasts a year at most, never tacitly renewed. */
const R223_1 = article({
  id: 'r223-1/2026-08-11',
  code: 'Code de la consommation',
  number: 'R. 223-1',
  inForce: { from: '2026-08-11' },
  kind: 'regulation',
  read: LEGIFRANCE_QUOTED,
});

/** 365 days: stricter than a calendar year in leap years (FR-CONSENT-4). */
export const ONE_YEAR_MS = 365 * 86_400_000;

export const oldConsentToCalls = R223_1.forbidsRelyingOn(['consent'], 'CONSENT_EXPIRED', {
  paragraph: 'I, 3°',
  quote:
    'La période pendant laquelle le consommateur consent à être démarché, qui ne peut excéder un an à compter de la date de recueil du consentement',
  sanctions: SANCTIONS.consentToCalls,
  concerns: { channels: ['automated-call'], audience: 'consumer' },
  when: (consent, facts) => facts.at > consent.givenAt + ONE_YEAR_MS,
  unless: [basisUnderContract, basisLeftToL345],
  reading:
    'L. 223-7 sends automated calls to L. 34-5, which sets no term of a consent: applied unless the advertiser recorded the other reading (VOICE-1). Checked 2026-11-24.',
});
export const oldConsentToCallsExamples: readonly Example[] = [
  ['366 days old', { channel: 'automated-call', at: 31_622_400_000, basis: { givenAt: 0 } }, 'forbidden'],
  ['365 days and a second old', { channel: 'automated-call', at: 31_536_001_000, basis: { givenAt: 0 } }, 'forbidden'],
  ['365 days old', { channel: 'automated-call', at: 31_536_000_000, basis: { givenAt: 0 } }, 'not forbidden'],
  [
    '366 days old, of a professional',
    { channel: 'automated-call', at: 31_622_400_000, isConsumer: false, basis: { givenAt: 0 } },
    'not forbidden',
  ],
  [
    '366 days old, of an advertiser who reads L. 34-5 alone',
    {
      channel: 'automated-call',
      at: 31_622_400_000,
      basis: { givenAt: 0 },
      readings: ['automated-calls-by-l34-5-alone'],
    },
    'not forbidden',
  ],
  [
    '366 days old, and a contract runs that the offer concerns',
    { channel: 'automated-call', at: 31_622_400_000, basis: { givenAt: 0 }, ongoingContract: 'sale-1' },
    'not forbidden',
  ],
  ['366 days old, by e-mail', { channel: 'email', at: 31_622_400_000, basis: { givenAt: 0 } }, 'not forbidden'],
  [
    '366 days old, for a call of 10 August 2026: the text binds from the 11th',
    { channel: 'automated-call', day: '2026-08-10', at: 31_622_400_000, basis: { givenAt: 0 } },
    'not forbidden',
  ],
];
