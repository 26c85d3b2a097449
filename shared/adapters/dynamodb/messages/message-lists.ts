import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '#shared/app/clock.port.ts';
import type { MessageLists, MessagesAsked } from '#shared/app/messages/message-lists.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';
import { shortReferenceOf } from '#shared/domain/message/short-reference.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import {
  DAY_SHARDS,
  type Key,
  MESSAGE_INDEXES,
  MESSAGE_POSITION,
  messagesByReference,
  messagesOfContact,
  messagesOfDay,
  positionOf,
  shardOf,
} from '../keys.ts';
import { messageOf } from '../plain.ts';
import { readItems } from '../read-items.ts';
import { dayOf } from '../slots.ts';
import { type Item, isExpired, orUnreachable, type Table, toImage, toItem } from '../table.ts';

type Deps = Table & { readonly clock: Clock };

/** A page looks through this many days at most: an advertiser that never writes costs no more than one that does. */
const DAYS_A_PAGE = 31;
/** A short reference of so many messages of one advertiser is not met: it has 50 bits. */
const MOST_QUOTED = 100;

const unreachable = (cause: unknown) => dependencyUnavailable('The list of messages', cause);

/** What the indexes find a message by: stored with it, never changed. */
export const indexedBy = (access: AdvertiserAccess, message: Message) => ({
  ofContact: messagesOfContact(access, message.contactId),
  ofDay: messagesOfDay(access, dayOf(message.acceptedAt), shardOf(message.messageId, DAY_SHARDS)),
  ofReference: messagesByReference(access, shortReferenceOf(message.messageId)),
  position: positionOf(message),
});

interface Stretch {
  /** The first position that is in it. */
  readonly from: string;
  /** The first position that is past it. */
  readonly before: string;
  readonly limit: number;
}

/** Keys of one partition of an index, newest first: `pk`, `sk` and the position. */
const keysOf = async (
  table: Table,
  index: { readonly name: string; readonly attribute: string },
  partition: string,
  { from, before, limit }: Stretch,
): Promise<readonly Item[]> => {
  const query = new QueryCommand({
    TableName: table.tableName,
    IndexName: index.name,
    KeyConditionExpression: '#partition = :partition AND #position BETWEEN :from AND :before',
    ExpressionAttributeNames: { '#partition': index.attribute, '#position': MESSAGE_POSITION },
    ExpressionAttributeValues: toImage({ ':partition': partition, ':from': from, ':before': before }),
    ScanIndexForward: false,
    // BETWEEN takes its end in, and one item can be there.
    Limit: limit + 1,
  });
  const { Items = [] } = await orUnreachable(table.client.send(query), unreachable);
  return Items.map(toItem)
    .filter((item) => String(item[MESSAGE_POSITION]) < before)
    .slice(0, limit);
};

const positionIn = (item: Item): string => String(item[MESSAGE_POSITION]);
const newestFirst = (one: Item, other: Item): number => (positionIn(one) < positionIn(other) ? 1 : -1);

/** What one page of keys found, and where the next page goes on. */
interface KeysFound {
  readonly keys: readonly Item[];
  readonly next: string | undefined;
}

const ofContact = async (table: Table, partition: string, stretch: Stretch): Promise<KeysFound> => {
  const keys = await keysOf(table, MESSAGE_INDEXES.contact, partition, stretch);
  const last = keys.at(-1);
  return { keys, next: last === undefined || keys.length < stretch.limit ? undefined : positionIn(last) };
};

/** Day after day backwards, every shard of each, until the page is full. */
const ofDays = async (table: Table, access: AdvertiserAccess, stretch: Stretch): Promise<KeysFound> => {
  const { from, before, limit } = stretch;
  const shards = Array.from({ length: DAY_SHARDS }, (_, shard) => shard);
  const found: Item[] = [];
  let day = dayOf(before as Instant);
  for (let days = 0; days < DAYS_A_PAGE && day >= from.slice(0, day.length); days += 1) {
    const inShards = await atMost(DAY_SHARDS, shards, (shard) =>
      keysOf(table, MESSAGE_INDEXES.day, messagesOfDay(access, day, shard), stretch),
    );
    found.push(...inShards.flat().sort(newestFirst));
    const last = found[limit - 1];
    if (last !== undefined) return { keys: found.slice(0, limit), next: positionIn(last) };
    day = dayOf(addDays(`${day}T00:00:00.000Z` as Instant, -1));
  }
  // Everything of the last day that was looked at has a position after this one.
  const next = `${dayOf(addDays(`${day}T00:00:00.000Z` as Instant, 1))}T00:00:00.000Z`;
  return { keys: found, next: day >= from.slice(0, day.length) ? next : undefined };
};

/** The messages under these keys, in their order; what expired or was deleted meanwhile is left out. */
const messagesUnder = async (deps: Deps, keys: readonly Item[]): Promise<readonly Message[]> => {
  const named = keys.map(({ pk, sk }): Key => ({ pk: String(pk), sk: String(sk) }));
  const read = await readItems(deps, named, unreachable, { isEventual: true });
  const found = new Map(read.map((item) => [item.pk, item]));
  return keys
    .flatMap(({ pk }): Item[] => {
      const item = found.get(pk);
      return item === undefined ? [] : [item];
    })
    .filter((item) => !isExpired(item, deps.clock))
    .map(messageOf);
};

const keysAsked = (
  deps: Deps,
  access: AdvertiserAccess,
  asked: Parameters<MessageLists['list']>[1],
  { limit, after }: PageAsked,
): Promise<KeysFound> => {
  const before = after !== undefined && after < asked.until ? after : asked.until;
  const stretch = { from: asked.from, before, limit };
  return asked.contactId === undefined
    ? ofDays(deps, access, stretch)
    : ofContact(deps, messagesOfContact(access, asked.contactId), stretch);
};

const isAsked = ({ status }: MessagesAsked, message: Message): boolean =>
  status === undefined || message.status === status;

/** Lists of messages on DynamoDB: keys from an index, then the messages themselves. */
export const messageListsOf = (deps: Deps): MessageLists => ({
  list: async (access, asked, page): Promise<Page<Message>> => {
    const { keys, next } = await keysAsked(deps, access, asked, page);
    const messages = await messagesUnder(deps, keys);
    return { items: messages.filter((message) => isAsked(asked, message)), ...(next === undefined ? {} : { next }) };
  },
  quoted: async (access, shortReference) => {
    const stretch = { from: '0', before: '9', limit: MOST_QUOTED };
    const partition = messagesByReference(access, shortReference);
    return messagesUnder(deps, await keysOf(deps, MESSAGE_INDEXES.reference, partition, stretch));
  },
});
