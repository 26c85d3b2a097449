import { PARIS, TERRITORIES, zonesOfNeighbour } from '../contact/phone/dialling.ts';
import type { Instant } from '../ids.ts';
import { addSeconds, later } from '../time/instant.ts';
import { zoneNamed } from '../time/zone-names.ts';
import type { Campaign, CampaignContent } from './campaign.ts';
import { type Run, runAt } from './local-time.ts';
import { validUntilOf } from './recurring.ts';
import { movedRuns, nextRun, type Wave, wavesOf } from './schedule.ts';

/** When a campaign first runs, and what its author must know of its times. */
export interface Planned {
  readonly firstRun: Instant;
  /** Times that the clock is put forward over, each with what it runs at instead; of waves with the zones whose clocks are so. */
  readonly moved: readonly (Run & Partial<Pick<Wave, 'zones'>>)[];
}

/** Why a schedule cannot be taken, and where in it that is. */
export interface ScheduleFault {
  readonly pointer: string;
  readonly detail: string;
}

/** The zone where a day begins first on Earth: waves begin there, where somebody may be in any zone. */
const EASTERNMOST = 'Pacific/Kiritimati';
/** So long before its first hour the audience of a run in waves is read: a million of one zone take a quarter of an hour (docs/capacity.md). */
const READ_SECONDS_BEFORE = 3_600;
/** Most recipients are here, where nothing else is said. */
const USUAL_ZONE = PARIS.zone;
const FRENCH_ZONES: readonly string[] = [
  USUAL_ZONE,
  ...Object.values(TERRITORIES).flatMap(({ places }) => places.map(({ zone }) => zone)),
];

/** Nobody is written to in the first seconds of a run: it starts within the next minute. */
export const SHORTEST_SECONDS = 60;

const PAST = 'past already';
const AFTER_END = 'the campaign has ended by then';

/** Does it end within the minute in which whoever begins then would be written to? */
const isTooLate = (at: Instant, endsAt: Instant): boolean => addSeconds(at, SHORTEST_SECONDS) > endsAt;

const once = (run: Run, pointer: string, now: Instant, isAfterEnd: boolean): Planned | ScheduleFault => {
  if (run.at <= now) return { pointer, detail: PAST };
  if (isAfterEnd) return { pointer, detail: AFTER_END };
  return { firstRun: run.at, moved: run.shown === undefined ? [] : [run] };
};

/** What says when a campaign runs, and where those may be to whom it goes. */
type Scheduled = Pick<CampaignContent, 'schedule' | 'endsAt' | 'audience'>;

/** The zones of these countries; `undefined`: of one of them they are not known, or somebody of France may be in a territory of it. */
const zonesOfCountries = (countries: readonly string[] | undefined): readonly string[] | undefined => {
  const zones = countries?.map(
    (country) => TERRITORIES[country]?.places.map(({ zone }) => zone) ?? zonesOfNeighbour(country),
  );
  return zones?.every((each) => each !== undefined) ? zones.flat() : undefined;
};

const conditionsOf = ({ audience }: Pick<Scheduled, 'audience'>) =>
  ('segment' in audience ? audience.segment.where : undefined) ?? {};

/** Where its recipients may be, as far as its segment names zones or countries; else in France and its territories. */
const zonesOf = (scheduled: Pick<Scheduled, 'audience'>): readonly string[] => {
  const { zones, countries } = conditionsOf(scheduled);
  const named = zones ?? zonesOfCountries(countries);
  return named === undefined ? FRENCH_ZONES : [...new Set(named.map((zone) => zoneNamed(zone) ?? zone))];
};

/**
 * When the audience of a run in waves is read: just before the first hour of whom it may be for, so that whoever agrees until then is in it. Nobody of a
 * segment that names zones has another hour; somebody of one that names countries may have been declared to be anywhere.
 */
const readFrom = (waves: string, { zones }: ReturnType<typeof conditionsOf>): Instant => {
  const [first] = wavesOf(waves, zones?.map((zone) => zoneNamed(zone) ?? zone) ?? []);
  return first === undefined ? runAt(waves, EASTERNMOST).at : addSeconds(first.at, -READ_SECONDS_BEFORE);
};

