import { BatchWriteItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import type { Unreachable } from '../or-unavailable.ts';
import { type Item, orUnreachable, type Table, toImage } from './table.ts';

const ROUNDS = 5;

/** Removes up to 25 items; what a busy table left is tried again, five times. */
export const removeItems = async (table: Table, items: readonly Item[], unreachable: Unreachable): Promise<void> => {
  let left: WriteRequest[] = items.map(({ pk, sk }) => ({ DeleteRequest: { Key: toImage({ pk, sk }) } }));
  for (let round = 0; left.length > 0; round += 1) {
    if (round === ROUNDS) throw unreachable(undefined);
    const command = new BatchWriteItemCommand({ RequestItems: { [table.tableName]: left } });
    left = (await orUnreachable(table.client.send(command), unreachable)).UnprocessedItems?.[table.tableName] ?? [];
  }
};
