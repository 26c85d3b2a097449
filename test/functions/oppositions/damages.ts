/**
 * Ways in which what lies in the table may be damaged, written from docs/access-patterns.md by hand: by a bug of an
 * earlier release, by an operator, by a restored copy. None was chosen by what the reader makes of it.
 */
import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

type Item = Record<string, unknown>;
interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** The contact that opposes, another contact of the same person, and the message that it answers. */
export interface Subject {
  readonly contactId: string;
  readonly linkedId: string;
  readonly messageId: string;
}

/** The raw items of one table. */
export const itemsOf = (client: DynamoDBClient, tableName: string) => {
  const get = async (key: Key): Promise<Item | undefined> => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: tableName, Key: marshall(key), ConsistentRead: true }),
    );
    return Item && unmarshall(Item);
  };
  const put = (item: Item) =>
    client.send(new PutItemCommand({ TableName: tableName, Item: marshall(item, { removeUndefinedValues: true }) }));
  return {
    get,
    put,
    remove: ({ pk, sk }: Key) =>
      client.send(new DeleteItemCommand({ TableName: tableName, Key: marshall({ pk, sk }) })),
    events: async (pk: string): Promise<readonly Item[]> => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)',
          ExpressionAttributeValues: marshall({ ':pk': pk, ':event': 'EVENT#' }),
        }),
      );
      return Items.map((image) => unmarshall(image));
    },
    requestsOf: async (contactId: string): Promise<readonly Item[]> => {
      const { Items = [] } = await client.send(
        new ScanCommand({
          TableName: tableName,
          FilterExpression: 'entity = :request AND contactId = :contact',
          ExpressionAttributeValues: marshall({ ':request': 'request', ':contact': contactId }),
        }),
      );
      return Items.map((image) => unmarshall(image));
    },
    edit: async (key: Key, change: (item: Item) => Item) => put({ ...change((await get(key)) ?? {}), ...key }),
  };
};
export type Items = ReturnType<typeof itemsOf>;

export const partition = (contactId: string) => `CONTACT#maison-valmy#${contactId}`;
export const standingOf = (contactId: string): Key => ({ pk: partition(contactId), sk: 'STANDING' });

const BEYOND_TIME = '+010000-01-01T03:59:59.000Z';
const without = (item: Item, ...names: readonly string[]): Item =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));
const firstOf = (list: unknown, change: Item): unknown =>
  Array.isArray(list) ? list.map((each, index) => (index === 0 ? { ...each, ...change } : each)) : list;
const personOf = async (items: Items, contactId: string): Promise<Key> => {
  const { person } = (await items.get(standingOf(contactId))) ?? {};
  return { pk: `PERSON#maison-valmy#${String(person)}`, sk: 'PERSON' };
};

export interface Damage {
  readonly name: string;
  readonly inflict: (items: Items, subject: Subject) => Promise<unknown>;
  /** The attributes of the standing that are put back as they were; absent: it cannot be undone so. */
  readonly undo?: readonly string[];
  /** The person cannot be read, so that what is said for all its contacts is not confirmed. */
  readonly hidesPerson?: true;
  /** Nothing that can be read says that the contact has a person. */
  readonly losesPerson?: true;
  /** The contact opposed before, by the same request. */
  readonly repeats?: true;
}

const ofStanding = (name: string, change: (item: Item) => Item, undo?: readonly string[]): Damage => ({
  name,
  inflict: (items, { contactId }) => items.edit(standingOf(contactId), change),
  ...(undo === undefined ? {} : { undo }),
});

