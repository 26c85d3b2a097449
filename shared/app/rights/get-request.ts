import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { FactId } from '#shared/domain/ids.ts';
import { requestNotFound } from '#shared/domain/rights/rights-failures.ts';
import type { FullRequest } from '#shared/domain/rights/rights-request.ts';
import type { RightsRequests } from './rights-requests.port.ts';

/** A request with its words. Throws `request-not-found`. */
export const getRequest = async (
  { requests }: { readonly requests: Pick<RightsRequests, 'get'> },
  { access, id }: { readonly access: AdvertiserAccess; readonly id: FactId },
): Promise<FullRequest> => {
  const found = await requests.get(access, id);
  if (found === undefined) throw requestNotFound();
  return found;
};
