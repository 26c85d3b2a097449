import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { basesOf, movedIn } from '#shared/domain/audience/audience-row.ts';
import { STORED_WITHIN_SECONDS, VERDICT_HOLDS_SECONDS } from '#shared/domain/campaign/ending.ts';
import { MOVED, OTHER_ADDRESS, WRITTEN_BEFORE, WRITTEN_ELSEWHERE } from '#shared/domain/campaign/recipient.ts';
import { recipientMessageOf } from '#shared/domain/campaign/recipient-message.ts';
import { sendsOfOtherRuns, sendsOfThisRun } from '#shared/domain/campaign/recurring.ts';
import { REVIEW_SECONDS } from '#shared/domain/campaign/waiting.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { type Channel, fitsAddress } from '#shared/domain/message/channel.ts';
import { type Claim, LONGEST_VALIDITY_DAYS, type Message } from '#shared/domain/message/message.ts';
import { needsNoBasis } from '#shared/domain/message/template.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import { addDays, addSeconds, CLOCKS_DIFFER_SECONDS, millisecondsOf } from '#shared/domain/time/instant.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { concludingVerdict, withPrimary } from '../../send/apply-verdict.ts';
import type { MakingSteps } from '../../send/making-steps.ts';
import type { Taken } from '../../send/send-once.ts';
import type { SendInput, Vetted } from '../../send/send-steps.ts';
import type { Running } from '../runs.port.ts';
import type { LeftOut } from '../stopping/left-out.ts';

/** The address is read with the standing: the one Query. Without one there is no basis either, and nothing is rendered. */
export const takeRecipient =
  (
    steps: Pick<MakingSteps, 'read'>,
    access: AdvertiserAccess,
    { campaign, occurrence }: Running,
    contactId: ContactId,
  ): (() => Promise<Taken>) =>
  async () => {
    const message = recipientMessageOf(campaign, occurrence, contactId);
    const { advertiserId, messageId } = message;
    const { mergeValues } = campaign;
    const found = { access, reference: { advertiserId, messageId, contactId }, message };
    const input = await steps.read({ ...found, secrets: { address: '', mergeValues } });
    const { address = '', encryptHolesOf } = input;
    const encryptHoles = encryptHolesOf?.(messageId);
    return { decrypted: { ...found, secrets: { address, mergeValues }, encryptHoles }, input };
  };

/** What a verdict that stops a recipient makes of it. */
interface StoppedRecipient {
  readonly state: 'refused' | 'expired' | 'deferred' | 'in-review';
  /** As it ends the message, where it does. */
  readonly verdict: StoredVerdict;
}

/** Their main reason may be another: a cap comes before it, and in verdicts of editions before 2026-12-01.4 what a human has still to decide. */
const isForTime = ({ reasons }: StoredVerdict): boolean => reasons.some(({ code }) => code === 'VALIDITY_PASSED');

/**
 * By the verdict that stopped it: for a recipient that is sent to, and for one that is only looked at. Whom a human had still to decide on when
 * the last lawful hour had passed has expired: nothing refused them.
 */
export const stoppedBy = (
  message: Message,
  given: StoredVerdict,
  vetted: Pick<Vetted, 'request'>,
): StoppedRecipient => {
  const verdict = concludingVerdict(message, given);
  const [first] = verdict.reasons.map(({ code }) => code);
  if (verdict.outcome === 'refuse') {
    if (first === 'VALIDITY_PASSED' || first === 'REVIEW_EXPIRED') return { verdict, state: 'expired' };
    if (!isForTime(verdict) || openAtItsEnd(vetted) === undefined) return { verdict, state: 'refused' };
    return { verdict: withPrimary(verdict, 'VALIDITY_PASSED'), state: 'expired' };
  }
  return { verdict, state: verdict.outcome === 'defer' && verdict.notBefore !== undefined ? 'deferred' : 'in-review' };
};

/** May it still leave by the verdict of a worker whose clock is behind ours? Its end, or that of its hours, has just come. */
export const mayLeaveByAnotherClock = (message: Message, { request, verdict }: Vetted): boolean => {
  if (concludingVerdict(message, verdict).outcome !== 'refuse') return false;
  const before = vet({ ...request, at: addSeconds(request.at, -VERDICT_HOLDS_SECONDS) });
  return concludingVerdict(message, before).outcome === 'allow';
};

