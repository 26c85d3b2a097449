import type { Instant } from '../ids.ts';
import { addSeconds, later, millisecondsOf, wholeMinuteFrom } from '../time/instant.ts';
import type { Occurrence } from './campaign.ts';
import type { ChunkResult, WaitingPage } from './chunk.ts';
import { pageIdOf } from './names.ts';
import { staysCounted } from './ramp/counted.ts';
import { isOpen, type RecipientOutcome, UNFORESEEN, WAVE_LATER, wasTried } from './recipient.ts';

/** When whoever waits comes up again: never later than just after the end, when they expire. */
export const dueWithin = ({ validUntil }: Pick<Occurrence, 'validUntil'>, at: Instant): Instant => {
  const end = addSeconds(validUntil, 1);
  return wholeMinuteFrom(at < end ? at : end);
};

/** So many times as many pages are read at most as are wanted, and no more than `MOST_READ`: what is due behind those is not seen in that minute. */
export const READ_PAST = 20;
export const MOST_READ = 4_000;

/** Nobody who waits for somebody else comes up more often than once in so many seconds. */
const AT_LEAST_SECONDS = 60;

/**
 * In how many seconds whoever waits for somebody else comes up again: so many, and sooner as the end nears, when half of what is left has
 * passed. So whatever is said before the end is found out with half of the time that was left then, but for the last minutes.
 */
export const secondsUntilAgain = (
  { validUntil }: Pick<Occurrence, 'validUntil'>,
  now: Instant,
  usual: number,
): number => {
  const half = Math.floor((millisecondsOf(validUntil) - millisecondsOf(now)) / 2_000);
  return Math.max(AT_LEAST_SECONDS, Math.min(usual, half));
};

/** Whoever waits for a human comes up again so many seconds later; sooner as the end nears. */
export const REVIEW_SECONDS = 3_600;

/**
 * When those of a page would have come up who wait for a human, had the end not been near: an hour after they were vetted. A version before did
 * not note when that was.
 */
export const usuallyDue = ({ dueAt, vettedAt }: Pick<WaitingPage, 'dueAt' | 'vettedAt'>): Instant =>
  vettedAt === undefined ? dueAt : later(dueAt, addSeconds(vettedAt, REVIEW_SECONDS));

/**
 * The pages of those of a chunk who come up again, one for each minute; those of whom it is not known whether they were
 * written to are apart, those who keep a place of a ramp, and those whom something unforeseen befell: each is counted alone. The same outcome
 * makes the same pages.
 */
export const pagesOf = (result: ChunkResult): readonly WaitingPage[] => {
  const { chunkId, scheduledAt, turn, settledAt, rampDay } = result;
  const open = result.outcomes.filter(({ state }) => isOpen(state));
  const named = Map.groupBy(open, (outcome) => {
    const { dueAt = settledAt, state, unforeseen = '' } = outcome;
    const isCounted = rampDay !== undefined && staysCounted(outcome);
    return `${wholeMinuteFrom(dueAt)} ${state === 'unknown'} ${unforeseen} ${isCounted}`;
  });
  return [...named.values()].map((waiting) => {
    const [{ dueAt = settledAt, state, unforeseen: own } = {}] = waiting;
    const [due, isUnknown] = [wholeMinuteFrom(dueAt), state === 'unknown'];
    const ofRamp = rampDay !== undefined && waiting.every(staysCounted) ? { rampDay } : {};
    const pageId = pageIdOf(chunkId, due, isUnknown, { unforeseen: own, areCounted: ofRamp.rampDay !== undefined });
    const contactIds = waiting.map(({ contactId }) => contactId);
    const befell = own ?? befellBefore(result, waiting);
    const unforeseen = befell === 0 ? {} : { unforeseen: befell };
    const of = {
      pageId,
      scheduledAt,
      dueAt: due,
      turn: turn + 1,
      ...unforeseen,
      isUnknown,
      ...waveOf(waiting),
      ...(waiting.some(wasTried) ? { isTried: true as const } : {}),
      ...ofRamp,
      contactIds,
      cut: 0,
    };
    return { ...of, ...causesOf(waiting, settledAt) };
  });
};

/** Of whom nothing befell in this turn, as many as before. Whom a version before settled, by the page. */
const befellBefore = ({ unforeseen = 0 }: ChunkResult, waiting: readonly Pick<RecipientOutcome, 'codes'>[]): number =>
  unforeseen + (waiting.some(({ codes }) => codes[0] === UNFORESEEN) ? 1 : 0);

const waveOf = (waiting: readonly Pick<RecipientOutcome, 'codes'>[]): Pick<WaitingPage, 'isWave'> =>
  waiting.every(({ codes }) => codes[0] === WAVE_LATER) ? { isWave: true } : {};

const causesOf = (
  waiting: readonly Pick<RecipientOutcome, 'cause'>[],
  vettedAt: Instant,
): Pick<WaitingPage, 'causes' | 'vettedAt'> => {
  const causes: Record<string, number> = {};
  for (const { cause } of waiting) if (cause !== undefined) causes[cause] = (causes[cause] ?? 0) + 1;
  return Object.keys(causes).length === 0 ? {} : { causes, vettedAt };
};
