import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import type { Running } from '#shared/app/campaigns/runs.port.ts';
import type { Clock } from '#shared/app/clock.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { addDays, epochSeconds } from '#shared/domain/time/instant.ts';
import type { Key } from '../keys.ts';
import { readItems } from '../read-items.ts';
import { between, type Item, orUnreachable, type Table, toImage } from '../table.ts';
import { campaignKey, occurrenceKey } from './campaign-keys.ts';
import { campaignOf, occurrenceOf } from './campaign-plain.ts';

export type Deps = Table & { readonly clock: Clock };

/** As long as messages: thirteen months, so that a report can be asked for during a year. */
export const DAYS_KEPT = 396;

export const unreachable = (cause: unknown) => dependencyUnavailable('The store of campaigns', cause);

/**
 * The items of a partition whose sort keys begin so, strongly consistent; `~` sorts after all that ours are made of. `after`: those past
 * the one whose key goes on so.
 */
export const beginningWith = (pk: string, prefix: string, after?: string) => ({
  ...between({ pk, from: after === undefined ? prefix : `${prefix}${after}~`, to: `${prefix}~` }),
  ConsistentRead: true,
});

export const remove = async ({ client, tableName }: Table, key: Key): Promise<void> => {
  await orUnreachable(client.send(new DeleteItemCommand({ TableName: tableName, Key: toImage(key) })), unreachable);
};

/** When an item expires that is kept for so many days from now. */
export const expiry = ({ clock }: Deps, days = DAYS_KEPT): number => epochSeconds(addDays(clock.now(), days));

/** Several items by their keys, strongly consistent. */
export const getAll = (table: Table, keys: readonly Key[]): Promise<readonly Item[]> =>
  readItems(table, keys, unreachable);

/** The run and its campaign among items by their sort keys. */
export const runningIn = (
  items: ReadonlyMap<unknown, Item>,
  access: AdvertiserAccess,
  run: RunName,
): Running | undefined => {
  const campaign = items.get(campaignKey(access, run.campaignId).sk);
  const occurrence = items.get(occurrenceKey(access, run).sk);
  if (campaign === undefined || occurrence === undefined) return undefined;
  return { campaign: campaignOf(campaign), occurrence: occurrenceOf(occurrence) };
};
