import { type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '#shared/app/clock.port.ts';
import type { Advertisers } from '#shared/app/settings/advertisers.port.ts';
import { cacheOf } from '#shared/cache.ts';
import {
  type Advertiser,
  AdvertiserSettings,
  isSameSettings,
  replyCodesOf,
} from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { concurrentChange, dependencyUnavailable, sirenTaken } from '#shared/domain/failure.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { cancelledBy, putIfAbsent, storeIfAbsent } from '../conditional.ts';
import { listedAdvertiserKey, replyCodeKey, sirenKey } from '../deployment-keys.ts';
import { type Key, settingsKey, settingsVersionKey, settingsVersions } from '../keys.ts';
import { pageItems } from '../page-items.ts';
import { advertiserOf } from '../plain.ts';
import { getItem, type Table, toImage } from '../table.ts';
import { immutableItems } from './versions.ts';

/** Settings are read with every message: kept this long by each process. */
const KEPT_FOR_MS = 3000;
const MOST_KEPT = 500;

const isAbsent = 'attribute_not_exists(pk)';
const isOurs = 'advertiserId = :advertiser';
const nobodyWroteSince = 'settingsVersion = :before';

const unreachable = (cause: unknown) => dependencyUnavailable('The store of advertisers', cause);

const read = async (table: Table, key: Key): Promise<Advertiser | undefined> => {
  const item = await getItem(table, key, unreachable);
  return item === undefined ? undefined : advertiserOf(item);
};

type Put = NonNullable<TransactWriteItem['Put']>;
const put = (table: Table, item: object, condition: Partial<Put> = {}): TransactWriteItem => ({
  Put: { TableName: table.tableName, Item: toImage(item), ...condition },
});

/** The SIREN, first: its condition names the failure. A SIREN once taken stays with its advertiser. */
const sirenPut = (table: Table, { advertiserId, siren }: Advertiser): TransactWriteItem =>
  put(
    table,
    { ...sirenKey(siren), entity: 'siren', v: 1, advertiserId },
    {
      ConditionExpression: `${isAbsent} OR ${isOurs}`,
      ExpressionAttributeValues: toImage({ ':advertiser': advertiserId }),
    },
  );

const settingsPuts = (table: Table, access: AdvertiserAccess, next: Advertiser, before: Advertiser | undefined) => {
  const item = { entity: 'settings', v: 1, ...next };
  const pointer = { ...settingsKey(access), ...item };
  const unchanged = {
    ConditionExpression: nobodyWroteSince,
    ExpressionAttributeValues: toImage({ ':before': before?.settingsVersion ?? 0 }),
  };
  return [
    { Put: putIfAbsent(table.tableName, { ...settingsVersionKey(access, next.settingsVersion), ...item }) },
    before === undefined ? { Put: putIfAbsent(table.tableName, pointer) } : put(table, pointer, unchanged),
  ];
};

/** An advertiser is listed from its first settings on, so that an opposition to all finds it. */
const listedItem = (access: AdvertiserAccess) => ({
  ...listedAdvertiserKey(access),
  entity: 'listed-advertiser',
  v: 1,
  advertiserId: access.advertiserId,
});

/** A binding is only ever added: a STOP to a code given up years ago still finds who sent with it (D19). */
const replyCodeItems = (access: AdvertiserAccess, settings: AdvertiserSettings) =>
  replyCodesOf(settings).map((replyCode) => ({
    ...replyCodeKey(replyCode, access),
    entity: 'reply-code',
    v: 1,
    advertiserId: access.advertiserId,
  }));

/** By what an opposition without a link finds its advertiser. */
const foundBy = (access: AdvertiserAccess, settings: AdvertiserSettings): readonly object[] => [
  listedItem(access),
  ...replyCodeItems(access, settings),
];

const store = async (
  table: Table,
  access: AdvertiserAccess,
  next: Advertiser,
  before: Advertiser | undefined,
): Promise<void> => {
  const items = [
    sirenPut(table, next),
    ...settingsPuts(table, access, next, before),
    ...foundBy(access, next).map((item) => put(table, item)),
  ];
  const token = sha256OfJson(items).slice(0, 36);
  const transaction = new TransactWriteItemsCommand({ TransactItems: items, ClientRequestToken: token });
  const reasons = await cancelledBy(table.client.send(transaction), unreachable);
  if (reasons === undefined) return;
  throw reasons[0]?.Code === 'ConditionalCheckFailed' ? sirenTaken() : concurrentChange();
};

const listVersions = async (table: Table, access: AdvertiserAccess, page: PageAsked): Promise<Page<Advertiser>> => {
  const listed = { ...settingsVersions(access), order: 'descending' } as const;
  const { items, ...position } = await pageItems(table, listed, page, unreachable);
  return { items: items.map(advertiserOf), ...position };
};

/** The version that was stored last: the one in force, or a draft after it. */
const newestVersion = async (table: Table, access: AdvertiserAccess): Promise<Advertiser | undefined> =>
  (await listVersions(table, access, { limit: 1 })).items[0];

type PutNext = (deps: Table, ...asked: Parameters<Advertisers['put']>) => Promise<Advertiser>;
const putNext: PutNext = async (table, access, settings, at, seen) => {
  const before = seen === undefined ? await read(table, settingsKey(access)) : seen.current;
  const wanted = AdvertiserSettings.parse(settings);
  if (before !== undefined && isSameSettings(before, wanted)) {
    // What was stored before there was a list is listed by putting it again.
    await Promise.all(foundBy(access, wanted).map((item) => storeIfAbsent(table, item, unreachable)));
    return before;
  }
  const settingsVersion = ((await newestVersion(table, access))?.settingsVersion ?? 0) + 1;
  const next: Advertiser = { ...wanted, advertiserId: access.advertiserId, settingsVersion, recordedAt: at };
  await store(table, access, next, before);
  return next;
};

const putDraft =
  (table: Table): Advertisers['putDraft'] =>
  async (access, settings, at) => {
    const newest = await newestVersion(table, access);
    const wanted = AdvertiserSettings.parse(settings);
    if (newest?.draft && isSameSettings(newest, wanted)) return { version: newest, isNew: false };
    const settingsVersion = (newest?.settingsVersion ?? 0) + 1;
    const { advertiserId } = access;
    const version: Advertiser = { ...wanted, advertiserId, settingsVersion, recordedAt: at, draft: true };
    const item = { ...settingsVersionKey(access, settingsVersion), entity: 'settings', v: 1, ...version };
    if ((await storeIfAbsent(table, item, unreachable)) !== undefined) throw concurrentChange();
    return { version, isNew: true };
  };

/** Settings on DynamoDB: immutable versions, and a copy of the latest as their pointer. */
export const advertisersOf = (deps: Table & { readonly clock: Clock }): Advertisers => {
  const kept = cacheOf<Advertiser>({
    most: MOST_KEPT,
    keptFor: { ms: KEPT_FOR_MS, now: () => millisecondsOf(deps.clock.now()) },
  });
  const readVersion = immutableItems(deps, advertiserOf, unreachable);
  return {
    get: async (access) => {
      const found = kept.get(access.advertiserId);
      if (found !== undefined) return found;
      const advertiser = await read(deps, settingsKey(access));
      return advertiser && kept.put(access.advertiserId, advertiser);
    },
    getVersion: (access, settingsVersion) => readVersion(settingsVersionKey(access, settingsVersion)),
    current: (access) => read(deps, settingsKey(access)),
    listVersions: (access, page) => listVersions(deps, access, page),
    putDraft: putDraft(deps),
    put: async (access, ...asked) => kept.put(access.advertiserId, await putNext(deps, access, ...asked)),
  };
};
