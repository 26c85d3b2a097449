import { contactErased } from '#shared/domain/contact/contact-erased.ts';
import { isErased } from '#shared/domain/ledger/erased.ts';
import type { NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';

/** When the person did what an event records; `undefined`: it is no act of the person. */
const actedAt = (event: NewLedgerEvent): string | undefined => {
  if (event.type === 'consent-given') return event.consent.givenAt;
  if (event.type === 'sale-recorded') return event.sale.soldAt;
  return event.type === 'activity-recorded' ? event.occurredAt : undefined;
};

/**
 * Throws `contact-erased` where an event would bring back what was erased: an act of the person of before, or, as long as no
 * consent and no sale of after it is recorded, what is none of the two. An opposition is always taken.
 */
export const refuseErased = (standing: Standing, event: NewLedgerEvent): void => {
  const { erasedAt } = standing;
  if (erasedAt === undefined) return;
  const isOfBefore = (actedAt(event) ?? '9999') <= erasedAt;
  const opensAgain = event.type === 'consent-given' || event.type === 'sale-recorded';
  if (isOfBefore || (!opensAgain && isErased(standing))) throw contactErased();
};
