import { keyReader } from '#functions/wiring/acting.ts';
import { campaigns } from '#functions/wiring/campaigns.ts';
import { halts } from '#functions/wiring/halts.ts';
import { advertisers, clock } from '#functions/wiring.ts';
import { getCampaign } from '#shared/app/campaigns/get-campaign.ts';
import { haltedSince, shownPauseOf } from '#shared/app/campaigns/who-paused.ts';
import { campaignView } from '#shared/contracts/http/campaigns/campaign.ts';
import { getCampaignRoute } from '#shared/contracts/http/routes/get-campaign.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** A campaign, with how far each of its runs is, and who holds it. */
export const handler = endpoint(getCampaignRoute, async ({ env, path, query, accessTo }) => {
  const access = accessTo(query.advertiserId);
  const shown = await getCampaign(
    { advertisers: advertisers(env), campaigns: campaigns(env), clock },
    { access, campaignId: path.campaignId },
  );
  return ok(
    campaignView(shown, {
      lastPause: await shownPauseOf({ apiKeys: keyReader(env) }, shown.campaign),
      haltedSince: await haltedSince({ halts: halts(env) }, access),
    }),
  );
});
