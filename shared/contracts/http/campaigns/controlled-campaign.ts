import * as z from 'zod/mini';
import type { Paused } from '#shared/app/campaigns/pause-campaign.ts';
import type { Resumed } from '#shared/app/campaigns/resume-campaign.ts';
import { about, named } from '#shared/domain/about.ts';
import { Instant } from '#shared/domain/ids.ts';
import { stated } from '#shared/domain/stated.ts';
import { CampaignEntry, campaignEntryView, LateRun, ResumeBy } from './campaign.ts';

/** A campaign that is paused. */
export const PausedCampaign = named(
  'PausedCampaign',
  z.extend(CampaignEntry, {
    resumeBy: ResumeBy,
    runEndsBy: about(
      'When the run that goes on ends at the latest, in UTC, also while it is paused: resumed later, whoever is left has expired. Absent: none goes on.',
      z.optional(Instant),
    ),
  }),
);

/** A campaign that goes on. */
export const ResumedCampaign = named('ResumedCampaign', z.extend(CampaignEntry, { lateRun: LateRun }));

/** What is answered of one that is paused. */
export const pausedCampaignView = ({ campaign, resumeBy, runEndsBy }: Paused): z.infer<typeof PausedCampaign> => ({
  ...campaignEntryView(campaign),
  ...stated({ resumeBy, runEndsBy }),
});

/** What is answered of one that goes on. */
export const resumedCampaignView = ({ campaign, lateRun }: Resumed): z.infer<typeof ResumedCampaign> => ({
  ...campaignEntryView(campaign),
  ...(lateRun === undefined ? {} : { lateRun }),
});
