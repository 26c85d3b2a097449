import * as z from 'zod/mini';
import { ContactTag } from '../../domain/contact/contact-tag.ts';
import { AdvertiserId, MessageId } from '../../domain/ids.ts';
import { toInstant } from '../../domain/time/instant.ts';

/** The last millisecond of the year 9999, after which nothing that is stored has a time. */
const LAST_MS = 253_402_300_799_999;
const Milliseconds = z.int().check(z.gte(0), z.lte(LAST_MS));

/**
 * An event of a text, as AWS End User Messaging publishes it to a topic; fields not named here are let pass, the number among them. The context
 * is what we send with every text.
 * https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-format.html
 */
export const TextFeedback = z.object({
  eventType: z.string().check(z.regex(/^TEXT_[A-Z_]{1,40}$/)),
  eventTimestamp: Milliseconds,
  isFinal: z.boolean(),
  messageId: z.string().check(z.minLength(1), z.maxLength(128)),
  /** Words of theirs, read for one thing: that the person had opted out. */
  messageStatusDescription: z.catch(z.optional(z.string()), undefined),
  context: z.object({
    advertiserId: AdvertiserId,
    messageId: MessageId,
    contactId: z.optional(ContactTag),
    /** Of a text that carried a code of the preference centre, or answered one; no message of that id is stored. */
    use: z.optional(z.literal('answer')),
  }),
});
export type TextFeedback = z.infer<typeof TextFeedback>;

/** What an event says of one of our messages, and the words by which it says it. */
export const textFeedbackIn = ({ context, eventTimestamp, messageStatusDescription = '', ...event }: TextFeedback) => ({
  advertiserId: context.advertiserId,
  messageId: context.messageId,
  contactId: context.contactId,
  isAnswer: context.use !== undefined,
  eventType: event.eventType,
  isFinal: event.isFinal,
  providerMessageId: event.messageId,
  at: toInstant(eventTimestamp),
  saysOptedOut: /opted[ _-]?out/i.test(messageStatusDescription),
});
