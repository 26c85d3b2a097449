import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Occurrence } from '#shared/domain/campaign/campaign.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { isSent, paceOf } from '#shared/domain/message/channel.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import type { OpenChunk, Running, Runs } from './runs.port.ts';

const DAY_MS = 86_400_000;

/** A run, and what of it is in the hands of workers. */
interface Ramped extends Running {
  readonly access: AdvertiserAccess;
  readonly run: RunName;
  readonly open: readonly OpenChunk[];
}

/** The run with its day noted. */
interface OfDay {
  readonly occurrence: Occurrence;
  /** How many more its ramp lets it write to today; absent: no limit of a ramp. */
  readonly ofRamp?: number | undefined;
}

/**
 * What the ramp of a run leaves of its day: days are counted from its start. It counts who was sent to, and whoever is in a
 * worker's hands as if they were: whom the law leaves out costs a new domain nothing.
 */
export const rampOfDay = async (
  runs: Pick<Runs, 'reported' | 'beginDay'>,
  { access, run, campaign, occurrence, open }: Ramped,
  now: Instant,
): Promise<OfDay> => {
  const day = Math.floor((millisecondsOf(now) - millisecondsOf(occurrence.startedAt)) / DAY_MS);
  const ofDay = campaign.ramp?.[day];
  if (ofDay === undefined) return { occurrence };
  const { sent } = await runs.reported(access, run);
  const isBegun = occurrence.ramped?.day === day;
  const { sentBefore } = isBegun && occurrence.ramped !== undefined ? occurrence.ramped : { sentBefore: sent };
  const begun = { ...occurrence, ramped: { day, sentBefore }, revision: occurrence.revision + 1 };
  // Somebody else went on with it: nobody leaves until the next minute.
  if (!isBegun && !(await runs.beginDay(access, occurrence, begun.ramped))) return { occurrence, ofRamp: 0 };
  const inHands = isSent(campaign.channel) ? open.length * paceOf(campaign.channel).recipients : 0;
  return { occurrence: isBegun ? occurrence : begun, ofRamp: Math.max(0, ofDay - (sent - sentBefore) - inHands) };
};
