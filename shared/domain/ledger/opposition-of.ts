import type { Opposition } from '../opposition/opposition.ts';
import { whatWasRefused } from '../sale/sale.ts';
import type { LedgerEvent, NewLedgerEvent } from './ledger-event.ts';

/** An opposition without its position in a ledger. */
export type ActOfOpposition = Pick<Opposition, 'id' | 'of' | 'via' | 'occurredAt' | 'coversRelational'>;

/**
 * The opposition that an event is or carries, under the id of the event: one that was registered, or the refusal made
 * with a sale (D3). `undefined` for any other event, a withdrawal included: that one opposes in the scope of its consent.
 */
export const oppositionOf = (event: LedgerEvent | NewLedgerEvent): ActOfOpposition | undefined => {
  if (event.type === 'opposition-registered') {
    const { id, of, via, occurredAt, coversRelational } = event;
    return { id, of, via, occurredAt, ...(coversRelational && { coversRelational }) };
  }
  if (event.type !== 'sale-recorded' || event.sale.refusal === undefined) return undefined;
  const { refusal, soldAt } = event.sale;
  return { id: event.id, of: whatWasRefused(refusal), via: 'refusal-at-collection', occurredAt: soldAt };
};
