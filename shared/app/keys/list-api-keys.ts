import type { ApiKey, Caller } from '#shared/domain/advertiser/api-key.ts';
import { coversBinding } from '#shared/domain/advertiser/key-strength.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import type { ApiKeys } from './api-keys.port.ts';

/**
 * The API keys that the caller may see: those bound to no advertiser beyond its own, revoked ones included. A page may
 * hold fewer than its limit before the list ends.
 */
export const listApiKeys = async (
  ports: { readonly apiKeys: Pick<ApiKeys, 'list'> },
  { caller, page }: { readonly caller: Caller; readonly page: PageAsked },
): Promise<Page<ApiKey>> => {
  const { items, ...position } = await ports.apiKeys.list(page);
  return { items: items.filter((key) => coversBinding(caller.advertisers, key.advertisers)), ...position };
};
