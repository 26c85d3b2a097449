import { type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '#shared/app/clock.port.ts';
import type { RightsRequests } from '#shared/app/rights/rights-requests.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { concurrentChange, idempotencyKeyReused } from '#shared/domain/failure.ts';
import type { FactId, Instant } from '#shared/domain/ids.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { endOfRequest } from '#shared/domain/rights/due.ts';
import { type RightsRequest, RightsTexts, type WithWords } from '#shared/domain/rights/rights-request.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { readable, unharmed } from '#shared/domain/unreadable.ts';
import { contextOfRequest } from '../../crypto/encryption-context.ts';
import type { Vault } from '../../crypto/vault.ts';
import { requestsAway } from '../../stores-away.ts';
import { cancelledBy, putIfAbsent } from '../conditional.ts';
import { pageItems } from '../page-items.ts';
import { getItem, type Item, isExpired, type Table, toImage } from '../table.ts';
import { ListedRightsItem, RightsItem } from './rights-items.ts';
import { LISTED_RIGHTS, listedRightsKey, rightsKey, rightsPk } from './rights-keys.ts';

type Deps = Table & { readonly clock: Clock };
type Encrypting = Deps & { readonly vault: Vault };

const READS_AT_ONCE = 16;
/** Encrypted under a key of its own: who asks may be unknown, and have no other. */
const encryptedOf = async ({ vault, clock }: Encrypting, access: AdvertiserAccess, id: FactId, texts: RightsTexts) => {
  const key = await vault.newKey(access.advertiserId);
  const ciphertext = vault.encrypt(key, JSON.stringify(texts), contextOfRequest(access, id));
  return { texts: { ciphertext, wrappedKey: key.wrapped }, textsAt: clock.now() };
};

const opened = async ({ vault }: Encrypting, access: AdvertiserAccess, item: Item) => {
  const { pk, sk, entity, v, bodySha256, texts, textsAt, expiresAt, ...request } = readable(() =>
    readStored(RightsItem, item),
  );
  if (texts === undefined) return { bodySha256, full: { request } };
  const key = await unharmed(vault.unwrap(access.advertiserId, texts.wrappedKey));
  const read = readable(() =>
    RightsTexts.parse(JSON.parse(vault.decrypt(key, texts.ciphertext, contextOfRequest(access, request.id)))),
  );
  return { bodySha256, full: { request, texts: read } };
};

const expiring = (request: RightsRequest) => {
  const end = endOfRequest(request);
  return end === undefined ? {} : { expiresAt: epochSeconds(end) };
};

const itemOf = async (deps: Encrypting, access: AdvertiserAccess, { request, texts }: WithWords, sha: string) => ({
  ...rightsKey(access, request.id),
  entity: 'rights-request',
  v: 1,
  ...request,
  bodySha256: sha,
  ...(await encryptedOf(deps, access, request.id, texts)),
  ...expiring(request),
});

/** Words are as old as the oldest of them, however often they are encrypted again: an erasure removes those of before it. */
const asOldAs = ({ textsAt }: { readonly textsAt?: Instant | undefined }) => (textsAt === undefined ? {} : { textsAt });

const listedOf = (access: AdvertiserAccess, request: RightsRequest) => {
  const { id, kind, state, receivedAt, dueAt, acknowledgedAt } = request;
  const shown = { id, kind, state, receivedAt, dueAt, acknowledgedAt };
  return {
    ...listedRightsKey(access, request),
    entity: 'listed-rights-request',
    v: 1,
    ...shown,
    ...expiring(request),
  };
};

const find = async (deps: Encrypting, access: AdvertiserAccess, id: FactId) => {
  const item = await getItem(deps, rightsKey(access, id), requestsAway);
  return item === undefined || isExpired(item, deps.clock) ? undefined : opened(deps, access, item);
};

/** Requests of people on DynamoDB (`rights-keys.ts`). */
export const rightsRequestsOf = (deps: Encrypting): RightsRequests => ({
  create: async (access, asked, { bodySha256 }) => {
    const { id } = asked.request;
    const found = await find(deps, access, id);
    if (found === undefined) {
      const items = [await itemOf(deps, access, asked, bodySha256), listedOf(access, asked.request)];
      const put = items.map((item) => ({ Put: putIfAbsent(deps.tableName, item) }));
      const transaction = new TransactWriteItemsCommand({ TransactItems: put });
      if ((await cancelledBy(deps.client.send(transaction), requestsAway)) === undefined) return asked;
    }
    const first = found ?? (await find(deps, access, id));
    if (first === undefined) throw concurrentChange();
    if (first.bodySha256 !== bodySha256) throw idempotencyKeyReused();
    return first.full;
  },
  get: async (access, id) => (await find(deps, access, id))?.full,
  list: async (access, page) => {
    const listed = { pk: rightsPk(access), prefix: LISTED_RIGHTS, order: 'ascending' } as const;
    const { items, next } = await pageItems(deps, listed, page, requestsAway);
    const ids = items.map((item) => readable(() => readStored(ListedRightsItem, item)).id);
    const found = await atMost(READS_AT_ONCE, ids, (id) => find(deps, access, id));
    return { items: found.flatMap((each) => each?.full ?? []), ...(next === undefined ? {} : { next }) };
  },
  replace: async (access, before, after) => {
    const seen = await getItem(deps, rightsKey(access, before.request.id), requestsAway);
    if (seen === undefined) return false;
    const stored = readable(() => readStored(RightsItem, seen));
    const words = before.texts === undefined ? 'attribute_not_exists(texts)' : 'attribute_exists(texts)';
    const put: TransactWriteItem = {
      Put: {
        TableName: deps.tableName,
        Item: toImage({ ...(await itemOf(deps, access, after, stored.bodySha256)), ...asOldAs(stored) }),
        ConditionExpression: `revision = :seen AND ${words}`,
        ExpressionAttributeValues: toImage({ ':seen': before.request.revision }),
      },
    };
    const [from, to] = [listedRightsKey(access, before.request), listedOf(access, after.request)];
    const listed = { Put: { TableName: deps.tableName, Item: toImage(to) } };
    const moved = from.sk === to.sk ? [] : [{ Delete: { TableName: deps.tableName, Key: toImage(from) } }];
    const transaction = new TransactWriteItemsCommand({ TransactItems: [put, listed, ...moved] });
    return (await cancelledBy(deps.client.send(transaction), requestsAway)) === undefined;
  },
});
