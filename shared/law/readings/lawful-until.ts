import type { Instant } from '#shared/domain/ids.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { vet } from '../fold/vet.ts';

/** Shorter than any pause between two lawful hours, so that none is stepped over: the shortest is an hour, at 13:00 for calls. */
const STEP_SECONDS = 45 * 60;
const MOST_STEPS = 5;

/**
 * Until when a message that is allowed at `request.at` would still be: to the second, and at most 225 minutes ahead. What a provider may
 * still deliver then is no later than the law lets it. Pure.
 */
export const lawfulUntil = (request: VetRequest): Instant => {
  const isAllowedAfter = (seconds: number): boolean =>
    vet({ ...request, at: addSeconds(request.at, seconds) }).outcome === 'allow';
  let steps = 0;
  while (steps < MOST_STEPS && isAllowedAfter((steps + 1) * STEP_SECONDS)) steps += 1;
  if (steps === MOST_STEPS) return addSeconds(request.at, MOST_STEPS * STEP_SECONDS);
  let [allowed, refused] = [steps * STEP_SECONDS, (steps + 1) * STEP_SECONDS];
  while (refused - allowed > 1) {
    const middle = Math.floor((allowed + refused) / 2);
    if (isAllowedAfter(middle)) allowed = middle;
    else refused = middle;
  }
  return addSeconds(request.at, allowed);
};
