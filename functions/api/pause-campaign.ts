import { acting } from '#functions/wiring/acting.ts';
import { campaigns } from '#functions/wiring/campaigns.ts';
import { advertisers, clock } from '#functions/wiring.ts';
import { pauseCampaign } from '#shared/app/campaigns/pause-campaign.ts';
import { pausedCampaignView } from '#shared/contracts/http/campaigns/controlled-campaign.ts';
import { pauseCampaignRoute } from '#shared/contracts/http/routes/pause-campaign.ts';
import { ok } from '#shared/edge/respond.ts';

/** Pauses a campaign. */
export const handler = acting(pauseCampaignRoute, async ({ env, path, query, accessTo, caller }) => {
  const of = { access: accessTo(query.advertiserId), campaignId: path.campaignId, by: caller.apiKeyId };
  const ports = { advertisers: advertisers(env), campaigns: campaigns(env), clock };
  return ok(pausedCampaignView(await pauseCampaign(ports, of)));
});
