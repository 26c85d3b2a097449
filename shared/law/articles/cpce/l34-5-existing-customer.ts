/** L. 34-5, al. 4: the exception to al. 1 for existing customers; every condition must hold (S1 to S7). */

import type { MessageException } from '../../article.ts';
import type { Example } from '../../example.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { automatesWereChosen, CUSTOMER, freeAccountsWereReviewed, isFreeAccount } from './customer-exceptions.ts';
import { L34_5 } from './l34-5.ts';
import { checkoutNotShown, noRefusalOffered, refusedAtCollection } from './l34-5-refusal-offered.ts';
import { otherGoods, withoutSale } from './l34-5-sale.ts';

/** S1, "par courrier électronique": e-mail, SMS and MMS; not calls. */
export const exceptionByCall = L34_5.forbidsRelyingOn(CUSTOMER, 'SOFT_OPT_IN_CHANNEL_NOT_COVERED', {
  quote: 'la prospection directe par courrier électronique est autorisée',
  sanctions: SANCTIONS.consent,
  paragraph: 'al. 4',
  concerns: { channels: ['automated-call'] },
  when: () => true,
  unless: [automatesWereChosen],
  reading:
    'The statute grants the exception for electronic mail alone; CNIL’s page of January 2022 also lists automates. Checked 2026-11-24.',
});
export const exceptionByCallExamples: readonly Example[] = [
  ['an automated call to a customer', { channel: 'automated-call' }, 'forbidden'],
  [
    'the advertiser recorded the other reading',
    { channel: 'automated-call', readings: ['existing-customers-by-automated-call'] },
    'not forbidden',
  ],
  ['an SMS to a customer', { channel: 'sms' }, 'not forbidden'],
];

/** S2: "recueillies auprès de lui". */
export const coordinatesFromOthers = L34_5.forbidsRelyingOn(CUSTOMER, 'SOFT_OPT_IN_INDIRECT_COLLECTION', {
  quote: 'si les coordonnées du destinataire ont été recueillies auprès de lui',
  sanctions: SANCTIONS.consent,
  paragraph: 'al. 4',
  when: (sale) => !sale.coordinatesCameFromPerson,
});
export const coordinatesFromOthersExamples: readonly Example[] = [
  ['a marketplace gave the address', { basis: { coordinatesCameFromPerson: false } }, 'forbidden'],
  ['the customer typed the address', { basis: { coordinatesCameFromPerson: true } }, 'not forbidden'],
];

/** S3: collected in compliance with the loi Informatique et libertés: a notice was on the form. */
export const collectionWithoutNotice = L34_5.forbidsRelyingOn(CUSTOMER, 'SOFT_OPT_IN_NOTICE_MISSING', {
  quote:
    'dans le respect des dispositions de la loi n° 78-17 du 6 janvier 1978 relative à l’informatique, aux fichiers et aux libertés',
  sanctions: SANCTIONS.consent,
  paragraph: 'al. 4',
  when: (sale) => !sale.hasNotice,
});
export const collectionWithoutNoticeExamples: readonly Example[] = [
  ['no notice is recorded with the checkout', { basis: { hasNotice: false } }, 'forbidden'],
  ['a notice is recorded with the checkout', { basis: { hasNotice: true } }, 'not forbidden'],
];

/** S4, at its edge: a free account inside a paid model awaits one decision per advertiser (D6). */
export const freeAccount = L34_5.forbidsRelyingOn(CUSTOMER, 'SOFT_OPT_IN_FREEMIUM_REVIEW', {
  quote: 'à l’occasion d’une vente ou d’une prestation de services',
  sanctions: SANCTIONS.consent,
  paragraph: 'al. 4',
  when: isFreeAccount,
  unless: [freeAccountsWereReviewed],
  cause: () => 'sale-type:free-account',
  reading:
    'CJEU, C-654/23 Inteligo Media, 13 November 2025; the judgment itself was not read. CNIL’s page of 10 June 2026 may admit some such accounts: to be read. Checked 2026-11-25.',
});
export const freeAccountExamples: readonly Example[] = [
  ['a free account', { basis: { saleType: 'free-account' } }, 'forbidden'],
  [
    'a free account, where the advertiser recorded that they are sales',
    { basis: { saleType: 'free-account' }, readings: ['free-account-is-a-sale'] },
    'not forbidden',
  ],
  ['a paid order', { basis: { saleType: 'order' } }, 'not forbidden'],
];

/** S5: "fournis par la même personne physique ou morale". */
export const soldByAnother = L34_5.forbidsRelyingOn(CUSTOMER, 'SOFT_OPT_IN_DIFFERENT_PERSON', {
  quote: 'fournis par la même personne physique ou morale',
  sanctions: SANCTIONS.consent,
  paragraph: 'al. 4',
  when: (sale) => !sale.isOwnSale,
});
export const soldByAnotherExamples: readonly Example[] = [
  ['the parent company sold', { basis: { isOwnSale: false } }, 'forbidden'],
  ['the advertiser sold', { basis: { isOwnSale: true } }, 'not forbidden'],
];

/**
 * al. 4, attached to al. 1 (`l34-5-consent.ts`): a sale to this person replaces a consent, where every condition holds.
 */
export const existingCustomer: MessageException = {
  says: {
    en: 'the person is a customer, and every condition of this paragraph holds',
    fr: 'la personne est cliente et toutes les conditions de cet alinéa sont réunies',
  },
  paragraph: 'al. 4',
  when: (facts) => facts.bases.some(({ kind }) => kind === 'existing-customer'),
  conditions: [
    ...[exceptionByCall, coordinatesFromOthers, collectionWithoutNotice, withoutSale, freeAccount],
    ...[soldByAnother, otherGoods, noRefusalOffered, checkoutNotShown, refusedAtCollection],
  ],
};
