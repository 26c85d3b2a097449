import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { invalidRequest } from '#shared/domain/failure.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import type { Unreachable } from '../or-unavailable.ts';
import { type Item, orUnreachable, type Table, toImage, toItem } from './table.ts';

/** Sort keys of one partition that begin alike; what follows is the position of an item in the list. */
interface Listed {
  readonly pk: string;
  readonly prefix: string;
  readonly order: 'ascending' | 'descending';
}

/** What our positions are made of; everything of it sorts before `~`. */
const POSITION = /^[!-}]{1,200}$/;

const refuseOtherPosition = (after: string | undefined): void => {
  if (after === undefined || POSITION.test(after)) return;
  const detail = 'a nextCursor that a page of this list answered';
  throw invalidRequest([{ pointer: '', parameter: 'cursor', detail }]);
};

/** One page of items, strongly consistent. Throws `invalid-request` for a position that no page answered. */
export const pageItems = async (
  table: Table,
  { pk, prefix, order }: Listed,
  { limit, after }: PageAsked,
  unreachable: Unreachable,
): Promise<Page<Item>> => {
  refuseOtherPosition(after);
  const [first, last] = [
    `${prefix}${order === 'ascending' ? (after ?? '') : ''}`,
    `${prefix}${order === 'descending' ? (after ?? '~') : '~'}`,
  ];
  const query = new QueryCommand({
    TableName: table.tableName,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: toImage({ ':pk': pk, ':first': first, ':last': last }),
    ScanIndexForward: order === 'ascending',
    ConsistentRead: true,
    // BETWEEN takes the position itself in, and one more shows whether the list goes on.
    Limit: limit + 2,
  });
  const { Items = [], LastEvaluatedKey } = await orUnreachable(table.client.send(query), unreachable);
  const found = Items.map(toItem).filter(({ sk }) => sk !== `${prefix}${after}`);
  const items = found.slice(0, limit);
  // A page of large items ends at one megabyte, before there are as many as asked.
  const hasMore = found.length > limit || LastEvaluatedKey !== undefined;
  const shown = items.at(-1);
  return hasMore && shown !== undefined ? { items, next: String(shown.sk).slice(prefix.length) } : { items };
};
