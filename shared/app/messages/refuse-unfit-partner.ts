import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { invalidRequest } from '#shared/domain/failure.ts';
import type { ProposedMessage } from '#shared/domain/message/vet.ts';

/**
 * Throws `invalid-request` for a message that names a partner and is not for the offers of one, and for one whose partner is the advertiser
 * itself: an opposition to the advertiser's own offers would not stop them (GDPR, art. 21 §3).
 */
export const refuseUnfitPartner = (
  { purpose, partner }: Pick<ProposedMessage, 'purpose' | 'partner'>,
  { siren }: Pick<Advertiser, 'siren'>,
): void => {
  if (partner === undefined) return;
  if (purpose !== 'partner-offers')
    throw invalidRequest([{ pointer: '/partner', detail: 'expected only where the purpose is partner-offers' }]);
  if (partner.siren === siren)
    throw invalidRequest([
      { pointer: '/partner/siren', detail: 'your own SIREN: your own offers have the purpose own-offers' },
    ]);
};

/** Offers of a partner say whose they are (L. 34-5 CPCE), and a consent to them names it. Throws `invalid-request`. */
export const refuseMissingPartner = ({ purpose, partner }: Pick<ProposedMessage, 'purpose' | 'partner'>): void => {
  if (purpose !== 'partner-offers' || partner !== undefined) return;
  throw invalidRequest([{ pointer: '/partner', detail: 'expected where the purpose is partner-offers' }]);
};
