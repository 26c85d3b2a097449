import { nameBehind, senderOfCode, stopConfirmation } from '#shared/channels/sms/answers.ts';
import type { OutgoingSms } from '#shared/channels/sms/rendering.ts';
import { segmentsOf } from '#shared/channels/sms/segments.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { type AdvertiserId, type Instant, MessageId } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { type Channel, channelsOpposedBy } from '#shared/domain/message/channel.ts';
import { isOfTracking, type Opposition } from '#shared/domain/opposition/opposition.ts';
import type { SmsReply } from '#shared/domain/opposition/received-reply.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import type { Clock, NewId } from '../clock.port.ts';
import type { Fingerprints } from '../contacts/fingerprints.port.ts';
import { languageOf } from '../messages/compose-message.ts';
import type { Messages } from '../messages/messages.port.ts';
import type { AnswerLink } from '../oppositions/tokens.port.ts';
import type { Ledger } from '../records/ledger.port.ts';
import type { Provider } from '../send/providers.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { Confirmations } from './confirmations.port.ts';
import { type SenderPorts, whoWroteSince } from './who-wrote.ts';

export interface ConfirmPorts {
  readonly clock: Clock;
  readonly newId: NewId;
  readonly fingerprints: Fingerprints;
  readonly ledger: Pick<Ledger, 'readStanding'>;
  readonly advertisers: Advertisers;
  readonly messages: Pick<Messages, 'get'>;
  readonly confirmations: Confirmations;
  readonly provider: Provider<OutgoingSms>;
  /** The URL to which a provider brings what is answered to an answer. Absent: it brings that otherwise. */
  readonly answeredAt?: ((of: AnswerLink) => Promise<string>) | undefined;
}

/**
 * What became of a confirmation: why there is none, or how the provider answered. `agreed-since`: the person agreed after their STOP, and this is that
 * STOP once more. `not-taken-now`: it can be tried again.
 */
export type Confirmed =
  | 'agreed-since'
  | 'answered-before'
  | 'no-sender'
  | 'taken'
  | 'not-taken'
  | 'not-taken-now'
  | 'unknown';

/** The provider has this long: nobody waits for it. */
const TERMS = { timeoutMs: 3_000, validForSeconds: 4 * 3600 };

const isEndedByReply = (channel: Channel): boolean => channelsOpposedBy('reply').includes(channel);

/** When the person last agreed to what a STOP ends. */
const agreedLastIn = (standing: Standing | undefined): Instant | undefined =>
  standing?.consents
    .filter(({ channels }) => channels.some(isEndedByReply))
    .map(({ givenAt }) => givenAt)
    .toSorted()
    .at(-1);

/** The person agreed again, and no STOP came after that. */
const agreedSince = (standing: Standing | undefined): boolean => {
  const agreed = agreedLastIn(standing);
  const isLater = ({ of, occurredAt }: Opposition): boolean =>
    agreed !== undefined &&
    occurredAt >= agreed &&
    !isOfTracking(of) &&
    (of.scope === 'global' || of.channels.some(isEndedByReply));
  return agreed !== undefined && !standing?.oppositions.some(isLater);
};

/** An answer by SMS that a person gets once. */
interface AnswerOnce {
  /** It would be untrue by now. Absent: it never is. */
  readonly isPast?: (standing: Standing | undefined) => boolean;
  /** An earlier answer counts no more where it is older than this. */
  readonly countsFrom: (standing: Standing | undefined, at: Instant) => Instant | undefined;
  /** The sender of what is answered. Absent: not known. */
  readonly answered: (access: AdvertiserAccess, standing: Standing | undefined) => Promise<string | undefined>;
  readonly text: (
    advertiser: Advertiser,
    standing: Standing | undefined,
    sender: NonNullable<ReturnType<typeof senderOfCode>>,
  ) => string;
}

/** The sender of the message that the last STOP of the person answers, where it says which that was. */
const senderOfLastStop = async (
  { messages }: Pick<ConfirmPorts, 'messages'>,
  access: AdvertiserAccess,
  standing: Standing | undefined,
): Promise<string | undefined> => {
  const stop = standing?.oppositions.filter(({ via }) => via === 'sms-reply').toSorted((a, b) => a.seq - b.seq);
  const messageId = MessageId.safeParse(stop?.at(-1)?.messageId).data;
  const [answered] = await Promise.allSettled([messageId && messages.get(access, messageId, standing?.contactId)]);
  return answered.status === 'fulfilled' && answered.value ? answered.value.sender : undefined;
};

