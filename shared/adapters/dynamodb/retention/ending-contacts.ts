import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Clock } from '#shared/app/clock.port.ts';
import type { Person } from '#shared/app/records/ledger.port.ts';
import type { EndingContacts } from '#shared/app/retention/ending-contacts.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { oppositionStoreUnavailable } from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { Standing } from '#shared/domain/ledger/standing.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { profileKey } from '../audience-keys.ts';
import { EventItem, StandingItem } from '../items.ts';
import { eventKey, eventRange, type Key, personKey, standingKey } from '../keys.ts';
import { isEventPosition } from '../ledger/event-positions.ts';
import { standingOf } from '../plain.ts';
import { between, getItem, type Item, isExpired, queryItems, type Table, toImage } from '../table.ts';
import { archivedIn, archiveEventsOf, type KeyFor } from './archive-events.ts';
import { writtenWhole as written } from './written-whole.ts';

/** DynamoDB's limit of one transaction, less the standing and the profile. */
const EVENTS_AT_ONCE = 98;

/** Persons that lead to one and go in one transaction. */
const LEADS_AT_ONCE = 90;

type Deps = Table & { readonly clock: Clock; readonly keyFor: KeyFor };

const unreachable = oppositionStoreUnavailable;
const nobodyWroteSince = '#seq = :seen';
const holdsNoOpposition = 'oppositions = :none';

const heldIn = (item: Item, clock: Clock) => {
  const { chainStart, address, wrappedKey, prefix, expiresAt } = readable(() => readStored(StandingItem, item));
  const hasAddress = [address, wrappedKey, prefix].some((each) => each !== undefined);
  return {
    standing: readable(() => standingOf(item)),
    chainStart,
    hasAddress,
    expiresAt,
    isExpired: isExpired(item, clock),
  };
};

const deletion = ({ tableName }: Table, key: Key, condition: object = {}): TransactWriteItem => ({
  Delete: { TableName: tableName, Key: toImage(key), ...condition },
});

/** Nobody declared it again since it was seen to be gone. */
const absence = (
  { tableName, clock }: Table & { readonly clock: Clock },
  access: AdvertiserAccess,
  contactId: ContactId,
): TransactWriteItem => ({
  ConditionCheck: {
    TableName: tableName,
    Key: toImage(standingKey(access, contactId)),
    ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
    ExpressionAttributeValues: toImage({ ':now': epochSeconds(clock.now()) }),
  },
});

/** Nobody wrote the person since it was read. */
const unmoved = ({ lock }: Person) => ({
  ConditionExpression: '#lock = :lock',
  ExpressionAttributeNames: { '#lock': 'lock' },
  ExpressionAttributeValues: toImage({ ':lock': lock }),
});

/** Another end of the same standing, unless TTL deleted it or somebody wrote it meanwhile. */
const otherEnd = (
  { tableName }: Table,
  access: AdvertiserAccess,
  { contactId, seq }: Standing,
  expiresAt: number | undefined,
): TransactWriteItem => ({
  Update: {
    TableName: tableName,
    Key: toImage(standingKey(access, contactId)),
    UpdateExpression: expiresAt === undefined ? 'REMOVE expiresAt' : 'SET expiresAt = :end',
    ConditionExpression: `${nobodyWroteSince} AND attribute_exists(expiresAt)`,
    ExpressionAttributeNames: { '#seq': 'seq' },
    ExpressionAttributeValues: toImage({ ':seen': seq, ...(expiresAt === undefined ? {} : { ':end': expiresAt }) }),
  },
});

