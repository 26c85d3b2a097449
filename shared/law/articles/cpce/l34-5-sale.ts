/** L. 34-5, al. 4: what a sale is (S4), and what may be offered to whom it was made (S6). */

import type { Example } from '../../example.ts';
import { type BasisFacts, isSale } from '../../facts/basis.ts';
import { offersNothing } from '../../readings/class-of.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { appealsByMailWereChosen, appealsWereChosen, CUSTOMER, isOpenFreeAccount } from './customer-exceptions.ts';
import { L34_5 } from './l34-5.ts';

const WITHOUT_SALE = {
  quote: 'à l’occasion d’une vente ou d’une prestation de services',
  sanctions: SANCTIONS.consent,
  paragraph: 'al. 4',
  when: (sale: BasisFacts) => sale.wasCancelled || !isSale(sale),
  detail: (sale: BasisFacts) => (sale.wasCancelled ? 'cancelled' : (sale.saleType ?? 'not-recorded')),
  reading:
    'A cancelled order is not a sale here, although the condition on the sale (S4) speaks only of a cancellation before collection. Checked 2026-11-24.',
  readsOnly: 'cancelled',
} as const;
/** S4: "à l’occasion d’une vente ou d’une prestation de services". A quote, basket, contest or account is none. */
export const withoutSale = L34_5.forbidsRelyingOn(CUSTOMER, 'SOFT_OPT_IN_NO_SALE', {
  ...WITHOUT_SALE,
  unless: [isOpenFreeAccount, appealsWereChosen],
});
export const withoutSaleExamples: readonly Example[] = [
  ['a quote', { basis: { saleType: 'quote' } }, 'forbidden'],
  ['a free account that was closed', { basis: { saleType: 'free-account', wasCancelled: true } }, 'forbidden'],
  ['an account without order', { basis: { saleType: 'account-only' } }, 'forbidden'],
  ['an abandoned basket', { basis: { saleType: 'basket' } }, 'forbidden'],
  ['a lead', { basis: { saleType: 'lead' } }, 'forbidden'],
  ['a contest', { basis: { saleType: 'contest' } }, 'forbidden'],
  ['an order, cancelled', { basis: { wasCancelled: true } }, 'forbidden'],
  ['nothing recorded', { basis: { saleType: undefined } }, 'forbidden'],
  ['a paid order', { basis: { saleType: 'order' } }, 'not forbidden'],
  ['a contract for services', { basis: { saleType: 'service-contract' } }, 'not forbidden'],
  ['a paid subscription', { basis: { saleType: 'paid-subscription' } }, 'not forbidden'],
  ['a free account in a paid model', { basis: { saleType: 'free-account' } }, 'not forbidden'],
  [
    'an appeal to one who gave, by the recorded reading',
    { readings: ['non-commercial-appeals'], offerIsNonCommercialAppeal: true, basis: { saleType: 'donation' } },
    'not forbidden',
  ],
  [
    'such an appeal by call, which the exception does not cover',
    {
      channel: 'automated-call',
      readings: ['non-commercial-appeals'],
      offerIsNonCommercialAppeal: true,
      basis: { saleType: 'donation' },
    },
    'not forbidden',
  ],
  [
    'such an appeal by call, where calls to customers were chosen',
    {
      channel: 'automated-call',
      readings: ['non-commercial-appeals', 'existing-customers-by-automated-call'],
      offerIsNonCommercialAppeal: true,
      basis: { saleType: 'donation' },
    },
    'forbidden',
  ],
];

