import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { isRetryable } from '#shared/domain/failure.ts';
import type { AdvertiserId, Instant } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';
import type { SmsReply } from '#shared/domain/opposition/received-reply.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import type { Clock } from '../clock.port.ts';
import type { Messages } from '../messages/messages.port.ts';
import type { AnsweredMessages } from './answered-messages.port.ts';
import { AT_ONCE, lastBefore, namesAt, type SenderPorts, type Sent, sentTo } from './who-wrote.ts';

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
export const whoMayHaveCode = async (ports: SenderPorts, replyCode: string): Promise<readonly AdvertiserId[]> =>
  possibleOf(ports, await ports.replyCodes.advertisersOf(replyCode));

/** Why nobody knows which message has the id that was given: it is of none (`nowhere`), of several (`several`), or what may have it cannot be read (`unread`). */
type Doubt = 'nowhere' | 'several' | 'unread';

/** What the id of the message answered says. Nothing: no id was given, or it is of another number. */
type Named = Message | Doubt | undefined;

/** Days that a text may lie back which an id names: as long as what came of it is kept. */
const NAMED_WITHIN_DAYS = 365;

/** Days for which whoever wrote may be meant by an id of nothing: a cap, the longest validity and the rest of a month. */
const LATELY_DAYS = 91;

/** What is found, or that it cannot be read. What is away is thrown, to be tried again. */
const orUnread = async <T>(find: () => Promise<T>): Promise<T | 'unread'> => {
  try {
    return await find();
  } catch (error) {
    if (isRetryable(error) && !isUnreadable(error)) throw error;
    return 'unread';
  }
};

/**
 * The message with this id at the provider, where it went to the very number that answers: an id alone proves nothing, and one
 * of another number is nobody's. A doubt where it is in no index, of more than one, or what is found cannot be read.
 */
const answeredMessage = async (ports: AddresseePorts, { answers, from }: SmsReply): Promise<Named> => {
  if (answers === undefined) return undefined;
  const references = await ports.answeredMessages.withProviderId(answers);
  const found = await atMost(AT_ONCE, references, ({ advertiserId, messageId }) =>
    orUnread(async (): Promise<Named> => {
      const message = await ports.messages.get(admit(advertiserId), messageId);
      if (message === undefined) return 'unread';
      return (await namesAt(ports, advertiserId, from)).includes(message.contactId) ? message : undefined;
    }),
  );
  const [first, ...others] = found.filter((each) => each !== undefined);
  if (references.length === 0) return 'nowhere';
  if (others.length === 0) return first;
  return found.some((each) => typeof each === 'object') ? 'several' : 'unread';
};

/**
 * The recipient of a campaign with this id at the provider, among what was sent to the number before it answered; the latest are asked first. What
 * cannot be read of one keeps no other from being found.
 */
const answeredRecipient = async (
  { answeredMessages }: AddresseePorts,
  sent: readonly Sent[],
  { answers, receivedAt }: SmsReply,
): Promise<Message | Doubt> => {
  if (answers === undefined) return 'nowhere';
  const found = await atMost(AT_ONCE, sent, async ({ advertiserId, texts = [] }): Promise<Message | Doubt> => {
    let doubt: Doubt = 'nowhere';
    for (const { messageId, contactId, at } of texts.toReversed()) {
      if (receivedAt !== undefined && at > receivedAt) continue;
      const recipient = { messageId, contactId };
      const one = await orUnread(() => answeredMessages.recipientNamed(admit(advertiserId), recipient, answers));
      if (one === 'unread') doubt = one;
      else if (one !== undefined) return one;
    }
    return doubt;
  });
  const [first, ...others] = found.filter((each) => typeof each !== 'string');
  if (first !== undefined && others.length === 0) return first;
  return first === undefined && !found.includes('unread') ? 'nowhere' : 'unread';
};

/** What each of these sent to the number of a reply since then. */
const sentByEach = (ports: SenderPorts, possible: readonly AdvertiserId[], from: SmsReply['from'], since: Instant) =>
  atMost(AT_ONCE, possible, (advertiserId) => sentTo(ports, advertiserId, from, since));

