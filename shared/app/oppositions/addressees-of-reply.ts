import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { isRetryable } from '#shared/domain/failure.ts';
import type { AdvertiserId, ContactId, Instant } from '#shared/domain/ids.ts';
import { type Channel, channelsOpposedBy } from '#shared/domain/message/channel.ts';
import type { Message } from '#shared/domain/message/message.ts';
import type { SmsReply } from '#shared/domain/opposition/received-reply.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import type { Clock } from '../clock.port.ts';
import type { Fingerprints } from '../contacts/fingerprints.port.ts';
import type { Messages } from '../messages/messages.port.ts';
import type { VetReads } from '../verdicts/vet-reads.port.ts';
import type { AdvertiserList } from './advertiser-list.port.ts';
import type { AnsweredMessages } from './answered-messages.port.ts';
import type { ReplyCodes } from './reply-codes.port.ts';

/** Advertisers that are read or written at the same time. */
export const AT_ONCE = 20;

/** What one reads to know what was sent to a number. */
type SendsPorts = Pick<SenderPorts, 'fingerprints' | 'vetReads'>;

/** What one reads to know who sent to a number. */
export interface SenderPorts {
  readonly fingerprints: Fingerprints;
  readonly replyCodes: ReplyCodes;
  readonly advertiserList: AdvertiserList;
  readonly vetReads: VetReads;
}

/** What one reads to know whom a reply answers. */
export interface AddresseePorts extends SenderPorts {
  readonly clock: Clock;
  readonly answeredMessages: AnsweredMessages;
  readonly messages: Pick<Messages, 'get'>;
}

/** Whom a reply answers. */
export interface Addressees {
  readonly advertisers: readonly AdvertiserId[];
  /** The message that it answers, of one of them. Absent: not known. */
  readonly answered?: Message | undefined;
}

/** When texts left to a number, the earliest first. */
export interface Sent {
  readonly advertiserId: AdvertiserId;
  readonly at: readonly Instant[];
  /** Something is known of that number there. */
  readonly isKnown?: boolean;
  /** What was sent to that number cannot be read. */
  readonly isUnread?: true;
}

/** Each name of a number: what was sent to it may be under any of them. */
const namesAt = async (
  { fingerprints }: Pick<SenderPorts, 'fingerprints'>,
  advertiserId: AdvertiserId,
  from: string,
): Promise<readonly ContactId[]> => {
  const { contactId, otherIds } = await fingerprints.find(admit(advertiserId), { kind: 'phone', value: from });
  return [contactId, ...otherIds];
};

/** The texts, or those by some channels, that one of them sent to a number: those right before an instant and all since. */
export const sentTo = async (
  ports: SendsPorts,
  advertiserId: AdvertiserId,
  from: string,
  since: Instant,
  answerable: readonly Channel[] = channelsOpposedBy('reply'),
): Promise<Sent> => {
  const names = await namesAt(ports, advertiserId, from);
  try {
    const read = await Promise.all(names.map((each) => ports.vetReads.read(admit(advertiserId), each, since)));
    const sends = read.flatMap((each) => each.sends).filter(({ channel }) => answerable.includes(channel));
    const at = sends.flatMap(({ entries }) => entries).map(({ claimedAt }) => claimedAt);
    return { advertiserId, at: at.toSorted(), isKnown: read.some(({ standing }) => standing !== undefined) };
  } catch (error) {
    if (isUnreadable(error)) return { advertiserId, at: [], isUnread: true };
    throw error;
  }
};

/** Those of whom a text left to a number since an instant; whoever's sends cannot be read did not write, as far as anybody knows. */
export const whoWroteSince = async (
  ports: SenderPorts,
  among: readonly AdvertiserId[],
  from: SmsReply['from'],
  since: Instant,
): Promise<readonly AdvertiserId[]> => {
  const sent = await atMost(AT_ONCE, among, (advertiserId) => sentTo(ports, advertiserId, from, since));
  return sent.filter(({ at }) => at.some((each) => each >= since)).map(({ advertiserId }) => advertiserId);
};

/** The last text that left before a reply came: one that left after it is answered by nobody, however late the reply is read. */
export const lastBefore = ({ at }: Pick<Sent, 'at'>, until: Instant | undefined): Instant | undefined =>
  at.filter((each) => until === undefined || each <= until).at(-1);

/** The last of all of them before then; empty where nobody sent anything. */
const latestOf = (sent: readonly Sent[], until: Instant | undefined): string =>
  sent
    .map((each) => lastBefore(each, until) ?? '')
    .toSorted()
    .at(-1) ?? '';

