import { acting } from '#functions/wiring/acting.ts';
import { campaigns } from '#functions/wiring/campaigns.ts';
import { advertisers } from '#functions/wiring.ts';
import { controlCampaign } from '#shared/app/campaigns/control-campaign.ts';
import { campaignEntryView } from '#shared/contracts/http/campaigns/campaign.ts';
import { pauseCampaignRoute } from '#shared/contracts/http/routes/pause-campaign.ts';
import { ok } from '#shared/edge/respond.ts';

/** Pauses a campaign. */
export const handler = acting(pauseCampaignRoute, async ({ env, path, query, accessTo, caller }) => {
  const of = { access: accessTo(query.advertiserId), campaignId: path.campaignId };
  const command = { ...of, to: 'paused', by: caller.apiKeyId } as const;
  return ok(
    campaignEntryView(await controlCampaign({ advertisers: advertisers(env), campaigns: campaigns(env) }, command)),
  );
});
