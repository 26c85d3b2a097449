/**
 * Sentences as an earlier edition of this rulebook had them, kept when one was corrected: they judge the verdicts of their
 * time again, and nothing else (P4). The register holds what came in their place.
 */
import { L34_5 } from '../articles/cpce/l34-5.ts';
import { isFreeAccount, isSale } from '../articles/cpce/l34-5-existing-customer.ts';

/** Until `2026-11-24.2` an account that was closed was excepted as an open one is. */
export const withoutSaleAtFirst = L34_5.forbidsRelyingOn(['existing-customer'], 'SOFT_OPT_IN_NO_SALE', {
  paragraph: 'al. 4',
  when: (sale) => sale.wasCancelled || !isSale(sale),
  unless: [{ says: 'the sale is a free account', when: isFreeAccount }],
  detail: (sale) => (sale.wasCancelled ? 'cancelled' : (sale.saleType ?? 'not-recorded')),
});

/** Until `2026-11-24.2` every number in +33 8 counted as paid, free ones included. */
export const meansThatCostAtFirst = L34_5.forbids('OPPOSITION_NOT_FREE', {
  paragraph: 'al. 5',
  when: ({ oppositionIsFree, replyCode = '' }) => !oppositionIsFree || /^(?:[4-8]\d{4}$|\+338)/.test(replyCode),
});

/** Until `2026-11-24.2` no number was registered for calls. */
export const hiddenAdvertiserAtFirst = L34_5.forbids('ADVERTISER_HIDDEN', {
  paragraph: 'al. 5',
  concerns: { everyClass: true },
  when: ({ namesAdvertiser, channel, senderIsRegistered, senderShowsTheAdvertiser }) =>
    !namesAdvertiser || (channel === 'email' && !(senderIsRegistered && senderShowsTheAdvertiser)),
  detail: ({ senderIsRegistered, namesAdvertiser }) => {
    if (!senderIsRegistered) return 'sender-not-registered';
    return namesAdvertiser ? 'name-not-registered' : 'not-in-bytes';
  },
});
