import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { AppendedWith, LedgerWrite, RequestHash } from '#shared/app/records/ledger.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { addDays, epochSeconds } from '#shared/domain/time/instant.ts';
import { putIfAbsent } from '../conditional.ts';
import { eventKey, type Key, personKey, requestKey, standingKey } from '../keys.ts';
import { toImage } from '../table.ts';

/** A repeated request finds its first answer this long. */
const REQUEST_DAYS = 400;

const lockUnmoved = '#lock = :lock';

/** A check that nothing is stored under a key. */
const absent = (tableName: string, key: Key): TransactWriteItem => ({
  ConditionCheck: { TableName: tableName, Key: toImage(key), ConditionExpression: 'attribute_not_exists(pk)' },
});

/** A new contact is stored only where its address is no contact under another key. */
export const otherIdsAbsent = (
  tableName: string,
  access: AdvertiserAccess,
  { seenSeq, otherIds = [] }: Pick<LedgerWrite, 'seenSeq' | 'otherIds'>,
): readonly TransactWriteItem[] =>
  seenSeq > 0 ? [] : otherIds.map((contactId) => absent(tableName, standingKey(access, contactId)));

/** True for a check of `otherIdsAbsent`. */
export const isOfOtherId = ({ ConditionCheck }: TransactWriteItem): boolean =>
  ConditionCheck?.Key?.pk?.S?.startsWith('CONTACT#') === true;

/** The events of one contact, each if its position is free. */
export const eventPuts = (
  tableName: string,
  access: AdvertiserAccess,
  { contactId, events }: Pick<LedgerWrite, 'contactId' | 'events'>,
): readonly TransactWriteItem[] =>
  events.map((event) => ({
    Put: putIfAbsent(tableName, {
      ...eventKey(access, contactId, event.seq),
      entity: 'event',
      v: 1,
      advertiserId: access.advertiserId,
      contactId,
      event,
    }),
  }));

/** The person's item, if nobody wrote it since; nothing when the write has none. */
export const personPut = (
  tableName: string,
  access: AdvertiserAccess,
  { person }: Pick<AppendedWith, 'person'>,
): readonly TransactWriteItem[] => {
  if (person === undefined) return [];
  const { before, after, others = [], alike = [] } = person;
  const beside = alike.flatMap((each) => personPut(tableName, access, { person: each }));
  const key = personKey(access, after.person);
  const item = { ...key, entity: 'person', v: 1, advertiserId: access.advertiserId, ...after, lock: before.lock + 1 };
  if (before.lock === 0)
    return [
      { Put: putIfAbsent(tableName, item) },
      ...others.map((other) => absent(tableName, personKey(access, other))),
      ...beside,
    ];
  const isUnmoved = {
    ConditionExpression: lockUnmoved,
    ExpressionAttributeNames: { '#lock': 'lock' },
    ExpressionAttributeValues: toImage({ ':lock': before.lock }),
  };
  return [{ Put: { TableName: tableName, Item: toImage(item), ...isUnmoved } }, ...beside];
};

/** The hash of a request, as it is stored for a contact. */
export const requestItem = (
  access: AdvertiserAccess,
  contactId: ContactId,
  { requestId, bodySha256 }: RequestHash,
  at: Instant,
) => {
  const expiresAt = epochSeconds(addDays(at, REQUEST_DAYS));
  return { ...requestKey(access, requestId), entity: 'request', v: 1, contactId, bodySha256, expiresAt };
};

/** The request's hash, with the first contact it wrote to. */
export const requestPut = (
  tableName: string,
  access: AdvertiserAccess,
  { request, at }: AppendedWith,
  writes: readonly Pick<LedgerWrite, 'contactId'>[],
): readonly TransactWriteItem[] => {
  const [first] = writes;
  if (request === undefined || first === undefined) return [];
  return [{ Put: putIfAbsent(tableName, requestItem(access, first.contactId, request, at)) }];
};
