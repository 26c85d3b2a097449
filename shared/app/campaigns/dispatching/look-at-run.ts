import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import type { WaitingPage } from '#shared/domain/campaign/chunk.ts';
import { nobodyAfter } from '#shared/domain/campaign/ending.ts';
import { isAllSelected, isUntaken } from '#shared/domain/campaign/held.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { MOST_READ, usuallyDue } from '#shared/domain/campaign/waiting.ts';
import type { HaltReason } from '#shared/domain/halt.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { coversMessage } from '#shared/domain/review/review.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import type { Reviews } from '../../reviews/reviews.port.ts';
import type { OpenChunk, Running, Runs } from '../runs.port.ts';
import { type BrakePorts, brakeRun } from '../stopping/brake-campaign.ts';
import { areCounted, type OfRamp, ofRampToday } from './ramp-of-day.ts';
import { countOf } from './share-among-pages.ts';

/** Pages looked at in a minute, and more where more may leave: each may hold one recipient alone, as those of a wave that few are in. */
const USUAL_PAGES = 200;
const MOST_PAGES = 2_000;
/** So much later its workers know it by their own clocks as well, or whoever they take up would come up once more. */
const WORKERS_KNOW_SECONDS = 10;

/** Pages of those whose time has come. */
export interface Due {
  /** Of those who may leave, for all that is known. */
  readonly mayLeave: readonly WaitingPage[];
  /** Of those who wait for a human still: they are cut from what all others leave of the minute. */
  readonly awaitReview: readonly WaitingPage[];
}

/** A run as this minute finds it. */
export interface FoundRun extends Running {
  readonly access: AdvertiserAccess;
  readonly run: RunName;
  readonly open: readonly OpenChunk[];
  /** Nobody else of it is written to: it was cancelled or its end has come, by every clock and for every worker. */
  readonly isClosing: boolean;
  /** Somebody of it may leave: it is neither paused nor past its end nor halted. Where its ramp leaves nothing of today: of those alone who count on it already. */
  readonly mayWork: boolean;
  /** What an operator stopped it by. Absent: nobody did. */
  readonly halted?: HaltReason | undefined;
  /** The provider lets its advertiser send nothing, by its latest answer: where it does not say so in this minute, few are tried. Absent: it does, or was not asked. */
  readonly isStoppedByProvider?: boolean | undefined;
  /** The provider has taken nobody of it for a minute: few are tried. */
  readonly isUntaken: boolean;
  /** Pages of those whose time has come, where its audience is cut to its end or it has a ramp; absent: they are still to be read. */
  readonly due?: Due | undefined;
  /** What its ramp leaves of today; absent: it has none. */
  readonly ofRamp?: OfRamp | undefined;
}

/** What there is to do of a run; `undefined`: it has finished, and is taken off the list. */
export const lookAtRun = async (
  ports: { readonly runs: Runs } & Pick<BrakePorts, 'campaigns' | 'onPaused'>,
  run: RunName,
  now: Instant,
): Promise<FoundRun | undefined> => {
  const { runs } = ports;
  const access = admit(run.advertiserId);
  const running = await runs.read(access, run);
  if (running === undefined || running.occurrence.state === 'finished') {
    await runs.unlist(run);
    return undefined;
  }
  const { campaign, occurrence } = running;
  // Whoever is cut as it closes has no share: no worker may still think that it may write to them.
  const isClosing = now > addSeconds(nobodyAfter(campaign, occurrence), WORKERS_KNOW_SECONDS);
  const mayWork = !isClosing && campaign.control === 'running' && now <= occurrence.validUntil;
  const open = await runs.openChunks(access, run);
  const found = { ...running, access, run, open, isClosing, mayWork, isUntaken: isUntaken(occurrence, now) };
  if (isClosing) return found;
  const checked = await pauseIfBraked(ports, found);
  const ofRamp = await ofRampToday(runs, checked, now);
  const known = ofRamp?.noted ?? checked.occurrence;
  return { ...checked, occurrence: known, ofRamp };
};

/** What says who comes up again. */
export interface DuePorts {
  readonly runs: Pick<Runs, 'duePages'>;
  readonly reviews: Pick<Reviews, 'find'>;
}

/** Is it for a human to decide still? Where nobody was asked, or it cannot be read, a worker that vets says what is so. */
const isUndecided = async (
  reviews: DuePorts['reviews'],
  access: AdvertiserAccess,
  campaign: Campaign,
  { cause, now }: { readonly cause: string; readonly now: Instant },
): Promise<boolean> => {
  const review = await reviews.find(access, cause).catch(() => undefined);
  if (review === undefined) return false;
  return review.decision === undefined || !coversMessage(review.decision, now, campaign);
};

/** Does everybody on the page wait for a human? A version before did not note it. */
const allWait = ({ causes = {}, contactIds }: WaitingPage): boolean =>
  Object.values(causes).reduce((sum, count) => sum + count, 0) === contactIds.length;

