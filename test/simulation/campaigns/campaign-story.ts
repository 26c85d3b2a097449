import type { Random } from '#test/worlds/random.ts';
import { drawsOf } from '../engine/draws.ts';
import type { Person, PlannedOpposition, Story } from '../story.ts';
import { addressOf } from './addresses.ts';
import { acrossARun, betweenRuns } from './between-runs.ts';
import { withComplaints } from './complained.ts';
import { movesIn } from './moves.ts';
import { type PlannedCampaign, type PlannedControl, type PlannedSchedule, ZONE } from './planned.ts';
import { reviewIn } from './reviewed.ts';
import { stopsIn } from './stopped-tenants.ts';
import { withLooks } from './two-keys-and-lists.ts';
import { IN_PARIS, wavesInPeace } from './waves-in-peace.ts';
import { awayIn, slowInPeace } from './workers-away.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A day like any other; an evening; the end of a month; the nights on which clocks are put back and forward. */
const BEGINNINGS = [
  [4, '2026-11-24T10:00:00+01:00'],
  [2, '2026-11-24T20:40:00+01:00'],
  [2, '2026-11-30T23:35:00+01:00'],
  [1, '2026-10-24T21:00:00+02:00'],
  [1, '2027-03-27T21:00:00+01:00'],
] as const;

const WALL = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });
/** `2026-11-24T10:05`, as a clock on a wall in Paris shows it. */
const wallOf = (at: number): string => WALL.format(at).replace(' ', 'T');

/** Telephone numbers of three places: how they begin, and where that may be. */
const NUMBERS = [
  ['+336', ['Europe/Paris']],
  ['+262692', ['Indian/Reunion', 'Indian/Mayotte']],
  ['+596696', ['America/Martinique']],
] as const;

const personOf = (
  random: Random,
  channel: 'email' | 'sms',
  { index, dead, isCrowded, inParis }: { index: number; dead: number; isCrowded: boolean; inParis: number },
): Person => {
  const isDead = random.chance(dead);
  const of = random.chance(0.35) ? 1 : 0;
  const consents = random.chance(0.95);
  const address = (made: (number: number) => string) => addressOf({ index, channel, of, made }, isCrowded);
  if (channel === 'email')
    return {
      ...{ address: address((number) => `lecteur-${number}@example.fr`), channel, of },
      ...{ zones: ['Europe/Paris'], consents, isDead },
    };
  const [prefix, zones] = inParis > 0 && random.chance(inParis) ? NUMBERS[0] : random.pick(NUMBERS);
  const first = prefix === '+336' ? 10_000_000 : 100_000;
  return { address: address((number) => `${prefix}${first + number}`), channel, of, zones, consents };
};

const scheduleOf = (random: Random, made: number): PlannedSchedule => {
  const soon = made + random.int(5 * MINUTE, 50 * MINUTE);
  const kind = random.weighted([
    [4, 'now'],
    [3, 'once'],
    [2, 'daily'],
    [2, 'waves'],
  ] as const);
  if (kind === 'now') return { kind };
  if (kind === 'once') return { kind, local: wallOf(soon) };
  if (kind === 'waves') return { kind, local: wallOf(made + random.int(HOUR, 14 * HOUR)) };
  const at = random.pick([wallOf(soon).slice(11), '09:00', '02:30']);
  return { kind, from: wallOf(made + random.int(0, DAY)).slice(0, 10), at };
};

const controlsOf = (random: Random, at: number): readonly PlannedControl[] => {
  // Half of them while the first chunks are at work.
  const first = at + (random.chance(0.5) ? random.int(45_000, 2 * MINUTE + 30_000) : random.int(0, 20 * MINUTE));
  const second = first + random.int(10_000, 3 * HOUR);
  const how = random.weighted([
    [5, 'none'],
    [3, 'paused'],
    [2, 'cancelled'],
    [1, 'paused and cancelled'],
    [1, 'paused for good'],
  ] as const);
  if (how === 'none') return [];
  if (how === 'cancelled') return [{ at: first, to: 'cancelled' }];
  const then = how === 'paused' ? 'running' : 'cancelled';
  return [{ at: first, to: 'paused' }, ...(how === 'paused for good' ? [] : [{ at: second, to: then } as const])];
};

