import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Unreachable } from '../or-unavailable.ts';
import { type Item, isConditionFailed, orUnreachable, type Table, toImage, toItem } from './table.ts';

const isAbsent = 'attribute_not_exists(pk)';

/** A put of an item if there is none under its key: a whole request, or the `Put` of a transaction. */
export const putIfAbsent = (tableName: string, item: object) => ({
  TableName: tableName,
  Item: toImage(item),
  ConditionExpression: isAbsent,
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
});

/** Stores an item if there is none under its key. Resolves to `undefined`, or to the item that is there. */
export const storeIfAbsent = async (
  { client, tableName }: Table,
  item: object,
  unreachable: Unreachable,
): Promise<Item | undefined> => {
  try {
    await orUnreachable(client.send(new PutItemCommand(putIfAbsent(tableName, item))), unreachable);
    return undefined;
  } catch (error) {
    if (!isConditionFailed(error) || error.Item === undefined) throw error;
    return toItem(error.Item);
  }
};

/** Sends a conditional write. True when its condition held, and it was written. */
export const holds = async (write: Promise<unknown>, unreachable: Unreachable): Promise<boolean> => {
  try {
    await orUnreachable(write, unreachable);
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
};
