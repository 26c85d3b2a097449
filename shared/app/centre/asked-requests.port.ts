import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { RightsRequest } from '#shared/domain/rights/rights-request.ts';

/** Requests of one contact, for the person who shows that they made them. */
export interface AskedRequests {
  /** Without their words, by when an answer is due. Strongly consistent. One that cannot be read is left out, and so confirmed by nobody. */
  of(access: AdvertiserAccess, contactId: ContactId): Promise<readonly RightsRequest[]>;
  /** Notes that the person typed a code, and said that the request is theirs. False: somebody changed it since it was seen, and nothing is noted. */
  confirm(access: AdvertiserAccess, seen: RightsRequest, at: Instant): Promise<boolean>;
}
