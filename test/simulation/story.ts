import type { Random } from '#test/worlds/random.ts';
import type { PlannedCampaign, PlannedMove, Stretch, TenantStop } from './campaigns/planned.ts';
import { drawsOf } from './engine/draws.ts';
import type { Outage } from './world/provider.ts';
import type { SimulatedChannel } from './world/sink.ts';

/** What is going to happen in a run, but for what goes wrong. Times are milliseconds since 1970. */

export interface Person {
  readonly address: string;
  readonly channel: SimulatedChannel;
  /** The place of its advertiser among the two of a run. */
  readonly of: 0 | 1;
  /** The zones where it may be, by its number alone; that of its waves first. */
  readonly zones: readonly string[];
  /** Agreed to it before anything began. */
  readonly consents: boolean;
  /** Its mailbox takes nothing. */
  readonly isDead?: boolean;
}

interface AskedMessage {
  /** What its reader finds in it. */
  readonly reference: string;
  /** The place of its person among the people. */
  readonly to: number;
  readonly at: number;
  readonly validUntil: number;
}

/** An opposition: reported by the advertiser at a moment, or an answer to the first message that comes after one. */
export interface PlannedOpposition {
  readonly by: number;
  readonly how: 'reported' | 'link' | 'reply' | 'complaint' | 'key' | 'listed';
  readonly at: number;
  readonly afterReading: number;
}

interface PlannedHalt {
  readonly from: number;
  readonly until: number;
}

