import type { Sale, SaleType } from '#shared/domain/sale/sale.ts';

const SALES: readonly SaleType[] = ['order', 'service-contract', 'paid-subscription'];

/** A purchase made as a professional by who gave the address, which is a sale of this advertiser's own and was not cancelled. */
export const isOwnPurchaseAsProfessional = (sale: Sale, ownSiren: string | undefined): boolean =>
  sale.boughtAs === 'professional' &&
  SALES.includes(sale.type) &&
  !sale.cancelledAt &&
  sale.coordinatesFrom === 'data-subject' &&
  (sale.sellerSiren ?? ownSiren) === ownSiren;
