import type { Random } from '#test/worlds/random.ts';
import type { Person } from '../story.ts';
import type { PlannedCampaign } from './planned.ts';

const MINUTE = 60_000;
/** How many of a run's campaigns are so, and how many people a list names. */
const LISTED = 0.2;
const NAMED = 0.7;
const LOOKED_AT = 0.4;
const NEVER_APPROVED = 0.15;

/** Campaigns, some of them for a list, some with two keys, some looked at before and after. */
export const withLooks = (
  random: Random,
  campaigns: readonly PlannedCampaign[],
  { people, twoKeys }: { readonly people: readonly Person[]; readonly twoKeys: readonly number[] },
): readonly PlannedCampaign[] =>
  campaigns.map(({ zones, ...campaign }) => {
    const isListed = random.chance(LISTED);
    const listed = people.filter(({ of }) => of === campaign.of && random.chance(NAMED)).map(({ address }) => address);
    const isLookedAt = random.chance(LOOKED_AT);
    const at = campaign.at + random.pick([random.int(5_000, MINUTE), random.int(MINUTE, 90 * MINUTE)]);
    const approval = { at, isTriedByCreator: random.chance(0.5) };
    const isApproved = twoKeys.includes(campaign.of) && !random.chance(NEVER_APPROVED);
    return {
      ...campaign,
      ...(isListed ? { listed } : zones === undefined ? {} : { zones }),
      ...(isLookedAt ? { isLookedAt } : {}),
      ...(isApproved ? { approval } : {}),
    };
  });
