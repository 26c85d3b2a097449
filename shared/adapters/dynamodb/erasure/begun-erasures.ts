import type { Erasures } from '#shared/app/erasure/erasures.port.ts';
import type { Erasure } from '#shared/domain/ledger/erasure.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { contactsAway } from '../../stores-away.ts';
import { between, type Item, queryItems, type Table } from '../table.ts';
import { ErasureItem } from './erasure-items.ts';
import { erasuresOfContact } from './erasure-keys.ts';

/** An erasure without what it keeps to be finished. */
export const erasureOf = (item: Item): Erasure => {
  const { pk, sk, entity, v, secrets, ...erasure } = readable(() => readStored(ErasureItem, item));
  return erasure;
};

/** The erasures of a contact, for whoever only shows them. */
export const begunErasuresOf = (table: Table): Pick<Erasures, 'of' | 'find'> => {
  const of: Erasures['of'] = async (access, contactId) =>
    (await queryItems(table, between(erasuresOfContact(access, contactId)), contactsAway)).map(erasureOf);
  return {
    of,
    find: async (access, contactId, id) => (await of(access, contactId)).find((erasure) => erasure.id === id),
  };
};