/** Of those who bound the code the last sender to that number; in doubt, all of them. */
const byCode = async (
  ports: AddresseePorts,
  { from, receivedAt }: SmsReply,
  bound: readonly AdvertiserId[],
): Promise<Addressees> => {
  if (bound.length === 1) return { advertisers: bound };
  const possible = await possibleOf(ports, bound);
  const sent = await sentByEach(ports, possible, from, receivedAt ?? ports.clock.now());
  const latest = latestOf(sent, receivedAt);
  const [last, ...others] = sent.filter((each) => lastBefore(each, receivedAt) === latest);
  const isCertain = last !== undefined && others.length === 0 && !sent.some(({ isUnread }) => isUnread);
  return { advertisers: isCertain ? [last.advertiserId] : possible };
};

/**
 * Where the id of the message answered is none that is known, it may be of a recipient of a campaign; else of a code, of a confirmation or of what
 * is stored too late: all who wrote to that number lately are meant, and where something cannot be read, or the id is of two, all who did as far
 * back as an id may name a text.
 */
const inDoubt = async (
  ports: AddresseePorts,
  reply: SmsReply,
  bound: readonly AdvertiserId[],
  doubt: Doubt,
): Promise<Addressees> => {
  const { from, receivedAt } = reply;
  const possible = await possibleOf(ports, bound);
  const at = receivedAt ?? ports.clock.now();
  const aYearBefore = addDays(at, -NAMED_WITHIN_DAYS);
  const sent = await sentByEach(ports, possible, from, aYearBefore);
  // A recipient that has it as well as single messages is one more of those.
  const answered = doubt === 'several' ? doubt : await answeredRecipient(ports, sent, reply);
  if (typeof answered === 'object') return { advertisers: [answered.advertiserId], answered };
  if (bound.length === 1) return { advertisers: bound };
  if (sent.some(({ isUnread }) => isUnread)) return { advertisers: possible };
  const since = doubt === 'unread' || answered !== 'nowhere' ? aYearBefore : addDays(at, -LATELY_DAYS);
  const meant = sent.filter((each) => (lastBefore(each, receivedAt) ?? '') >= since);
  return { advertisers: meant.length === 0 ? possible : meant.map(({ advertiserId }) => advertiserId) };
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
  const sent = await sentByEach(ports, possible, from, span.from);
  if (sent.some(({ isUnread }) => isUnread)) return all;
  const latest = latestOf(sent, span.from);
  const mayAnswer = (at: Instant): boolean => at === latest || (at > span.from && at <= span.until);
  const meant = sent.filter(({ at }) => at.some(mayAnswer));
  if (meant.length === 0) return all;
  return meant.map((each) => ({ advertiserId: each.advertiserId, lastSentAt: lastBefore(each, span.until) }));
};

/**
 * A reply is for the advertiser of the message that it answers, where the provider says which: a single one by an index, a recipient of a campaign
 * among what was sent to that number. Else a code counts for who
 * bound it, a shared one for the last sender to that number; in doubt, for all (D19). A code that nobody bound may be
 * anybody's: a number that was changed at the operator before it was in any settings. Where the message is of an advertiser
 * that never bound the code, one of the two is wrong: both are meant.
 */
export const addresseesOf = async (ports: AddresseePorts, reply: SmsReply): Promise<Addressees> => {
  const bound = await ports.replyCodes.advertisersOf(reply.replyCode);
  const answered = await answeredMessage(ports, reply);
  if (answered === undefined) return byCode(ports, reply, bound);
  if (typeof answered === 'string') return inDoubt(ports, reply, bound, answered);
  const { advertiserId } = answered;
  if (bound.length === 0 || bound.includes(advertiserId)) return { advertisers: [advertiserId], answered };
  return { advertisers: [advertiserId, ...(await byCode(ports, reply, bound)).advertisers], answered };
};
