import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { type Item, queryItems, toImage } from '../../table.ts';
import { ProgressItem } from '../campaign-items.ts';
import { campaignPk, progressKey, progressPrefix } from '../campaign-keys.ts';
import { beginningWith, type Deps, expiry, unreachable } from '../campaign-table.ts';

/** How many ended how, and what was reported of them, by name of the count. */
export type Counts = Readonly<Record<string, number>>;

/**
 * What adds to the counts of a run: the `Update` of a transaction, whose token keeps a second try of the client from counting again.
 * DynamoDB cancels transactions that meet on one item, and a run of two thousand chunks a minute would lose a quarter of its counts on one:
 * they are shared among sixteen, by `of`, the id of what is counted.
 */
export const addition = (deps: Deps, access: AdvertiserAccess, run: RunName, of: string, added: Counts) => {
  const counts = Object.entries(added);
  const adds = counts.map((_, index) => `#s${index} = if_not_exists(#s${index}, :zero) + :n${index}`);
  return {
    TableName: deps.tableName,
    Key: toImage(progressKey(access, run, of)),
    UpdateExpression: `SET ${['entity = :entity, v = :v, scheduledAt = :run, expiresAt = :expiresAt', ...adds].join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(counts.map(([name], index) => [`#s${index}`, name])),
    ExpressionAttributeValues: toImage({
      ':entity': 'progress',
      ':v': 1,
      ':run': run.scheduledAt,
      ':expiresAt': expiry(deps),
      ':zero': 0,
      ...Object.fromEntries(counts.map(([, number], index) => [`:n${index}`, number])),
    }),
  };
};

const sum = (counts: readonly Counts[]): Counts => {
  const summed: Record<string, number> = {};
  for (const [name, number] of counts.flatMap((each) => Object.entries(each)))
    summed[name] = (summed[name] ?? 0) + number;
  return summed;
};

/** The counts of each run among these items, by when it was scheduled: an item of an earlier release is one more share. */
export const summedByRun = (items: readonly Item[]): ReadonlyMap<string, Counts> => {
  const shares = items.map((item) => {
    const { pk, sk, entity, v, expiresAt, latest, scheduledAt, ...counts } = readStored(ProgressItem, item);
    const known = Object.entries(counts).filter((entry): entry is [string, number] => entry[1] !== undefined);
    return { scheduledAt, counts: Object.fromEntries(known) };
  });
  return new Map(
    [...Map.groupBy(shares, ({ scheduledAt }) => scheduledAt)].map(([at, alike]) => [
      at,
      sum(alike.map(({ counts }) => counts)),
    ]),
  );
};

/** The counts of one run, strongly consistent. */
export const progressOf = async (deps: Deps, access: AdvertiserAccess, run: RunName): Promise<Counts> => {
  const query = beginningWith(campaignPk(access, run.campaignId), progressPrefix(run));
  return summedByRun(await queryItems(deps, query, unreachable)).get(run.scheduledAt) ?? {};
};
