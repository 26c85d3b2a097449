import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { AnyInstant } from '../any-instant.ts';
import { CampaignPath } from '../campaigns/campaign.ts';
import { document } from '../document.ts';
import { CampaignJobView } from '../jobs/campaign-job.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

/** Asks for the report of a run of a campaign. */
export const beginCampaignReportRoute = route({
  name: 'begin-campaign-report',
  method: 'POST',
  path: '/v1/campaigns/{campaignId}/report',
  scope: 'campaigns:read',
  idempotency: 'required',
  parameters: CampaignPath,
  body: z.strictObject({
    advertiserId: AdvertiserQuery.shape.advertiserId,
    scheduledAt: about(
      'The run, by when it was due, as GET /v1/campaigns/{campaignId} names it. Absent: the latest that started.',
      z.optional(AnyInstant),
    ),
  }),
});

document(beginCampaignReportRoute, () => ({
  summary: 'Says of each recipient of a run what came of it, in files for people and for programs',
  answers: [
    {
      status: 202,
      means: 'The job that does it: ask for it until it is finished, and read report',
      body: CampaignJobView,
    },
  ],
  problems: [
    'advertiser-not-found',
    'campaign-not-found',
    'campaign-run-not-found',
    'idempotency-key-missing',
    'idempotency-key-reused',
  ],
  request: { advertiserId: 'maison-valmy' },
}));
