import { areComplaintsMany } from '#shared/domain/campaign/brake.ts';
import type { Campaign, Occurrence } from '#shared/domain/campaign/campaign.ts';
import { heldBy } from '#shared/domain/campaign/held.ts';
import { heldBackIn, type RecipientState } from '#shared/domain/campaign/recipient.ts';
import { runAfter, skippedAfter } from '#shared/domain/campaign/recurring.ts';
import type { ReportedRecipient, ReportSums, SentUntil, StateReason } from '#shared/domain/campaign/run-report.ts';
import type { Said, WordsOfState } from '#shared/domain/campaign/words/said.ts';
import { AT_ITS_PACE, SOON_FINAL, TOO_LATE, wordsOfLeft } from '#shared/domain/campaign/words/words-of-left.ts';
import {
  CANCELLED_SINCE,
  isOfPause,
  MANY_COMPLAINTS,
  RESUMED_SINCE,
  wordsOfPause,
} from '#shared/domain/campaign/words/words-of-pauses.ts';
import { adviceInRun, wordsOfState } from '#shared/domain/campaign/words/words-of-states.ts';
import { wordsOfWaiting } from '#shared/domain/campaign/words/words-of-waiting.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { CampaignJob } from '#shared/domain/job/campaign-job.ts';
import { stated } from '#shared/domain/stated.ts';
import { reasonOf } from '#shared/law/reasons/reasons.ts';
import { remedyOfMany } from '#shared/law/reasons/remedies/remedy-of-many.ts';
import type { ShownPause } from '../who-paused.ts';

/** A reason in words, with what to do about it; absent: nothing. */
export interface ReasonInWords extends StateReason {
  readonly sentence: Said;
  readonly remedy?: Said | undefined;
}

/** All that a report says, but for who each recipient is. */
export interface ReportView
  extends Pick<Campaign, 'campaignId' | 'name' | 'channel' | 'purpose' | 'schedule' | 'control' | 'pausedBecause'> {
  /** Of a campaign that was paused as the report was written, or that had paused itself for this run: why, and what to do where anything is left. Absent: it was not. */
  readonly pause?: WordsOfState | undefined;
  /** Of a run that is paused: when it ends, whether or not the campaign is resumed by then. Absent: it is not paused, or has ended. */
  readonly runEndsBy?: Instant | undefined;
  /** What stops it though nobody paused it, as `heldBy` of `GET` says it, and what to do. Absent: nothing does. */
  readonly stop?: ({ readonly code: string } & WordsOfState) | undefined;
  /** It was cancelled, or its end has passed, and not everybody has a final state yet. Absent: neither, or everybody has. */
  readonly isOver?: boolean | undefined;
  /** Who paused it last, and when. Absent: nobody did. */
  readonly lastPause?: ShownPause | undefined;
  /** Of its mails so many were called spam that it is to be looked at: what that means, and what to do. Absent: fewer. */
  readonly manyComplaints?: WordsOfState | undefined;
  /** The times of its schedule just after it at which no run started, since the campaign was paused for too long. Absent: there are none. */
  readonly skippedRuns?: readonly Instant[] | undefined;
  readonly scheduledAt: Instant;
  /** When it was asked for: what came later may not be in it. */
  readonly askedAt: Instant;
  /** The run was finished by then: each recipient has a final state. */
  readonly isFinal: boolean;
  readonly sums: Omit<ReportSums, 'reasons'>;
  /** When somebody of each wave was sent to last. */
  readonly sentUntil: SentUntil;
  /** About how many of the audience were not selected yet, why, and what to do. Absent: nobody. */
  readonly left?: ({ readonly count: number } & WordsOfState) | undefined;
  /** The most frequent of each state first. */
  readonly reasons: readonly ReasonInWords[];
}

/** What holds up everybody of a run who has no final state. */
type HoldsAll = Partial<Pick<ReportView, 'control' | 'pausedBecause' | 'stop' | 'isOver'>>;

/** Does nobody of it come up for now, whatever their own hour is? */
export const holdsAll = ({ control, stop, isOver }: HoldsAll): boolean =>
  control === 'paused' || stop !== undefined || isOver === true;

/** What is to be done about all who wait for us or for their hour; `undefined`: what their own code says. One that says why the campaign paused itself says more. */
const remedyOfAll = (code: string, { control, pausedBecause, stop }: HoldsAll): Said | undefined => {
  if (stop !== undefined) return stop.remedy;
  const isOwn = code !== 'paused' && isOfPause(code);
  return control === 'paused' && !isOwn ? wordsOfPause(pausedBecause).remedy : undefined;
};

/**
 * What is said of a code, and what to do: in the words of verdicts where the law gave it, else in ours. Of a run that is paused or stopped nothing goes on by itself, and of
 * one that is over nobody is written to any more.
 */
