import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { Campaigns } from './campaigns.port.ts';

/** A page of the campaigns of an advertiser, newest first. Throws `advertiser-not-found`. */
export const listCampaigns = async (
  ports: { readonly advertisers: Pick<Advertisers, 'get'>; readonly campaigns: Pick<Campaigns, 'list'> },
  { access, page }: { readonly access: AdvertiserAccess; readonly page: PageAsked },
): Promise<Page<Campaign>> => {
  await knownAdvertiser(ports.advertisers, access);
  return ports.campaigns.list(access, page);
};
