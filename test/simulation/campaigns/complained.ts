import type { Random } from '#test/worlds/random.ts';
import { wallIn } from '../judging/campaigns/expected.ts';
import type { Person, PlannedOpposition, Story } from '../story.ts';
import { type PlannedCampaign, ZONE } from './planned.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Of runs with hundreds of people, how many have a campaign that its readers complain of; and of these, how many have one that runs each day. */
const COMPLAINED = 0.06;
const DAILY = 0.5;
/** A brake by complaints looks at two thousand mails at least: one run to so many people, or several runs to the hundreds that there are. */
const ONE_RUN = [2_450, 2_650] as const;
const OF_RUNS = [540, 600] as const;
/** So many of all people complain of the first mail that they read, and of so many nothing is a mailbox any more. */
const [COMPLAINING, DEAD] = [0.025, 0.01] as const;

const campaignOf = (random: Random, at: number, isDaily: boolean): PlannedCampaign => {
  const first = at + random.int(5 * MINUTE, 30 * MINUTE);
  const [day = '', hour = ''] = wallIn(ZONE, first).split('T');
  return {
    reference: 'REF1X',
    of: 0,
    channel: 'email',
    at,
    schedule: isDaily ? { kind: 'daily', from: day, at: hour } : { kind: 'now' },
    endsAt: at + 6 * DAY,
    maxPerMinute: isDaily ? random.int(20, 40) : random.int(20, 30),
    controls: [],
  };
};

/** The same run, or one of a single campaign of which so many complain that it has to pause itself. */
export const withComplaints = (random: Random, story: Story): Story => {
  if (!random.chance(COMPLAINED)) return story;
  const isDaily = random.chance(DAILY);
  const [fewest, most] = isDaily ? OF_RUNS : ONE_RUN;
  const people = Array.from(
    { length: random.int(fewest, most) },
    (_, index): Person => ({
      ...{ address: `lecteur-${index}@example.fr`, channel: 'email', of: 0, zones: [ZONE], consents: true },
      isDead: random.chance(DEAD),
    }),
  );
  const oppositions = people.flatMap((_, by): PlannedOpposition[] =>
    random.chance(COMPLAINING)
      ? [{ by, how: 'complaint', at: story.begins, afterReading: random.int(MINUTE, 20 * MINUTE) }]
      : [],
  );
  const campaigns = [campaignOf(random, story.begins + random.int(0, MINUTE), isDaily)];
  return { ...story, ceiling: 5, people, messages: [], oppositions, campaigns };
};
