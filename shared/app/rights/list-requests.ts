import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import type { FullRequest } from '#shared/domain/rights/rights-request.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { RightsRequests } from './rights-requests.port.ts';

/** The requests of an advertiser: open ones first, each group by when an answer is due. Throws `advertiser-not-found`. */
export const listRequests = async (
  ports: { readonly requests: Pick<RightsRequests, 'list'>; readonly advertisers: Pick<Advertisers, 'get'> },
  { access, page }: { readonly access: AdvertiserAccess; readonly page: PageAsked },
): Promise<Page<FullRequest>> => {
  await knownAdvertiser(ports.advertisers, access);
  return ports.requests.list(access, page);
};
