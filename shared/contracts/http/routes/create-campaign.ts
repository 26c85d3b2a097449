import * as z from 'zod/mini';
import type { Created } from '#shared/app/campaigns/create-campaign.ts';
import { about } from '#shared/domain/about.ts';
import { CampaignContent, CampaignId } from '#shared/domain/campaign/campaign.ts';
import { awaitsApproval } from '#shared/domain/campaign/first-run.ts';
import {
  CAMPAIGN_TIMES,
  campaignTimesView,
  firstRun,
  runEndsBy,
} from '#shared/domain/campaign/times/campaign-times.ts';
import { OfferPurpose } from '#shared/domain/message/channel.ts';
import { LONGEST_VALIDITY_DAYS } from '#shared/domain/message/message.ts';
import { AnyInstant } from '../any-instant.ts';
import { document } from '../document.ts';
import { mergeValues, messageParts } from '../message.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

/** Creates a campaign. */
export const createCampaignRoute = route({
  name: 'create-campaign',
  method: 'POST',
  path: '/v1/campaigns',
  scope: 'campaigns:write',
  idempotency: 'required',
  body: z.strictObject({
    ...AdvertiserQuery.shape,
    ...CampaignContent.shape,
    purpose: about('What it is for.', OfferPurpose),
    sender: messageParts.sender,
    partner: messageParts.partner,
    endsAt: about('Its end: whoever was not reached by then is not written to.', AnyInstant),
    ramp: about(
      'The most recipients on its first day, its second day, and so on, of a run; at most {max} days, since no run lasts longer. After the last: no such limit.',
      z.optional(
        z
          .array(z.int().check(z.gte(1)))
          .check(z.minLength(1), z.maxLength(LONGEST_VALIDITY_DAYS, 'at most 30 days: no run lasts longer')),
      ),
    ),
    mergeValues,
  }),
});

const CreatedCampaign = z.strictObject({
  campaignId: about('The id of the campaign.', CampaignId),
  firstRun,
  runEndsBy,
  ...CAMPAIGN_TIMES,
});

/** What is answered of a creation. */
export const createdCampaignView = (made: Created): z.infer<typeof CreatedCampaign> => ({
  campaignId: made.campaign.campaignId,
  firstRun: made.firstRun,
  runEndsBy: made.runEndsBy,
  ...campaignTimesView({ ...made, awaitsApproval: awaitsApproval(made.campaign) }),
});

document(createCampaignRoute, () => ({
  summary: 'Creates a campaign, which starts by itself when it is due',
  answers: [{ status: 201, means: 'Stored, with when it first runs', body: CreatedCampaign }],
  problems: [
    'advertiser-not-found',
    'template-version-not-found',
    'template-draft',
    'template-not-approved',
    'content-not-found',
    'payload-too-large',
    'idempotency-key-missing',
    'idempotency-key-reused',
    'concurrent-change',
  ],
  request: {
    advertiserId: 'maison-valmy',
    name: 'Vins d’hiver',
    channel: 'email',
    purpose: 'own-offers',
    template: { templateId: 'winter-mailing', version: '1' },
    audience: { segment: { channel: 'email', purpose: 'own-offers' } },
    schedule: { at: '2026-12-01T09:00', zone: 'Europe/Paris' },
    endsAt: '2026-12-03T20:00:00+01:00',
  },
}));
