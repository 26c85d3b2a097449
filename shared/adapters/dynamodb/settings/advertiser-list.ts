import type { AdvertiserList } from '#shared/app/oppositions/advertiser-list.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { ADVERTISERS } from '../deployment-keys.ts';
import { partition, queryItems, type Table } from '../table.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The store of advertisers', cause);

/** The advertisers of the deployment, on DynamoDB; `advertisersOf` lists each with its settings. */
export const advertiserListOf = (table: Table): AdvertiserList => ({
  all: async () => {
    const items = await queryItems(table, partition(ADVERTISERS), unreachable);
    // By their keys: one entry that cannot be read keeps no opposition from the others, nor from its own.
    return items.flatMap(({ sk }) => AdvertiserId.safeParse(sk).data ?? []);
  },
});
