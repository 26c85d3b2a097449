import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { type ContactId, contactIdOf, type FactId } from '#shared/domain/ids.ts';
import type { RightsRequest } from '#shared/domain/rights/rights-request.ts';
import { type Key, standingKey } from '../keys.ts';

/**
 * Keys of the requests of people. Every question, and the read that answers it:
 *
 * | question | pk | sk | read |
 * |---|---|---|---|
 * | What was asked by this request, and what was done? | `CONTACT#<advertiser>#<contact>` | `RIGHTS#<hash>` | strong Get, conditional transaction |
 * | Which requests are there of this contact? | same | `RIGHTS#…` | strong Query |
 * | Which requests are open, or closed, by when they are due? | `RIGHTS#<advertiser>` | `LISTED#1#<dueAt>#<request>`, `LISTED#2#…` | strong Query, page by page, and a Get each |
 *
 * A request sorts before the sends: a vet's range holds none.
 */
const PREFIX = 'RIGHTS#';

export const rightsKey = (access: AdvertiserAccess, id: FactId): Key => ({
  pk: standingKey(access, contactIdOf(id)).pk,
  sk: `${PREFIX}${id.slice(id.lastIndexOf('.') + 1)}`,
});
export const rightsOfContact = (access: AdvertiserAccess, contactId: ContactId) => ({
  pk: standingKey(access, contactId).pk,
  from: PREFIX,
  to: `${PREFIX}~`,
});
export const rightsPk = (access: AdvertiserAccess): string => `${PREFIX}${access.advertiserId}`;
/** Where open ones are listed: before all others. */
export const LISTED_RIGHTS = 'LISTED#';
export const OPEN_RIGHTS = `${LISTED_RIGHTS}1#`;
const CLOSED = `${LISTED_RIGHTS}2#`;
export const listedRightsKey = (
  access: AdvertiserAccess,
  { state, dueAt, id }: Pick<RightsRequest, 'state' | 'dueAt' | 'id'>,
): Key => ({ pk: rightsPk(access), sk: `${state === 'open' ? OPEN_RIGHTS : CLOSED}${dueAt}#${id}` });
