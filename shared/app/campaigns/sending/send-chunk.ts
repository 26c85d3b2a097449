import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import type { Chunk, ChunkResult } from '#shared/domain/campaign/chunk.ts';
import { untakenAfter } from '#shared/domain/campaign/held.ts';
import { type RecipientOutcome, type Totals, totalsOf } from '#shared/domain/campaign/recipient.ts';
import { recipientMessageOf } from '#shared/domain/campaign/recipient-message.ts';
import { rowOf } from '#shared/domain/campaign/stopping/in-a-row.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { paceOf } from '#shared/domain/message/channel.ts';
import { stated } from '#shared/domain/stated.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import type { Clock } from '../../clock.port.ts';
import type { HandOffHalts } from '../../halts/halts.port.ts';
import { keepValues } from '../../messages/sent/keep-values.ts';
import type { HolesOfChunk, SentValues } from '../../messages/sent/sent-values.port.ts';
import type { Pause } from '../../pause.port.ts';
import type { Campaigns } from '../campaigns.port.ts';
import type { ChunkReference, Running, Runs } from '../runs.port.ts';
import { refusingSettings } from '../stopping/refusing-settings.ts';
import { routesOf } from '../stopping/without-route.ts';
import { countInARow } from './count-in-a-row.ts';
import { lookAgain } from './look-again.ts';
import { type RecipientPorts, type Sent, waitingOutcome } from './recipient-outcome.ts';
import { paceOfChunk, sendAtPace } from './send-at-pace.ts';
import { sendRecipient } from './send-recipient.ts';

/** What sends a chunk. */
export interface ChunkSender extends RecipientPorts {
  readonly runs: Pick<Runs, 'take' | 'noteLastTry' | 'settle' | 'noteUntaken' | 'countInARow'>;
  readonly campaigns: Pick<Campaigns, 'control'>;
  readonly values: Pick<SentValues, 'keep'>;
  readonly pause: Pause;
}

/** One delivery of the queue of campaigns. */
export interface ChunkJob extends ChunkReference {
  /** Where it fails, the queue gives it to nobody again. */
  readonly isLastTry?: boolean;
  readonly timeLeftMs: () => number;
}

const NOTED_AT_ONCE = 8;
/** For so long what stops hand-offs is not asked again in a chunk: whoever stops all waits no longer for it. */
const HALTS_KNOWN_SECONDS = 2;

/** What came of a delivery. For the log; codes and counts only. */
export interface ChunkOutcome {
  readonly state: 'settled' | 'settled-before' | 'outdated';
  readonly totals: Totals;
  /** Why the campaign paused itself. */
  readonly pausedBecause?: string | undefined;
  /** Of how many the store did not take what was sent to them alone: they are shown without it. */
  readonly valuesLost?: number | undefined;
}

const isEnding = ({ state, isClosed }: Running['occurrence']): boolean => state === 'finished' || isClosed === true;

/**
 * Takes on the recipients of one chunk, and stores one outcome for each. Whether the campaign runs, is paused or was cancelled is
 * read with the chunk, so that each acts within what the queue holds; whether an operator stopped all, every two seconds. Throws what
 * redelivery may cure: nothing is stored then, and the claims say who was written to.
 */
export const sendChunk = async (sender: ChunkSender, job: ChunkJob): Promise<ChunkOutcome> => {
  const access = admit(job.advertiserId);
  // Before anything that may fail: whoever shares out the minute counts it no more for queued.
  if (job.isLastTry) await sender.runs.noteLastTry(access, job, job.chunkId, sender.ports.clock.now());
  const taken = await sender.runs.take(access, job, job.chunkId);
  if (taken?.result !== undefined) {
    // A chunk goes last: where it is gone, whoever comes up again was noted, and may have come up since.
    if (taken.chunk !== undefined) await sender.runs.settle(access, job, taken.result);
    return { state: 'settled-before', totals: {} };
  }
  // A put of a dispatcher beside the one that ends the run may come to the table late: nobody is written to without a state.
  if (taken?.chunk === undefined || isEnding(taken.occurrence)) return { state: 'outdated', totals: {} };
  const { chunk, campaign, occurrence } = taken;
  const { outcomes, holes, stopsAll, isSoUnder } = await outcomesOf(
    sender,
    { campaign, occurrence },
    chunk,
    job.timeLeftMs,
  );
  const isPausing =
    stopsAll !== undefined &&
    // What is in a row stays noted: of one that was cancelled, or is paused already, it changes nothing.
    campaign.control === 'running' &&
    (await isStillSo(sender, campaign, isSoUnder)) &&
    (await sender.campaigns.control(access, campaign, { control: 'paused', because: stopsAll }));
  const { chunkId, scheduledAt, turn, unforeseen, upTo, rampDay, wereCounted } = chunk;
  const settledAt = sender.ports.clock.now();
  const of = { campaignId: campaign.campaignId, scheduledAt, chunkId, settledAt };
  const months = holes.size === 0 ? undefined : await keepValues({ ...sender, ...job }, access, of, holes);
  const kept = months === undefined ? {} : { valuesMonths: months };
  const settled = {
    chunkId,
    scheduledAt,
    settledAt,
    turn,
    unforeseen,
    upTo,
    ...stated({ rampDay, wereCounted }),
    ...kept,
  };
  const result: ChunkResult = { ...settled, outcomes: [...outcomes] };
  await noteUntaken(sender, taken, outcomes);
  if (!(await sender.runs.settle(access, job, result))) await noteSent(sender, taken, outcomes);
  const lost = months === undefined && holes.size > 0 ? { valuesLost: holes.size } : {};
  return { state: 'settled', totals: totalsOf(outcomes), ...lost, ...(isPausing ? { pausedBecause: stopsAll } : {}) };
};

