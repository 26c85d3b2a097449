import { CampaignAnswer, CampaignPath } from '../campaigns/campaign.ts';
import { document } from '../document.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

/** A campaign, with how far it is. */
export const getCampaignRoute = route({
  name: 'get-campaign',
  method: 'GET',
  path: '/v1/campaigns/{campaignId}',
  scope: 'campaigns:read',
  parameters: CampaignPath,
  query: AdvertiserQuery,
});

document(getCampaignRoute, () => ({
  summary: 'A campaign, with how far each of its runs is',
  answers: [{ status: 200, means: 'The campaign as it is now', body: CampaignAnswer }],
  problems: ['advertiser-not-found', 'campaign-not-found'],
}));
