import { sendingRoutesIn } from '#functions/manifest/provider-route.ts';
import { acting } from '#functions/wiring/acting.ts';
import { campaigns } from '#functions/wiring/campaigns.ts';
import { jobs } from '#functions/wiring/jobs.ts';
import { advertisers, clock, contents, templates } from '#functions/wiring.ts';
import { createCampaign } from '#shared/app/campaigns/create-campaign.ts';
import { createCampaignRoute, createdCampaignView } from '#shared/contracts/http/routes/create-campaign.ts';
import { created } from '#shared/edge/respond.ts';

/** Creates a campaign, which starts by itself when it is due. */
export const handler = acting(createCampaignRoute, async ({ env, body, caller, accessTo, requestHashFor }) => {
  const { advertiserId, ...content } = body;
  const access = accessTo(advertiserId);
  const made = await createCampaign(
    {
      clock,
      advertisers: advertisers(env),
      templates: templates(env),
      contents: contents(env),
      campaigns: campaigns(env),
      jobs: jobs(env),
      routes: sendingRoutesIn(env.PROVIDER_ROUTE),
    },
    {
      access,
      content,
      request: requestHashFor(access),
      createdBy: caller.apiKeyId,
      maySendTransactional: caller.scopes.includes('messages:transactional'),
    },
  );
  return created(createdCampaignView(made), `/v1/campaigns/${made.campaign.campaignId}`);
});
