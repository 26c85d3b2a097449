import type { Instant } from '#shared/domain/ids.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { vet } from '../fold/vet.ts';

/** Shorter than any pause between two lawful hours, so that none is stepped over: the shortest is an hour, at 13:00 for calls. */
const STEP_SECONDS = 45 * 60;
const MOST_STEPS = 5;

/** Whether the message would still be allowed so many seconds later. */
const isAllowedIn =
  (request: VetRequest) =>
  (seconds: number): boolean =>
    vet({ ...request, at: addSeconds(request.at, seconds) }).outcome === 'allow';

/** The last second at which it is, between one at which it is and one at which it is not. */
const lastAllowed = (isAllowedAfter: (seconds: number) => boolean, from: number, to: number): number => {
  let [allowed, refused] = [from, to];
  while (refused - allowed > 1) {
    const middle = Math.floor((allowed + refused) / 2);
    if (isAllowedAfter(middle)) allowed = middle;
    else refused = middle;
  }
  return allowed;
};

/**
 * Until when a message that is allowed at `request.at` would still be: to the second, and at most 225 minutes ahead. What a provider may
 * still deliver then is no later than the law lets it. Pure.
 */
export const lawfulUntil = (request: VetRequest): Instant => {
  const isAllowedAfter = isAllowedIn(request);
  let steps = 0;
  while (steps < MOST_STEPS && isAllowedAfter((steps + 1) * STEP_SECONDS)) steps += 1;
  if (steps === MOST_STEPS) return addSeconds(request.at, MOST_STEPS * STEP_SECONDS);
  return addSeconds(request.at, lastAllowed(isAllowedAfter, steps * STEP_SECONDS, (steps + 1) * STEP_SECONDS));
};

/** The same of a message whose answer is relied upon for so many seconds at most: fewer than the shortest pause between two lawful hours. */
export const lawfulWithin = (request: VetRequest, seconds: number): Instant => {
  const isAllowedAfter = isAllowedIn(request);
  return addSeconds(request.at, isAllowedAfter(seconds) ? seconds : lastAllowed(isAllowedAfter, 0, seconds));
};
