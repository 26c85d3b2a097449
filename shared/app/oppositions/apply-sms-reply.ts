import { hasReading } from '#shared/domain/advertiser/advertiser.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { allOf, atMost, settleAtMost } from '#shared/domain/at-most.ts';
import { advertiserNotFound, isRetryable } from '#shared/domain/failure.ts';
import type { AdvertiserId, Instant } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { channelsOpposedBy } from '#shared/domain/message/channel.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { foldReply, oppositionIn, SMS_REPLY_MAPPING } from '#shared/domain/opposition/sms-reply.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import type { Clock } from '../clock.port.ts';
import type { Fingerprints } from '../contacts/fingerprints.port.ts';
import type { Pause } from '../pause.port.ts';
import type { Ledger } from '../records/ledger.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { VetReads } from '../verdicts/vet-reads.port.ts';
import type { AdvertiserList } from './advertiser-list.port.ts';
import { registerOpposition } from './register-opposition.ts';
import type { ReplyCodes } from './reply-codes.port.ts';

/** Advertisers that are read or written at the same time. */
const AT_ONCE = 20;

/** A reply as the operator relays it. */
export interface SmsReply {
  /** Of the reply: the same again is the same act. */
  readonly replyId: string;
  readonly from: string;
  /** The code or number that the person answered to. */
  readonly replyCode: string;
  readonly text: string;
}

export interface SmsReplyPorts {
  readonly pause: Pause;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly fingerprints: Fingerprints;
  readonly replyCodes: ReplyCodes;
  readonly advertiserList: AdvertiserList;
  readonly advertisers: Advertisers;
  readonly vetReads: VetReads;
}

/** Each advertiser at which the reply was registered; empty when it was no opposition. */
export type AppliedReply = readonly AdvertiserId[];

interface LastSend {
  readonly advertiserId: AdvertiserId;
  readonly at: Instant | undefined;
  /** What was sent to that number cannot be read. */
  readonly isUnread?: true;
}

const lastSendOf = async (ports: SmsReplyPorts, advertiserId: AdvertiserId, from: string): Promise<LastSend> => {
  const contactId = ports.fingerprints.contactIdOf(advertiserId, { kind: 'phone', value: from });
  try {
    const { sends } = await ports.vetReads.read(admit(advertiserId), contactId, ports.clock.now());
    const answerable = channelsOpposedBy('reply');
    const texts = sends.filter(({ channel }) => answerable.includes(channel)).flatMap(({ entries }) => entries);
    const [at] = texts
      .map(({ claimedAt }) => claimedAt)
      .toSorted()
      .reverse();
    return { advertiserId, at };
  } catch (error) {
    if (isUnreadable(error)) return { advertiserId, at: undefined, isUnread: true };
    throw error;
  }
};

/**
 * A shared code counts for the last sender to that number; in doubt, for all who ever bound it (D19). A code that nobody
 * bound may be anybody's: a number that was changed at the operator before it was in any settings.
 */
const addressees = async (ports: SmsReplyPorts, reply: SmsReply): Promise<readonly AdvertiserId[]> => {
  const bound = await ports.replyCodes.advertisersOf(reply.replyCode);
  if (bound.length === 1) return bound;
  const possible = bound.length === 0 ? await ports.advertiserList.all() : bound;
  const sends = await atMost(AT_ONCE, possible, (advertiserId) => lastSendOf(ports, advertiserId, reply.from));
  if (sends.some(({ isUnread }) => isUnread)) return possible;
  const latest = sends
    .map(({ at }) => at ?? '')
    .toSorted()
    .at(-1);
  const last = sends.filter(({ at }) => at !== undefined && at === latest);
  return last.length === 1 ? last.map(({ advertiserId }) => advertiserId) : possible;
};

/** A STOP covers the texts, or everything where the advertiser recorded that reading (OPP-3), or may have. */
const coveredAt = async (
  { advertisers }: SmsReplyPorts,
  advertiserId: AdvertiserId,
  of: OppositionScope,
): Promise<OppositionScope> => {
  const [settings] = await Promise.allSettled([advertisers.get(admit(advertiserId))]);
  if (settings.status === 'rejected') {
    if (isRetryable(settings.reason)) throw settings.reason;
    return { scope: 'global' };
  }
  const chose = settings.value !== undefined && hasReading(settings.value, 'sms-stop-covers-everything');
  return chose ? { scope: 'global' } : of;
};

const registerAt = async (
  ports: SmsReplyPorts,
  advertiserId: AdvertiserId,
  reply: SmsReply,
  of: OppositionScope,
): Promise<void> => {
  const contactId = ports.fingerprints.contactIdOf(advertiserId, { kind: 'phone', value: reply.from });
  // With the contact: the same words leave another hash at each advertiser of a shared code (P9).
  const evidence = { sha256: sha256Of(`${contactId}/${foldReply(reply.text)}`), reference: SMS_REPLY_MAPPING };
  await registerOpposition(ports, {
    access: admit(advertiserId),
    contactId,
    addressKind: 'phone',
    of: await coveredAt(ports, advertiserId, of),
    via: 'sms-reply',
    // Relational texts carry the same code: a reply does not say which text it answers.
    coversRelational: true,
    // With the contact: an operator that gives one id to two replies must not make us lose one.
    requestId: sha256Of(`sms-reply/${contactId}/${reply.replyId}`),
    bodySha256: sha256Of(reply.replyId),
    evidence,
    actor: { by: 'person' },
  });
};

/**
 * Registers the opposition that a reply by SMS expresses, at the advertiser it answers. Any other reply changes nothing.
 * Throws `advertiser-not-found` when the deployment has no advertiser at all and `invalid-request` for a sender that is no
 * telephone number, so that the reply is parked and seen; an unreadable store is redelivered. At one advertiser that fails
 * the others register it all the same.
 */
export const applySmsReply = async (ports: SmsReplyPorts, reply: SmsReply): Promise<AppliedReply> => {
  const of = oppositionIn(reply.text);
  if (of === undefined) return [];
  const advertisers = await addressees(ports, reply);
  if (advertisers.length === 0) throw advertiserNotFound();
  allOf(await settleAtMost(AT_ONCE, advertisers, (advertiserId) => registerAt(ports, advertiserId, reply, of)));
  return advertisers;
};
