import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { AppendedWith, WriteBeside } from '#shared/app/records/ledger.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { oppositionStoreUnavailable } from '#shared/domain/failure.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import { type Key, personKey, standingKey } from '../keys.ts';
import { getItem, type Table, toImage } from '../table.ts';

/**
 * How the opposition is added to a list that is there, or begins one that is missing; `undefined`: something else is in
 * its place, which is left to whoever repairs it. The ledger has the opposition in any case.
 */
const addition = (oppositions: unknown): { readonly set?: string; readonly condition: string } => {
  if (Array.isArray(oppositions))
    return {
      set: 'oppositions = list_append(oppositions, :added)',
      condition: 'attribute_type(oppositions, :list)',
    };
  if (oppositions === undefined) return { set: 'oppositions = :added', condition: 'attribute_not_exists(oppositions)' };
  return { condition: 'attribute_exists(oppositions)' };
};

/** An update of whatever lies there: it reads nothing of it but whether it has a list of oppositions. */
const update = async (
  table: Table,
  key: Key,
  opposition: Opposition,
  how: {
    readonly sets: readonly string[];
    readonly remove?: string;
    readonly values: Readonly<Record<string, unknown>>;
  },
): Promise<readonly TransactWriteItem[]> => {
  const item = await getItem(table, key, oppositionStoreUnavailable);
  const { set, condition } = addition(item?.oppositions);
  const sets = [...how.sets, ...(set === undefined ? [] : [set])];
  const clauses = [sets.length === 0 ? '' : `SET ${sets.join(', ')}`, how.remove ?? ''].filter((each) => each !== '');
  if (item === undefined || clauses.length === 0) return [];
  const used = {
    ...how.values,
    ...(set === undefined ? {} : { ':added': [opposition] }),
    ...(condition.includes(':list') ? { ':list': 'L' } : {}),
  };
  const Update = {
    TableName: table.tableName,
    Key: toImage(key),
    UpdateExpression: clauses.join(' '),
    ConditionExpression: `attribute_exists(pk) AND ${condition}`,
    ExpressionAttributeValues: toImage(used),
  };
  return [{ Update }];
};

/** The STANDING item with the opposition beside what cannot be read; it no longer expires (P2). */
export const standingBeside = (
  table: Table,
  access: AdvertiserAccess,
  { contactId, events, opposition }: WriteBeside,
): Promise<readonly TransactWriteItem[]> =>
  update(table, standingKey(access, contactId), opposition, {
    sets: ['seq = :last'],
    remove: 'REMOVE expiresAt',
    values: { ':last': events.at(-1)?.seq },
  });

/** The person's item with the opposition beside what cannot be read, for contacts that are linked later. */
export const personBeside = async (
  table: Table,
  access: AdvertiserAccess,
  { personBeside: beside }: AppendedWith,
): Promise<readonly TransactWriteItem[]> =>
  beside === undefined
    ? []
    : update(table, personKey(access, beside.person), beside.opposition, { sets: [], values: {} });
