/** L. 34-5, al. 4: what the exception for customers asks of refusing: it was offered, this is shown, and nobody used it (S7). */

import type { BasisProhibition } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { BasisFacts } from '../../facts/basis.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { CUSTOMER } from './customer-exceptions.ts';
import { L34_5 } from './l34-5.ts';

/** S7: "de manière expresse et dénuée d’ambiguïté, la possibilité de s’opposer, sans frais". */
const NO_REFUSAL: Pick<BasisProhibition, 'quote' | 'sanctions' | 'paragraph' | 'when'> = {
  quote:
    'si le destinataire se voit offrir, de manière expresse et dénuée d’ambiguïté, la possibilité de s’opposer, sans frais',
  sanctions: SANCTIONS.consent,
  paragraph: 'al. 4',
  when: (sale) => !sale.refusalWasOffered,
};
const whereUnknown = (sale: BasisFacts): string | undefined => (sale.refusalIsNotRecorded ? 'not-recorded' : undefined);
export const noRefusalOffered = L34_5.forbidsRelyingOn(CUSTOMER, 'SOFT_OPT_IN_NO_REFUSAL_OFFERED', {
  ...NO_REFUSAL,
  detail: (sale) => whereUnknown(sale) ?? sale.refusalFault,
});
/** Of editions from 2026-11-30.5 to 2026-12-01.3: it did not say what is wrong with a refusal that is on record. */
export const noRefusalOfferedOrUnknown = L34_5.forbidsRelyingOn(CUSTOMER, 'SOFT_OPT_IN_NO_REFUSAL_OFFERED', {
  ...NO_REFUSAL,
  detail: whereUnknown,
});
/** Of editions before 2026-11-30.5: it did not say where nothing is recorded of a refusal. */
export const noRefusalOfferedAlone = L34_5.forbidsRelyingOn(CUSTOMER, 'SOFT_OPT_IN_NO_REFUSAL_OFFERED', NO_REFUSAL);
/* @__NO_SIDE_EFFECTS__ */
const noRefusalExamples = (more: readonly Example[]): readonly Example[] => [
  ['no box at the checkout', { basis: { refusalWasOffered: false } }, 'forbidden'],
  ['a box at the checkout', { basis: { refusalWasOffered: true } }, 'not forbidden'],
  ...more,
];
export const noRefusalOfferedAloneExamples = noRefusalExamples([]);
const UNKNOWN: Example = [
  'a sale of which no form is recorded',
  { basis: { refusalWasOffered: false, refusalIsNotRecorded: true } },
  'forbidden',
];
export const noRefusalOfferedOrUnknownExamples = noRefusalExamples([UNKNOWN]);
export const noRefusalOfferedExamples = noRefusalExamples([
  UNKNOWN,
  [
    'a refusal of the offers of partners alone',
    { basis: { refusalWasOffered: false, refusalFault: 'something-else' } },
    'forbidden',
  ],
]);

/**
 * S7: that it was offered is shown by the checkout as the customer saw it (GDPR, art. 5, § 2): a picture, a blank form, the
 * script of a till; what we host shows itself (D9).
 */
export const checkoutNotShown = L34_5.forbidsRelyingOn(CUSTOMER, 'EVIDENCE_INCOMPLETE', {
  quote:
    'si le destinataire se voit offrir, de manière expresse et dénuée d’ambiguïté, la possibilité de s’opposer, sans frais',
  sanctions: SANCTIONS.consent,
  paragraph: 'al. 4',
  when: (sale) => sale.missing.length > 0,
  detail: (sale) => sale.missing.join(' '),
});
export const checkoutNotShownExamples: readonly Example[] = [
  ['no picture of the checkout is kept', { basis: { missing: ['/form/shown'] } }, 'forbidden'],
  ['a picture of the checkout is kept', { basis: { missing: [] } }, 'not forbidden'],
];

/** S7: the customer used it. It is also an opposition in that channel and purpose (D3). */
export const refusedAtCollection = L34_5.forbidsRelyingOn(CUSTOMER, 'SOFT_OPT_IN_REFUSED_AT_COLLECTION', {
  quote: 'au cas où il n’aurait pas refusé d’emblée une telle exploitation',
  sanctions: SANCTIONS.opposition,
  paragraph: 'al. 4',
  when: (sale) => sale.wasRefused,
});
export const refusedAtCollectionExamples: readonly Example[] = [
  ['the box was ticked', { basis: { wasRefused: true } }, 'forbidden'],
  ['the box was left empty', { basis: { wasRefused: false } }, 'not forbidden'],
];
