import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { ReadUntil } from '#shared/app/feedback/opted-out-log.port.ts';
import type { Rounds } from '#shared/app/feedback/suppressions.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { Instant } from '#shared/domain/ids.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { LISTED_STOPS_READ, ROUND, SMS_STATUS_READ } from '../deployment-keys.ts';
import { RoundItem } from '../items.ts';
import type { Key } from '../keys.ts';
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

/** Until when something was read: an item of the same shape, whose day and instant are that of it. */
const readUntilAt = (table: Table, key: Key): ReadUntil => ({
  read: async () => {
    const item = await getItem(table, key, unreachable);
    return item === undefined ? undefined : Instant.parse(readStored(RoundItem, item).from);
  },
  store: async (until) => {
    const item = { ...key, entity: 'round', v: 1, day: until.slice(0, 10), from: until, isWhole: true };
    const put = new PutItemCommand({ TableName: table.tableName, Item: toImage(item) });
    await orUnreachable(table.client.send(put), unreachable);
  },
});

/** Until when the log of texts was read. */
export const readUntilOf = (table: Table): ReadUntil => readUntilAt(table, SMS_STATUS_READ);
/** When the list of STOP of a provider was read whole. */
export const stopsReadOf = (table: Table): ReadUntil => readUntilAt(table, LISTED_STOPS_READ);
