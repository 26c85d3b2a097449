import * as z from 'zod/mini';
import type { Created } from '#shared/app/campaigns/create-campaign.ts';
import { about } from '#shared/domain/about.ts';
import { CampaignContent, CampaignId } from '#shared/domain/campaign/campaign.ts';
import { Instant } from '#shared/domain/ids.ts';
import { OfferPurpose } from '#shared/domain/message/channel.ts';
import { AnyInstant } from '../any-instant.ts';
import { WaveOutOfTime, wavesOutOfTimeView } from '../campaigns/waves-out-of-time.ts';
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
    mergeValues,
  }),
});

const MovedTime = z.strictObject({
  asked: about('The local time that was asked for.', z.string()),
  shown: about('What the clock shows when it runs instead.', z.string()),
  at: about('When that is, in UTC.', Instant),
  zones: about(
    'The zones whose clocks are so, of waves. Absent: that of the schedule.',
    z.optional(z.array(z.string())),
  ),
});

const CreatedCampaign = z.strictObject({
  campaignId: about('The id of the campaign.', CampaignId),
  firstRun: about('When it first runs, in UTC; where it awaits its approval, if it is approved by then.', Instant),
  awaitsApproval: about(
    'True: it does not start until another key approves it, as the settings of its advertiser say.',
    z.boolean(),
  ),
  movedTimes: about(
    'Times that its clock is put forward over: it runs at the next minute that there is.',
    z.array(MovedTime),
  ),
  wavesOutOfTime: about(
    'Waves whose hour does not come: of the zones that its segment names, or else of France and its territories. Empty: none.',
    z.array(WaveOutOfTime),
  ),
});

/** What is answered of a creation. */
export const createdCampaignView = ({
  campaign,
  firstRun,
  moved,
  outOfTime,
}: Created): z.infer<typeof CreatedCampaign> => ({
  campaignId: campaign.campaignId,
  firstRun,
  awaitsApproval: campaign.control === 'awaiting-approval',
  movedTimes: moved.map(({ asked, shown = asked, at, zones }) => ({
    ...{ asked, shown, at },
    ...(zones && { zones: [...zones] }),
  })),
  wavesOutOfTime: wavesOutOfTimeView(outOfTime),
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
