import { atMost } from '#shared/domain/at-most.ts';
import type { Forecasted } from '#shared/domain/campaign/dry-run.ts';
import { asItComes, leaveAt, nextTurn, takeTurn, withItsLeavers } from '#shared/domain/campaign/duration.ts';
import type { Line, Speed } from '#shared/domain/campaign/times/line.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Deferral, Forecasting } from './forecast-recipient.ts';

const IN_FLIGHT = 16;

/** Somebody whose turn is to come, from an instant on. */
interface Waiting {
  readonly from: Instant;
  readonly forecasting: Forecasting;
}

/** Whom the law keeps of those who would be too late: the run looks at them where others, whom it puts off, have taken nothing of ramp and quota yet. */
const lookedAtBefore = async (
  found: readonly (Forecasted | Deferral)[],
  together: readonly (Waiting & { readonly at: Instant })[],
  line: Line,
  speed: Speed,
): Promise<readonly (Forecasted | Deferral)[]> => {
  const seen = asItComes(line);
  const looks = found.map((outcome, place) => {
    const one = together[place];
    if (one === undefined || 'from' in outcome || outcome.forecast !== 'expired') return undefined;
    const turn = nextTurn(seen, one.from, speed);
    if (turn.at >= one.at) return undefined;
    takeTurn(line, turn);
    return one.forecasting.bind(undefined, turn.at);
  });
  return atMost(IN_FLIGHT, [...found.entries()], async ([place, outcome]) => {
    const then = await looks[place]?.();
    return then === undefined || 'from' in then || then.leavesAt !== undefined ? outcome : then;
  });
};

/**
 * What comes of some, in their order: each takes the next turn of the line, at their wave or from their lawful hour on, and is judged then. So
 * many are looked at together as have this turn whoever of them leaves: how many leave says how far ramp and quota go. Whoever is deferred takes
 * another turn, before those whose turn has not come.
 */
export const forecastAll = async (
  waiting: readonly Waiting[],
  line: Line,
  speed: Speed,
): Promise<readonly Forecasted[]> => {
  const found: Forecasted[] = [];
  let left = waiting;
  while (left.length > 0) {
    const together: (Waiting & { readonly at: Instant })[] = [];
    const ifAllLeave = withItsLeavers(line);
    for (const each of left) {
      const turn = nextTurn(ifAllLeave, each.from, speed);
      if (turn.at !== nextTurn(line, each.from, speed).at) break;
      takeTurn(line, turn);
      leaveAt(ifAllLeave, turn.at);
      together.push({ ...each, at: turn.at });
    }
    const judged = await atMost(IN_FLIGHT, together, ({ forecasting, at }) => forecasting(at));
    const outcomes = await lookedAtBefore(judged, together, line, speed);
    const deferred: Waiting[] = [];
    for (const [place, outcome] of outcomes.entries()) {
      const one = together[place];
      if ('from' in outcome) {
        if (one !== undefined) deferred.push({ ...one, from: outcome.from });
        continue;
      }
      found.push(outcome);
      if (outcome.leavesAt !== undefined) leaveAt(line, outcome.leavesAt);
    }
    left = [...deferred, ...left.slice(together.length)];
  }
  return found;
};
