import { documentOf } from '#shared/contracts/http/document.ts';
import { createCampaignRoute } from '#shared/contracts/http/routes/create-campaign.ts';
import type { Step } from './step.ts';

const ADVERTISER = { advertiserId: 'maison-valmy' };
const TEMPLATE = { ...ADVERTISER, templateId: 'winter-mailing', version: '1' };
const CAMPAIGN = { ...ADVERTISER, campaignId: 'create-campaign typical /campaignId' };
const MAILING = {
  category: 'wine',
  content: {
    email: {
      subject: 'Nos vins d’hiver',
      html: '<p>Bonjour,</p><p>Nos vins d’hiver sont arrivés : vingt cuvées de Bourgogne et du Rhône, à découvrir en boutique.</p>',
    },
  },
};

/** One that leaves at once, for its report. */
const AT_ONCE = { ...Object(documentOf(createCampaignRoute).request), name: 'Vins de fête', schedule: { at: 'now' } };
const STARTED = { ...ADVERTISER, campaignId: 'create-campaign at-once /campaignId' };
const jobOf = (route: string) => ({ ...ADVERTISER, jobId: `${route} typical /jobId` });

/** A campaign of an advertiser who wants two keys, until it is called off; and one of an advertiser who wants one, which is finished. */
export const OF_CAMPAIGNS: readonly Step[] = [
  { route: 'put-template-version', example: 'mailing', status: 201, parameters: TEMPLATE, body: MAILING },
  {
    route: 'patch-advertiser',
    example: 'second-key',
    status: 200,
    parameters: ADVERTISER,
    body: { campaignApproval: 'second-key' },
  },
  { route: 'create-campaign', status: 201 },
  {
    route: 'create-api-key',
    example: 'campaigns',
    status: 201,
    body: { name: 'jeanne-roy-campagnes', scopes: ['campaigns:write'], advertisers: ['maison-valmy'] },
  },
  ...[201, 200].map((status) => ({
    route: 'approve-campaign',
    status,
    parameters: CAMPAIGN,
    key: 'create-api-key campaigns /key',
  })),
  { route: 'get-campaign', status: 200, parameters: CAMPAIGN },
  { route: 'list-campaigns', status: 200, parameters: ADVERTISER },
  { route: 'pause-campaign', status: 200, parameters: CAMPAIGN },
  { route: 'resume-campaign', status: 200, parameters: CAMPAIGN },
  { route: 'begin-dry-run', status: 202, parameters: CAMPAIGN },
  { route: 'get-job', example: 'dry-run', status: 200, parameters: jobOf('begin-dry-run') },
  { route: 'cancel-campaign', status: 200, parameters: CAMPAIGN },
  {
    route: 'patch-advertiser',
    example: 'one-key',
    status: 200,
    parameters: ADVERTISER,
    body: { campaignApproval: null },
  },
  { route: 'create-campaign', example: 'at-once', status: 201, body: AT_ONCE },
  { route: 'list-jobs', example: 'with-dry-run', status: 200, parameters: ADVERTISER, after: 60 },
  { route: 'begin-campaign-report', status: 202, parameters: { campaignId: STARTED.campaignId }, after: 60 },
  { route: 'get-job', example: 'report', status: 200, parameters: jobOf('begin-campaign-report') },
];
