import { CampaignPath } from '../campaigns/campaign.ts';
import { PausedCampaign } from '../campaigns/controlled-campaign.ts';
import { document } from '../document.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

/** Pauses a campaign. */
export const pauseCampaignRoute = route({
  name: 'pause-campaign',
  method: 'POST',
  path: '/v1/campaigns/{campaignId}/pause',
  scope: 'campaigns:write',
  parameters: CampaignPath,
  query: AdvertiserQuery,
});

document(pauseCampaignRoute, () => ({
  summary: 'Pauses a campaign: nothing of it leaves until it is resumed, within two minutes',
  answers: [
    { status: 200, means: 'The campaign as it is now, with until when it may be resumed', body: PausedCampaign },
  ],
  problems: [
    'advertiser-not-found',
    'campaign-not-found',
    'campaign-cancelled',
    'campaign-finished',
    'campaign-not-approved',
    'concurrent-change',
  ],
}));
