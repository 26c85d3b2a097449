import { approveCampaignRoute } from '#shared/contracts/http/routes/approve-campaign.ts';
import { beginCampaignReportRoute } from '#shared/contracts/http/routes/begin-campaign-report.ts';
import { beginDryRunRoute } from '#shared/contracts/http/routes/begin-dry-run.ts';
import { cancelCampaignRoute } from '#shared/contracts/http/routes/cancel-campaign.ts';
import { createCampaignRoute } from '#shared/contracts/http/routes/create-campaign.ts';
import { getCampaignRoute } from '#shared/contracts/http/routes/get-campaign.ts';
import { listCampaignsRoute } from '#shared/contracts/http/routes/list-campaigns.ts';
import { pauseCampaignRoute } from '#shared/contracts/http/routes/pause-campaign.ts';
import { resumeCampaignRoute } from '#shared/contracts/http/routes/resume-campaign.ts';
import { audienceEntries } from './audience.ts';
import { routeEntries } from './entry.ts';
import { CREATING_CAMPAIGNS, type Grant } from './grants.ts';

const CONTROLLING = ['get:advertiser', 'get:campaign', 'update:campaign'] as const satisfies readonly Grant[];
/** With whether anything of it is left. */
const COMMANDING = [...CONTROLLING, 'query:campaign'] as const satisfies readonly Grant[];

const LOOKING = [
  ...(['get:advertiser', 'get:campaign', 'get:job', 'put:job', 'jobs:put'] as const),
] as const satisfies readonly Grant[];

/** Whom campaigns are for, and what people make of campaigns. */
export const campaignEntries = {
  ...audienceEntries,
  ...routeEntries([
    { route: createCampaignRoute, grants: CREATING_CAMPAIGNS, env: ['PROVIDER_ROUTE'] },
    {
      route: getCampaignRoute,
      // The name of the key that paused it, and whether an operator halts it.
      grants: ['get:advertiser', 'get:campaign', 'query:campaign', 'get:key', 'get:halts'],
    },
    { route: listCampaignsRoute, grants: ['get:advertiser', 'query:campaigns', 'get-many:campaign'] },
    { route: approveCampaignRoute, grants: [...CONTROLLING, 'put:campaign', 'put:due'] },
    { route: pauseCampaignRoute, grants: COMMANDING },
    { route: resumeCampaignRoute, grants: COMMANDING },
    { route: cancelCampaignRoute, grants: COMMANDING },
    { route: beginDryRunRoute, grants: [...LOOKING, 'query:campaign'] },
    { route: beginCampaignReportRoute, grants: [...LOOKING, 'query:campaign', 'get-many:campaign'] },
  ]),
};
