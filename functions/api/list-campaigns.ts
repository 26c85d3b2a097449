import { campaigns } from '#functions/wiring/campaigns.ts';
import { advertisers } from '#functions/wiring.ts';
import { listCampaigns } from '#shared/app/campaigns/list-campaigns.ts';
import { campaignEntryView } from '#shared/contracts/http/campaigns/campaign.ts';
import { nextCursorOf, pageOf } from '#shared/contracts/http/page.ts';
import { listCampaignsRoute } from '#shared/contracts/http/routes/list-campaigns.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** The campaigns of an advertiser, newest first. */
export const handler = endpoint(listCampaignsRoute, async ({ env, query, accessTo }) => {
  const found = await listCampaigns(
    { advertisers: advertisers(env), campaigns: campaigns(env) },
    { access: accessTo(query.advertiserId), page: pageOf(query) },
  );
  return ok({ campaigns: found.items.map(campaignEntryView), ...nextCursorOf(found) });
});
