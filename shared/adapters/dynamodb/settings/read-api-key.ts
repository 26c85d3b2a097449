import type { ApiKeys } from '#shared/app/keys/api-keys.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { apiKeyKey } from '../deployment-keys.ts';
import { apiKeyOf } from '../plain.ts';
import { getItem, type Table } from '../table.ts';

export const keysUnreachable = (cause: unknown) => dependencyUnavailable('The store of API keys', cause);

/** Reads one API key. Apart from the rest: whatever writes reads the key of its caller. */
export const readsApiKey = (table: Table): Pick<ApiKeys, 'get'> => ({
  get: async (apiKeyId) => {
    const item = await getItem(table, apiKeyKey(apiKeyId), keysUnreachable);
    return item === undefined ? undefined : apiKeyOf(item);
  },
});
