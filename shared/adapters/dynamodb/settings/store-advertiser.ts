import { type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { SettingsWithout } from '#shared/app/identities/identities.port.ts';
import { type Advertiser, type AdvertiserSettings, replyCodesOf } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { identityTaken } from '#shared/domain/advertiser/identity-failures.ts';
import { concurrentChange, dependencyUnavailable } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import { cancelledBy, putIfAbsent } from '../conditional.ts';
import { identitiesKey, listedAdvertiserKey, replyCodeKey, sirenKey } from '../deployment-keys.ts';
import { settingsKey, settingsVersionKey, settingsVersions } from '../keys.ts';
import { pageItems } from '../page-items.ts';
import { advertiserOf } from '../plain.ts';
import { type Table, toImage } from '../table.ts';

const isAbsent = 'attribute_not_exists(pk)';
const isOurs = 'advertiserId = :advertiser';
const nobodyWroteSince = 'settingsVersion = :before';
const sameIdentities = 'revision = :bound';

export const advertisersUnreachable = (cause: unknown) => dependencyUnavailable('The store of advertisers', cause);
const unreachable = advertisersUnreachable;

type Put = NonNullable<TransactWriteItem['Put']>;
const put = (table: Table, item: object, condition: Partial<Put> = {}): TransactWriteItem => ({
  Put: { TableName: table.tableName, Item: toImage(item), ...condition },
});

/** The SIREN, first: its condition names the failure. An operator releases it with the identities. */
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
export const foundBy = (access: AdvertiserAccess, settings: AdvertiserSettings): readonly object[] => [
  listedItem(access),
  ...replyCodeItems(access, settings),
];

export const listVersions = async (
  table: Table,
  access: AdvertiserAccess,
  page: PageAsked,
): Promise<Page<Advertiser>> => {
  const listed = { ...settingsVersions(access), order: 'descending' } as const;
  const { items, ...position } = await pageItems(table, listed, page, unreachable);
  return { items: items.map(advertiserOf), ...position };
};

/** The version that was stored last: the one in force, or a draft after it. */
export const newestVersion = async (table: Table, access: AdvertiserAccess): Promise<Advertiser | undefined> =>
  (await listVersions(table, access, { limit: 1 })).items[0];

/** The settings as the version after the newest one. */
export const nextVersion = async (
  table: Table,
  access: AdvertiserAccess,
  settings: AdvertiserSettings,
  at: Instant,
): Promise<Advertiser> => {
  const settingsVersion = ((await newestVersion(table, access))?.settingsVersion ?? 0) + 1;
  return { ...settings, advertiserId: access.advertiserId, settingsVersion, recordedAt: at };
};

/** The writes that put settings in force with a change of identities, in place of those that are in force. */
export const settingsAfter = async (
  table: Table,
  access: AdvertiserAccess,
  { current, settings, at }: SettingsWithout,
): Promise<readonly TransactWriteItem[]> =>
  settingsPuts(table, access, await nextVersion(table, access, settings, at), current);

/** What is bound is as it was when the settings were checked against it. */
const boundCheck = (table: Table, access: AdvertiserAccess, revision: number): TransactWriteItem => ({
  ConditionCheck: {
    TableName: table.tableName,
    Key: toImage(identitiesKey(access)),
    ConditionExpression: sameIdentities,
    ExpressionAttributeValues: toImage({ ':bound': revision }),
  },
});

/** What the settings were decided on. */
interface Seen {
  readonly before: Advertiser | undefined;
  /** The revision of what is bound; absent: nobody asked. */
  readonly bound?: number | undefined;
}

/** Stores settings in force. Throws `identity-taken` for a SIREN of another advertiser, and `concurrent-change`. */
export const storeAdvertiser = async (
  table: Table,
  access: AdvertiserAccess,
  next: Advertiser,
  { before, bound }: Seen,
): Promise<void> => {
  const items = [
    sirenPut(table, next),
    ...settingsPuts(table, access, next, before),
    ...foundBy(access, next).map((item) => put(table, item)),
    ...(bound === undefined ? [] : [boundCheck(table, access, bound)]),
  ];
  const token = sha256OfJson(items).slice(0, 36);
  const transaction = new TransactWriteItemsCommand({ TransactItems: items, ClientRequestToken: token });
  const reasons = await cancelledBy(table.client.send(transaction), unreachable);
  if (reasons === undefined) return;
  throw reasons[0]?.Code === 'ConditionalCheckFailed' ? identityTaken(['/siren']) : concurrentChange();
};
