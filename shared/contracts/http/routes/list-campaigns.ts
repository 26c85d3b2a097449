import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { CampaignEntry } from '../campaigns/campaign.ts';
import { document } from '../document.ts';
import { nextCursor, pageParameters } from '../page.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

/** The campaigns of an advertiser, newest first. */
export const listCampaignsRoute = route({
  name: 'list-campaigns',
  method: 'GET',
  path: '/v1/campaigns',
  scope: 'campaigns:read',
  query: z.extend(AdvertiserQuery, pageParameters),
});

const CampaignsPage = z.strictObject({
  campaigns: about('Campaigns, newest first.', z.array(CampaignEntry)),
  nextCursor,
});

document(listCampaignsRoute, () => ({
  summary: 'The campaigns of an advertiser',
  answers: [{ status: 200, means: 'One page of campaigns, newest first', body: CampaignsPage }],
  problems: ['advertiser-not-found'],
}));
