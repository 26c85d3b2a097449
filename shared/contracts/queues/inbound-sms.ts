import * as z from 'zod/mini';
import { AdvertiserId, Instant } from '#shared/domain/ids.ts';
import { MOST_OF_A_PART, type SmsReply } from '#shared/domain/opposition/received-reply.ts';
import { stated } from '#shared/domain/stated.ts';
import { earlier } from '#shared/domain/time/instant.ts';

/**
 * A text message received, as AWS publishes it to the topic of a two-way number; fields not named here are let pass.
 * https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms-payload.html
 */
export const InboundSms = z.object({
  originationNumber: z.string().check(z.minLength(1)),
  destinationNumber: z.string().check(z.minLength(1)),
  messageBody: z.string(),
  inboundMessageId: z.string().check(z.minLength(1)),
  /** The message that it answers, where AWS knows it. One that can be no id of a message says nothing, and loses no reply. */
  previousPublishedMessageId: z.catch(z.optional(z.string().check(z.minLength(1), z.maxLength(200))), undefined),
  /** A provider outside AWS brought it, to a number of its own. Absent: AWS did. */
  broughtBy: z.catch(z.optional(z.literal('provider')), undefined),
  /** Beside `broughtBy`: whoever asks in it who writes, or says stop, may be answered. Absent: nobody vouches for it. */
  mayBeAnswered: z.catch(z.optional(z.literal(true)), undefined),
  /** We put it there: a STOP that is registered, and waits to be confirmed. Absent: whatever it says is yet to be registered. */
  isRegistered: z.catch(z.optional(z.literal(true)), undefined),
  /** We put it there: the part of a reply that is for these advertisers, of many. Absent: the whole reply. */
  among: z.catch(z.optional(z.array(AdvertiserId).check(z.minLength(1), z.maxLength(MOST_OF_A_PART))), undefined),
  /** Beside `broughtBy`: its name says when it was said. Absent: it does not. */
  isDated: z.catch(z.optional(z.literal(true)), undefined),
  /** When its provider outside AWS says that it was said; beside `among`, when the whole reply came: SNS says of it when we put it there. Absent: not known, or AWS brought it whole. */
  receivedAt: z.catch(z.optional(Instant), undefined),
});
export type InboundSms = z.infer<typeof InboundSms>;

/** What an event says of a reply. `sentAt`: when SNS took it, where that is known. */
export const replyIn = (sms: InboundSms, sentAt?: Instant) => ({
  replyId: sms.inboundMessageId,
  from: sms.originationNumber,
  replyCode: sms.destinationNumber,
  answers: sms.previousPublishedMessageId,
  text: sms.messageBody,
  broughtBy: sms.broughtBy,
  mayBeAnswered: sms.mayBeAnswered,
  isRegistered: sms.isRegistered,
  among: sms.among,
  isDated: sms.isDated,
  receivedAt:
    sms.receivedAt === undefined || sentAt === undefined ? (sms.receivedAt ?? sentAt) : earlier(sms.receivedAt, sentAt),
});

/** The same, of a reply that a provider outside AWS brings. */
export const inboundSmsOf = (reply: SmsReply): InboundSms => {
  const { replyId, from, replyCode, answers, text, mayBeAnswered, isRegistered, among, isDated, receivedAt } = reply;
  return {
    originationNumber: from,
    destinationNumber: replyCode,
    messageBody: text,
    inboundMessageId: replyId,
    broughtBy: 'provider',
    ...stated({ mayBeAnswered, isRegistered }),
    ...(among === undefined ? {} : { among: [...among] }),
    ...stated({ previousPublishedMessageId: answers, isDated, receivedAt }),
  };
};
