import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { brakeOf } from '#shared/domain/campaign/brake.ts';
import type { Occurrence } from '#shared/domain/campaign/campaign.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addSeconds, CLOCKS_DIFFER_SECONDS } from '#shared/domain/time/instant.ts';
import { type OfRamp, ofRampToday } from './ramp-of-day.ts';
import type { OpenChunk, Running, Runs } from './runs.port.ts';

/** A run as this minute finds it. */
export interface FoundRun extends Running {
  readonly access: AdvertiserAccess;
  readonly run: RunName;
  readonly open: readonly OpenChunk[];
  /** Nobody else of it is written to: it was cancelled, or its end has come by every clock. */
  readonly isClosing: boolean;
  /** It is neither paused nor past its end, and the time of somebody has come. */
  readonly hasWork: boolean;
  /** What its ramp leaves of today; absent: it has none. */
  readonly ofRamp?: OfRamp | undefined;
}

/** What there is to do of a run; `undefined`: it has finished, and is taken off the list. */
export const lookAtRun = async (runs: Runs, run: RunName, now: Instant): Promise<FoundRun | undefined> => {
  const access = admit(run.advertiserId);
  const running = await runs.read(access, run);
  if (running === undefined || running.occurrence.state === 'finished') {
    await runs.unlist(run);
    return undefined;
  }
  const { campaign, occurrence } = running;
  // Whoever is cut as it closes has no share: a worker whose clock is behind must not think that it may still write to them.
  const closesAfter = addSeconds(occurrence.validUntil, CLOCKS_DIFFER_SECONDS);
  const isClosing = campaign.control === 'cancelled' || now > closesAfter;
  const mayWork = !isClosing && campaign.control === 'running' && now <= occurrence.validUntil;
  // What cannot be read here is read again where it is cut, and reported there.
  const hasWork = mayWork && (await hasDue(runs, access, occurrence, now).catch(() => true));
  const found = { ...running, access, run, open: await runs.openChunks(access, run), isClosing, hasWork };
  if (isClosing) return found;
  const brakedOrNot = await braked(runs, found);
  return { ...brakedOrNot, ofRamp: await ofRampToday(runs, brakedOrNot, now) };
};

/** True where somebody's time has come: whoever waits for their hour takes no share from those who need not. */
const hasDue = async (runs: Runs, access: AdvertiserAccess, occurrence: Occurrence, now: Instant): Promise<boolean> =>
  occurrence.cursors.some(({ isDone }) => isDone !== true) ||
  (await runs.duePages(access, occurrence, { waiting: now, unknown: now }, 1)).length > 0;

/** Pauses the campaign where too much is reported against its run (docs/decisions/0055), once: who resumes it has seen why. */
const braked = async (runs: Runs, found: FoundRun): Promise<FoundRun> => {
  const { access, run, campaign, occurrence } = found;
  if (campaign.control !== 'running' || occurrence.braked === true) return found;
  const because = brakeOf(await runs.reported(access, run));
  if (because === undefined) return found;
  // Somebody else changed it since: it is looked at again a minute later.
  if (!(await runs.brake(access, found, because))) return found;
  return { ...found, campaign: { ...campaign, control: 'paused' } };
};
