import { oppositionStoreUnavailable } from '#shared/domain/failure.ts';
import type { StoredNames } from '../../crypto/fingerprints.ts';
import { personKey, standingKey } from '../keys.ts';
import { between, firstItem, getItem, partition, type Table } from '../table.ts';

/**
 * Whether a contact is stored under an id: anything of it, also what its expiry left, so that whoever comes back is the
 * contact that they were as long as something is known of them. Half a read unit each, asked only while several keys are known.
 */
export const storedNamesOf = (table: Table): StoredNames => ({
  isContact: async (access, contactId) => {
    const { pk, sk } = standingKey(access, contactId);
    return (await firstItem(table, between({ pk, from: sk, to: sk }), oppositionStoreUnavailable)) !== undefined;
  },
  hasContact: async (access, contactId) =>
    (await firstItem(table, partition(standingKey(access, contactId).pk), oppositionStoreUnavailable)) !== undefined,
  hasPerson: async (access, person) =>
    (await getItem(table, personKey(access, person), oppositionStoreUnavailable)) !== undefined,
});
