import { oppositionStoreUnavailable } from '#shared/domain/failure.ts';
import type { StoredNames } from '../../crypto/fingerprints.ts';
import { personKey, standingKey } from '../keys.ts';
import { firstItem, getItem, partition, type Table } from '../table.ts';

/**
 * Whether a contact is stored under an id: anything of it, also what its expiry left, so that whoever comes back is the
 * contact that they were as long as something is known of them. Half a read unit each, asked only while several keys are known.
 */
export const storedNamesOf = (table: Table): StoredNames => ({
  hasContact: async (access, contactId) =>
    (await firstItem(table, partition(standingKey(access, contactId).pk), oppositionStoreUnavailable)) !== undefined,
  hasPerson: async (access, person) =>
    (await getItem(table, personKey(access, person), oppositionStoreUnavailable)) !== undefined,
});
