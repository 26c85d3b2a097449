import { CampaignPath } from '../campaigns/campaign.ts';
import { document } from '../document.ts';
import { CampaignJobView } from '../jobs/campaign-job.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

/** Asks what the next run of a campaign would come to. */
export const beginDryRunRoute = route({
  name: 'begin-dry-run',
  method: 'POST',
  path: '/v1/campaigns/{campaignId}/dry-run',
  scope: 'campaigns:read',
  idempotency: 'required',
  parameters: CampaignPath,
  query: AdvertiserQuery,
});

document(beginDryRunRoute, () => ({
  summary: 'Looks at each recipient of the next run of a campaign as the sender will, and sends nothing',
  answers: [
    {
      status: 202,
      means: 'The job that does it: ask for it until it is finished, and read dryRun',
      body: CampaignJobView,
    },
  ],
  problems: [
    'advertiser-not-found',
    'campaign-not-found',
    'campaign-cancelled',
    'campaign-run-not-found',
    'idempotency-key-missing',
    'idempotency-key-reused',
  ],
}));
