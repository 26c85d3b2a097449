import type { ReplyCodes } from '#shared/app/replies/reply-codes.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { replyCodePk } from '../deployment-keys.ts';
import { partition, queryItems, type Table } from '../table.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The store of reply codes', cause);

/** Who ever bound an SMS reply code, on DynamoDB; `advertisersOf` writes the bindings with the settings. */
export const replyCodesOf = (table: Table): ReplyCodes => ({
  advertisersOf: async (replyCode) => {
    const items = await queryItems(table, partition(replyCodePk(replyCode)), unreachable);
    // By their keys: one binding that cannot be read keeps no STOP from the others, nor from its own.
    return items.flatMap(({ sk }) => AdvertiserId.safeParse(sk).data ?? []);
  },
});
