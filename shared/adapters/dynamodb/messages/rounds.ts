import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Rounds } from '#shared/app/feedback/suppressions.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { ROUND } from '../deployment-keys.ts';
import { RoundItem } from '../items.ts';
import { getItem, orUnreachable, type Table, toImage } from '../table.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The store of rounds', cause);

/** How far the provider's lists were gone through, on DynamoDB: one item, which one run at a time writes. */
export const roundsOf = (table: Table): Rounds => ({
  read: async () => {
    const item = await getItem(table, ROUND, unreachable);
    if (item === undefined) return undefined;
    const { day, done, from, isWhole } = readStored(RoundItem, item);
    return { day, done, from, isWhole };
  },
  store: async (round) => {
    const item = { ...ROUND, entity: 'round', v: 1, ...round };
    const put = new PutItemCommand({ TableName: table.tableName, Item: toImage(item) });
    await orUnreachable(table.client.send(put), unreachable);
  },
});
