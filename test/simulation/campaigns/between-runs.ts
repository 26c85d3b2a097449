import type { Random } from '#test/worlds/random.ts';
import { instantsOf } from '../judging/campaigns/expected.ts';
import type { PlannedCampaign } from './planned.ts';

const MINUTE = 60_000;

/** A daily campaign that somebody pauses as its first run begins, and lets go on again shortly before the second one: half of them. */
export const betweenRuns = (random: Random, campaign: PlannedCampaign): PlannedCampaign => {
  if (campaign.schedule.kind !== 'daily' || random.chance(0.5)) return campaign;
  const [first, second] = instantsOf({ ...campaign, awaits: false }) ?? [];
  if (first === undefined || second === undefined) return campaign;
  return {
    ...campaign,
    controls: [
      { at: first + random.int(10_000, 3 * MINUTE), to: 'paused' },
      { at: second - random.int(2 * MINUTE, 40 * MINUTE), to: 'running' },
    ],
  };
};
