import { advertisers, clock, contents, templates } from '#functions/wiring.ts';
import { campaigns } from '#functions/wiring-campaigns.ts';
import { jobs } from '#functions/wiring-jobs.ts';
import { once } from '#functions/wiring-once.ts';

/** To create a campaign, asked for by a route or by an event. Apart, so that what sends does not carry it. */
export const creatingCampaigns = /* @__PURE__ */ once(
  (env: Readonly<Record<'TABLE_NAME' | 'CONTENT_BUCKET', string>>) => ({
    clock,
    advertisers: advertisers(env),
    templates: templates(env),
    contents: contents(env),
    campaigns: campaigns(env),
    jobs: jobs(env),
  }),
);
