import { nobodyAfter } from '#shared/domain/campaign/ending.ts';
import { recipientMessageIdOf } from '#shared/domain/campaign/names.ts';
import { type RecipientOutcome, UNFORESEEN, WAVE_LATER, WRITTEN_ELSEWHERE } from '#shared/domain/campaign/recipient.ts';
import { recipientMessageOf } from '#shared/domain/campaign/recipient-message.ts';
import { Failure, isRetryable } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addSeconds, millisecondsOf } from '#shared/domain/time/instant.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import { claimOf, sendOnce, type Taken } from '../../send/send-once.ts';
import type { SendInput } from '../../send/send-steps.ts';
import { secondsHeld } from '../../send/settle-hand-off.ts';
import type { LeftOut } from '../stopping/left-out.ts';
import { refusingSettings } from '../stopping/refusing-settings.ts';
import { routesOf } from '../stopping/without-route.ts';
import {
  AGAIN_SECONDS,
  dueWithinRun,
  isOverForAll,
  outcomeMayHaveLeft,
  outcomeOf,
  outcomeOfClaim,
  type Recipient,
  type RecipientPorts,
  type Sent,
  waitingOutcome,
} from './recipient-outcome.ts';
import { ofMoved, ofOtherAddress, takeRecipient, writtenBefore } from './take-recipient.ts';

/** Turns in which something unforeseen may befall a recipient before we give up. */
const MOST_UNFORESEEN = 5;

/**
 * Sends to one recipient of a campaign, or says why not, by the pipeline that single messages take. Never throws: what is
 * unforeseen comes up again, and whoever fails for good is looked for in the claims first, which say whether something may
 * have left.
 */
export const sendRecipient = async (recipientPorts: RecipientPorts, recipient: Recipient): Promise<Sent> => {
  const { clock } = recipientPorts.ports;
  const { steps, ports } = recipientPorts;
  const {
    recipient: { contactId, notBefore },
    running,
    timeLeftMs,
    refused = refusingSettings(running, routesOf(ports)),
  } = recipient;
  const take = takeRecipient(steps, recipient.access, running, contactId);
  const passesOver = (input: SendInput): LeftOut | undefined => {
    const { code, before } = writtenBefore(running, input, clock.now());
    if (before.length === 0) return undefined;
    const heldSeconds = Math.min(...before.map((entry) => secondsHeld(ports, entry)));
    return { end: 'passed-over', code, heldSeconds };
  };
  /** Of who took an address and left it again, this run may have written to the first, and not to the last: they have the message, and no row sends anybody to the last. */
  const movedOrWritten = (input: SendInput): LeftOut | undefined => {
    const moved = ofMoved(running, input, clock.now());
    if (moved?.movedTo === undefined) return moved;
    const atNew: string = recipientMessageIdOf(running.occurrence, moved.movedTo);
    const { code, before } = writtenBefore(running, input, clock.now());
    const isElsewhere = code === WRITTEN_ELSEWHERE && before.some(({ messageId }) => messageId !== atNew);
    return isElsewhere ? passesOver(input) : moved;
  };
  const leavesOut = (input: SendInput) =>
    ofOtherAddress(running.campaign.channel, input) ?? refused(input, clock.now()) ?? movedOrWritten(input);
  try {
    if (running.campaign.control === 'cancelled')
      return {
        outcome: (await outcomeIfClaimed(recipientPorts, recipient, take)) ?? cancelled(recipient, clock.now()),
      };
    if (notBefore !== undefined && notBefore > clock.now())
      return {
        outcome: { contactId, state: 'deferred', codes: [WAVE_LATER], dueAt: dueWithinRun(recipient, notBefore) },
      };
    return await outcomeOf(
      recipientPorts,
      recipient,
      await sendOnce({ steps, ports }, { take, timeLeftMs, leavesOut, passesOver }),
    );
  } catch (error) {
    const outcome = afterFailure(recipient, error, clock.now());
    if (outcome.state !== 'failed') return { outcome };
    const said = await failedUnlessItMayHaveLeft(recipientPorts, recipient, take, outcome);
    return { outcome: said, isInDoubt: said.state === 'failed' };
  }
};

/** The final failure of a recipient, unless a claim says that something may have left, or claims cannot be read just now. */
const failedUnlessItMayHaveLeft = async (
  of: RecipientPorts,
  recipient: Recipient,
  take: () => Promise<Taken>,
  failed: RecipientOutcome,
): Promise<RecipientOutcome> => {
  try {
    return (await outcomeIfClaimed(of, recipient, take).catch(() => outcomeByClaim(of, recipient))) ?? failed;
  } catch (error) {
    const again = afterFailure(recipient, error, of.ports.clock.now());
    return again.state === 'failed' ? failed : again;
  }
};

/** By the claim alone, where the rest of the contact cannot be read or is known. */
export const outcomeByClaim = async (
  of: RecipientPorts,
  recipient: Recipient,
): Promise<RecipientOutcome | undefined> => {
  const { campaign, occurrence } = recipient.running;
  const message = recipientMessageOf(campaign, occurrence, recipient.recipient.contactId);
  const held = await of.ports.claims.find(recipient.access, message);
  if (held !== undefined) return outcomeOfClaim(of, recipient, held);
  return of.ports.halts.mayHaveLeft(message) ? outcomeMayHaveLeft(of, recipient) : undefined;
};

/** Who was claimed before may have been written to; `undefined`: nobody wrote to them. */
const outcomeIfClaimed = async (
  of: RecipientPorts,
  recipient: Recipient,
  take: () => Promise<Taken>,
): Promise<RecipientOutcome | undefined> => {
  const { decrypted, input } = await take();
  const held = claimOf(decrypted, input);
  if (held !== undefined) return outcomeOfClaim(of, recipient, held);
  return of.ports.halts.mayHaveLeft(decrypted.message) ? outcomeMayHaveLeft(of, recipient) : undefined;
};

/** Of a cancelled campaign nobody else is written to, once every worker that began before it is over. */
const cancelled = ({ recipient, running }: Recipient, now: Instant): RecipientOutcome => {
  if (isOverForAll(running, now)) return { contactId: recipient.contactId, state: 'cancelled', codes: ['cancelled'] };
  const { campaign, occurrence } = running;
  const seconds = Math.ceil((millisecondsOf(nobodyAfter(campaign, occurrence)) - millisecondsOf(now)) / 1000) + 1;
  return waitingOutcome(running, recipient, { code: 'claim-held', seconds }, now);
};

/** What cannot be read until a human repairs it keeps no run open of which nobody else is written to. */
const isLost = ({ running }: Recipient, error: unknown, now: Instant): boolean =>
  isUnreadable(error) && isOverForAll(running, now);

const afterFailure = (recipient: Recipient, error: unknown, now: Instant): RecipientOutcome => {
  const { contactId } = recipient.recipient;
  const isOurs = error instanceof Failure;
  const code = isOurs ? error.code : UNFORESEEN;
  const isFinal = isOurs
    ? !isRetryable(error) || isLost(recipient, error, now)
    : recipient.unforeseen >= MOST_UNFORESEEN;
  if (isFinal) return { contactId, state: 'failed', codes: [code] };
  const befell = isOurs ? {} : { unforeseen: recipient.unforeseen + 1 };
  const dueAt = dueWithinRun(recipient, addSeconds(now, AGAIN_SECONDS));
  return { contactId, state: 'waiting', codes: [code], ...befell, dueAt };
};
