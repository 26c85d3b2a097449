import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '#shared/app/clock.port.ts';
import type { Parked, ParkedList } from '#shared/app/parked/parked.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { AdvertiserId, type Instant, MessageId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { ParkedFrom } from '#shared/domain/parked.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { contextOfParked } from '../../crypto/encryption-context.ts';
import type { Vault } from '../../crypto/vault.ts';
import { fieldsOfJson } from '../../fields-of-json.ts';
import { storeIfAbsent } from '../conditional.ts';
import { PARKED, parkedKey } from '../deployment-keys.ts';
import { ParkedItem } from '../items.ts';
import { pageItems } from '../page-items.ts';
import { getItem, type Item, orUnreachable, partition, queryPages, type Table, toImage } from '../table.ts';

type Deps = Table & { readonly vault: Vault; readonly clock: Clock };

const unreachable = (cause: unknown) => dependencyUnavailable('The list of what is parked', cause);

/** Whose data key encrypts what is parked: of the deployment, no advertiser has such a name. */
const OF_THE_DEPLOYMENT = '#parked' as AdvertiserId;

/** The same body from the same place is the same thing. */
const idOf = (from: ParkedFrom, body: string): string => sha256Of(`${from}\n${body}`).slice(0, 32);

const KEY_OF_ITEM = /^[A-Z]+#[\w.#:-]{1,300}$/;

/** The ids that a body holds: nothing else of it is shown. */
const aboutOf = (body: string): string | undefined => {
  const { advertiserId, messageId, pk, sk } = fieldsOfJson(body);
  const [advertiser, message] = [AdvertiserId.safeParse(advertiserId), MessageId.safeParse(messageId)];
  if (advertiser.success && message.success) return `${message.data} of ${advertiser.data}`;
  return typeof pk === 'string' && typeof sk === 'string' && KEY_OF_ITEM.test(`${pk}#${sk}`)
    ? `${pk} ${sk}`
    : undefined;
};

const parkedOf = (item: Item): Parked => {
  const { sk, from, reason, parkedAt, about } = readStored(ParkedItem, item);
  return {
    parkedId: sk.slice(PARKED.prefix.length),
    from,
    reason,
    parkedAt,
    ...(about === undefined ? {} : { about }),
  };
};

/** What is parked, on DynamoDB: one partition, its bodies encrypted. */
export const parkedListOf = (deps: Deps): ParkedList => ({
  keep: async (from, reason, body) => {
    const parkedId = idOf(from, body);
    const key = await deps.vault.newKey(OF_THE_DEPLOYMENT);
    const ciphertext = deps.vault.encrypt(key, body, contextOfParked(parkedId));
    const sealed = { ciphertext, wrappedKey: key.wrapped };
    const [parkedAt, about] = [deps.clock.now(), aboutOf(body)];
    const item = { ...parkedKey(parkedId), entity: 'parked', v: 1, from, reason, parkedAt, about, body: sealed };
    await storeIfAbsent(deps, item, unreachable);
  },
  page: async (after, limit) => {
    const { items, next } = await pageItems(deps, { ...PARKED, order: 'ascending' }, { limit, after }, unreachable);
    return { items: items.map(parkedOf), next };
  },
  depth: async () => {
    let count = 0;
    let oldest: Instant | undefined;
    const query = { ...partition(PARKED.pk), ProjectionExpression: 'parkedAt' };
    for await (const items of queryPages(deps, query, unreachable))
      for (const { parkedAt } of items as readonly { parkedAt: Instant }[]) {
        count += 1;
        if (oldest === undefined || parkedAt < oldest) oldest = parkedAt;
      }
    return { count, oldest };
  },
  bodyOf: async (parkedId) => {
    const item = await getItem(deps, parkedKey(parkedId), unreachable);
    if (item === undefined) return undefined;
    const { ciphertext, wrappedKey } = readStored(ParkedItem, item).body;
    const key = await deps.vault.unwrap(OF_THE_DEPLOYMENT, wrappedKey);
    return deps.vault.decrypt(key, ciphertext, contextOfParked(parkedId));
  },
  remove: async (parkedId) => {
    const remove = new DeleteItemCommand({ TableName: deps.tableName, Key: toImage(parkedKey(parkedId)) });
    await orUnreachable(deps.client.send(remove), unreachable);
  },
});
