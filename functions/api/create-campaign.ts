import { acting } from '#functions/wiring-acting.ts';
import { creatingCampaigns } from '#functions/wiring-creating.ts';
import { createCampaign } from '#shared/app/campaigns/create-campaign.ts';
import { createCampaignRoute, createdCampaignView } from '#shared/contracts/http/routes/create-campaign.ts';
import { created } from '#shared/edge/respond.ts';

/** Creates a campaign, which starts by itself when it is due. */
export const handler = acting(createCampaignRoute, async ({ env, body, caller, accessTo, requestHashFor }) => {
  const { advertiserId, ...content } = body;
  const access = accessTo(advertiserId);
  const asked = { access, content, request: requestHashFor(access), createdBy: caller.apiKeyId };
  const made = await createCampaign(creatingCampaigns(env), asked);
  return created(createdCampaignView(made), `/v1/campaigns/${made.campaign.campaignId}`);
});