/** Whether the provider takes anybody of the run: who shares out the places reads it. No chunk waits for this note. */
const noteUntaken = async (
  { runs, ports }: ChunkSender,
  { occurrence, campaign }: Running,
  outcomes: readonly RecipientOutcome[],
): Promise<void> => {
  const noted = untakenAfter(occurrence, outcomes, ports.clock.now());
  if (noted === undefined) return;
  await runs.noteUntaken(admit(campaign.advertiserId), occurrence, noted.untaken).catch(() => undefined);
};

/**
 * Another worker had the same chunk, and stored its outcome first, in which those whom we wrote to wait for us. Their claims
 * say it instead: it is looked for there when they come up again.
 */
const noteSent = async (
  { ports }: ChunkSender,
  { campaign, occurrence }: Running,
  outcomes: readonly RecipientOutcome[],
): Promise<void> => {
  const access = admit(campaign.advertiserId);
  const sent = outcomes.filter(({ providerMessageId }) => providerMessageId !== undefined);
  await atMost(NOTED_AT_ONCE, sent, ({ contactId }) =>
    ports.claims.settle(access, recipientMessageOf(campaign, occurrence, contactId), 'sent'),
  );
};

interface Outcomes {
  readonly outcomes: readonly RecipientOutcome[];
  /** What was handed over of each alone. */
  readonly holes: HolesOfChunk;
  readonly stopsAll?: string | undefined;
  readonly isSoUnder?: Sent['isSoUnder'];
}

const outcomesOf = async (
  sender: ChunkSender,
  running: Running,
  chunk: Chunk,
  timeLeftMs: () => number,
): Promise<Outcomes> => {
  const { campaign, occurrence } = running;
  const now = sender.ports.clock.now();
  // Past its end nobody is written to: the verdict of each says that it has expired, also while it is paused.
  if (campaign.control === 'paused' && now <= occurrence.validUntil) {
    const paused = { code: 'paused', seconds: 0 };
    const outcomes = chunk.recipients.map((recipient) => waitingOutcome(running, recipient, paused, now));
    return { outcomes, holes: new Map() };
  }
  const reasonFor = nowAndThenOf(sender.ports.halts, sender.ports.clock);
  const ports = { ...sender.ports, halts: { ...sender.ports.halts, reasonFor } };
  const access = admit(campaign.advertiserId);
  const { recipients, unforeseen = 0 } = chunk;
  const pacing = { clock: ports.clock, pause: sender.pause, pace: paceOfChunk(paceOf(campaign.channel), chunk) };
  const ofAll = { access, running, unforeseen, timeLeftMs, refused: refusingSettings(running, routesOf(ports)) };
  const before = rowOf(occurrence.inARow, campaign.resumedAt);
  const turns = await sendAtPace(pacing, { running, recipients, before }, (recipient) =>
    sendRecipient({ ...sender, ports }, { ...ofAll, recipient }),
  );
  const { sent, stopsAll } = await countInARow(sender, running, { access, chunkId: chunk.chunkId, turns });
  return {
    outcomes: await lookAgain(sender, { access, running, sent, timeLeftMs }),
    holes: new Map(sent.flatMap(({ outcome, holes }) => (holes === undefined ? [] : [[outcome.contactId, holes]]))),
    stopsAll,
    isSoUnder: sent.find((each) => each.stopsAll === stopsAll)?.isSoUnder,
  };
};

/** Settings are kept for seconds, and somebody may have mended them, and resumed the campaign, since: whoever waits comes up again a minute later. */
const isStillSo = async (
  { ports: { advertisers } }: Pick<ChunkSender, 'ports'>,
  campaign: Running['campaign'],
  isSoUnder: Sent['isSoUnder'],
): Promise<boolean> => {
  if (isSoUnder === undefined) return true;
  const advertiser = await advertisers.current(admit(campaign.advertiserId));
  return advertiser === undefined || isSoUnder(advertiser);
};

/** Asks for all recipients of a chunk at once, who are of one advertiser and one run, and again while it goes on. */
const nowAndThenOf = ({ reasonFor }: HandOffHalts, clock: Clock): HandOffHalts['reasonFor'] => {
  let known: { readonly until: Instant; readonly reason: ReturnType<HandOffHalts['reasonFor']> } | undefined;
  return (message) => {
    const now = clock.now();
    if (known === undefined || now >= known.until)
      known = { until: addSeconds(now, HALTS_KNOWN_SECONDS), reason: reasonFor(message) };
    return known.reason;
  };
};
