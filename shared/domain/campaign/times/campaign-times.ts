import * as z from 'zod/mini';
import { about } from '../../about.ts';
import { Instant } from '../../ids.ts';
import type { CampaignTimes } from '../first-run.ts';
import { WaveOutOfTime, wavesOutOfTimeView } from './waves-out-of-time.ts';

const MovedTime = z.strictObject({
  asked: about('The local time that was asked for.', z.string()),
  shown: about('What the clock shows when it runs instead.', z.string()),
  at: about('When that is, in UTC.', Instant),
  zones: about(
    'The zones whose clocks are so, of waves. Absent: that of the schedule.',
    z.optional(z.array(z.string())),
  ),
});

/** Times that are moved, as every answer of a campaign says them. */
export const movedTimes = about(
  'Times that its clock is put forward over: it runs at the next minute that there is.',
  z.array(MovedTime),
);

/** What an author must know of the times of a campaign, as every answer and the event of its creation say it. */
export const CAMPAIGN_TIMES = {
  awaitsApproval: about(
    'True: it does not start until another key approves it, as the settings of its advertiser say.',
    z.boolean(),
  ),
  movedTimes,
  wavesOutOfTime: about(
    'Waves whose hour does not come: of the zones that its segment names, or else of France and its territories. Empty: none.',
    z.array(WaveOutOfTime),
  ),
};

/** When it first runs, of one that was just created. */
export const firstRun = about(
  'When it first runs, in UTC; where it awaits its approval, if it is approved by then. Its audience is read from then on, of waves before their first hour: whoever agrees later may not be in it.',
  Instant,
);

/** When the first run of a campaign ends at the latest. */
export const runEndsBy = about(
  'When its first run ends at the latest, in UTC, also while it is paused: whoever is left by then has expired. Never more than 30 days after it began, whatever endsAt and ramp say.',
  Instant,
);

export const movedTimesView = (moved: CampaignTimes['moved']): z.infer<typeof movedTimes> =>
  moved.map(({ asked, shown = asked, at, zones }) => ({ asked, shown, at, ...(zones && { zones: [...zones] }) }));

/** What is answered of the times of a campaign, but for when its first run begins and ends. */
export const campaignTimesView = ({
  awaitsApproval,
  moved,
  outOfTime,
}: Omit<CampaignTimes, 'firstRun' | 'runEndsBy'>) => ({
  awaitsApproval,
  movedTimes: movedTimesView(moved),
  wavesOutOfTime: wavesOutOfTimeView(outOfTime),
});