/** It is a text like any other to who gets it: what they answer to it may stop the next. */
const callbackOf = async ({ answeredAt }: ConfirmPorts, of: AnswerLink): Promise<{ readonly callbackUrl?: string }> =>
  answeredAt === undefined ? {} : { callbackUrl: await answeredAt(of) };

/**
 * Answers a reply by one SMS of the sender that was answered, where it has its code; else of the first that has it: the one that a message
 * leaves from which names none. Claimed before it is sent, so that it never leaves twice, whatever comes
 * twice; where the provider did not take it the claim is taken back, for the next reply. It is no message of an advertiser: nothing
 * is vetted, counted or tracked.
 */
export const answerOnce = async (
  ports: ConfirmPorts,
  advertiserId: AdvertiserId,
  { from, replyCode }: Pick<SmsReply, 'from' | 'replyCode'>,
  { isPast, countsFrom, answered, text }: AnswerOnce,
): Promise<Confirmed> => {
  const access = admit(advertiserId);
  const { contactId } = await ports.fingerprints.find(access, { kind: 'phone', value: from });
  const [advertiser, standing] = await Promise.all([
    ports.advertisers.get(access),
    ports.ledger.readStanding(access, contactId),
  ]);
  const sender = advertiser && senderOfCode(advertiser, replyCode, await answered(access, standing));
  if (advertiser === undefined || sender === undefined) return 'no-sender';
  if (isPast?.(standing)) return 'agreed-since';
  const messageId = `msg_${ports.newId()}` as MessageId;
  const terms = { ...TERMS, ...(await callbackOf(ports, { advertiserId, contactId, messageId })) };
  const at = ports.clock.now();
  if (!(await ports.confirmations.claim(access, contactId, { at, countsFrom: countsFrom(standing, at) })))
    return 'answered-before';
  const tags = { advertiserId, messageId, contactId, isAnswer: true as const };
  const words = text(advertiser, standing, sender);
  const outgoing = { to: from, senderId: sender.senderId, text: words, isService: true as const };
  const handedOver = await ports.provider(outgoing, tags, { ...terms, segments: segmentsOf(words).segments });
  if (handedOver.answer !== 'not-taken') return handedOver.answer;
  await ports.confirmations.release(access, contactId, at);
  return handedOver.retryable ? 'not-taken-now' : 'not-taken';
};

/**
 * Notifies a person by SMS that their STOP is recorded, once for each opposition: AWS answers nothing where opt-outs are ours to
 * manage.
 */
export const confirmStop = (ports: ConfirmPorts, advertiserId: AdvertiserId, reply: SmsReply): Promise<Confirmed> =>
  answerOnce(ports, advertiserId, reply, {
    isPast: agreedSince,
    countsFrom: agreedLastIn,
    answered: (access, standing) => senderOfLastStop(ports, access, standing),
    text: (advertiser, standing, sender) =>
      stopConfirmation(languageOf(advertiser, standing), nameBehind(advertiser, sender)),
  });

/** Days since the last text of an advertiser for which it confirms what a provider outside AWS brings: a STOP is late, or its words are anybody's. */
const WROTE_WITHIN_DAYS = 365;

/**
 * The same, of a reply whoever brought it. For what a provider outside AWS brings a URL may be all that vouches: it is confirmed where a text of that
 * advertiser left to that number, so that who finds a URL can have no stranger written to, and nobody twice.
 */
export const confirmBroughtStop = async (
  ports: ConfirmPorts & SenderPorts,
  advertiserId: AdvertiserId,
  reply: SmsReply,
): Promise<Confirmed | 'nobody-wrote'> => {
  const since = addDays(ports.clock.now(), -WROTE_WITHIN_DAYS);
  const wrote =
    reply.broughtBy === undefined ? [advertiserId] : await whoWroteSince(ports, [advertiserId], reply.from, since);
  return wrote.length === 0 ? 'nobody-wrote' : confirmStop(ports, advertiserId, reply);
};
