import { DeleteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '#shared/app/clock.port.ts';
import type { Erasures } from '#shared/app/erasure/erasures.port.ts';
import { findStored, readStored } from '#shared/domain/read-stored.ts';
import { readable, unharmed } from '#shared/domain/unreadable.ts';
import { contextOfAddress } from '../../crypto/encryption-context.ts';
import type { Vault } from '../../crypto/vault.ts';
import { contactsAway } from '../../stores-away.ts';
import { holds } from '../conditional.ts';
import { pageItems } from '../page-items.ts';
import { getItem, orUnreachable, type Table, toImage } from '../table.ts';
import { begunErasuresOf, erasureOf } from './begun-erasures.ts';
import { DueErasureItem, ErasureItem } from './erasure-items.ts';
import { DUE_ERASURES, dueErasureKey, erasureKey } from './erasure-keys.ts';

/** Erasures on DynamoDB (`erasure-keys.ts`). The ledger begins them (`erasure-puts.ts`). */
export const erasuresOf = (deps: Table & { readonly vault: Vault; readonly clock: Clock }): Erasures => ({
  ...begunErasuresOf(deps),
  addressOf: async (access, { contactId, seq }) => {
    const item = await getItem(deps, erasureKey(access, contactId, seq), contactsAway);
    const secrets = item && readable(() => readStored(ErasureItem, item)).secrets;
    if (secrets?.address === undefined) return undefined;
    const { address, wrappedKey } = secrets;
    const key = await unharmed(deps.vault.unwrap(access.advertiserId, wrappedKey));
    return readable(() => deps.vault.decrypt(key, address, contextOfAddress(access, contactId)));
  },
  finish: async (access, erasure, removed) => {
    const doneAt = deps.clock.now();
    const update = new UpdateItemCommand({
      TableName: deps.tableName,
      Key: toImage(erasureKey(access, erasure.contactId, erasure.seq)),
      UpdateExpression: 'SET doneAt = :at, removed = :removed REMOVE secrets',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(doneAt)',
      ExpressionAttributeValues: toImage({ ':at': doneAt, ':removed': removed }),
    });
    if (await holds(deps.client.send(update), contactsAway)) return { ...erasure, doneAt, removed };
    const item = await getItem(deps, erasureKey(access, erasure.contactId, erasure.seq), contactsAway);
    return item === undefined ? erasure : erasureOf(item);
  },
  due: async (page) => {
    const { items, next } = await pageItems(deps, { ...DUE_ERASURES, order: 'ascending' }, page, contactsAway);
    const found = items.flatMap((item) => findStored(DueErasureItem, item) ?? []);
    return {
      items: found.map(({ advertiserId, contactId, seq }) => ({ advertiserId, contactId, seq })),
      unreadable: items.length - found.length,
      ...(next === undefined ? {} : { next }),
    };
  },
  get: async (access, { contactId, seq }) => {
    const item = await getItem(deps, erasureKey(access, contactId, seq), contactsAway);
    return item && erasureOf(item);
  },
  settle: async (due) => {
    const remove = new DeleteItemCommand({ TableName: deps.tableName, Key: toImage(dueErasureKey(due)) });
    await orUnreachable(deps.client.send(remove), contactsAway);
  },
});
