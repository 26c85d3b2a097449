import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '#shared/app/clock.port.ts';
import type { OppositionLists } from '#shared/app/imports/opposition-lists.port.ts';
import { cacheOf } from '#shared/cache.ts';
import { kindOfDeliverable } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { oppositionStoreUnavailable } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import {
  KEY_DAYS_OFFERED,
  KEY_UNKNOWN_SECONDS,
  type Listed,
  type ListedOpposition,
} from '#shared/domain/opposition/listed.ts';
import { sharedFingerprints, sharedKeyIdOf } from '#shared/domain/opposition/shared-fingerprint.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { addDays, epochSeconds, millisecondsOf } from '#shared/domain/time/instant.ts';
import { readable, unharmed } from '#shared/domain/unreadable.ts';
import { contextOfListKey } from '../../crypto/encryption-context.ts';
import type { Vault } from '../../crypto/vault.ts';
import { holds, storeIfAbsent } from '../conditional.ts';
import { getItem, type Item, isExpired, orUnreachable, partition, queryItems, type Table, toImage } from '../table.ts';
import { ListedOppositionItem, ListKeyItem, OfferedListKeyItem } from './opposed-items.ts';
import { listedKey, listedPk, listKeyKey, listKeysPk, offeredKeyKey } from './opposed-keys.ts';

interface SharedKey {
  readonly keyId: string;
  readonly key: Uint8Array;
}
type Deps = Table & { readonly vault: Vault; readonly clock: Clock };

const unreachable = oppositionStoreUnavailable;
/** Advertisers whose keys a process knows at once. */
const MOST_ADVERTISERS = 1000;

const readKeys = async (deps: Deps, access: AdvertiserAccess): Promise<readonly SharedKey[]> => {
  const items = await queryItems(deps, partition(listKeysPk(access)), unreachable);
  const read = items.map(async (item): Promise<SharedKey> => {
    const { keyId, wrappedKey, ciphertext } = readable(() => readStored(ListKeyItem, item));
    const dataKey = await unharmed(deps.vault.unwrap(access.advertiserId, wrappedKey));
    const hex = readable(() => deps.vault.decrypt(dataKey, ciphertext, contextOfListKey(access, keyId)));
    return { keyId, key: Buffer.from(hex, 'hex') };
  });
  return Promise.all(read);
};

const keptAtOf = (item: Item): Instant => readable(() => readStored(ListKeyItem, item)).keptAt;

const listed = async (
  deps: Deps,
  access: AdvertiserAccess,
  named: Listed,
): Promise<readonly (ListedOpposition & Listed)[]> => {
  const items = await queryItems(deps, partition(listedPk(access, named)), unreachable);
  return items.map((item) => {
    const {
      pk: _p,
      sk: _s,
      entity: _e,
      v: _v,
      advertiserId: _a,
      ...rest
    } = readable(() => readStored(ListedOppositionItem, item));
    return { ...rest, ...named };
  });
};

/** Opposition lists on DynamoDB. */
export const oppositionListsOf = (deps: Deps): OppositionLists => {
  const now = () => millisecondsOf(deps.clock.now());
  const known = cacheOf<Promise<readonly SharedKey[]>>({
    most: MOST_ADVERTISERS,
    keptFor: { ms: KEY_UNKNOWN_SECONDS * 1000, now },
  });
  // Kept from when they are asked for: however many vet at once ask once, and no answer is older than it may be.
  const keysOf = (access: AdvertiserAccess): Promise<readonly SharedKey[]> => {
    const found = known.get(access.advertiserId);
    if (found !== undefined) return found;
    const asked = readKeys(deps, access);
    asked.catch(() => known.drop(access.advertiserId));
    return known.put(access.advertiserId, asked);
  };
  return {
    offerKey: async (access, key) => {
      const keyId = sharedKeyIdOf(key);
      const { advertiserId } = access;
      const dataKey = await deps.vault.newKey(advertiserId);
      const hex = Buffer.from(key).toString('hex');
      const ciphertext = deps.vault.encrypt(dataKey, hex, contextOfListKey(access, keyId));
      const named = { ...offeredKeyKey(access, keyId), entity: 'offered-list-key', v: 1, advertiserId, keyId };
      const expiresAt = epochSeconds(addDays(deps.clock.now(), KEY_DAYS_OFFERED));
      const Item = toImage({ ...named, ciphertext, wrappedKey: dataKey.wrapped, expiresAt });
      await orUnreachable(deps.client.send(new PutItemCommand({ TableName: deps.tableName, Item })), unreachable);
      return keyId;
    },
    keepKey: async (access, keyId) => {
      const kept = await getItem(deps, listKeyKey(access, keyId), unreachable);
      if (kept !== undefined) return keptAtOf(kept);
      const found = await getItem(deps, offeredKeyKey(access, keyId), unreachable);
      if (found === undefined || isExpired(found, deps.clock)) return undefined;
      const { advertiserId, ciphertext, wrappedKey } = readable(() => readStored(OfferedListKeyItem, found));
      const named = { ...listKeyKey(access, keyId), entity: 'list-key', v: 1, advertiserId, keyId };
      const item = { ...named, keptAt: deps.clock.now(), ciphertext, wrappedKey };
      const before = await storeIfAbsent(deps, item, unreachable);
      return before === undefined ? item.keptAt : keptAtOf(before);
    },
    find: (access, named) => listed(deps, access, named),
    keep: async (access, named, opposition) => {
      const put = new PutItemCommand({
        TableName: deps.tableName,
        Item: toImage({
          ...listedKey(access, named, opposition.of),
          entity: 'listed-opposition',
          v: 1,
          advertiserId: access.advertiserId,
          ...opposition,
        }),
        ConditionExpression: 'attribute_not_exists(pk) OR occurredAt <= :at',
        ExpressionAttributeValues: toImage({ ':at': opposition.occurredAt }),
      });
      await holds(deps.client.send(put), unreachable);
    },
    of: async (access, address) => {
      const keys = await keysOf(access);
      if (keys.length === 0) return [];
      const kind = kindOfDeliverable(address);
      const named = keys.flatMap(({ keyId, key }) =>
        sharedFingerprints(key, { kind, value: address }).map((fingerprint) => ({ keyId, fingerprint })),
      );
      const found = named.map((each) => listed(deps, access, each));
      return (await Promise.all(found)).flat();
    },
  };
};
