import { createHash } from 'node:crypto';
import { type CancellationReason, type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { AppendedWith, AppendOutcome, WriteBeside } from '#shared/app/records/ledger.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { namedOtherwise } from '#shared/domain/contact/named-otherwise.ts';
import {
  concurrentChange,
  idempotencyKeyReused,
  oppositionStoreUnavailable,
  personTooLarge,
} from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { cancelledBy } from '../conditional.ts';
import { erasurePuts } from '../erasure/erasure-puts.ts';
import { type Image, type Table, toItem } from '../table.ts';
import { eventPuts, isOfOtherId, otherIdsAbsent, personPut, requestPut } from './append-items.ts';
import { type EncryptedWrite, type Moment, standingUpdate } from './standing-update.ts';
import { personBeside, standingBeside } from './write-beside.ts';

/** DynamoDB's limit of one transaction. */
const TRANSACTION_ITEMS = 100;

/** Same writes, same token: a repeated attempt within DynamoDB's ten minutes is one transaction. */
const tokenOf = (items: readonly TransactWriteItem[]): string =>
  createHash('sha256').update(JSON.stringify(items)).digest('base64url').slice(0, 36);

const failedEntities = (reasons: readonly CancellationReason[], items: readonly TransactWriteItem[]) =>
  reasons.flatMap(({ Code }, index) => {
    if (Code === undefined || Code === 'None') return [];
    const image = items[index]?.Put?.Item;
    return [image === undefined ? 'standing' : (image.entity?.S ?? '')];
  });

const storedRequest = (reasons: readonly CancellationReason[]): Image | undefined =>
  reasons.map(({ Item }) => Item).find((image) => image?.entity?.S === 'request');

const outcomeOf = (
  { request }: AppendedWith,
  contactId: ContactId | undefined,
  items: readonly TransactWriteItem[],
  reasons: readonly CancellationReason[],
): AppendOutcome => {
  const isFalse = (index: number) => reasons[index]?.Code === 'ConditionalCheckFailed';
  if (items.some((item, index) => isOfOtherId(item) && isFalse(index))) throw namedOtherwise();
  const stored = storedRequest(reasons);
  if (stored !== undefined) {
    const { bodySha256, contactId: ofContact } = toItem(stored);
    if (bodySha256 !== request?.bodySha256 || ofContact !== contactId) throw idempotencyKeyReused();
    return 'repeated';
  }
  const codes = new Set(reasons.map(({ Code }) => Code));
  const isOfEventsAlone = failedEntities(reasons, items).every((entity) => entity === 'event');
  if (isOfEventsAlone && !codes.has('TransactionConflict')) return 'positions-taken';
  throw concurrentChange();
};

const isBeside = (each: EncryptedWrite | WriteBeside): each is WriteBeside => 'opposition' in each;
const written = (each: EncryptedWrite | WriteBeside) => (isBeside(each) ? each : each.write);

/** The whole write, in one transaction. Throws the precise failure of the condition that did not hold. */
export const writeAll = async (
  table: Table,
  access: AdvertiserAccess,
  writes: readonly (EncryptedWrite | WriteBeside)[],
  more: AppendedWith,
  on: Moment,
): Promise<AppendOutcome> => {
  const { tableName, client } = table;
  const standings = writes.map(async (each) =>
    isBeside(each) ? standingBeside(table, access, each) : [await standingUpdate(tableName, access, each, on)],
  );
  const items = [
    ...writes.flatMap((each) => eventPuts(tableName, access, written(each))),
    ...(await Promise.all(standings)).flat(),
    ...writes.flatMap((each) => (isBeside(each) ? [] : otherIdsAbsent(tableName, access, each.write))),
    ...writes.flatMap((each) => (isBeside(each) ? [] : erasurePuts(tableName, access, each, more.at))),
    ...personPut(tableName, access, more),
    ...personPut(tableName, access, { person: more.leaves }),
    ...(await personBeside(table, access, more)),
    ...requestPut(tableName, access, more, writes.map(written)),
  ];
  if (items.length > TRANSACTION_ITEMS) throw personTooLarge();
  const transaction = new TransactWriteItemsCommand({ TransactItems: items, ClientRequestToken: tokenOf(items) });
  const reasons = await cancelledBy(client.send(transaction), oppositionStoreUnavailable);
  return reasons === undefined ? 'written' : outcomeOf(more, writes.map(written)[0]?.contactId, items, reasons);
};