/**
 * What a human had still to decide of whom the end kept from leaving: the cause that would keep them today if they had the longest validity
 * from now on. `undefined`: nothing that a human decides.
 */
export const openAtItsEnd = ({ request }: Pick<Vetted, 'request'>): string | undefined =>
  vet({ ...request, message: { ...request.message, validUntil: addDays(request.at, LONGEST_VALIDITY_DAYS) } }).cause;

const MINUTE_SECONDS = 60;

/**
 * Until when somebody who waits for a human may still leave: to the end of their validity, or of the last lawful hours before it, to the minute. Those
 * hours are looked for as far ahead as they have a say in when somebody comes up again.
 */
export const leavesUntil = ({ request }: Pick<Vetted, 'request'>): Instant => {
  const { validUntil } = request.message;
  const isTooLate = (seconds: number): boolean =>
    vet({ ...request, at: addSeconds(request.at, seconds) }).outcome === 'refuse';
  const left = Math.floor((millisecondsOf(validUntil) - millisecondsOf(request.at)) / 1_000);
  let [lawful, late] = [0, Math.min(2 * REVIEW_SECONDS, left)];
  if (late <= 0 || !isTooLate(late)) return validUntil;
  while (late - lawful > MINUTE_SECONDS) {
    const middle = Math.floor((lawful + late) / 2);
    if (isTooLate(middle)) late = middle;
    else lawful = middle;
  }
  return addSeconds(request.at, lawful);
};

/** Was something recorded of the contact so lately that another worker may have read what was there before? */
export const hasJustChanged = ({ standing }: Pick<SendInput, 'standing'>, now: Instant): boolean => {
  if (standing === undefined) return false;
  const { consents, sales, oppositions, deliveryFailures = [], annulledAt, erasedAt } = standing;
  const recorded = [...consents, ...sales, ...oppositions].map(({ recordedAt }) => recordedAt);
  const ended = consents.map(({ endedAt }) => endedAt);
  const failed = deliveryFailures.map(({ at }) => at);
  const since = addSeconds(now, -STORED_WITHIN_SECONDS - CLOCKS_DIFFER_SECONDS);
  return [...recorded, ...ended, ...failed, annulledAt, erasedAt].some((at) => at !== undefined && at > since);
};

/** A list may name contacts of the other kind of address: nothing is made for them, whatever is recorded of them. */
export const ofOtherAddress = (channel: Channel, { standing }: Pick<SendInput, 'standing'>): LeftOut | undefined =>
  standing === undefined || fitsAddress(channel, standing.addressKind)
    ? undefined
    : { end: 'passed-over', code: OTHER_ADDRESS, heldSeconds: 0 };

/**
 * Whoever is written to at another address since, where what the campaign is for followed them and nothing else supports a message to the former one: nothing is made for the former one, and their row names
 * the new contact. Past its end the verdict says that it has come.
 */
export const ofMoved = (
  { campaign, occurrence }: Running,
  { standing, template }: Pick<SendInput, 'standing' | 'template'>,
  now: Instant,
): LeftOut | undefined => {
  if (now > occurrence.validUntil || standing === undefined) return undefined;
  if (template !== undefined && needsNoBasis(template.class)) return undefined;
  const hasMoved = movedIn(standing, campaign) !== undefined;
  const hasOther = basesOf(standing, campaign).length > 0;
  return hasMoved && !hasOther
    ? { end: 'passed-over', code: MOVED, heldSeconds: 0, movedTo: standing.movedTo?.at(-1) }
    : undefined;
};

/** What keeps a recipient from a message that the law allows: another run of the campaign has just written to them, or this one at another address. */
export const writtenBefore = (
  { campaign, occurrence }: Running,
  { sends, sendsBeside = [] }: Pick<SendInput, 'sends' | 'sendsBeside'>,
  now: Instant,
): { readonly code: typeof WRITTEN_BEFORE | typeof WRITTEN_ELSEWHERE; readonly before: readonly Claim[] } => {
  const elsewhere = sendsOfThisRun(occurrence, campaign.channel, sendsBeside);
  if (elsewhere.length > 0) return { code: WRITTEN_ELSEWHERE, before: elsewhere };
  return { code: WRITTEN_BEFORE, before: sendsOfOtherRuns(campaign, occurrence, [...sends, ...sendsBeside], now) };
};
