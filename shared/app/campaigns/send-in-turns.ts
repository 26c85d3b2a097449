import { atMost } from '#shared/domain/at-most.ts';
import type { ChunkRecipient } from '#shared/domain/campaign/campaign.ts';
import type { ChunkPace } from '#shared/domain/message/channel.ts';
import type { Clock } from '../clock.port.ts';
import type { Pause } from '../pause.port.ts';
import { AGAIN_SECONDS, isOver, type Sent, waitingOutcome } from './recipient-outcome.ts';
import type { Running } from './runs.port.ts';

/** Waited in place after the provider throttled. */
const AFTER_THROTTLE_MS = 2_000;
/** Answers of a provider that throttles after which nobody else of a chunk is tried. */
const MOST_THROTTLED = 3;

/** What paces the recipients of one chunk. */
interface Pacing {
  readonly clock: Clock;
  readonly pause: Pause;
  readonly pace: ChunkPace;
}

const isThrottled = ({ outcome: { state, codes } }: Sent): boolean => state === 'waiting' && codes[0] === 'throttled';

/**
 * Sends to the recipients of a chunk as fast as its channel takes them. A provider that throttles is given some seconds; if it throttles
 * on, the rest is not tried and comes up again with those who were, a minute later. Those of a run that is over wait for nothing.
 */
export const sendInTurns = (
  { clock, pause, pace }: Pacing,
  { running, recipients }: { readonly running: Running; readonly recipients: readonly ChunkRecipient[] },
  send: (recipient: ChunkRecipient) => Promise<Sent>,
): Promise<readonly Sent[]> => {
  let [started, throttled] = [0, 0];
  return atMost(pace.inFlight, recipients, async (recipient) => {
    if (throttled >= MOST_THROTTLED)
      return {
        outcome: waitingOutcome(running, recipient, { code: 'throttled', seconds: AGAIN_SECONDS }, clock.now()),
      };
    if (started > 0 && pace.betweenMs > 0 && !isOver(running, clock.now())) await pause(pace.betweenMs);
    started += 1;
    const sent = await send(recipient);
    if (!isThrottled(sent)) return sent;
    throttled += 1;
    if (throttled < MOST_THROTTLED) await pause(AFTER_THROTTLE_MS);
    return sent;
  });
};