/** How many people there are in a run. */
interface Crowd {
  readonly people: readonly [number, number];
  readonly campaigns: readonly [number, number];
  /** Mails a second that the account may send, and recipients in a minute that a campaign allows itself; 0: without such a limit. */
  readonly perSecond: readonly number[];
  readonly maxPerMinute: readonly number[];
}
const CROWDS = {
  20: {
    people: [12, 26],
    campaigns: [1, 3],
    perSecond: [0.03, 0.06, 0.2, 1, 14],
    maxPerMinute: [0, 0, 1, 2, 5],
  },
  500: { people: [450, 550], campaigns: [1, 2], perSecond: [1, 14], maxPerMinute: [0, 60] },
  10000: { people: [10_000, 10_000], campaigns: [1, 1], perSecond: [14, 50], maxPerMinute: [0] },
} as const satisfies Record<number, Crowd>;
/** Of a crowded shard: cut into pages of so many. */
const FEW = [1, 2, 3, 3, 5] as const;
export type CrowdSize = keyof typeof CROWDS;

const channelIn = (random: Random, size: CrowdSize): 'email' | 'sms' | 'both' =>
  size === 20 ? random.pick(['email', 'email', 'sms', 'both'] as const) : 'email';

/** A run with campaigns: to some twenty people, or to many. */
export const campaignStoryOf = (seed: number, size: CrowdSize = 20): Story => {
  const story = usualStoryOf(seed, size);
  return size === 500 ? withComplaints(drawsOf(seed)('complaints'), story) : story;
};

