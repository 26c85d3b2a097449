import type { Clock } from '#shared/app/clock.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { contactsAway } from '../../stores-away.ts';
import { standingKey } from '../keys.ts';
import { readItems } from '../read-items.ts';
import { isExpired, type Table } from '../table.ts';

/** The wrapped data keys of up to 100 contacts, of those that are there, have not expired, and keep one. */
export const wrappedKeysOf = async (
  deps: Table & { readonly clock: Clock },
  access: AdvertiserAccess,
  contactIds: readonly ContactId[],
): Promise<ReadonlyMap<ContactId, string>> => {
  const keys = [...new Set(contactIds)].map((contactId) => standingKey(access, contactId));
  const found = await readItems(deps, keys, contactsAway, { fields: 'contactId, wrappedKey, expiresAt' });
  const items = found.filter((item) => !isExpired(item, deps.clock));
  return new Map(
    items.flatMap(({ contactId, wrappedKey }): [ContactId, string][] =>
      typeof wrappedKey === 'string' ? [[contactId as ContactId, wrappedKey]] : [],
    ),
  );
};
