import { acting, keyReader } from '#functions/wiring/acting.ts';
import { campaigns } from '#functions/wiring/campaigns.ts';
import { advertisers, clock } from '#functions/wiring.ts';
import { approveCampaign } from '#shared/app/campaigns/approve-campaign.ts';
import { approveCampaignRoute, approvedCampaignView } from '#shared/contracts/http/routes/approve-campaign.ts';
import { createdOrKnown } from '#shared/edge/respond.ts';

/** Approves a campaign: 201 when new, 200 when it was approved before. */
export const handler = acting(approveCampaignRoute, async ({ env, path, query, body, caller, accessTo }) => {
  const approved = await approveCampaign(
    { advertisers: advertisers(env), campaigns: campaigns(env), apiKeys: keyReader(env), clock },
    {
      access: accessTo(query.advertiserId),
      campaignId: path.campaignId,
      approver: body.approver,
      apiKeyId: caller.apiKeyId,
      startsLate: body.startLate,
    },
  );
  return createdOrKnown(approved.isNew, approvedCampaignView(path.campaignId, approved));
});
