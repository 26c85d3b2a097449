import { acting } from '#functions/wiring/acting.ts';
import { campaigns } from '#functions/wiring/campaigns.ts';
import { advertisers } from '#functions/wiring.ts';
import { controlCampaign } from '#shared/app/campaigns/control-campaign.ts';
import { campaignEntryView } from '#shared/contracts/http/campaigns/campaign.ts';
import { cancelCampaignRoute } from '#shared/contracts/http/routes/cancel-campaign.ts';
import { ok } from '#shared/edge/respond.ts';

/** Cancels a campaign. */
export const handler = acting(cancelCampaignRoute, async ({ env, path, query, accessTo, caller }) => {
  const of = { access: accessTo(query.advertiserId), campaignId: path.campaignId };
  const command = { ...of, to: 'cancelled', by: caller.apiKeyId } as const;
  return ok(
    campaignEntryView(await controlCampaign({ advertisers: advertisers(env), campaigns: campaigns(env) }, command)),
  );
});
