import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { zoneOfClock } from '#shared/domain/contact/address-facts.ts';
import { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import { ContactId } from '#shared/domain/ids.ts';
import type { Unreachable } from '../../or-unavailable.ts';
import { standingKey } from '../keys.ts';
import { readItems } from '../read-items.ts';
import type { Item, Table } from '../table.ts';

/** Where a contact may be. What cannot be read here is no reason to leave it out: its verdict says so. */
export const zoneOfStanding = ({ declared, prefix }: Item): string | undefined => {
  const read = DeclaredFacts.safeParse(declared);
  return read.success ? zoneOfClock(typeof prefix === 'string' ? prefix : '', read.data) : undefined;
};

/** Where contacts may be, by what is declared of them now; whoever has no standing any more is left out. */
export const zonesNow = async (
  table: Table,
  access: AdvertiserAccess,
  contactIds: readonly ContactId[],
  unreachable: Unreachable,
): Promise<ReadonlyMap<ContactId, string | undefined>> => {
  const keys = contactIds.map((contactId) => standingKey(access, contactId));
  const found = await readItems(table, keys, unreachable, { fields: 'contactId, declared, prefix' });
  return new Map(found.map((item) => [ContactId.parse(item.contactId), zoneOfStanding(item)]));
};
