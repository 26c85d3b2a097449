import { FAULT_KINDS, type FaultPlan } from './engine/faults.ts';
import { type Ran, runStory } from './run.ts';
import type { Story } from './story.ts';

/** A run that fails, and what it was made from. */
export interface Failing {
  readonly story: Story;
  readonly plan: FaultPlan;
  readonly ran: Ran;
}

/** Runs that are tried before one is content with what there is. */
const MOST_RUNS = 600;

const without = <One>(list: readonly One[], index: number): readonly One[] => list.filter((_, at) => at !== index);

const withFewerPeople = (story: Story): readonly Story[] => {
  if (story.campaigns.length === 0) return [];
  const keep = (from: number, until: number): Story => {
    const isKept = (place: number): boolean => place < from || place >= until;
    const places = story.people.flatMap((_, place) => (isKept(place) ? [place] : []));
    return {
      ...story,
      people: places.flatMap((place) => story.people[place] ?? []),
      messages: story.messages
        .filter(({ to }) => isKept(to))
        .map((message) => ({ ...message, to: places.indexOf(message.to) })),
      oppositions: story.oppositions
        .filter(({ by }) => isKept(by))
        .map((opposition) => ({ ...opposition, by: places.indexOf(opposition.by) })),
      ...(story.moves === undefined
        ? {}
        : {
            moves: story.moves.filter(({ by }) => isKept(by)).map((move) => ({ ...move, by: places.indexOf(move.by) })),
          }),
    };
  };
  const { length } = story.people;
  const half = Math.ceil(length / 2);
  const halves = length > 3 ? [keep(0, half), keep(half, length)] : [];
  return [...halves, ...story.people.map((_, place) => keep(place, place + 1))];
};

/** Stories with one thing less in them. */
const smallerStories = (story: Story): readonly Story[] => [
  ...story.campaigns.map((_, index) => ({ ...story, campaigns: without(story.campaigns, index) })),
  ...withFewerPeople(story),
  ...story.messages.map((_, index) => ({ ...story, messages: without(story.messages, index) })),
  ...story.oppositions.map((_, index) => ({ ...story, oppositions: without(story.oppositions, index) })),
  ...story.outages.map((_, index) => ({ ...story, outages: without(story.outages, index) })),
  ...story.halts.map((_, index) => ({ ...story, halts: without(story.halts, index) })),
  ...(story.stops ?? []).map((_, index) => ({ ...story, stops: without(story.stops ?? [], index) })),
  ...(story.moves ?? []).map((_, index) => ({ ...story, moves: without(story.moves ?? [], index) })),
  ...(story.away ?? []).map((_, index) => ({ ...story, away: without(story.away ?? [], index) })),
  ...(story.throttled === undefined ? [] : [{ ...story, throttled: undefined }]),
  ...(story.review === undefined ? [] : [{ ...story, review: undefined }]),
  ...story.deploys.map((_, index) => ({ ...story, deploys: without(story.deploys, index) })),
];

/** Plans with one kind of fault less, or with one fault less. */
const smallerPlans = ({ plan, ran }: Failing): readonly FaultPlan[] => [
  ...FAULT_KINDS.filter((kind) => !plan.without.has(kind)).map((kind) => ({
    ...plan,
    without: new Set([...plan.without, kind]),
  })),
  ...ran.happened.map(({ name }) => ({ ...plan, spared: new Set([...plan.spared, name]) })),
];

/**
 * The smallest run that still breaks a promise, or whatever else `isFailing` says of it: messages, oppositions, kinds of faults and
 * single faults are left out one by one, in `most` runs.
 */
export const shrink = async (
  failing: Failing,
  isFailing: (ran: Ran) => boolean = ({ faults }) => faults.length > 0,
  most = MOST_RUNS,
): Promise<Failing> => {
  let smallest = failing;
  let runs = 0;
  const tryIt = async (story: Story, plan: FaultPlan): Promise<boolean> => {
    runs += 1;
    const ran = await runStory(story, plan);
    if (!isFailing(ran)) return false;
    smallest = { story, plan, ran };
    return true;
  };
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    const steps = [
      ...smallerStories(smallest.story).map((story) => [story, smallest.plan] as const),
      ...smallerPlans(smallest).map((plan) => [smallest.story, plan] as const),
    ];
    for (const [story, plan] of steps) {
      if (runs >= most) return smallest;
      isSmaller = await tryIt(story, plan);
      if (isSmaller) break;
    }
  }
  return smallest;
};
