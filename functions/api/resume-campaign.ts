import { acting } from '#functions/wiring/acting.ts';
import { campaigns } from '#functions/wiring/campaigns.ts';
import { advertisers, clock } from '#functions/wiring.ts';
import { resumeCampaign } from '#shared/app/campaigns/resume-campaign.ts';
import { resumedCampaignView } from '#shared/contracts/http/campaigns/controlled-campaign.ts';
import { resumeCampaignRoute } from '#shared/contracts/http/routes/resume-campaign.ts';
import { ok } from '#shared/edge/respond.ts';

/** Lets go on a campaign. */
export const handler = acting(resumeCampaignRoute, async ({ env, path, query, accessTo, caller }) => {
  const command = { access: accessTo(query.advertiserId), campaignId: path.campaignId, by: caller.apiKeyId };
  const ports = { advertisers: advertisers(env), campaigns: campaigns(env), clock };
  return ok(resumedCampaignView(await resumeCampaign(ports, command)));
});
