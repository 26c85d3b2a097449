import type { Random } from '#test/worlds/random.ts';
import { instantsOf } from '../judging/campaigns/expected.ts';
import type { PlannedCampaign } from './planned.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The same, but paused as the second run is about to begin, and let go on soon after: half of those that nobody pauses for long. */
export const acrossARun = (random: Random, campaign: PlannedCampaign): PlannedCampaign => {
  const { schedule, controls, endsAt, at } = campaign;
  const isDaily = schedule.kind === 'daily' && controls.length === 0 && random.chance(0.5);
  const [, second] = isDaily ? (instantsOf({ schedule, at, endsAt, awaits: false }) ?? []) : [];
  if (second === undefined) return campaign;
  return {
    ...campaign,
    controls: [
      { at: second - random.int(1, 10) * MINUTE, to: 'paused' },
      {
        at: second + random.pick([random.int(10_000, 30 * MINUTE), random.int(30 * MINUTE, 12 * HOUR)]),
        to: 'running',
      },
    ],
  };
};

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
