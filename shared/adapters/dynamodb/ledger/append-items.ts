import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { LedgerWrite, Person, RequestHash } from '#shared/app/records/ledger.port.ts';
import type { AdvertiserScope } from '#shared/domain/advertiser/advertiser-scope.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { applyEvent, emptyStanding, foldLedger, type Standing } from '#shared/domain/ledger/standing.ts';
import { addDays, epochSeconds } from '#shared/domain/time/instant.ts';
import { eventKey, personKey, requestKey } from '../keys.ts';
import { toImage } from '../table.ts';
import { fitStanding } from './fit-standing.ts';
import type { EncryptedAddress } from './standing-update.ts';

/** One contact's write, with its address encrypted and the position its events follow. */
export interface PlacedWrite {
  readonly write: LedgerWrite;
  /** Last position used: `seen.seq`, or the end of a former life's chain. */
  readonly after: number;
  readonly encrypted: EncryptedAddress | undefined;
}

export interface Append {
  readonly scope: AdvertiserScope;
  readonly at: Instant;
  readonly person: { readonly before: Person; readonly after: Omit<Person, 'lock'> } | undefined;
  readonly request: RequestHash | undefined;
}

/** A repeated request finds its first answer this long. */
const REQUEST_DAYS = 400;

const notThere = 'attribute_not_exists(pk)';
const lockUnmoved = '#lock = :lock';

const eventsOf = ({ write, after }: PlacedWrite, at: Instant): readonly LedgerEvent[] =>
  write.events.map((event, index) => ({ ...event, seq: after + 1 + index, v: 1, recordedAt: at }) as LedgerEvent);

/**
 * The standing that a write leads to, as it will be stored. Throws `concurrent-change` for a history that does not end
 * where the standing does: folded from it, an act that came in between would be lost (P2).
 */
export const standingAfter = (placed: PlacedWrite, at: Instant): Standing => {
  const { seen, history, events } = placed.write;
  const placedEvents = eventsOf(placed, at);
  const standing =
    history === undefined
      ? placedEvents.reduce(applyEvent, { ...seen, seq: placed.after })
      : foldLedger(emptyLike(seen), [...wholeHistory(history, seen), ...placedEvents]);
  return fitStanding(standing, events);
};

const emptyLike = ({ advertiserId, contactId, addressKind, firstRecordedAt }: Standing): Standing =>
  emptyStanding({ advertiserId, contactId, addressKind }, firstRecordedAt);

const wholeHistory = (history: readonly LedgerEvent[], { seq }: Standing): readonly LedgerEvent[] => {
  if (history.at(-1)?.seq !== seq) throw concurrentChange();
  return history;
};

const putIfAbsent = (tableName: string, item: object): TransactWriteItem => ({
  Put: {
    TableName: tableName,
    Item: toImage(item),
    ConditionExpression: notThere,
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

/** The events of one contact, each if its position is free. */
export const eventPuts = (
  tableName: string,
  { scope, at }: Append,
  placed: PlacedWrite,
): readonly TransactWriteItem[] => {
  const { contactId } = placed.write;
  return eventsOf(placed, at).map((event) =>
    putIfAbsent(tableName, {
      ...eventKey(scope, contactId, event.seq),
      entity: 'event',
      v: 1,
      advertiserId: scope.advertiserId,
      contactId,
      event,
    }),
  );
};

/** The person's item on its lock; nothing when the write has none. */
export const personPut = (tableName: string, { scope, person }: Append): readonly TransactWriteItem[] => {
  if (person === undefined) return [];
  const { before, after } = person;
  const key = personKey(scope, after.person);
  const item = { ...key, entity: 'person', v: 1, advertiserId: scope.advertiserId, ...after, lock: before.lock + 1 };
  if (before.lock === 0) return [putIfAbsent(tableName, item)];
  const isUnmoved = {
    ConditionExpression: lockUnmoved,
    ExpressionAttributeNames: { '#lock': 'lock' },
    ExpressionAttributeValues: toImage({ ':lock': before.lock }),
  };
  return [{ Put: { TableName: tableName, Item: toImage(item), ...isUnmoved } }];
};

/** The request's hash, with the first contact it wrote to. */
export const requestPut = (
  tableName: string,
  append: Append,
  writes: readonly PlacedWrite[],
): readonly TransactWriteItem[] => {
  const [first] = writes;
  if (append.request === undefined || first === undefined) return [];
  const { requestId, bodySha256 } = append.request;
  const expiresAt = epochSeconds(addDays(append.at, REQUEST_DAYS));
  const key = requestKey(append.scope, first.write.contactId, requestId);
  return [putIfAbsent(tableName, { ...key, entity: 'request', v: 1, bodySha256, expiresAt })];
};
