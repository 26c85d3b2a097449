import type { Clock } from '#shared/app/clock.port.ts';
import type { KeptAddresses } from '#shared/app/contacts/kept-addresses.port.ts';
import { findStored } from '#shared/domain/read-stored.ts';
import { contactsAway } from '../../stores-away.ts';
import { StandingItem } from '../items.ts';
import { standingKey } from '../keys.ts';
import { getItem, isExpired, type Table } from '../table.ts';

/** Decrypts nothing. */
export const keptAddressesOf = (deps: Table & { readonly clock: Clock }): KeptAddresses => ({
  kindOf: async (access, contactId) => {
    const item = await getItem(deps, standingKey(access, contactId), contactsAway);
    if (item === undefined || isExpired(item, deps.clock)) return undefined;
    const standing = findStored(StandingItem, item);
    return standing?.address === undefined ? undefined : standing.addressKind;
  },
});
