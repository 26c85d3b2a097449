import { createHash } from 'node:crypto';
import { type CancellationReason, type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import {
  concurrentChange,
  idempotencyKeyReused,
  oppositionStoreUnavailable,
  personTooLarge,
} from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { type Image, isCancelled, reach, type Table, toItem } from '../table.ts';
import { type Append, eventPuts, type PlacedWrite, personPut, requestPut, standingAfter } from './append-items.ts';
import { type ExpiryOf, standingUpdate } from './standing-update.ts';

/** DynamoDB's limit of one transaction. */
const TRANSACTION_ITEMS = 100;

/** Same writes, same token: a repeated attempt within DynamoDB's ten minutes is one transaction. */
const tokenOf = (items: readonly TransactWriteItem[]): string =>
  createHash('sha256').update(JSON.stringify(items)).digest('base64url').slice(0, 36);

/** How a transaction ended that its conditions did not let through. */
export type AppendOutcome =
  | { readonly outcome: 'written'; readonly standings: readonly Standing[] }
  /** The same request was stored before, with the same body. */
  | { readonly outcome: 'repeated' }
  /** A new contact meets the events of a former, expired life: its positions go on from there. */
  | { readonly outcome: 'chain-goes-on' };

const failedEntities = (reasons: readonly CancellationReason[], items: readonly TransactWriteItem[]) =>
  reasons.flatMap(({ Code }, index) => {
    if (Code === undefined || Code === 'None') return [];
    const image = items[index]?.Put?.Item;
    return [image === undefined ? 'standing' : (image.entity?.S ?? '')];
  });

const storedRequest = (reasons: readonly CancellationReason[]): Image | undefined =>
  reasons.map(({ Item }) => Item).find((image) => image?.entity?.S === 'request');

const named = (append: Append, items: readonly TransactWriteItem[], reasons: readonly CancellationReason[]) => {
  const request = storedRequest(reasons);
  if (request !== undefined) {
    if (toItem(request).bodySha256 !== append.request?.bodySha256) throw idempotencyKeyReused();
    return { outcome: 'repeated' } as const;
  }
  const codes = new Set(reasons.map(({ Code }) => Code));
  if (['ThrottlingError', 'ProvisionedThroughputExceeded'].some((code) => codes.has(code))) {
    throw oppositionStoreUnavailable();
  }
  const isChain = failedEntities(reasons, items).every((entity) => entity === 'event');
  if (isChain && !codes.has('TransactionConflict')) return { outcome: 'chain-goes-on' } as const;
  throw concurrentChange();
};

/** One attempt at the whole write, in one transaction. Throws the precise failure of the condition that did not hold. */
export const tryAppend = async (
  table: Table,
  append: Append,
  writes: readonly PlacedWrite[],
  expiryOf: ExpiryOf,
  now: Instant,
): Promise<AppendOutcome> => {
  const standings = writes.map((placed) => standingAfter(placed, append.at));
  const updates = await Promise.all(
    writes.map(({ write, after, encrypted }, index) => {
      const seen = write.seen.seq === 0 ? ('new' as const) : write.seen.seq;
      const change = { standing: standings[index] ?? write.seen, seen, encrypted, chainStart: after + 1 };
      return standingUpdate(table.tableName, append.scope, change, { now, expiryOf });
    }),
  );
  const items = [
    ...writes.flatMap((placed) => eventPuts(table.tableName, append, placed)),
    ...updates,
    ...personPut(table.tableName, append),
    ...requestPut(table.tableName, append, writes),
  ];
  if (items.length > TRANSACTION_ITEMS) throw personTooLarge();
  const transaction = new TransactWriteItemsCommand({ TransactItems: items, ClientRequestToken: tokenOf(items) });
  try {
    await reach(table.client.send(transaction), oppositionStoreUnavailable);
    return { outcome: 'written', standings };
  } catch (error) {
    if (!isCancelled(error)) throw error;
    return named(append, items, error.CancellationReasons ?? []);
  }
};