/** S6: "des produits ou services analogues", by the advertiser's own justified map. */
const OTHER_GOODS = {
  quote: 'si la prospection directe concerne des produits ou services analogues',
  sanctions: SANCTIONS.consent,
  paragraph: 'al. 4',
  when: (sale: BasisFacts) => !sale.isAnalogous,
} as const;
export const otherGoods = L34_5.forbidsRelyingOn(CUSTOMER, 'SOFT_OPT_IN_NOT_ANALOGOUS', {
  ...OTHER_GOODS,
  unless: [offersNothing, appealsWereChosen],
});
export const otherGoodsExamples: readonly Example[] = [
  ['insurance to a buyer of wine', { basis: { isAnalogous: false } }, 'forbidden'],
  ['wine to a buyer of wine', { basis: { isAnalogous: true } }, 'not forbidden'],
  [
    'an appeal to one who gave, by the recorded reading',
    {
      readings: ['non-commercial-appeals'],
      offerIsNonCommercialAppeal: true,
      basis: { saleType: 'donation', isAnalogous: false },
    },
    'not forbidden',
  ],
  [
    'such an appeal by call, which the exception does not cover',
    {
      channel: 'automated-call',
      readings: ['non-commercial-appeals'],
      offerIsNonCommercialAppeal: true,
      basis: { saleType: 'donation', isAnalogous: false },
    },
    'not forbidden',
  ],
  [
    'such an appeal by call, where calls to customers were chosen',
    {
      channel: 'automated-call',
      readings: ['non-commercial-appeals', 'existing-customers-by-automated-call'],
      offerIsNonCommercialAppeal: true,
      basis: { saleType: 'donation', isAnalogous: false },
    },
    'forbidden',
  ],
  [
    'the question whether a buyer wants to stay',
    {
      declaredClass: 'renewal-request',
      renewal: { opensAt: 0, wasAsked: false, opposition: undefined },
      basis: { isAnalogous: false },
    },
    'not forbidden',
  ],
];

/** Of editions before 2026-12-01.2: by call a gift was also said to be no sale, and the appeal not analogous. */
export const withoutSaleByCall = L34_5.forbidsRelyingOn(CUSTOMER, 'SOFT_OPT_IN_NO_SALE', {
  ...WITHOUT_SALE,
  unless: [isOpenFreeAccount, appealsByMailWereChosen],
});
export const withoutSaleByCallExamples: readonly Example[] = [
  ['a quote', { basis: { saleType: 'quote' } }, 'forbidden'],
  ['a free account that was closed', { basis: { saleType: 'free-account', wasCancelled: true } }, 'forbidden'],
  ['an account without order', { basis: { saleType: 'account-only' } }, 'forbidden'],
  ['an abandoned basket', { basis: { saleType: 'basket' } }, 'forbidden'],
  ['a lead', { basis: { saleType: 'lead' } }, 'forbidden'],
  ['a contest', { basis: { saleType: 'contest' } }, 'forbidden'],
  ['an order, cancelled', { basis: { wasCancelled: true } }, 'forbidden'],
  ['nothing recorded', { basis: { saleType: undefined } }, 'forbidden'],
  ['a paid order', { basis: { saleType: 'order' } }, 'not forbidden'],
  ['a contract for services', { basis: { saleType: 'service-contract' } }, 'not forbidden'],
  ['a paid subscription', { basis: { saleType: 'paid-subscription' } }, 'not forbidden'],
  ['a free account in a paid model', { basis: { saleType: 'free-account' } }, 'not forbidden'],
  [
    'an appeal to one who gave, by the recorded reading',
    { readings: ['non-commercial-appeals'], offerIsNonCommercialAppeal: true, basis: { saleType: 'donation' } },
    'not forbidden',
  ],
];
export const otherGoodsByCall = L34_5.forbidsRelyingOn(CUSTOMER, 'SOFT_OPT_IN_NOT_ANALOGOUS', {
  ...OTHER_GOODS,
  unless: [offersNothing, appealsByMailWereChosen],
});
export const otherGoodsByCallExamples: readonly Example[] = [
  ['insurance to a buyer of wine', { basis: { isAnalogous: false } }, 'forbidden'],
  ['wine to a buyer of wine', { basis: { isAnalogous: true } }, 'not forbidden'],
  [
    'an appeal to one who gave, by the recorded reading',
    {
      readings: ['non-commercial-appeals'],
      offerIsNonCommercialAppeal: true,
      basis: { saleType: 'donation', isAnalogous: false },
    },
    'not forbidden',
  ],
  [
    'the question whether a buyer wants to stay',
    {
      declaredClass: 'renewal-request',
      renewal: { opensAt: 0, wasAsked: false, opposition: undefined },
      basis: { isAnalogous: false },
    },
    'not forbidden',
  ],
];