/**
 * The waves of these zones. A time that is past, or comes after the end, is a mistake where it is so for most: in Paris where somebody may be
 * there, else in every zone.
 */
const inWaves = (waves: string, scheduled: Scheduled, now: Instant): Planned | ScheduleFault => {
  const [zones, { endsAt }] = [zonesOf(scheduled), scheduled];
  const judged = zones.includes(USUAL_ZONE) ? [USUAL_ZONE] : zones;
  const faults = judged.flatMap((zone) => {
    const run = runAt(waves, zone);
    const planned = once(run, '/waves', now, isTooLate(run.at, endsAt));
    return 'detail' in planned ? [planned] : [];
  });
  const [fault] = faults;
  const isMistake = faults.filter(({ detail }) => detail === fault?.detail).length === judged.length;
  if (fault !== undefined && isMistake) return fault;
  const moved = wavesOf(waves, zones).filter(({ shown }) => shown !== undefined);
  return { firstRun: later(now, readFrom(waves, conditionsOf(scheduled))), moved };
};

/** When a campaign first runs after now, or why its schedule cannot be taken. */
export const plan = (scheduled: Scheduled, now: Instant): Planned | ScheduleFault => {
  const { schedule, endsAt } = scheduled;
  if ('waves' in schedule) return inWaves(schedule.waves, scheduled, now);
  if ('every' in schedule) {
    const run = nextRun(schedule, now, endsAt);
    if (run === undefined) return { pointer: '/from', detail: AFTER_END };
    return { firstRun: run.at, moved: movedRuns(schedule, now, endsAt) };
  }
  if (schedule.at === 'now') return { firstRun: now, moved: [] };
  const run = runAt(schedule.at, 'zone' in schedule ? schedule.zone : USUAL_ZONE);
  return once(run, '/at', now, run.at >= endsAt);
};

/** A wave of which the planned hour does not come: those of it leave at once where it is past, and nobody does where it is after the end. */
export interface OutOfTime {
  /** In UTC. */
  readonly at: Instant;
  readonly zones: readonly string[];
  readonly because: 'past' | 'after-end';
}

/** The waves of a campaign that are past already, or that its end comes before or within a minute of; the earliest first. */
export const wavesOutOfTime = (scheduled: Scheduled, now: Instant): readonly OutOfTime[] => {
  const { schedule, endsAt } = scheduled;
  if (!('waves' in schedule)) return [];
  return wavesOf(schedule.waves, zonesOf(scheduled)).flatMap(({ at, zones: own }): readonly OutOfTime[] => {
    if (at <= now) return [{ at, zones: own, because: 'past' }];
    return isTooLate(at, endsAt) ? [{ at, zones: own, because: 'after-end' }] : [];
  });
};

/** What an author must know of the times of a campaign. */
export interface CampaignTimes extends Pick<Planned, 'moved'> {
  /** `undefined`: it would not run, if it were approved now. */
  readonly firstRun: Instant | undefined;
  /** When its first run ends at the latest; `undefined` as that. */
  readonly runEndsBy: Instant | undefined;
  readonly awaitsApproval: boolean;
  /** Waves whose hour does not come. */
  readonly outOfTime: readonly OutOfTime[];
}

/** Does it wait for a second key? */
export const awaitsApproval = ({ control }: Pick<Campaign, 'control'>): boolean => control === 'awaiting-approval';

/** Those times as they were planned when it was approved, or else created; where it awaits its approval, as they are if that comes now. */
export const timesOf = (campaign: Campaign, now: Instant): CampaignTimes => {
  const isAwaiting = awaitsApproval(campaign);
  const since = campaign.approval?.approvedAt ?? campaign.createdAt;
  const at = isAwaiting ? now : since;
  const planned = plan(campaign, at);
  const [first, moved] = 'detail' in planned ? [isAwaiting ? undefined : at, []] : [planned.firstRun, planned.moved];
  const isOver = isAwaiting && first !== undefined && isTooLate(first, campaign.endsAt);
  const firstRun = campaign.approval?.firstRun ?? (isOver ? undefined : first);
  return {
    firstRun,
    runEndsBy: firstRun && validUntilOf(campaign, firstRun, firstRun),
    moved,
    awaitsApproval: isAwaiting,
    outOfTime: wavesOutOfTime(campaign, at),
  };
};
