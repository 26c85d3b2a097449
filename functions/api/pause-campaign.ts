import { acting } from '#functions/wiring/acting.ts';
import { campaigns } from '#functions/wiring/campaigns.ts';
import { advertisers } from '#functions/wiring.ts';
import { controlCampaign } from '#shared/app/campaigns/control-campaign.ts';
import { campaignEntryView } from '#shared/contracts/http/campaigns/campaign.ts';
import { pauseCampaignRoute } from '#shared/contracts/http/routes/pause-campaign.ts';
import { ok } from '#shared/edge/respond.ts';

/** Pauses a campaign. */
export const handler = acting(pauseCampaignRoute, async ({ env, path, query, accessTo }) => {
  const command = { access: accessTo(query.advertiserId), campaignId: path.campaignId, to: 'paused' } as const;
  return ok(
    campaignEntryView(await controlCampaign({ advertisers: advertisers(env), campaigns: campaigns(env) }, command)),
  );
});
