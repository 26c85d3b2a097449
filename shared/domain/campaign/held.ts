import * as z from 'zod/mini';
import type { Instant } from '../ids.ts';
import { addSeconds } from '../time/instant.ts';
import type { Campaign, Occurrence } from './campaign.ts';
import { dayOfRamp } from './ramp/ramped.ts';
import type { RecipientOutcome, Untaken } from './recipient.ts';

/**
 * Why nobody else of a run is selected for now, though it goes on: the account has nothing left of its 24 hours, or the ramp nothing of its day; or nobody
 * of it is written to, since something stopped it.
 */
export const Held = z.enum(['quota', 'ramp', 'sending-halted', 'journal-not-replayed', 'sending-disabled']);
export type Held = z.infer<typeof Held>;

/** What the ramp of a run leaves of a day of so many, as it was noted last. */
export const leftOfDay = (
  ofDay: number,
  { taken, spared, sparedBefore }: Pick<NonNullable<Occurrence['ramped']>, 'taken' | 'spared' | 'sparedBefore'>,
): number => Math.max(0, ofDay - taken + Math.max(0, spared - sparedBefore));

/** Everyone of its audience was selected. */
export const isAllSelected = ({ cursors }: Pick<Occurrence, 'cursors'>): boolean =>
  cursors.every(({ isDone }) => isDone === true);

/**
 * Why nobody else of its audience is selected for now; `undefined`: for no such cause, or it does not go on. Once everyone is selected it is not said:
 * those who are left may wait for a human, who would think that nothing is to be done. What stops it holds them too, and is always said.
 */
export const heldBy = (
  { control, ramp }: Pick<Campaign, 'control' | 'ramp'>,
  occurrence: Occurrence,
  now: Instant,
): Held | undefined => {
  const { state, validUntil, isQuotaUsed, ramped, cursors, stopped = 'nothing' } = occurrence;
  if (control !== 'running' || state === 'finished' || now > validUntil) return undefined;
  if (stopped !== 'nothing') return stopped;
  if (isAccountClosed(occurrence, now)) return 'sending-disabled';
  if (isAllSelected({ cursors })) return undefined;
  const day = dayOfRamp(occurrence, now);
  const ofDay = ramp?.[day];
  if (ofDay !== undefined && ramped?.day === day && leftOfDay(ofDay, ramped) === 0) return 'ramp';
  return isQuotaUsed === true ? 'quota' : undefined;
};

/** What a provider says of whom it does not take, and may take later. */
const NOT_TAKEN = /^(?:throttled$|refused:|unreachable:)/;
/** So soon after it was noted it is not noted again: many chunks settle at the same time. */
const NOTED_SECONDS = 20;
/** After so long without a chunk it begins again. */
const FORGOTTEN_SECONDS = 900;
/** For so long it is known that nothing is taken; after it a whole share is tried again, where some were cut meanwhile and none came to the provider. */
const KNOWN_SECONDS = 180;
const UNTAKEN_SECONDS = 60;
const LONG_SECONDS = 300;

/** That none of a chunk came to the provider: it says nothing new of whom it takes, but that whoever was tried was none of its own. */
const passed = (untaken: Untaken | undefined, now: Instant): { readonly untaken: Untaken } | undefined =>
  untaken === undefined || untaken.passedAt !== undefined ? undefined : { untaken: { ...untaken, passedAt: now } };

/**
 * What is to be noted of a run once these outcomes of a chunk are known: that the provider took nobody of it, or with `undefined` in it, that it took
 * somebody; or, of a run of which it took nobody, that none of these came to it. `undefined`: nothing new.
 */
export const untakenAfter = (
  { untaken }: Pick<Occurrence, 'untaken'>,
  outcomes: readonly RecipientOutcome[],
  now: Instant,
): { readonly untaken: Untaken | undefined } | undefined => {
  if (outcomes.some(({ providerMessageId }) => providerMessageId !== undefined))
    return untaken === undefined ? undefined : { untaken: undefined };
  const answers = outcomes.flatMap(({ state, codes: [code = ''] }) => (state === 'waiting' ? [code] : []));
  const because = answers.find((code) => NOT_TAKEN.test(code));
  if (because === undefined) return outcomes.length === 0 ? undefined : passed(untaken, now);
  const isNew =
    untaken?.passedAt !== undefined || untaken === undefined || now >= addSeconds(untaken.at, NOTED_SECONDS);
  if (!isNew) return undefined;
  const goesOn = untaken !== undefined && now <= addSeconds(untaken.at, FORGOTTEN_SECONDS);
  return { untaken: { since: goesOn ? untaken.since : now, at: now, because } };
};

/** Was all that came to the provider of it last refused for a cause that may pass, so that it is worth asking whether it lets its advertiser send? */
export const isRefused = ({ untaken }: Pick<Occurrence, 'untaken'>): boolean =>
  untaken?.because.startsWith('refused:') === true;

/** What a provider says of an account that it lets send nothing, whoever is written to. */
const CLOSED =
  /^refused:(?:ACCOUNT_DISABLED|INSUFFICIENT_ACCOUNT_REPUTATION|AccountSuspendedException|SendingPausedException)$/;
const isAccountClosed = (occurrence: Pick<Occurrence, 'untaken'>, now: Instant): boolean =>
  isUntaken(occurrence, now) && CLOSED.test(occurrence.untaken?.because ?? '');

const untakenFor = ({ since, at }: Untaken, seconds: number): boolean => at >= addSeconds(since, seconds);

const isKnown = ({ at }: Untaken, now: Instant, seconds: number): boolean => now <= addSeconds(at, seconds);

/**
 * Has the provider taken nobody of it for a minute, as far as it was tried? Few are tried then, and the others have the places. Where those few waited for something
 * else a whole share is tried after three minutes; where nobody was cut at all, since others had the places, after a quarter of an hour.
 */
export const isUntaken = ({ untaken }: Pick<Occurrence, 'untaken'>, now: Instant): boolean =>
  untaken !== undefined &&
  untakenFor(untaken, UNTAKEN_SECONDS) &&
  isKnown(untaken, now, untaken.passedAt === undefined ? FORGOTTEN_SECONDS : KNOWN_SECONDS);

/** Its answer, where nobody was taken for so long that somebody is to be informed: five minutes. */
export const untakenLong = ({ untaken }: Pick<Occurrence, 'untaken'>, now: Instant): string | undefined =>
  untaken !== undefined && isKnown(untaken, now, KNOWN_SECONDS) && untakenFor(untaken, LONG_SECONDS)
    ? untaken.because
    : undefined;

/** Its answer, where nobody was taken up to the end of the run. */
export const untakenAtEnd = ({
  untaken,
  validUntil,
}: Pick<Occurrence, 'untaken' | 'validUntil'>): string | undefined =>
  untaken !== undefined &&
  untakenFor(untaken, UNTAKEN_SECONDS) &&
  addSeconds(untaken.at, FORGOTTEN_SECONDS) >= validUntil
    ? untaken.because
    : undefined;
