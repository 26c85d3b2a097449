import { CampaignEntry, CampaignPath } from '../campaigns/campaign.ts';
import { document } from '../document.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

/** Cancels a campaign. */
export const cancelCampaignRoute = route({
  name: 'cancel-campaign',
  method: 'POST',
  path: '/v1/campaigns/{campaignId}/cancel',
  scope: 'campaigns:write',
  parameters: CampaignPath,
  query: AdvertiserQuery,
});

document(cancelCampaignRoute, () => ({
  summary: 'Cancels a campaign for good: nobody else is written to, within two minutes',
  answers: [{ status: 200, means: 'The campaign as it is now', body: CampaignEntry }],
  problems: [
    'advertiser-not-found',
    'campaign-not-found',
    'campaign-cancelled',
    'campaign-finished',
    'concurrent-change',
  ],
}));