/** What is left is set, and all else that a standing may have is removed. */
const reduction = (table: Table, access: AdvertiserAccess, { seq }: Standing, reduced: Standing): TransactWriteItem => {
  const set = Object.entries({ ...reduced, chainStart: seq + 1 });
  const kept = new Set(set.map(([name]) => name));
  const own = [...Object.keys(Standing.shape), 'address', 'wrappedKey', 'prefix', 'expiresAt'];
  const removed = own.filter((name) => !kept.has(name));
  return {
    Update: {
      TableName: table.tableName,
      Key: toImage(standingKey(access, reduced.contactId)),
      UpdateExpression: [
        `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}`,
        `REMOVE ${removed.map((name) => `#${name}`).join(', ')}`,
      ].join(' '),
      ConditionExpression: nobodyWroteSince,
      ExpressionAttributeNames: Object.fromEntries([...kept, ...removed].map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: toImage({
        ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
        ':seen': seq,
      }),
    },
  };
};

/** The timeline of a contact in use begins later; its profile is of the same life still. */
const laterStart = async (
  table: Table,
  access: AdvertiserAccess,
  contactId: ContactId,
  { seq, from, to }: { readonly seq: number; readonly from: number; readonly to: number },
): Promise<readonly TransactWriteItem[]> => {
  const values = { ':to': to, ':from': from };
  const profile = await getItem(table, profileKey(access, contactId), unreachable);
  const standing: TransactWriteItem = {
    Update: {
      TableName: table.tableName,
      Key: toImage(standingKey(access, contactId)),
      UpdateExpression: 'SET chainStart = :to',
      ConditionExpression: `${nobodyWroteSince} AND chainStart = :from`,
      ExpressionAttributeNames: { '#seq': 'seq' },
      ExpressionAttributeValues: toImage({ ...values, ':seen': seq }),
    },
  };
  if (profile?.chainStart !== from) return [standing];
  const beside: TransactWriteItem = {
    Update: {
      TableName: table.tableName,
      Key: toImage(profileKey(access, contactId)),
      UpdateExpression: 'SET chainStart = :to, revision = revision + :one',
      ConditionExpression: 'chainStart = :from AND revision = :revision',
      ExpressionAttributeValues: toImage({ ...values, ':one': 1, ':revision': profile.revision }),
    },
  };
  return [standing, beside];
};

/** What removes contacts, on DynamoDB. */
export const endingContactsOf = (deps: Deps): EndingContacts => ({
  read: async (access, contactId) => {
    const item = await getItem(deps, standingKey(access, contactId), unreachable);
    const found = await queryItems(deps, between(eventRange(access, contactId, 0)), unreachable);
    const events = found.filter((each) => !isEventPosition(each));
    return {
      ...(item && { standing: heldIn(item, deps.clock) }),
      events: readable(() => events.map((each) => readStored(EventItem, each).event)),
      archived: readable(() => archivedIn(found.filter(isEventPosition))),
    };
  },
  remove: (access, { contactId, seq }) =>
    written(deps, [
      deletion(deps, standingKey(access, contactId), {
        ConditionExpression: `${nobodyWroteSince} AND ${holdsNoOpposition}`,
        ExpressionAttributeNames: { '#seq': 'seq' },
        ExpressionAttributeValues: toImage({ ':seen': seq, ':none': [] }),
      }),
      deletion(deps, profileKey(access, contactId)),
    ]),
  prolong: (access, standing, expiresAt) => written(deps, [otherEnd(deps, access, standing, expiresAt)]),
  reduce: (access, seen, reduced) =>
    written(deps, [reduction(deps, access, seen, reduced), deletion(deps, profileKey(access, seen.contactId))]),
  removeEvents: async (access, contactId, events, live) => {
    let from = live?.chainStart ?? 0;
    for (let at = 0; at < events.length; at += EVENTS_AT_ONCE) {
      const some = events.slice(at, at + EVENTS_AT_ONCE);
      const to = (some.at(-1)?.seq ?? 0) + 1;
      const start = live === undefined ? [] : await laterStart(deps, access, contactId, { seq: live.seq, from, to });
      const gone = some.map(({ seq }) => deletion(deps, eventKey(access, contactId, seq)));
      if (!(await written(deps, [...start, ...gone]))) return false;
      from = to;
    }
    return true;
  },
  archiveEvents: archiveEventsOf(deps),
  leavePerson: async (access, contactId, before, after) => {
    const isGone = absence(deps, access, contactId);
    const key = personKey(access, before.person);
    if ('leads' in after) {
      const { leads } = after;
      const gone = (some: readonly Person[]) =>
        some.map((lead) => deletion(deps, personKey(access, lead.person), unmoved(lead)));
      // The farthest first, and the person with the nearest: whoever is cut short finds the rest again.
      for (let end = leads.length; end > LEADS_AT_ONCE; end -= LEADS_AT_ONCE) {
        const some = leads.slice(Math.max(LEADS_AT_ONCE, end - LEADS_AT_ONCE), end);
        const isSeen = { ConditionCheck: { TableName: deps.tableName, Key: toImage(key), ...unmoved(before) } };
        if (!(await written(deps, [isGone, isSeen, ...gone(some)]))) return false;
      }
      return written(deps, [isGone, deletion(deps, key, unmoved(before)), ...gone(leads.slice(0, LEADS_AT_ONCE))]);
    }
    const named = { ...key, entity: 'person', v: 1, advertiserId: access.advertiserId };
    const Item = toImage({ ...named, ...after, lock: before.lock + 1 });
    return written(deps, [isGone, { Put: { TableName: deps.tableName, Item, ...unmoved(before) } }]);
  },
});
