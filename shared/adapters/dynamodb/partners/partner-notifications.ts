import { type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '#shared/app/clock.port.ts';
import type { LateNotifications, PartnerNotifications } from '#shared/app/partners/partner-records.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { concurrentChange, dependencyUnavailable } from '#shared/domain/failure.ts';
import type { FactId } from '#shared/domain/ids.ts';
import { endOfNotification, type PartnerNotification } from '#shared/domain/partner/partner-notification.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { cancelledBy, putIfAbsent } from '../conditional.ts';
import { pageItems } from '../page-items.ts';
import { between, getItem, isExpired, queryItems, type Table, toImage } from '../table.ts';
import { ListedNotificationItem, PartnerNotificationItem } from './partner-items.ts';
import {
  LISTED_NOTIFICATIONS,
  listedNotificationKey,
  notificationKey,
  notificationsPk,
  OPEN_NOTIFICATIONS,
} from './partner-keys.ts';

type Deps = Table & { readonly clock: Clock };

const READS_AT_ONCE = 16;
const unreachable = (cause: unknown) => dependencyUnavailable('The store of notifications', cause);

const expiring = (notification: PartnerNotification) => {
  const end = endOfNotification(notification);
  return end === undefined ? {} : { expiresAt: epochSeconds(end) };
};

const itemOf = (access: AdvertiserAccess, notification: PartnerNotification) => ({
  ...notificationKey(access, notification.id),
  entity: 'partner-notification',
  v: 1,
  ...notification,
  ...expiring(notification),
});

const listedOf = (access: AdvertiserAccess, notification: PartnerNotification) => {
  const { id, state, since } = notification;
  return {
    ...listedNotificationKey(access, notification),
    entity: 'listed-partner-notification',
    v: 1,
    id,
    state,
    since,
    ...expiring(notification),
  };
};

const find = async (deps: Deps, access: AdvertiserAccess, id: FactId): Promise<PartnerNotification | undefined> => {
  const found = await getItem(deps, notificationKey(access, id), unreachable);
  if (found === undefined || isExpired(found, deps.clock)) return undefined;
  const {
    pk: _p,
    sk: _s,
    entity: _e,
    v: _v,
    expiresAt: _x,
    ...notification
  } = readable(() => readStored(PartnerNotificationItem, found));
  return notification;
};

/** Notifications of partners on DynamoDB (`partner-keys.ts`). */
export const partnerNotificationsOf = (deps: Deps): PartnerNotifications => ({
  open: async (access, notification) => {
    const items = [itemOf(access, notification), listedOf(access, notification)];
    const put = items.map((item) => ({ Put: putIfAbsent(deps.tableName, item) }));
    const transaction = new TransactWriteItemsCommand({ TransactItems: put });
    if ((await cancelledBy(deps.client.send(transaction), unreachable)) === undefined) return;
    // Cancelled because it is there, or because another wrote at once: then the caller does it again.
    if ((await find(deps, access, notification.id)) === undefined) throw concurrentChange();
  },
  get: (access, id) => find(deps, access, id),
  list: async (access, page) => {
    const listed = { pk: notificationsPk(access), prefix: LISTED_NOTIFICATIONS, order: 'ascending' } as const;
    const { items, next } = await pageItems(deps, listed, page, unreachable);
    const ids = items.map((item) => readable(() => readStored(ListedNotificationItem, item)).id);
    const found = await atMost(READS_AT_ONCE, ids, (id) => find(deps, access, id));
    return { items: found.flatMap((each) => each ?? []), ...(next === undefined ? {} : { next }) };
  },
  replace: async (access, before, after) => {
    const put: TransactWriteItem = {
      Put: {
        TableName: deps.tableName,
        Item: toImage(itemOf(access, after)),
        ConditionExpression: 'revision = :seen',
        ExpressionAttributeValues: toImage({ ':seen': before.revision }),
      },
    };
    const [from, to] = [listedNotificationKey(access, before), listedOf(access, after)];
    const listed = { Put: { TableName: deps.tableName, Item: toImage(to) } };
    const moved = from.sk === to.sk ? [] : [{ Delete: { TableName: deps.tableName, Key: toImage(from) } }];
    const transaction = new TransactWriteItemsCommand({ TransactItems: [put, listed, ...moved] });
    return (await cancelledBy(deps.client.send(transaction), unreachable)) === undefined;
  },
});

/** Those that are open and were due before an instant, counted. */
export const lateNotificationsOf = (table: Table): LateNotifications => ({
  openSince: async (access, { from, to }) => {
    const range = {
      pk: notificationsPk(access),
      from: `${OPEN_NOTIFICATIONS}${from}`,
      to: `${OPEN_NOTIFICATIONS}${to}`,
    };
    return (await queryItems(table, between(range), unreachable)).length;
  },
});
