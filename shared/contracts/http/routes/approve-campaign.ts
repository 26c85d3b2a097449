import * as z from 'zod/mini';
import type { Approved } from '#shared/app/campaigns/approve-campaign.ts';
import { about } from '#shared/domain/about.ts';
import { CampaignApproval } from '#shared/domain/campaign/approval.ts';
import { CampaignId } from '#shared/domain/campaign/campaign.ts';
import { movedTimes, movedTimesView } from '#shared/domain/campaign/times/campaign-times.ts';
import { WaveOutOfTime, wavesOutOfTimeView } from '#shared/domain/campaign/times/waves-out-of-time.ts';
import { CampaignPath, campaignApprovalView } from '../campaigns/campaign.ts';
import { document } from '../document.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

const { shape } = CampaignApproval;

/** Approves a campaign, with another key than the one that created it. */
export const approveCampaignRoute = route({
  name: 'approve-campaign',
  method: 'POST',
  path: '/v1/campaigns/{campaignId}/approval',
  scope: 'campaigns:write',
  parameters: CampaignPath,
  query: AdvertiserQuery,
  body: z.strictObject({
    approver: shape.approver,
    startLate: about(
      'True: where its time has passed meanwhile, it starts at once. Absent: it is refused then.',
      z._default(z.boolean(), false),
    ),
  }),
});

const Approval = z.strictObject({
  campaignId: about('The id of the campaign.', CampaignId),
  approver: shape.approver,
  approvedAt: shape.approvedAt,
  firstRun: shape.firstRun,
  movedTimes,
  wavesOutOfTime: about(
    'Waves whose hour was past when it was approved, or comes after its end: of the zones that its segment names, or else of France and its territories. Empty: none.',
    z.array(WaveOutOfTime),
  ),
});

/** What is answered of an approval. */
export const approvedCampaignView = (
  campaignId: CampaignId,
  { approval, moved, outOfTime }: Pick<Approved, 'approval' | 'moved' | 'outOfTime'>,
): z.infer<typeof Approval> => ({
  campaignId,
  ...campaignApprovalView(approval),
  movedTimes: movedTimesView(moved),
  wavesOutOfTime: wavesOutOfTimeView(outOfTime),
});

document(approveCampaignRoute, () => ({
  summary: 'Approves a campaign that awaits it, with another key than the one that created it',
  answers: [
    { status: 201, means: 'Approved, with when it first runs', body: Approval },
    { status: 200, means: 'Approved before: the first approval stays', body: Approval },
  ],
  problems: [
    'advertiser-not-found',
    'campaign-not-found',
    'campaign-cancelled',
    'approval-not-awaited',
    'second-key-expected',
    'campaign-time-passed',
    'concurrent-change',
  ],
  request: { approver: { name: 'Jeanne Roy, directrice' } },
}));