export const DAMAGES: readonly Damage[] = [
  ofStanding(
    'a consent is dated after the end of time',
    (item) => ({ ...item, consents: firstOf(item.consents, { givenAt: BEYOND_TIME }) }),
    ['consents'],
  ),
  ofStanding('the consents are a word', (item) => ({ ...item, consents: 'none' }), ['consents']),
  ofStanding(
    'a consent is for a channel that nobody knows',
    (item) => ({ ...item, consents: firstOf(item.consents, { channels: ['telex'] }) }),
    ['consents'],
  ),
  ofStanding('a field that nobody knows was declared', (item) => ({ ...item, declared: { mood: 'good' } }), [
    'declared',
  ]),
  ofStanding('when it was first recorded is missing', (item) => without(item, 'firstRecordedAt'), ['firstRecordedAt']),
  ofStanding('its kind of item is missing', (item) => without(item, 'entity'), ['entity']),
  ofStanding('it is of a later version', (item) => ({ ...item, v: 2 }), ['v']),
  ofStanding('it says of another kind of address', (item) => ({ ...item, addressKind: 'pigeon' }), ['addressKind']),
  ofStanding('its key of encryption is cut', (item) => ({ ...item, wrappedKey: '1.AAAA' }), ['wrappedKey']),
  ofStanding('its address does not decrypt', (item) => ({ ...item, address: 'AAAA' }), ['address']),
  ofStanding('where its events begin is missing', (item) => without(item, 'chainStart'), ['chainStart']),
  ofStanding('its position is a text', (item) => ({ ...item, seq: 'three' })),
  ofStanding('its position is missing', (item) => without(item, 'seq')),
  ofStanding('its position is behind the ledger, as in an old copy', (item) => ({ ...item, seq: 1 }), []),
  ofStanding('its oppositions are missing', (item) => without(item, 'oppositions'), []),
  ofStanding('its oppositions are a map', (item) => ({ ...item, oppositions: {} })),
  ofStanding('one of its oppositions has no date', (item) => ({ ...item, oppositions: [{ id: 'x' }] })),
  ofStanding('it expires on a word', (item) => ({ ...item, expiresAt: 'soon' }), []),
  ofStanding('nothing is left of it but its keys', () => ({})),
  {
    name: 'its first event has a date after the end of time, and so has the standing',
    inflict: async (items, { contactId }) => {
      for (const item of await items.events(partition(contactId)))
        await items.put({ ...item, event: { ...(item.event as Item), recordedAt: BEYOND_TIME, extra: true } });
      await items.edit(standingOf(contactId), (item) => ({ ...item, firstRecordedAt: BEYOND_TIME }));
    },
    undo: ['firstRecordedAt'],
  },
  {
    name: 'its standing was deleted, and its events cannot be read',
    inflict: async (items, { contactId }) => {
      for (const item of await items.events(partition(contactId))) await items.put({ ...item, event: 'lost' });
      await items.remove(standingOf(contactId));
    },
    losesPerson: true,
    undo: [],
  },
  {
    name: 'an event that nobody wrote lies at the next position',
    inflict: async (items, { contactId }) => {
      const { seq } = (await items.get(standingOf(contactId))) ?? {};
      await items.put({
        pk: partition(contactId),
        sk: `EVENT#${String(Number(seq) + 1).padStart(12, '0')}`,
        entity: 'event',
      });
    },
    undo: [],
  },
  {
    name: 'what was sent to it cannot be read',
    inflict: (items, { contactId }) =>
      items.put({ pk: partition(contactId), sk: 'SENDS#2026-11#email', entity: 'sends', entries: 'many' }),
  },
  {
    name: 'the contacts of its person are a word',
    inflict: async (items, { contactId }) =>
      items.edit(await personOf(items, contactId), (item) => ({ ...item, contacts: 'two' })),
    hidesPerson: true,
    undo: [],
  },
  {
    name: 'the oppositions of its person cannot be read',
    inflict: async (items, { contactId }) =>
      items.edit(await personOf(items, contactId), (item) => ({ ...item, oppositions: [{ id: 7 }], lock: 'none' })),
    undo: [],
  },
  {
    name: 'its person was deleted',
    inflict: async (items, { contactId }) => items.remove(await personOf(items, contactId)),
    hidesPerson: true,
    undo: [],
  },
  {
    name: 'another contact of its person cannot be read',
    inflict: (items, { linkedId }) =>
      items.edit(standingOf(linkedId), (item) => ({ ...item, declared: { lastActAt: BEYOND_TIME } })),
    undo: [],
  },
  {
    name: 'nothing is left of another contact of its person but its keys',
    inflict: (items, { linkedId }) => items.edit(standingOf(linkedId), () => ({})),
    undo: [],
  },
  {
    name: 'the message that it answers cannot be read',
    inflict: (items, { messageId }) =>
      items.put({ pk: `MESSAGE#maison-valmy#${messageId}`, sk: 'MESSAGE', entity: 'message', status: 'perhaps' }),
    undo: [],
  },
  {
    name: 'that the same was asked before cannot be read',
    inflict: async (items, { contactId }) => {
      for (const { pk, sk, entity } of await items.requestsOf(contactId)) await items.put({ pk, sk, entity });
    },
    repeats: true,
    undo: [],
  },
  {
    name: 'that the same was asked before can be read, and the contact cannot',
    inflict: (items, { contactId }) => items.edit(standingOf(contactId), (item) => ({ ...item, declared: 'much' })),
    repeats: true,
    undo: ['declared'],
  },
  ofStanding(
    'its key of encryption is wrapped under a key of its advertiser that is not there',
    (item) => ({ ...item, wrappedKey: String(item.wrappedKey).replace(/^\d+\./, 'k1.') }),
    ['wrappedKey'],
  ),
  {
    // Nothing listens where these functions look for KMS.
    name: 'its key of encryption is wrapped under a key of its advertiser, and KMS is away',
    inflict: async (items, { contactId }) => {
      const key = { pk: 'ADVERTISERKEY#maison-valmy', sk: 'KEY#2', entity: 'advertiser-key', v: 1, number: 2 };
      const encryptedKey = Buffer.alloc(80, 1).toString('base64');
      await items.put({ ...key, advertiserId: 'maison-valmy', encryptedKey, madeAt: '2026-11-24T10:00:00.000Z' });
      await items.edit(standingOf(contactId), (item) => ({
        ...item,
        wrappedKey: String(item.wrappedKey).replace(/^\d+\./, 'k2.'),
      }));
    },
    undo: ['wrappedKey'],
  },
];
