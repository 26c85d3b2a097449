import type { Clock } from '#shared/app/clock.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { elapsedMs } from '../clock.ts';
import { storeIfAbsent } from '../dynamodb/conditional.ts';
import { advertiserKeyKey, advertiserKeysPk } from '../dynamodb/deployment-keys.ts';
import { AdvertiserKeyItem } from '../dynamodb/items.ts';
import { getItem, type Item, partition, queryItems, type Table } from '../dynamodb/table.ts';
import { type KeepKeys, keptKeys } from './kept-keys.ts';
import type { MakeByKms, OpenByKms } from './kms.ts';

/** The keys of advertisers by their numbers, 32 bytes each, as a process opens them. */
export interface OpenedKeys {
  /** `undefined`: nothing was ever wrapped under that number. Throws as `OpenByKms`. */
  opened(advertiserId: AdvertiserId, number: number): Promise<Uint8Array | undefined>;
  /** The numbers that an advertiser has, as they are stored now. */
  numbers(advertiserId: AdvertiserId): Promise<readonly number[]>;
}

/** The same for who wraps under them. */
export interface AdvertiserKeys extends OpenedKeys {
  /** The key, made where there is none; of two who make it at once, both have that of who stored first. Throws as `MakeByKms`. */
  made(advertiserId: AdvertiserId, number: number): Promise<Uint8Array>;
}

/** As long as a secret: who has it can do what it could before it lost a right. */
const KEPT_FOR_MS = 5 * 60_000;

const unreachable = (cause: unknown) => dependencyUnavailable('The store of keys', cause);
const encryptedIn = (item: Item): Uint8Array =>
  Buffer.from(readable(() => readStored(AdvertiserKeyItem, item)).encryptedKey, 'base64');

type Deps = Table & {
  readonly open: OpenByKms;
  /** Milliseconds that never go back. */
  readonly now?: () => number;
};

const keepFor = ({ now = elapsedMs }: Deps): Keep => keptKeys({ ms: KEPT_FOR_MS, now });
type Keep = KeepKeys<Uint8Array | undefined>;

const nameOf = (advertiserId: AdvertiserId, number: number): string => `${advertiserId}/${number}`;

const openedWith = ({ open, ...table }: Deps, keep: Keep): OpenedKeys => ({
  opened: (advertiserId, number) =>
    keep(nameOf(advertiserId, number), async () => {
      const item = await getItem(table, advertiserKeyKey(advertiserId, number), unreachable);
      return item && open(advertiserId, encryptedIn(item));
    }),
  numbers: async (advertiserId) => {
    const items = await queryItems(table, partition(advertiserKeysPk(advertiserId)), unreachable);
    return items.map((item) => readable(() => readStored(AdvertiserKeyItem, item)).number);
  },
});

/** The keys of advertisers, opened once by this process and kept for five minutes of machine time. */
export const openedKeysOf = (deps: Deps): OpenedKeys => openedWith(deps, keepFor(deps));

/** The same, and made at first need. */
export const advertiserKeysOf = (deps: Deps & { readonly make: MakeByKms; readonly clock: Clock }): AdvertiserKeys => {
  const keep = keepFor(deps);
  const opened = openedWith(deps, keep);
  const make = async (advertiserId: AdvertiserId, number: number): Promise<Uint8Array> => {
    const { key, encrypted } = await deps.make(advertiserId);
    const item = {
      ...advertiserKeyKey(advertiserId, number),
      entity: 'advertiser-key',
      v: 1,
      advertiserId,
      number,
      encryptedKey: Buffer.from(encrypted).toString('base64'),
      madeAt: deps.clock.now(),
    };
    const there = await storeIfAbsent(deps, item, unreachable);
    return there === undefined ? key : deps.open(advertiserId, encryptedIn(there));
  };
  return {
    ...opened,
    made: async (advertiserId, number) => {
      const found =
        (await opened.opened(advertiserId, number)) ??
        (await keep(nameOf(advertiserId, number), () => make(advertiserId, number)));
      // Somebody who only opens asked at the same moment, before it was made.
      return found ?? make(advertiserId, number);
    },
  };
};
