import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { isRetryable } from '#shared/domain/failure.ts';
import type { AdvertiserId, Instant } from '#shared/domain/ids.ts';
import { channelsOpposedBy } from '#shared/domain/message/channel.ts';
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

/** What one reads to know whom a reply answers. */
export interface AddresseePorts {
  readonly clock: Clock;
  readonly fingerprints: Fingerprints;
  readonly answeredMessages: AnsweredMessages;
  readonly messages: Pick<Messages, 'get'>;
  readonly replyCodes: ReplyCodes;
  readonly advertiserList: AdvertiserList;
  readonly vetReads: VetReads;
}

/** Whom a reply answers. */
export interface Addressees {
  readonly advertisers: readonly AdvertiserId[];
  /** The message that it answers, of one of them. Absent: not known. */
  readonly answered?: Message | undefined;
}

interface LastSend {
  readonly advertiserId: AdvertiserId;
  readonly at: Instant | undefined;
  /** What was sent to that number cannot be read. */
  readonly isUnread?: true;
}

const contactAt = async ({ fingerprints }: AddresseePorts, advertiserId: AdvertiserId, from: string) =>
  (await fingerprints.find(admit(advertiserId), { kind: 'phone', value: from })).contactId;

/** The last text that left before the reply came: one that left after it is answered by nobody, however late the reply is read. */
const lastSendOf = async (
  ports: AddresseePorts,
  advertiserId: AdvertiserId,
  { from, receivedAt }: SmsReply,
): Promise<LastSend> => {
  const contactId = await contactAt(ports, advertiserId, from);
  try {
    const { sends } = await ports.vetReads.read(admit(advertiserId), contactId, receivedAt ?? ports.clock.now());
    const answerable = channelsOpposedBy('reply');
    const texts = sends.filter(({ channel }) => answerable.includes(channel)).flatMap(({ entries }) => entries);
    const [at] = texts
      .map(({ claimedAt }) => claimedAt)
      .filter((claimedAt) => receivedAt === undefined || claimedAt <= receivedAt)
      .toSorted()
      .reverse();
    return { advertiserId, at };
  } catch (error) {
    if (isUnreadable(error)) return { advertiserId, at: undefined, isUnread: true };
    throw error;
  }
};

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
      return message?.contactId === (await contactAt(ports, advertiserId, from)) ? message : undefined;
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
  const possible = bound.length === 0 ? await ports.advertiserList.all() : bound;
  const sends = await atMost(AT_ONCE, possible, (advertiserId) => lastSendOf(ports, advertiserId, reply));
  if (sends.some(({ isUnread }) => isUnread)) return possible;
  const latest = sends
    .map(({ at }) => at ?? '')
    .toSorted()
    .at(-1);
  const last = sends.filter(({ at }) => at !== undefined && at === latest);
  return last.length === 1 ? last.map(({ advertiserId }) => advertiserId) : possible;
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
