import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Unreachable } from '../or-unavailable.ts';
import type { Key } from './keys.ts';
import { type Image, type Item, orUnreachable, type Table, toImage, toItem } from './table.ts';

/** Keys of one `BatchGetItem` (API reference). */
const KEYS_AT_ONCE = 100;
/** Answers in a row that bring nothing, after which the table is taken for overloaded. */
const EMPTY_ANSWERS = 5;

/** How items are read. */
export interface Reading {
  /** Names of the attributes to read, with commas; absent: all. */
  readonly fields?: string;
  /** Absent: strongly consistent. */
  readonly isEventual?: boolean;
}

/**
 * The items under these keys, in no order; those that are not there are left out. DynamoDB gives back the keys that it had no
 * capacity or no room for (16 MB an answer): they are asked for again. Throws the failure of `unreachable` where it goes on
 * answering nothing.
 */
export const readItems = async (
  table: Table,
  keys: readonly Key[],
  unreachable: Unreachable,
  { fields, isEventual = false }: Reading = {},
): Promise<readonly Item[]> => {
  const found: Item[] = [];
  for (let start = 0; start < keys.length; start += KEYS_AT_ONCE) {
    let left: Image[] = keys.slice(start, start + KEYS_AT_ONCE).map(({ pk, sk }) => toImage({ pk, sk }));
    for (let empty = 0; left.length > 0; ) {
      const ask = { Keys: left, ConsistentRead: !isEventual, ProjectionExpression: fields };
      const command = new BatchGetItemCommand({ RequestItems: { [table.tableName]: ask } });
      const answer = await orUnreachable(table.client.send(command), unreachable);
      const images = answer.Responses?.[table.tableName] ?? [];
      found.push(...images.map(toItem));
      left = answer.UnprocessedKeys?.[table.tableName]?.Keys ?? [];
      empty = images.length > 0 ? 0 : empty + 1;
      if (empty === EMPTY_ANSWERS && left.length > 0) throw unreachable(undefined);
    }
  }
  return found;
};
