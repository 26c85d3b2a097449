import type { Instant } from '../ids.ts';
import { addDays, millisecondsOf } from '../time/instant.ts';
import type { Standing } from './standing.ts';

/** What was already too old when it was recorded stays this long, so that a verdict can say why it is no basis (D23). */
const SHORTEST_STAY_DAYS = 30;

/**
 * When a standing may be deleted, given the end of its retention (`undefined`: not known yet). Never while it holds an
 * opposition (P2), and never sooner than 30 days from now. That also keeps the date out of the past, as DynamoDB does
 * not delete an item whose date is more than five years old.
 */
export const deletionOf = (
  standing: Pick<Standing, 'oppositions'>,
  retentionEnd: Instant | undefined,
  now: Instant,
): Instant | undefined => {
  if (standing.oppositions.length > 0 || retentionEnd === undefined) return undefined;
  const soonest = addDays(now, SHORTEST_STAY_DAYS);
  return millisecondsOf(retentionEnd) > millisecondsOf(soonest) ? retentionEnd : soonest;
};
