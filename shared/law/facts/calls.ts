import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import { isUnaltered } from '#shared/domain/ledger/seal.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { isShownToRun } from '../readings/retention.ts';
import { isAnalogous } from './customer-basis.ts';
import { NO_OFFER } from './judge.ts';

/** What the Code de la consommation lets pass: a contract that runs, and a call at a day and hour agreed. */
export interface CallFacts {
  /** The sale of a contract that runs and that the offer concerns (L. 223-1 al. 4, L. 223-8); `undefined`: none. */
  readonly ongoingContract: string | undefined;
  /** From when until when the person agreed to be called, ms (L. 223-1 al. 6); `undefined`: nothing of the kind is recorded. */
  readonly agreedCall: { readonly from: number; readonly until: number } | undefined;
}

/** How long after the agreed minute a call is still the one that was agreed: a house rule. */
const AGREED_CALL_MS = 30 * 60_000;

/** A contract of the advertiser's own, that was shown to run and was never cancelled, whose object the offer concerns. */
const isOngoing = (sale: Sale, { at, advertiser, message }: VetRequest): boolean =>
  isShownToRun(sale, at) &&
  sale.soldAt <= at &&
  sale.cancelledAt === undefined &&
  (sale.type === 'service-contract' || sale.type === 'paid-subscription') &&
  (sale.sellerSiren ?? advertiser.siren) === advertiser.siren &&
  message.purpose === 'own-offers' &&
  // What offers nothing in particular concerns no contract.
  message.offerCategory !== NO_OFFER &&
  isAnalogous(sale, message.offerCategory, advertiser) &&
  isUnaltered(sale);

/** L. 223-1, al. 6 asks for a date and an hour that were specified: what was agreed at that hour, or after it, specified none. */
const agreedCallOf = ({ agreedCall }: DeclaredFacts, { at, message }: VetRequest): CallFacts['agreedCall'] => {
  if (agreedCall === undefined || message.channel !== 'automated-call' || agreedCall.agreedAt > at) return undefined;
  const from = millisecondsOf(agreedCall.callAt);
  if (millisecondsOf(agreedCall.agreedAt) >= from) return undefined;
  return { from, until: from + AGREED_CALL_MS };
};

export const callFacts = (request: VetRequest, declared: DeclaredFacts): CallFacts => ({
  ongoingContract: request.standing?.sales.find((sale) => isOngoing(sale, request))?.id,
  agreedCall: agreedCallOf(declared, request),
});