/**
 * Pages of a run whose time has come, as far as so many recipients are on them. Whoever waits for a human takes no place of the minute from those who may leave: until that is decided
 * they come last at their usual time, and stay where they are before it, when they come up sooner since the end nears. Where there are so
 * many that others may be due behind them, those at their usual time come up like others.
 */
export const duePagesOf = async (
  { runs, reviews }: DuePorts,
  { access, run, campaign, occurrence, mayWork, ofRamp }: FoundRun,
  { recipients, ...due }: { readonly waiting: Instant; readonly unknown: Instant; readonly recipients: number },
): Promise<Due> => {
  const isDayUsed = ofRamp?.left === 0;
  const upTo = { ...due, wave: occurrence.waves === undefined || isDayUsed ? undefined : due.waiting };
  const pages = Math.min(MOST_PAGES, Math.max(USUAL_PAGES, recipients));
  const known = new Map<string, Promise<boolean>>();
  const isOpen = (cause: string): Promise<boolean> => {
    const asked = known.get(cause) ?? isUndecided(reviews, access, campaign, { cause, now: upTo.waiting });
    known.set(cause, asked);
    return asked;
  };
  const awaitReview: WaitingPage[] = [];
  let waiting = 0;
  const mayPageLeave = async (page: WaitingPage): Promise<boolean> => {
    if (isDayUsed && !areCounted(ofRamp, page)) return false;
    if (!mayWork || !allWait(page)) return true;
    const open = await Promise.all(Object.keys(page.causes ?? {}).map(isOpen));
    if (!open.every((each) => each)) return true;
    waiting += 1;
    if (awaitReview.length < pages && usuallyDue(page) <= upTo.waiting) awaitReview.push(page);
    return false;
  };
  const mayLeave = await runs.duePages(access, run, upTo, { most: pages, isWanted: mayPageLeave, recipients });
  // So many pages that wait for a human may hide those of the same run that are due after them.
  return waiting < MOST_READ ? { mayLeave, awaitReview } : { mayLeave: [...mayLeave, ...awaitReview], awaitReview: [] };
};

/** Each recipient has a wave: all are put on pages of their hours, and nobody of its audience is cut before. */
export const isInWaves = ({ occurrence, isClosing }: Pick<FoundRun, 'occurrence' | 'isClosing'>): boolean =>
  occurrence.waves !== undefined && !isClosing;

/** Others of its audience may be cut than those whose time has come. */
const hasMore = (found: FoundRun): boolean => !isAllSelected(found.occurrence) && !isInWaves(found);

/**
 * The run with the pages of those whose time has come, where nobody else may leave: its audience is cut to its end, or each has their hour; and of one with a ramp,
 * of whom some may count on its day already. Whoever
 * waits for their hour takes no share from those who need not, and whose has come no more than their own place. What cannot be read here is read again where it is cut,
 * and reported there.
 */
export const withDue = async (
  ports: DuePorts,
  found: FoundRun,
  { now, recipients }: { readonly now: Instant; readonly recipients: number },
): Promise<FoundRun> => {
  if (hasMore(found) && found.ofRamp === undefined) return found;
  return {
    ...found,
    due: await duePagesOf(ports, found, { waiting: now, unknown: now, recipients }).catch(() => undefined),
  };
};

const ofDayOf = (found: FoundRun) => ({
  places: found.ofRamp?.left ?? Number.POSITIVE_INFINITY,
  areCounted: (page: WaitingPage) => areCounted(found.ofRamp, page),
});

/** How many may leave now; any number where the pages are not read. */
export const countDue = (found: FoundRun): number => {
  const { due } = found;
  if (due === undefined) return Number.POSITIVE_INFINITY;
  const of = ofDayOf(found);
  return hasMore(found) ? of.places + countOf(due.mayLeave, { ...of, places: 0 }) : countOf(due.mayLeave, of);
};

/** How many more may count on the day of its ramp, of so many who leave; any number where it has none. */
export const newlyCounted = (found: FoundRun, share: number): number => {
  const { due, ofRamp } = found;
  if (ofRamp === undefined) return Number.POSITIVE_INFINITY;
  const { left } = ofRamp;
  if (due === undefined || hasMore(found)) return Math.min(share, left);
  const pages = [...due.mayLeave, ...due.awaitReview].filter((page) => !areCounted(ofRamp, page));
  return Math.min(share, countOf(pages, { ...ofDayOf(found), places: left }));
};

const ANY = { places: Number.POSITIVE_INFINITY, areCounted: () => true };

/** How many wait for a human still, and are vetted again where others leave a place. */
export const countAwaitingReview = ({ due }: FoundRun): number =>
  due === undefined ? 0 : countOf(due.awaitReview, ANY);

/** The run as it goes on, unless too much is reported of it or of those before it. */
const pauseIfBraked = async (ports: BrakePorts, found: FoundRun): Promise<FoundRun> => {
  if ((await brakeRun(ports, found.access, found)) === undefined) return found;
  return { ...found, campaign: { ...found.campaign, control: 'paused' }, mayWork: false };
};
