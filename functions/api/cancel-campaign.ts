import { acting } from '#functions/wiring/acting.ts';
import { campaigns } from '#functions/wiring/campaigns.ts';
import { advertisers } from '#functions/wiring.ts';
import { cancelCampaign } from '#shared/app/campaigns/cancel-campaign.ts';
import { campaignEntryView } from '#shared/contracts/http/campaigns/campaign.ts';
import { cancelCampaignRoute } from '#shared/contracts/http/routes/cancel-campaign.ts';
import { ok } from '#shared/edge/respond.ts';

/** Cancels a campaign. */
export const handler = acting(cancelCampaignRoute, async ({ env, path, query, accessTo, caller }) => {
  const command = { access: accessTo(query.advertiserId), campaignId: path.campaignId, by: caller.apiKeyId };
  const ports = { advertisers: advertisers(env), campaigns: campaigns(env) };
  return ok(campaignEntryView(await cancelCampaign(ports, command)));
});
