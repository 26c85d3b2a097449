import type { HandOffs, SendsOfContact } from '#shared/app/audit/hand-offs.port.ts';
import type { FormerEvents } from '#shared/app/retention/former-events.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { dependencyUnavailable, oppositionStoreUnavailable } from '#shared/domain/failure.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { findStored } from '#shared/domain/read-stored.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import { HAND_OFF_SHARDS, handedOffIn, sendsOfKey } from '../deployment-keys.ts';
import { EventItem } from '../items.ts';
import { eventKey, MESSAGE_INDEXES, sendsKey } from '../keys.ts';
import { isEventPosition } from '../ledger/event-positions.ts';
import { sendsOf } from '../plain.ts';
import { between, type Item, queryItems, queryPages, type Table, toImage } from '../table.ts';

const PAGE = 100;
const unreachable = (cause: unknown) => dependencyUnavailable('The list of claims', cause);

async function* listed(table: Table, partition: string): AsyncGenerator<readonly SendsOfContact[]> {
  const { name, attribute } = MESSAGE_INDEXES.day;
  const query = {
    IndexName: name,
    KeyConditionExpression: '#partition = :partition',
    ExpressionAttributeNames: { '#partition': attribute },
    ExpressionAttributeValues: toImage({ ':partition': partition }),
    Limit: PAGE,
  };
  for await (const keys of queryPages(table, query, unreachable))
    yield keys.map(({ pk, sk }) => sendsOfKey({ pk: String(pk), sk: String(sk) }));
}

const isEvent = (item: Item): boolean => String(item.sk).startsWith('EVENT#') && !isEventPosition(item);

/** One event that cannot be read hides no other. */
const eventOf = (item: Item): readonly LedgerEvent[] => {
  const found = findStored(EventItem, item);
  return found === undefined ? [] : [found.event];
};

/** Former events, each of which lies before all that are in use. One that cannot be read hides none of these. */
const formerOf = async (
  former: Pick<FormerEvents, 'all'>,
  access: AdvertiserAccess,
  contactId: SendsOfContact['contactId'],
): Promise<{ readonly events: readonly LedgerEvent[]; readonly unreadable: number }> => {
  try {
    return { events: await former.all(access, contactId), unreadable: 0 };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return { events: [], unreadable: 1 };
  }
};

/**
 * Hand-offs on DynamoDB: keys of SENDS items from an index; and of a contact one Query, since its events come just before its sends. Where positions lie among
 * these, what they said is in the archive.
 */
export const handOffsOf = (table: Table, former: Pick<FormerEvents, 'all'>): HandOffs => ({
  handedOffIn: (hour) => Array.from({ length: HAND_OFF_SHARDS }, (_, shard) => listed(table, handedOffIn(hour, shard))),
  read: async (access, { contactId, month, channel }) => {
    const sends = sendsKey(access, contactId, month, channel);
    const range = between({ pk: sends.pk, from: eventKey(access, contactId, 0).sk, to: sends.sk });
    const items = await queryItems(table, { ...range, ConsistentRead: false }, oppositionStoreUnavailable);
    const own = items.find(({ sk }) => sk === sends.sk);
    const [positions, ofLedger] = [items.filter(isEventPosition), items.filter(isEvent)];
    const before = positions.length === 0 ? { events: [], unreadable: 0 } : await formerOf(former, access, contactId);
    const events = ofLedger.flatMap(eventOf);
    return {
      entries: own === undefined ? [] : sendsOf(own).entries,
      events: [...before.events, ...events],
      unreadable: before.unreadable + ofLedger.length - events.length,
    };
  },
});
