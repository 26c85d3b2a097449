import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Occurrence } from '#shared/domain/campaign/campaign.ts';
import type { WaitingPage } from '#shared/domain/campaign/chunk.ts';
import { leftOfDay } from '#shared/domain/campaign/held.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { sparedIn, takenUpIn } from '#shared/domain/campaign/ramp/counted.ts';
import { dayOfRamp } from '#shared/domain/campaign/ramp/ramped.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { type Channel, paceOf } from '#shared/domain/message/channel.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import type { OpenChunk, Running, Runs } from '../runs.port.ts';

/** A run, and what of it is in the hands of workers. */
interface Ramped extends Running {
  readonly access: AdvertiserAccess;
  readonly run: RunName;
  readonly open: readonly OpenChunk[];
}

/** How many recipients are in the hands of workers. */
export const recipientsIn = (channel: Channel, open: readonly OpenChunk[]): number =>
  open.reduce((sum, { size = paceOf(channel).recipients }) => sum + size, 0);

/** More than the function of the dispatcher lives: so long after it took a share nothing of that is still being cut, by any clock. */
export const CUT_WITHIN_SECONDS = 180;

/** What the ramp of a run leaves of its day. */
export interface OfRamp {
  /** How many more it may take up. */
  readonly left: number;
  readonly ramped: NonNullable<Occurrence['ramped']>;
  /** The run, where this was noted with it. */
  readonly noted?: Occurrence | undefined;
}

/**
 * A day of a ramp with no more taken of it than were cut: `turns` have an outcome or are in hands by now. Whoever was in hands as the day began is
 * among these as well, so that they are never too few.
 */
const cutOf = <R extends Pick<OfRamp['ramped'], 'taken' | 'turnsBefore' | 'takenAt'>>(
  { takenAt: _, ...ramped }: R,
  turns: number,
) => ({
  ...ramped,
  taken: ramped.turnsBefore === undefined ? ramped.taken : Math.min(ramped.taken, turns - ramped.turnsBefore),
});

/**
 * What the ramp of a run leaves of its day; absent: no limit of a ramp. Whoever is taken up counts, and is
 * given back once it is certain that nobody wrote to them: whom the law leaves out costs a new domain nothing, and an answer
 * that never comes lets nobody else leave. Whoever waits for us keeps their place for the day, and counts once. Outcomes say who was spared. The count of them may be short or too high after a
 * crash, so it only says when to look. A share is noted before it is cut, and a dispatcher that dies between cuts nobody: once all of the day is
 * taken, and whoever took of it last is done or dead, those are counted who have an outcome or are in hands, and what was taken beside them is left again.
 */
export const ofRampToday = async (
  runs: Pick<Runs, 'reported' | 'results' | 'takeOfRamp'>,
  { access, run, campaign, occurrence, open }: Ramped,
  now: Instant,
): Promise<OfRamp | undefined> => {
  const day = dayOfRamp(occurrence, now);
  const ofDay = campaign.ramp?.[day];
  // Of one that is paused nobody leaves, so nothing is counted.
  if (ofDay === undefined || campaign.control !== 'running') return undefined;
  const leftOf = (ramped: OfRamp['ramped']): number => leftOfDay(ofDay, ramped);
  const { spared: counted } = await runs.reported(access, run);
  const known = occurrence.ramped?.day === day ? occurrence.ramped : undefined;
  const isInDoubt = known?.takenAt !== undefined && addSeconds(known.takenAt, CUT_WITHIN_SECONDS) < now;
  if (known !== undefined && (leftOf(known) > 0 || (counted === known.counted && !isInDoubt)))
    return { left: leftOf(known), ramped: known };
  let [spared, turns] = [0, 0];
  for await (const { outcomes, wereCounted } of runs.results(access, run)) {
    spared += sparedIn(outcomes);
    if (wereCounted !== true) turns += takenUpIn(outcomes);
  }
  // Who is in a worker's hands as the day begins was taken up on the day before, and is given back to that one.
  const inHands = recipientsIn(campaign.channel, open);
  const { since } = occurrence.ramped ?? {};
  const ofNewDay = { day, taken: 0, sparedBefore: spared + inHands, turnsBefore: turns, ...(since && { since }) };
  const before = known ?? ofNewDay;
  const first = open.filter(({ wereCounted }) => wereCounted !== true);
  const turnsByNow = turns + recipientsIn(campaign.channel, first);
  const ramped = { ...(isInDoubt ? cutOf(before, turnsByNow) : before), spared, counted };
  const left = leftOf(ramped);
  if (left > 0 && !isInDoubt) return { left, ramped };
  // Noted, so that it is not counted each minute of the day; whoever went on with the run meanwhile knows more.
  const isNoted = await runs.takeOfRamp(access, occurrence, ramped);
  return { left, ramped, noted: isNoted ? { ...occurrence, ramped, revision: occurrence.revision + 1 } : undefined };
};

/** Does a page take nothing of the day? Its recipients count on it already, or nobody writes to them again: it is not known whether somebody did. */
export const areCounted = (
  ofRamp: Pick<OfRamp, 'ramped'> | undefined,
  { isUnknown, rampDay }: Pick<WaitingPage, 'isUnknown' | 'rampDay'>,
): boolean => isUnknown || (ofRamp !== undefined && rampDay === ofRamp.ramped.day);
