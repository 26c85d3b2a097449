import { atMost } from '#shared/domain/at-most.ts';
import type { ChunkRecipient } from '#shared/domain/campaign/campaign.ts';
import { UNANSWERED } from '#shared/domain/campaign/recipient.ts';
import type { ChunkPace } from '#shared/domain/message/channel.ts';
import type { Clock } from '../../clock.port.ts';
import type { Pause } from '../../pause.port.ts';
import type { Running } from '../runs.port.ts';
import { AGAIN_SECONDS, isOver, type Sent, waitingOutcome } from './recipient-outcome.ts';

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

/** Hand-offs of a chunk without an answer, and none that was taken, after which nobody else is tried: they are never written to again. */
const MOST_UNANSWERED = 5;

/** Does the provider answer of nothing that it is handed? */
export const isUnanswered = (sent: readonly Pick<Sent, 'outcome'>[]): boolean => {
  if (sent.some(({ outcome: { providerMessageId } }) => providerMessageId !== undefined)) return false;
  const unanswered = sent.filter(
    ({ outcome: { state, bytesSha256 } }) => state === 'unknown' && bytesSha256 !== undefined,
  );
  return unanswered.length >= MOST_UNANSWERED;
};

const isThrottled = ({ outcome: { state, codes } }: Sent): boolean => state === 'waiting' && codes[0] === 'throttled';

/**
 * Sends to the recipients of a chunk as fast as its channel takes them. A provider that throttles is given some seconds; if it throttles
 * on, the rest is not tried and comes up again with those who were, a minute later; nor is it where it answers of nothing that it is handed. Those of a run that is over wait for nothing.
 */
export const sendAtPace = (
  { clock, pause, pace }: Pacing,
  { running, recipients }: { readonly running: Running; readonly recipients: readonly ChunkRecipient[] },
  send: (recipient: ChunkRecipient) => Promise<Sent>,
): Promise<readonly Sent[]> => {
  let [started, throttled] = [0, 0];
  const done: Sent[] = [];
  return atMost(pace.inFlight, recipients, async (recipient) => {
    if (throttled >= MOST_THROTTLED)
      return {
        outcome: waitingOutcome(running, recipient, { code: 'throttled', seconds: AGAIN_SECONDS }, clock.now()),
      };
    if (isUnanswered(done))
      return {
        outcome: waitingOutcome(running, recipient, { code: UNANSWERED, seconds: AGAIN_SECONDS }, clock.now()),
      };
    if (started > 0 && pace.betweenMs > 0 && !isOver(running, clock.now())) await pause(pace.betweenMs);
    started += 1;
    const sent = await send(recipient);
    done.push(sent);
    if (!isThrottled(sent)) return sent;
    throttled += 1;
    if (throttled < MOST_THROTTLED) await pause(AFTER_THROTTLE_MS);
    return sent;
  });
};
