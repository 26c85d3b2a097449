import type { Random } from '#test/worlds/random.ts';
import { earliestOf, wallIn } from '../judging/campaigns/expected.ts';
import type { Person } from '../story.ts';
import type { PlannedCampaign } from './planned.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Where the first wave of a run is. */
const FIRST = 'Indian/Reunion';
/** Days on which every hour of the day is lawful, from 0 for Sunday: of those that stories come to none is a holiday. */
const DAYS: readonly number[] = [2, 3, 4];

/** Of those to whom such a campaign goes, so many are in Paris: few are in the first wave. */
export const IN_PARIS = 0.6;

/** A slow campaign by text that starts minutes before its first wave, with nothing going wrong: it leaves at its hour, whoever else waits for theirs. */
export const wavesInPeace = (
  random: Random,
  {
    peaceFrom,
    people,
    made,
  }: { readonly peaceFrom: number; readonly people: readonly Person[]; readonly made: number },
): PlannedCampaign => {
  const planned = {
    reference: `REF${made + 1}X`,
    of: people.filter(({ of }) => of === 1).length > people.length / 2 ? 1 : 0,
    channel: 'sms',
    maxPerMinute: random.int(1, 2),
    controls: [],
  } as const;
  const clock = `${random.int(11, 15)}:${random.int(10, 59)}`;
  const before = random.int(2 * MINUTE, 4 * MINUTE);
  for (let on = peaceFrom; ; on += DAY) {
    const day = wallIn(FIRST, on).slice(0, 10);
    const schedule = { kind: 'waves', local: `${day}T${clock}` } as const;
    const campaign = {
      ...planned,
      schedule,
      at: 0,
      endsAt: 0,
      awaits: false,
      campaignId: '',
      approvals: [],
      asked: [],
    };
    const at = earliestOf(campaign, 0, FIRST) - before;
    if (at > peaceFrom + MINUTE && DAYS.includes(new Date(day).getUTCDay()))
      return { ...planned, schedule, at, endsAt: at + 2 * DAY };
  }
};
