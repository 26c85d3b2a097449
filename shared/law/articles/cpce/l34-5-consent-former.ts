import type { Example } from '../../example.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { L34_5 } from './l34-5.ts';

/** Of editions before 2026-11-30.7: of a consent and of a professional's interest at once, and both a reading. */
export const basisOfAnotherPurpose = L34_5.forbidsRelyingOn(
  ['consent', 'professional-interest'],
  'CONSENT_WRONG_PURPOSE',
  {
    quote: 'toute manifestation de volonté libre, spécifique et informée',
    sanctions: SANCTIONS.consent,
    paragraph: 'al. 2',
    when: (basis) => !basis.coversPurpose,
    reading:
      'Al. 2 speaks of consent. That a professional’s interest serves own offers alone is read into the doctrine (D22). Checked 2026-11-29.',
  },
);
export const basisOfAnotherPurposeExamples: readonly Example[] = [
  [
    'consent to own offers, message for a partner',
    { purpose: 'partner-offers', basis: { coversPurpose: false } },
    'forbidden',
  ],
  [
    'a professional’s interest, message for a partner',
    { purpose: 'partner-offers', basis: { kind: 'professional-interest', coversPurpose: false } },
    'forbidden',
  ],
  ['consent to own offers, own message', { basis: { coversPurpose: true } }, 'not forbidden'],
];
