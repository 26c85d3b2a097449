import { type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { Identities, IdentityChange } from '#shared/app/identities/identities.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { domainOf, type Identity, isExclusive, plainValue } from '#shared/domain/advertiser/identity.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { concurrentChange, dependencyUnavailable } from '#shared/domain/failure.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { cancelledBy } from '../conditional.ts';
import { emailHolders, identitiesKey, sirenKey } from '../deployment-keys.ts';
import { HolderItem, IdentitiesItem } from '../items.ts';
import type { Key } from '../keys.ts';
import { getItem, partition, queryItems, type Table, toImage } from '../table.ts';
import { settingsAfter } from './store-advertiser.ts';

const isAbsent = 'attribute_not_exists(pk)';
const isOurs = 'advertiserId = :advertiser';
const nobodyChangedSince = 'revision = :seen';

const READS_AT_ONCE = 16;

const unreachable = (cause: unknown) => dependencyUnavailable('The store of identities', cause);

/** Where it is noted who holds what one advertiser holds at most. */
const holderKey = (identity: Identity): Key => {
  const value = plainValue(identity);
  if (identity.kind === 'siren') return sirenKey(value);
  if (identity.kind === 'email-domain') return { pk: emailHolders(value), sk: '*' };
  return { pk: emailHolders(domainOf(value)), sk: value };
};

const ours = (access: AdvertiserAccess) => toImage({ ':advertiser': access.advertiserId });

const holderPut = ({ tableName }: Table, access: AdvertiserAccess, identity: Identity): TransactWriteItem => {
  const entity = identity.kind === 'siren' ? 'siren' : 'identity-holder';
  const item = { ...holderKey(identity), entity, v: 1, advertiserId: access.advertiserId };
  return {
    Put: {
      TableName: tableName,
      Item: toImage(item),
      ConditionExpression: `${isAbsent} OR ${isOurs}`,
      ExpressionAttributeValues: ours(access),
    },
  };
};

const holderDelete = ({ tableName }: Table, access: AdvertiserAccess, identity: Identity): TransactWriteItem => ({
  Delete: {
    TableName: tableName,
    Key: toImage(holderKey(identity)),
    ConditionExpression: `${isAbsent} OR ${isOurs}`,
    ExpressionAttributeValues: ours(access),
  },
});

const boundPut = (table: Table, access: AdvertiserAccess, { seen, next }: IdentityChange, revision: number) => ({
  Put: {
    TableName: table.tableName,
    Item: toImage({ ...identitiesKey(access), entity: 'identities', v: 1, revision, identities: next }),
    ConditionExpression: seen === undefined ? isAbsent : nobodyChangedSince,
    ...(seen === undefined ? {} : { ExpressionAttributeValues: toImage({ ':seen': seen.revision }) }),
  },
});

/** Who holds what is in the way of an identity: it, its domain, or an address of the domain. */
const holdersOf = async (table: Table, identity: Identity): Promise<readonly string[]> => {
  const { kind } = identity;
  if (kind === 'email-address' || kind === 'email-domain') {
    const { pk, sk } = holderKey(identity);
    const items = (await queryItems(table, partition(pk), unreachable)).map((item) => readStored(HolderItem, item));
    return items
      .filter((item) => kind === 'email-domain' || item.sk === sk || item.sk === '*')
      .map(({ advertiserId }) => advertiserId);
  }
  const item = await getItem(table, holderKey(identity), unreachable);
  return item === undefined ? [] : [String(item.advertiserId)];
};

/** Who may speak as whom, on DynamoDB: a list for each advertiser, and its holder for what one advertiser holds at most. */
export const identitiesStoreOf = (table: Table): Identities => ({
  of: async (access) => {
    const item = await getItem(table, identitiesKey(access), unreachable);
    if (item === undefined) return undefined;
    const { revision, identities } = readStored(IdentitiesItem, item);
    return { revision, identities };
  },
  heldByOthers: async (access, identities) => {
    const exclusive = identities.filter(isExclusive);
    const holders = await atMost(READS_AT_ONCE, exclusive, (identity) => holdersOf(table, identity));
    return exclusive.filter((_, n) => holders[n]?.some((holder) => holder !== access.advertiserId));
  },
  change: async (access, change, without) => {
    const revision = (change.seen?.revision ?? 0) + 1;
    const items: TransactWriteItem[] = [
      boundPut(table, access, change, revision),
      ...change.added.filter(isExclusive).map((identity) => holderPut(table, access, identity)),
      ...change.removed.filter(isExclusive).map((identity) => holderDelete(table, access, identity)),
      ...(without === undefined ? [] : await settingsAfter(table, access, without)),
    ];
    const token = sha256OfJson(items).slice(0, 36);
    const transaction = new TransactWriteItemsCommand({ TransactItems: items, ClientRequestToken: token });
    if ((await cancelledBy(table.client.send(transaction), unreachable)) !== undefined) throw concurrentChange();
    return { revision, identities: change.next };
  },
});