const usualStoryOf = (seed: number, size: CrowdSize): Story => {
  const draws = drawsOf(seed);
  const random = draws('campaign-story');
  const crowd: Crowd = CROWDS[size];
  const isCrowded = size === 20 && draws('crowding').chance(0.3);
  const begins = Date.parse(random.weighted(BEGINNINGS)) + random.int(0, 10 * MINUTE);
  const asking = random.pick([2 * MINUTE, 10 * MINUTE, 40 * MINUTE]);
  const sends = channelIn(random, size);
  const waves = draws('waves-in-peace');
  const hasWaves = sends === 'sms' && waves.chance(IN_WAVES);
  const inParis = hasWaves ? IN_PARIS : isCrowded ? 0.4 : 0;
  // A list that was bought: its campaigns pause themselves.
  const dead = size > 20 && random.chance(0.4) ? 0.3 : 0;
  const people = Array.from({ length: random.int(...crowd.people) }, (_, index): Person => {
    const channel = sends === 'both' ? random.pick(['email', 'sms'] as const) : sends;
    return personOf(random, channel, { index, dead, isCrowded, inParis });
  });
  const peaceFrom = begins + asking + random.pick([30 * MINUTE, 3 * HOUR, 26 * HOUR]);
  const paused = draws('between-runs');
  const across = draws('across-a-run');
  const campaigns = Array.from({ length: random.int(...crowd.campaigns) }, (_, index): PlannedCampaign => {
    const at = begins + random.int(0, asking);
    const channel = sends === 'both' ? random.pick(['email', 'sms'] as const) : sends;
    const isShort = random.chance(0.2);
    const controls = controlsOf(random, at);
    const isPausedForGood = controls.at(-1)?.to === 'paused';
    const planned = betweenRuns(paused, {
      reference: `REF${index + 1}X`,
      of: random.chance(0.4) ? 1 : 0,
      channel,
      at,
      schedule: scheduleOf(random, at),
      endsAt: at + (isShort ? random.int(20 * MINUTE, 5 * HOUR) : isPausedForGood ? DAY : 6 * DAY),
      maxPerMinute: random.pick(isCrowded ? FEW : crowd.maxPerMinute) || undefined,
      ...(size === 20 && random.chance(0.15) ? { ramp: [random.int(2, 6), random.int(4, 10)] } : {}),
      controls,
      ...(channel === 'sms' && random.chance(isCrowded ? 0.7 : 0.3) ? { zones: [random.pick(NUMBERS)[1][0]] } : {}),
    });
    return acrossARun(across, planned);
  });
  const looked = draws('looks');
  // Two advertisers who share little, with nothing going wrong: neither may starve.
  const isShared = size === 20 && random.chance(0.3);
  const made = campaigns.length;
  const fair = isShared ? fairCampaigns(random, peaceFrom, made) : [];
  const absent = draws('workers-away');
  const isQuiet = size === 20 && !isShared && !hasWaves;
  const slow = isQuiet
    ? slowInPeace({ absent, throttling: draws('throttled-ramp') }, { peaceFrom, people, made })
    : NOT_SLOW;
  const withWaves = hasWaves && !isShared ? [wavesInPeace(waves, { peaceFrom, people, made })] : fair;
  const inPeace = [...withWaves, ...slow.campaigns];
  const away = [...slow.away, ...(size === 20 ? awayIn(absent, campaigns) : [])];
  const twoKeys = size === 20 && inPeace.length === 0 && looked.chance(0.2) ? [looked.int(0, 1)] : [];
  const oppositions = people.flatMap(({ channel }, by): PlannedOpposition[] => {
    if (!random.chance(size === 20 ? 0.3 : 0.05)) return [];
    const how = random.pick(
      channel === 'email' ? (['reported', 'link', 'link', 'complaint'] as const) : (['reported', 'reply'] as const),
    );
    const near = random.chance(0.6) ? random.pick(campaigns).at + random.int(30_000, 3 * MINUTE) : undefined;
    const at = near ?? begins + random.int(0, asking + 20 * MINUTE);
    return [
      { by, how, at: Math.max(begins, at), afterReading: random.pick([random.int(100, 4_000), random.int(0, 90_000)]) },
    ];
  });
  const messages = size === 20 && random.chance(0.25) ? messagesTo(random, people, { from: begins, asking }) : [];
  const outages = random.chance(0.25)
    ? [
        {
          from: begins + random.int(0, asking),
          until: begins + asking + random.int(0, 20 * MINUTE),
          channel: random.pick(['email', 'sms'] as const),
          how: messages.length > 0 ? random.pick(['refuses', 'errs'] as const) : random.pick(HOW_AWAY),
        },
      ]
    : [];
  const halted = begins + random.int(0, asking);
  const isAlone = size === 20 && !isShared && messages.length === 0;
  const stops = size === 20 ? stopsIn(draws('stopped-tenants'), { campaigns, fair }) : [];
  const moves = isAlone && inPeace.length === 0 ? movesIn(draws('moves'), { people, oppositions, campaigns }) : [];
  const { review, campaigns: ending } = isAlone ? reviewIn(draws('reviews'), campaigns) : { campaigns };
  return {
    seed,
    begins,
    peaceFrom,
    ...(review === undefined ? {} : { review }),
    ...(stops.length === 0 ? {} : { stops }),
    ...(away.length === 0 ? {} : { away }),
    ...(slow.throttled.length === 0 ? {} : { throttled: slow.throttled }),
    ...(moves.length === 0 ? {} : { moves }),
    ceiling: messages.length > 0 || hasWaves ? 5 : random.pick([1, 2, 5]),
    people,
    messages,
    oppositions,
    outages,
    halts: random.chance(0.15) ? [{ from: halted, until: halted + random.int(2 * MINUTE, 30 * MINUTE) }] : [],
    perSecond: isShared ? 0.03 : random.pick(crowd.perSecond),
    campaigns: [...(size === 20 ? withLooks(looked, ending, { people, twoKeys }) : ending), ...inPeace],
    twoKeys,
    deploys: random.chance(0.4) ? [begins + random.int(0, asking + 10 * MINUTE)] : [],
  };
};

const NOT_SLOW = { campaigns: [], away: [], throttled: [] };
/** Of runs by text alone, how many have a campaign in waves at the end, in peace. */
const IN_WAVES = 0.25;

const HOW_AWAY = ['refuses', 'errs', 'rejects'] as const;

/** Single messages to some of them, which share providers and ceilings with campaigns. */
const messagesTo = (
  random: Random,
  people: readonly Person[],
  { from, asking }: { readonly from: number; readonly asking: number },
): Story['messages'] =>
  Array.from({ length: random.int(1, 5) }, (_, index) => {
    const at = from + random.int(0, asking + 10 * MINUTE);
    return { reference: `REF${100 + index}X`, to: random.int(0, people.length - 1), at, validUntil: at + 6 * DAY };
  });

const fairCampaigns = (random: Random, peaceFrom: number, made: number): readonly PlannedCampaign[] =>
  ([0, 1] as const).map((of) => ({
    reference: `REF${made + 1 + of}X`,
    of,
    channel: 'email',
    at: peaceFrom + random.int(MINUTE, 2 * MINUTE),
    schedule: { kind: 'now' },
    endsAt: peaceFrom + 6 * DAY,
    controls: [],
  }));
