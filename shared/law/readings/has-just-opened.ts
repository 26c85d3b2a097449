import type { VetRequest } from '#shared/domain/message/vet.ts';
import { addSeconds, millisecondsOf } from '#shared/domain/time/instant.ts';
import { vet } from '../fold/vet.ts';

/** Clocks of machines that are kept by the network differ by less, in seconds. */
export const CLOCK_MAY_BE_AHEAD_SECONDS = 2;
const MINUTE_MS = 60_000;

/**
 * Whether a message that is allowed at `request.at` had to wait for its hour so few seconds before: by a clock that is right, it may have
 * to still. Lawful hours begin with a minute, so that it is judged again in its first seconds alone. Pure.
 */
export const hasJustOpened = (request: VetRequest): boolean =>
  millisecondsOf(request.at) % MINUTE_MS < CLOCK_MAY_BE_AHEAD_SECONDS * 1_000 &&
  vet({ ...request, at: addSeconds(request.at, -CLOCK_MAY_BE_AHEAD_SECONDS) }).outcome === 'defer';
