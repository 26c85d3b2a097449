import type { Instant } from '../ids.ts';
import { later } from '../time/instant.ts';
import { type Run, runAt } from './local-time.ts';
import { movedRuns, nextRun, type Schedule, wavesOf } from './schedule.ts';

/** When a campaign first runs, and what its author must know of its times. */
export interface Planned {
  readonly firstRun: Instant;
  /** Times that the clock is put forward over, each with what it runs at instead. */
  readonly moved: readonly Run[];
}

/** Why a schedule cannot be taken, and where in it that is. */
export interface ScheduleFault {
  readonly pointer: string;
  readonly detail: string;
}

/** The zone where a day begins first on Earth: waves begin there. */
const EASTERNMOST = 'Pacific/Kiritimati';
/** Most recipients are here: waves whose time is past here are a mistake. */
const USUAL_ZONE = 'Europe/Paris';

const PAST = 'past already';
const AFTER_END = 'the campaign has ended by then';

const once = (run: Run, pointer: string, now: Instant, endsAt: Instant): Planned | ScheduleFault => {
  if (run.at <= now) return { pointer, detail: PAST };
  if (run.at >= endsAt) return { pointer, detail: AFTER_END };
  return { firstRun: run.at, moved: run.shown === undefined ? [] : [run] };
};

/** When a schedule first runs after now, or why it cannot be taken. */
export const plan = (schedule: Schedule, now: Instant, endsAt: Instant): Planned | ScheduleFault => {
  if ('waves' in schedule) {
    const usual = once(runAt(schedule.waves, USUAL_ZONE), '/waves', now, endsAt);
    return 'detail' in usual ? usual : { ...usual, firstRun: later(now, runAt(schedule.waves, EASTERNMOST).at) };
  }
  if ('every' in schedule) {
    const run = nextRun(schedule, now, endsAt);
    if (run === undefined) return { pointer: '/from', detail: AFTER_END };
    return { firstRun: run.at, moved: movedRuns(schedule, now, endsAt) };
  }
  if (schedule.at === 'now') return { firstRun: now, moved: [] };
  return once(runAt(schedule.at, 'zone' in schedule ? schedule.zone : USUAL_ZONE), '/at', now, endsAt);
};

/** A wave of which the planned hour does not come: those of it leave at once where it is past, and nobody does where it is after the end. */
export interface OutOfTime {
  /** In UTC. */
  readonly at: Instant;
  readonly zones: readonly string[];
  readonly because: 'past' | 'after-end';
}

/** The waves of a schedule that are past already, or that the end of its campaign comes before; the earliest first. */
export const wavesOutOfTime = (
  schedule: Schedule,
  zones: readonly string[],
  { now, endsAt }: { readonly now: Instant; readonly endsAt: Instant },
): readonly OutOfTime[] => {
  if (!('waves' in schedule)) return [];
  return wavesOf(schedule.waves, zones).flatMap(({ at, zones: own }): readonly OutOfTime[] => {
    if (at <= now) return [{ at, zones: own, because: 'past' }];
    return at >= endsAt ? [{ at, zones: own, because: 'after-end' }] : [];
  });
};
