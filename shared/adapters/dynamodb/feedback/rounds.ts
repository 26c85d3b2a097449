import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { ReadUntil } from '#shared/app/feedback/opted-out-log.port.ts';
import type { Rounds } from '#shared/app/feedback/suppressions.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { Instant } from '#shared/domain/ids.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { LISTED_STOPS, OPT_OUTS, ROUND, SMS_STATUS_READ } from '../deployment-keys.ts';
import type { Key } from '../keys.ts';
import { getItem, orUnreachable, type Table, toImage } from '../table.ts';
import { RoundItem } from './round-items.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The store of rounds', cause);

/** How far the lists of a provider were gone through, on DynamoDB: one item, which one run at a time writes. */
const roundsAt = (table: Table, key: Key): Rounds => ({
  read: async () => {
    const item = await getItem(table, key, unreachable);
    if (item === undefined) return undefined;
    const { day, done, from, hasFailed, isWhole } = readStored(RoundItem, item);
    return { day, done, from, hasFailed, isWhole };
  },
  store: async (round) => {
    const item = { ...key, entity: 'round', v: 1, ...round };
    const put = new PutItemCommand({ TableName: table.tableName, Item: toImage(item) });
    await orUnreachable(table.client.send(put), unreachable);
  },
});

/** Of the lists of suppressed addresses. */
export const roundsOf = (table: Table): Rounds => roundsAt(table, ROUND);
/** Of the list of STOP of a provider. */
export const stopsRoundsOf = (table: Table): Rounds => roundsAt(table, LISTED_STOPS);

/** Of the list of opt-outs of AWS. */
export const optOutRoundsOf = (table: Table): Rounds => roundsAt(table, OPT_OUTS);

/** Until when the log of texts was read: an item of the same shape, whose day and instant are that of it. */
export const readUntilOf = (table: Table): ReadUntil => ({
  read: async () => {
    const item = await getItem(table, SMS_STATUS_READ, unreachable);
    return item === undefined ? undefined : Instant.parse(readStored(RoundItem, item).from);
  },
  store: async (until) => {
    const item = { ...SMS_STATUS_READ, entity: 'round', v: 1, day: until.slice(0, 10), from: until, isWhole: true };
    const put = new PutItemCommand({ TableName: table.tableName, Item: toImage(item) });
    await orUnreachable(table.client.send(put), unreachable);
  },
});
