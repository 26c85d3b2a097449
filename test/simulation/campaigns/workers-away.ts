import type { Random } from '#test/worlds/random.ts';
import type { Person } from '../story.ts';
import type { PlannedCampaign, Stretch } from './planned.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Of runs with mails, how many have workers that all take nothing up for a while: with a slow campaign in peace, and while everything goes wrong. */
const AWAY = { slow: 0.25, usual: 0.06 } as const;
/** Of the slow ones, how many have a ramp; and of these, how many a provider that throttles all that comes to it as the ramp begins. */
const [RAMPED, THROTTLED] = [0.3, 0.6];

/** What goes wrong in peace: a slow campaign, of which nobody is at work for a while, or nobody is taken. */
interface SlowInPeace {
  readonly campaigns: readonly PlannedCampaign[];
  readonly away: readonly Stretch[];
  readonly throttled: readonly Stretch[];
}

/**
 * A slow campaign by mail, with nothing going wrong but that all workers are away once it has begun: it keeps its own pace when they are back. Or
 * that SES throttles it at its beginning: it uses the day of its ramp all the same.
 */
export const slowInPeace = (
  { absent: random, throttling }: { readonly absent: Random; readonly throttling: Random },
  {
    peaceFrom,
    people,
    made,
  }: { readonly peaceFrom: number; readonly people: readonly Person[]; readonly made: number },
): SlowInPeace => {
  const byMail = people.filter(({ channel }) => channel === 'email');
  if (byMail.length === 0 || !random.chance(AWAY.slow)) return { campaigns: [], away: [], throttled: [] };
  const at = peaceFrom + random.int(MINUTE, 2 * MINUTE);
  const from = at + random.int(0, 2 * MINUTE);
  const pace = random.chance(RAMPED)
    ? { ramp: [random.int(2, 4), random.int(4, 8)] }
    : { maxPerMinute: random.pick([1, 1, 2]) };
  const campaign: PlannedCampaign = {
    reference: `REF${made + 1}X`,
    of: byMail.filter(({ of }) => of === 1).length > byMail.length / 2 ? 1 : 0,
    channel: 'email',
    at,
    schedule: { kind: 'now' },
    endsAt: at + 6 * DAY,
    controls: [],
    ...pace,
  };
  const isThrottled = campaign.ramp !== undefined && throttling.chance(THROTTLED);
  const throttled = isThrottled ? [{ from: at, until: at + throttling.int(3 * MINUTE, 20 * MINUTE) }] : [];
  // What is open for more than ten minutes does not count as queued.
  return { campaigns: [campaign], away: [{ from, until: from + random.int(4 * MINUTE, 9 * MINUTE) }], throttled };
};

/** Workers that are away while everything goes wrong. */
export const awayIn = (random: Random, campaigns: readonly PlannedCampaign[]): readonly Stretch[] => {
  if (!random.chance(AWAY.usual)) return [];
  const from = random.pick(campaigns).at + random.int(0, 10 * MINUTE);
  return [{ from, until: from + random.int(2 * MINUTE, 9 * MINUTE) }];
};