/** Those who may have a code that these bound. */
const possibleOf = async ({ advertiserList }: SenderPorts, bound: readonly AdvertiserId[]) =>
  bound.length === 0 ? advertiserList.all() : bound;

/** Those who may have this code: who bound it, else anybody. */
export const mayHaveCode = async (ports: SenderPorts, replyCode: string): Promise<readonly AdvertiserId[]> =>
  possibleOf(ports, await ports.replyCodes.advertisersOf(replyCode));

/**
 * The message with this id at the provider, where it went to the very number that answers: an id alone proves nothing, and one
 * of another number is nobody's. `undefined` where none is found, more than one, or what is found cannot be read.
 */
const answeredMessage = async (ports: AddresseePorts, { answers, from }: SmsReply): Promise<Message | undefined> => {
  if (answers === undefined) return undefined;
  const references = await ports.answeredMessages.withProviderId(answers);
  const found = await atMost(AT_ONCE, references, async ({ advertiserId, messageId }) => {
    try {
      const message = await ports.messages.get(admit(advertiserId), messageId);
      if (message === undefined) return undefined;
      return (await namesAt(ports, advertiserId, from)).includes(message.contactId) ? message : undefined;
    } catch (error) {
      if (isRetryable(error)) throw error;
      return undefined;
    }
  });
  const own = found.filter((message) => message !== undefined);
  return own.length === 1 ? own[0] : undefined;
};

/** Of those who bound the code the last sender to that number; in doubt, all of them. */
const byCode = async (
  ports: AddresseePorts,
  reply: SmsReply,
  bound: readonly AdvertiserId[],
): Promise<readonly AdvertiserId[]> => {
  if (bound.length === 1) return bound;
  const possible = await possibleOf(ports, bound);
  const { from, receivedAt } = reply;
  const since = receivedAt ?? ports.clock.now();
  const sent = await atMost(AT_ONCE, possible, (advertiserId) => sentTo(ports, advertiserId, from, since));
  if (sent.some(({ isUnread }) => isUnread)) return possible;
  const latest = latestOf(sent, receivedAt);
  const last = sent.filter((each) => latest !== '' && lastBefore(each, receivedAt) === latest);
  return last.length === 1 ? last.map(({ advertiserId }) => advertiserId) : possible;
};

/** Whom a STOP may answer. `lastSentAt`: their last text before it. Absent: nobody is known to have sent any, or what was sent cannot be read. */
export interface MayBeAnswered {
  readonly advertiserId: AdvertiserId;
  readonly lastSentAt?: Instant | undefined;
}

/**
 * Of several who may have its code, whom a STOP may answer that came some time within a span, both ends of it included: the last sender before the
 * span, and whoever sent within it; in doubt, all (D19).
 */
export const addresseesWithin = async (
  ports: SenderPorts,
  possible: readonly AdvertiserId[],
  from: SmsReply['from'],
  span: { readonly from: Instant; readonly until: Instant },
): Promise<readonly MayBeAnswered[]> => {
  const all = possible.map((advertiserId) => ({ advertiserId }));
  const sent = await atMost(AT_ONCE, possible, (advertiserId) => sentTo(ports, advertiserId, from, span.from));
  if (sent.some(({ isUnread }) => isUnread)) return all;
  const latest = latestOf(sent, span.from);
  const mayAnswer = (at: Instant): boolean => at === latest || (at > span.from && at <= span.until);
  const meant = sent.filter(({ at }) => at.some(mayAnswer));
  if (meant.length === 0) return all;
  return meant.map((each) => ({ advertiserId: each.advertiserId, lastSentAt: lastBefore(each, span.until) }));
};

/**
 * A reply is for the advertiser of the message that it answers, where the provider says which. Else a code counts for who
 * bound it, a shared one for the last sender to that number; in doubt, for all (D19). A code that nobody bound may be
 * anybody's: a number that was changed at the operator before it was in any settings. Where the message is of an advertiser
 * that never bound the code, one of the two is wrong: both are meant.
 */
export const addresseesOf = async (ports: AddresseePorts, reply: SmsReply): Promise<Addressees> => {
  const bound = await ports.replyCodes.advertisersOf(reply.replyCode);
  const answered = await answeredMessage(ports, reply);
  if (answered === undefined) return { advertisers: await byCode(ports, reply, bound) };
  const { advertiserId } = answered;
  if (bound.length === 0 || bound.includes(advertiserId)) return { advertisers: [advertiserId], answered };
  return { advertisers: [advertiserId, ...(await byCode(ports, reply, bound))], answered };
};
