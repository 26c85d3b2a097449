import { atMost } from '#shared/domain/at-most.ts';
import type { Chunk, ChunkRecipient } from '#shared/domain/campaign/chunk.ts';
import { type Handed, type Row, stopsAfter } from '#shared/domain/campaign/stopping/in-a-row.ts';
import type { ChunkPace } from '#shared/domain/message/channel.ts';
import type { Clock } from '../../clock.port.ts';
import type { Pause } from '../../pause.port.ts';
import type { Running } from '../runs.port.ts';
import { AGAIN_SECONDS, isOver, type Sent, waitingOutcome } from './recipient-outcome.ts';

/** Waited in place after the provider throttled. */
const AFTER_THROTTLE_MS = 2_000;
/** Answers of a provider that throttles after which nobody else of a chunk is tried. */
const MOST_THROTTLED = 3;

/** The recipients of a chunk are spread over so long at most, where its route takes few: its worker has a minute. */
const LONGEST_MS = 40_000;

/**
 * How fast the recipients of this chunk follow one another: where its channel says nothing else no faster than its route takes them, since a provider that counts by the
 * second refuses what is above. A version before stored no rate: they leave together.
 */
export const paceOfChunk = (
  pace: ChunkPace,
  { perMinute, recipients }: Pick<Chunk, 'perMinute' | 'recipients'>,
): ChunkPace => {
  if (pace.betweenMs > 0 || perMinute === undefined) return pace;
  return { ...pace, betweenMs: Math.floor(Math.min(60_000 / perMinute, LONGEST_MS / recipients.length)) };
};

/** What paces the recipients of one chunk. */
interface Pacing {
  readonly clock: Clock;
  readonly pause: Pause;
  readonly pace: ChunkPace;
}

/** What was handed over so far, in the order in which it was answered: whom it rejected before it took another it rejected alone. */
export const handedIn = (done: readonly Sent[]): Handed => {
  const isTaken = ({ outcome: { providerMessageId } }: Sent): boolean => providerMessageId !== undefined;
  const isUnanswered = ({ outcome: { state, bytesSha256 } }: Sent): boolean =>
    state === 'unknown' && bytesSha256 !== undefined;
  const behind = done.slice(done.findLastIndex(isTaken) + 1);
  return {
    isTaken: done.some(isTaken),
    unanswered: done.filter(isUnanswered).length,
    addresses: done.filter(({ isAddressRefused }) => isAddressRefused === true).length,
    rejected: behind.flatMap(({ outcome, rejectedAs }) => (rejectedAs === undefined ? [] : [outcome.contactId])),
  };
};

const isThrottled = ({ outcome: { state, codes } }: Sent): boolean => state === 'waiting' && codes[0] === 'throttled';

/** What came of the recipients of a chunk, in their order, and of whom something was tried, in the order of the answers. */
export interface SentInTurns {
  readonly sent: readonly Sent[];
  readonly done: readonly Sent[];
}

/**
 * Sends to the recipients of a chunk as fast as its channel takes them. A provider that throttles is given some seconds; if it throttles
 * on, the rest is not tried and comes up again with those who were, a minute later; nor is it where, with what is in a row `before` it, the provider answers of nothing that it is
 * handed, or takes no address. Those of a run that is over wait for nothing.
 */
export const sendAtPace = async (
  { clock, pause, pace }: Pacing,
  of: { readonly running: Running; readonly recipients: readonly ChunkRecipient[]; readonly before: Row },
  send: (recipient: ChunkRecipient) => Promise<Sent>,
): Promise<SentInTurns> => {
  const { running, recipients, before } = of;
  let [started, throttled] = [0, 0];
  const done: Sent[] = [];
  const notTried = (recipient: ChunkRecipient, code: string): Sent => ({
    outcome: waitingOutcome(running, recipient, { code, seconds: AGAIN_SECONDS }, clock.now()),
  });
  /** Why nobody else is tried; absent: nothing says so. */
  const stopsNow = (): string | undefined => {
    if (throttled >= MOST_THROTTLED) return 'throttled';
    return isOver(running, clock.now()) ? undefined : stopsAfter(before, handedIn(done));
  };
  let turn: Promise<void> = Promise.resolve();
  const sent = await atMost(pace.inFlight, recipients, async (recipient) => {
    const stops = stopsNow();
    if (stops !== undefined) return notTried(recipient, stops);
    const [isFirst, isGoingOn] = [started === 0, !isOver(running, clock.now())];
    started += 1;
    if (!isFirst && pace.betweenMs > 0 && isGoingOn) {
      // One after the other, however many are in flight.
      turn = turn.then(() => pause(pace.betweenMs));
      await turn;
      const stopsSince = stopsNow();
      if (stopsSince !== undefined) return notTried(recipient, stopsSince);
    }
    const one = await send(recipient);
    done.push(one);
    if (!isThrottled(one)) return one;
    throttled += 1;
    if (throttled < MOST_THROTTLED) await pause(AFTER_THROTTLE_MS);
    return one;
  });
  return { sent, done };
};
