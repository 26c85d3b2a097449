import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { Halts, HandOffHalts } from '#shared/app/halts/halts.port.ts';
import { concurrentChange, dependencyUnavailable } from '#shared/domain/failure.ts';
import { type AdoptedTable, haltOf, mayHaveLeft, NO_HALTS } from '#shared/domain/halt.ts';
import { Instant } from '#shared/domain/ids.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { cancelledBy, putIfAbsent } from './conditional.ts';
import { haltChangeKey, haltsKey } from './deployment-keys.ts';
import { HaltsItem } from './items.ts';
import { getItem, type Table, toImage } from './table.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('What says whether messages may leave', cause);

const readHalts = async (table: Table) => {
  const item = await getItem(table, haltsKey(), unreachable);
  if (item === undefined) return NO_HALTS;
  const { halts, replayed, number } = readStored(HaltsItem, item);
  return { halts, number, ...(replayed && { replayed }) };
};

/** What a deployment says of its table: `no`, or that no stack made it: `kept`, or the instant that it was restored to. */
export const adoptedAs = (name: string, said: string): AdoptedTable | undefined => {
  if (said === 'no') return undefined;
  return { name, restoredTo: said === 'kept' ? undefined : Instant.parse(said) };
};

/** What the sender asks; a halt: one strongly consistent read of one item, each time. `adopted`: where no stack made the table. */
export const handOffHaltsOf = (table: Table, adopted: AdoptedTable | undefined): HandOffHalts => ({
  reasonFor: async ({ advertiserId }) => haltOf(await readHalts(table), advertiserId, adopted),
  mayHaveLeft: ({ acceptedAt }) => mayHaveLeft(acceptedAt, adopted),
});

/** What is in force, and each change of it for good. */
export const haltsOf = (table: Table): Halts => ({
  read: () => readHalts(table),
  store: async (after, change, at) => {
    const { tableName, client } = table;
    const { number } = after;
    const state = {
      Put: {
        TableName: tableName,
        Item: toImage({ ...haltsKey(), entity: 'halts', v: 1, ...after }),
        ConditionExpression: number === 1 ? 'attribute_not_exists(pk)' : '#number = :seen',
        ...(number === 1
          ? {}
          : {
              ExpressionAttributeNames: { '#number': 'number' },
              ExpressionAttributeValues: toImage({ ':seen': number - 1 }),
            }),
      },
    };
    const log = { ...haltChangeKey(number), entity: 'halt-change', v: 1, number, at, change };
    const TransactItems = [state, { Put: putIfAbsent(tableName, log) }];
    const reasons = await cancelledBy(client.send(new TransactWriteItemsCommand({ TransactItems })), unreachable);
    if (reasons !== undefined) throw concurrentChange();
  },
});
