import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { AdvertiserId, FactId } from '#shared/domain/ids.ts';

/** Query of the routes that find their advertiser by it, or else by the key's only one. */
export const AdvertiserQuery = z.strictObject({
  advertiserId: about(
    'The advertiser. May be left out by a key that is bound to one advertiser.',
    z.optional(AdvertiserId),
  ),
});

/** Path parameter of the routes that act on one consent. */
export const ConsentPath = z.strictObject({
  consentId: about('The id of the consent, as its recording answered it.', FactId),
});
