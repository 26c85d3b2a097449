import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Occurrence } from '#shared/domain/campaign/campaign.ts';
import { dayOfRun } from '#shared/domain/campaign/duration.ts';
import { leftOfDay } from '#shared/domain/campaign/held.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { sparedIn } from '#shared/domain/campaign/recipient.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { type Channel, paceOf } from '#shared/domain/message/channel.ts';
import type { OpenChunk, Running, Runs } from './runs.port.ts';

/** A run, and what of it is in the hands of workers. */
interface Ramped extends Running {
  readonly access: AdvertiserAccess;
  readonly run: RunName;
  readonly open: readonly OpenChunk[];
}

/** How many recipients are in the hands of workers. */
export const recipientsIn = (channel: Channel, open: readonly OpenChunk[]): number =>
  open.reduce((sum, { size = paceOf(channel).recipients }) => sum + size, 0);

/** What the ramp of a run leaves of its day. */
export interface OfRamp {
  /** How many more it may take up. */
  readonly left: number;
  readonly ramped: NonNullable<Occurrence['ramped']>;
}

/**
 * What the ramp of a run leaves of its day, counted from its start; absent: no limit of a ramp. Whoever is taken up counts, and is
 * given back once it is certain that nobody wrote to them: whom the law leaves out costs a new domain nothing, and an answer
 * that never comes lets nobody else leave. Outcomes say who was spared. The count of them may be short or too high after a
 * crash, so it only says when to look.
 */
export const ofRampToday = async (
  runs: Pick<Runs, 'reported' | 'results' | 'takeOfRamp'>,
  { access, run, campaign, occurrence, open }: Ramped,
  now: Instant,
): Promise<OfRamp | undefined> => {
  const day = dayOfRun(occurrence.startedAt, now);
  const ofDay = campaign.ramp?.[day];
  // Of one that is paused nobody leaves, so nothing is counted.
  if (ofDay === undefined || campaign.control !== 'running') return undefined;
  const leftOf = (ramped: OfRamp['ramped']): number => leftOfDay(ofDay, ramped);
  const { spared: counted } = await runs.reported(access, run);
  const known = occurrence.ramped?.day === day ? occurrence.ramped : undefined;
  if (known !== undefined && (leftOf(known) > 0 || counted === known.counted))
    return { left: leftOf(known), ramped: known };
  let spared = 0;
  for await (const { outcomes } of runs.results(access, run)) spared += sparedIn(outcomes);
  // Who is in a worker's hands as the day begins was taken up on the day before, and is given back to that one.
  const inHands = recipientsIn(campaign.channel, open);
  const ramped = { ...(known ?? { day, taken: 0, sparedBefore: spared + inHands }), spared, counted };
  const left = leftOf(ramped);
  // Noted, so that it is not counted each minute of the day; whoever went on with the run meanwhile knows more.
  if (left === 0) await runs.takeOfRamp(access, occurrence, ramped);
  return { left, ramped };
};
