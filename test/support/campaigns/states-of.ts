import type { RunName } from '#shared/domain/campaign/names.ts';
import type { CampaignWorld } from './campaign-world.ts';

/** How many recipients of a run are in each state, by their latest outcomes. */
export const statesOf = async (campaign: CampaignWorld, run: RunName): Promise<Readonly<Record<string, number>>> => {
  const counts: Record<string, number> = {};
  for (const { state } of (await campaign.outcomes(run)).values()) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};