export const inWords = (
  state: RecipientState,
  code: string,
  of: HoldsAll = {},
): { readonly sentence: Said; readonly remedy: Said | undefined } => {
  const reason = reasonOf(code);
  const isResumed = state === 'waiting' && code === 'paused' && of.control === 'running';
  const { sentence, remedy } = isResumed ? (of.stop ?? AT_ITS_PACE) : wordsOfState(state, code);
  const waits = state === 'waiting' || state === 'deferred';
  if (of.isOver && (waits || state === 'in-review'))
    return code === 'in-hand' ? { sentence, remedy: SOON_FINAL } : { remedy: undefined, ...TOO_LATE };
  // Of a message alone its remedy says to send it again; a campaign that is started again vets everyone.
  const ofState =
    reason === undefined || state === 'expired' ? remedy : (adviceInRun(state, code) ?? remedyOfMany(code)?.sentence);
  const toDo = (waits ? remedyOfAll(code, of) : undefined) ?? ofState;
  return { sentence: reason === undefined ? sentence : { fr: reason.fr, en: reason.en }, remedy: toDo };
};

/** Those of the audience who are not selected yet, and the run of which they are. */
interface Left {
  readonly left: number;
  readonly now: Instant;
  readonly occurrence: Occurrence;
  readonly lastPause?: ShownPause | undefined;
}

/** What holds all of it up, though nobody paused it. */
const heldIn = (
  campaign: Campaign,
  isFinal: boolean,
  of: Left | undefined,
): Pick<ReportView, 'left' | 'stop' | 'isOver'> => {
  const { control, pausedBecause } = campaign;
  const isOver = !isFinal && (control === 'cancelled' || (of !== undefined && of.now > of.occurrence.validUntil));
  const cause = of && heldBy(campaign, of.occurrence, of.now);
  const words = cause && wordsOfWaiting(cause);
  const { left = 0 } = of ?? {};
  const isPaused = control === 'paused';
  return {
    ...(left === 0 ? {} : { left: { count: left, ...wordsOfLeft({ cause, isPaused, pausedBecause, isOver }) } }),
    ...(words && { stop: { code: cause, ...words } }),
    ...(isOver && { isOver }),
  };
};

/** What is said of a pause: of the one that holds it up, or that held somebody back to its end, or of one that somebody ended: by a resume, or by a cancellation. */
const pauseOf = (
  { control, pausedBecause }: Campaign,
  { isLeft, isHeld, isBraked }: { readonly isLeft: boolean; readonly isHeld: boolean; readonly isBraked: boolean },
): WordsOfState | undefined => {
  if (control === 'cancelled') return isBraked ? CANCELLED_SINCE : undefined;
  if (control !== 'paused') return isBraked ? RESUMED_SINCE : undefined;
  const words = wordsOfPause(pausedBecause);
  if (isLeft) return words;
  return isHeld || isBraked ? { sentence: words.sentence } : undefined;
};

/** What is known of a run when its report is written. */
interface Summed {
  /** Each recipient has a final state. */
  readonly isFinal: boolean;
  readonly sums: ReportSums;
  readonly sentUntil?: SentUntil | undefined;
  readonly left?: Left | undefined;
}

/** What a report of these sums says. */
export const reportViewOf = (
  campaign: Campaign,
  { scheduledAt, createdAt }: CampaignJob,
  { isFinal, sums: { reasons, ...sums }, sentUntil = {}, left: of }: Summed,
): ReportView => {
  const { campaignId, name, channel, purpose, schedule, control, pausedBecause } = campaign;
  const skippedRuns = skippedAfter(campaign, scheduledAt);
  const held = heldIn(campaign, isFinal, of);
  // Of a run that is over a pause holds up the runs after it, where there are any: else there is nothing to resume.
  const isLeft = !(isFinal || held.isOver) || runAfter(campaign, scheduledAt) !== undefined;
  const isHeld = reasons.some(({ state, code }) => state === 'expired' && isOfPause(heldBackIn(code) ?? ''));
  const { totals, bounced, complained } = sums;
  const areMany = areComplaintsMany({ sent: totals.sent ?? 0, bounces: bounced, complaints: complained });
  const pause = pauseOf(campaign, { isLeft, isHeld, isBraked: of?.occurrence.braked === true });
  const { validUntil } = of?.occurrence ?? {};
  const whole = { control, pausedBecause, ...held };
  const mayGoOn = control === 'paused' && !isFinal && validUntil !== undefined && validUntil > createdAt;
  return {
    campaignId,
    name,
    channel,
    purpose,
    schedule,
    control,
    pausedBecause,
    ...(pause && { pause }),
    ...(mayGoOn && { runEndsBy: validUntil }),
    ...held,
    ...(of?.lastPause && { lastPause: of.lastPause }),
    ...(areMany && { manyComplaints: MANY_COMPLAINTS }),
    ...(skippedRuns.length === 0 ? {} : { skippedRuns }),
    scheduledAt,
    askedAt: createdAt,
    isFinal,
    sums,
    sentUntil,
    reasons: reasons
      .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
      .map(({ from, to, ...reason }) => ({
        ...reason,
        ...(holdsAll(whole) ? {} : stated({ from, to })),
        ...inWords(reason.state, reason.code, whole),
      })),
  };
};

/** What makes the page of a report. */
export type WritePage = (view: ReportView, language: 'fr' | 'en') => string;

/** One recipient in the file for programs. */
export const jsonOf = (recipient: ReportedRecipient): string => JSON.stringify(recipient);
