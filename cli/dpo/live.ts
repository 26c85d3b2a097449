import { advertiserListOf } from '#shared/adapters/dynamodb/settings/advertiser-list.ts';
import { advertisersOf } from '#shared/adapters/dynamodb/settings/advertisers.ts';
import { apiKeysOf } from '#shared/adapters/dynamodb/settings/api-keys.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ApiKey } from '#shared/domain/advertiser/api-key.ts';
import type { AdvertiserId, Instant } from '#shared/domain/ids.ts';

/** Keys that one page holds. */
const KEYS_AT_ONCE = 100;

/** What is in force: the advertisers with their settings, and the keys that work. */
export interface InForce {
  readonly advertisers: readonly Advertiser[];
  readonly keys: readonly ApiKey[];
}

/** Reads what is in force in a table, of one advertiser or of all. Throws for an advertiser that is not there. */
export const readInForce = async (table: Table, now: Instant, only?: AdvertiserId): Promise<InForce> => {
  const ids = only === undefined ? await advertiserListOf(table).all() : [only];
  const settings = advertisersOf({ ...table, clock: { now: () => now } });
  const advertisers: Advertiser[] = [];
  for (const advertiserId of ids.toSorted()) {
    const found = await settings.get(admit(advertiserId));
    if (found !== undefined) advertisers.push(found);
    else if (only !== undefined) throw new Error(`No advertiser is called ${only}.`);
  }
  return { advertisers, keys: await workingKeys(table, now) };
};

const workingKeys = async (table: Table, now: Instant): Promise<readonly ApiKey[]> => {
  const keys: ApiKey[] = [];
  let after: string | undefined;
  do {
    const page = await apiKeysOf(table).list({ limit: KEYS_AT_ONCE, after });
    keys.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return keys.filter(
    ({ revokedAt, expiresAt }) => revokedAt === undefined && (expiresAt === undefined || expiresAt > now),
  );
};
