import type { Consent } from '../consent/consent.ts';
import type { Opposition, OppositionScope } from '../opposition/opposition.ts';
import { whatWasRefused } from '../sale/sale.ts';
import type { LedgerEvent, NewLedgerEvent } from './ledger-event.ts';

/** An opposition without its position in a ledger. */
export type ActOfOpposition = Pick<Opposition, 'id' | 'of' | 'via' | 'occurredAt' | 'coversRelational'>;

/** What a withdrawal opposes: the channels and the purpose of its consent (D3). */
export const opposedByWithdrawalOf = ({
  channels,
  purpose,
}: Pick<Consent, 'channels' | 'purpose'>): OppositionScope => ({
  scope: 'purpose',
  channels,
  purpose,
});

/** The same as `oppositionOf`, of a withdrawal too where the consent is among these events. */
export const actOf = (
  event: LedgerEvent | NewLedgerEvent,
  events: readonly LedgerEvent[],
): ActOfOpposition | undefined => {
  if (event.type !== 'consent-withdrawn') return oppositionOf(event);
  const { id, consentId, occurredAt } = event;
  const given = events.find((each) => each.type === 'consent-given' && each.id === consentId);
  if (given?.type !== 'consent-given') return undefined;
  return { id, of: opposedByWithdrawalOf(given.consent), via: 'withdrawal', occurredAt };
};

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