export interface Story {
  readonly seed: number;
  /** Texts and calls leave by a provider that speaks our contract, and reports by HTTPS. Absent: texts by SNS. */
  readonly isRouted?: true;
  readonly begins: number;
  /** From then on nothing goes wrong. */
  readonly peaceFrom: number;
  /** Messages a day to one contact on one channel. */
  readonly ceiling: number;
  readonly people: readonly Person[];
  readonly messages: readonly AskedMessage[];
  readonly oppositions: readonly PlannedOpposition[];
  readonly outages: readonly Outage[];
  readonly halts: readonly PlannedHalt[];
  /** Mails a second that the account may send. */
  readonly perSecond: number;
  readonly campaigns: readonly PlannedCampaign[];
  /** The advertisers of whose campaigns each needs two keys, by their place. */
  readonly twoKeys?: readonly number[] | undefined;
  /** The place of an advertiser that sells credit, whose mails wait for a human, and what is decided from when on. */
  readonly review?: { readonly of: 0 | 1; readonly at: number; readonly decision: 'allowed' | 'refused' } | undefined;
  /** When SES throttles all that is handed to it. Absent: never. */
  readonly throttled?: readonly Stretch[] | undefined;
  /** Advertisers whom SES stops by their tenants. Absent: none. */
  readonly stops?: readonly TenantStop[] | undefined;
  /** Who takes another address, and when. Absent: nobody. */
  readonly moves?: readonly PlannedMove[] | undefined;
  /** When no worker takes a chunk up. Absent: never. */
  readonly away?: readonly Stretch[] | undefined;
  /** When the next version is deployed. */
  readonly deploys: readonly number[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A day like any other; an evening at whose end texts may no longer leave; the end of a month. */
const BEGINNINGS = [
  [4, '2026-11-24T10:00:00+01:00'],
  [2, '2026-11-24T21:05:00+01:00'],
  [2, '2026-12-01T00:49:00+01:00'],
] as const;

/** What leaves by whom, and how people answer it. */
interface Leaving {
  readonly beginnings: readonly (readonly [number, string])[];
  readonly channelOf: (random: Random) => SimulatedChannel;
  readonly waysOf: (channel: SimulatedChannel) => readonly PlannedOpposition['how'][];
  readonly channels: readonly SimulatedChannel[];
  readonly more: Pick<Story, 'isRouted'>;
}
const BY_AWS: Leaving = {
  beginnings: BEGINNINGS,
  channelOf: (random) => (random.chance(0.4) ? 'email' : 'sms'),
  waysOf: (channel) => (channel === 'email' ? ['reported', 'link', 'link', 'complaint'] : ['reported', 'reply']),
  channels: ['email', 'sms'],
  more: {},
};
/** Also shortly before machines may call no longer, at noon and in the evening. */
const ROUTED: Leaving = {
  beginnings: [...BEGINNINGS, [1, '2026-11-24T12:50:00+01:00'], [1, '2026-11-24T19:50:00+01:00']],
  channelOf: (random) => random.pick(['sms', 'mms', 'automated-call']),
  waysOf: (channel) =>
    channel === 'automated-call' ? ['reported', 'key', 'key', 'listed'] : ['reported', 'reply', 'reply', 'listed'],
  channels: ['sms', 'mms', 'automated-call'],
  more: { isRouted: true },
};

/** How many people there are in a run, and how many messages each of them is to get. */
export interface Size {
  readonly people: readonly [number, number];
  readonly each: readonly [number, number];
}
const SMALL: Size = { people: [2, 6], each: [1, 3] };

/** Texts and calls by a provider that reports by HTTPS. */
export const routedStoryOf = (seed: number): Story => storyOf(seed, SMALL, ROUTED);

export const storyOf = (seed: number, size: Size = SMALL, leaving: Leaving = BY_AWS): Story => {
  const random = drawsOf(seed)('story');
  const begins = Date.parse(random.weighted(leaving.beginnings)) + random.int(0, 10 * MINUTE);
  const asking = random.pick([2 * MINUTE, 10 * MINUTE, 40 * MINUTE]);
  const people = Array.from({ length: random.int(...size.people) }, (_, index): Person => {
    const channel = leaving.channelOf(random);
    const address = channel === 'email' ? `lecteur-${index}@example.fr` : `+336${String(10_000_000 + index)}`;
    return { address, channel, of: 0, zones: ['Europe/Paris'], consents: random.chance(0.9) };
  });
  let made = 0;
  const messages = people.flatMap((_, to) => {
    const together = random.chance(0.5) ? random.int(0, asking) : undefined;
    return Array.from({ length: random.int(...size.each) }, (): AskedMessage => {
      made += 1;
      const at = begins + (together === undefined ? random.int(0, asking) : together + random.int(0, 2_000));
      const valid = random.chance(0.25) ? random.int(15 * MINUTE, 2 * HOUR) : 6 * DAY;
      return { reference: `REF${made}X`, to, at, validUntil: at + valid };
    });
  });
  const oppositions = people.flatMap(({ channel }, by): PlannedOpposition[] => {
    if (!random.chance(0.4)) return [];
    const how = random.pick(leaving.waysOf(channel));
    // Half of them just when a message to the same person is on its way.
    const own = messages.filter(({ to }) => to === by);
    const near = random.chance(0.5) ? random.pick(own).at + random.int(-3_000, 3_000) : undefined;
    const at = near ?? begins + random.int(0, asking + MINUTE);
    return [
      { by, how, at: Math.max(begins, at), afterReading: random.pick([random.int(100, 4_000), random.int(0, 90_000)]) },
    ];
  });
  const outages = random.chance(0.3)
    ? [
        {
          from: begins + random.int(0, asking),
          until: begins + asking + random.int(0, 20 * MINUTE),
          channel: random.pick(leaving.channels),
          how: random.pick(['refuses', 'errs'] as const),
        },
      ]
    : [];
  const halted = begins + random.int(0, asking);
  const halts = random.chance(0.2) ? [{ from: halted, until: halted + random.int(2 * MINUTE, 30 * MINUTE) }] : [];
  const peaceFrom = begins + asking + random.pick([2 * MINUTE, 30 * MINUTE, 3 * HOUR, 26 * HOUR]);
  const ceiling = random.pick([1, 2, 5]);
  const none = { perSecond: 14, campaigns: [], deploys: [], ...leaving.more };
  return { seed, begins, peaceFrom, ceiling, people, messages, oppositions, outages, halts, ...none };
};
