import * as z from 'zod/mini';
import { about } from '../about.ts';
import { Approver } from '../advertiser/approver.ts';
import { Instant } from '../ids.ts';

/** A setting of the advertiser: what a campaign needs before it starts. */
export const campaignApproval = about(
  'What a campaign needs before it starts. second-key: that another key than the one which created it approves it. Absent: nothing.',
  z.optional(z.enum(['second-key'])),
);

/** That a named human approved a campaign, brought by another key than the one that created it. */
export const CampaignApproval = z.strictObject({
  approver: about(
    'The named human who approved it.',
    z.strictObject({ name: about('The name, 1 to 120 characters.', Approver.shape.name) }),
  ),
  approvedAt: about('When it was approved, in UTC.', Instant),
  firstRun: about('When it first runs since then, in UTC.', Instant),
  /** The API key that brought it. */
  apiKeyId: z.string(),
});
export type CampaignApproval = z.infer<typeof CampaignApproval>;

/** Who paused a campaign last: it itself, for the reason in a code, or a key. */
export const LastPause = z.strictObject({
  at: Instant,
  because: z.optional(z.string()),
  apiKeyId: z.optional(z.string()),
});
export type LastPause = z.infer<typeof LastPause>;
