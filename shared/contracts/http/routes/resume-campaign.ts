import { CampaignPath } from '../campaigns/campaign.ts';
import { ResumedCampaign } from '../campaigns/controlled-campaign.ts';
import { document } from '../document.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

/** Lets go on a campaign. */
export const resumeCampaignRoute = route({
  name: 'resume-campaign',
  method: 'POST',
  path: '/v1/campaigns/{campaignId}/resume',
  scope: 'campaigns:write',
  parameters: CampaignPath,
  query: AdvertiserQuery,
});

document(resumeCampaignRoute, () => ({
  summary: 'Lets a paused campaign go on',
  answers: [{ status: 200, means: 'The campaign as it is now, with the run that starts late', body: ResumedCampaign }],
  problems: [
    'advertiser-not-found',
    'campaign-not-found',
    'campaign-cancelled',
    'campaign-finished',
    'campaign-not-approved',
    'concurrent-change',
  ],
}));
