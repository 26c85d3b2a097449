import { campaigns } from '#functions/wiring/campaigns.ts';
import { advertisers, clock } from '#functions/wiring.ts';
import { getCampaign } from '#shared/app/campaigns/show-campaign.ts';
import { campaignView } from '#shared/contracts/http/campaigns/campaign.ts';
import { getCampaignRoute } from '#shared/contracts/http/routes/get-campaign.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** A campaign, with how far each of its runs is. */
export const handler = endpoint(getCampaignRoute, async ({ env, path, query, accessTo }) => {
  const asked = { access: accessTo(query.advertiserId), campaignId: path.campaignId };
  return ok(
    campaignView(await getCampaign({ advertisers: advertisers(env), campaigns: campaigns(env), clock }, asked)),
  );
});
