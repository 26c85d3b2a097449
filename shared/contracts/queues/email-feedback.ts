import * as z from 'zod/mini';
import { ContactTag } from '../../domain/contact/contact-tag.ts';
import { AdvertiserId, MessageId } from '../../domain/ids.ts';
import type { EmailReport } from '../../domain/message/email-feedback.ts';
import { AnyInstant } from '../http/any-instant.ts';

const tag = <T extends z.ZodMiniType>(value: T) => z.tuple([value]);

const Bounce = z.object({
  timestamp: AnyInstant,
  bounceType: z.string(),
  bounceSubType: z.string(),
  bouncedRecipients: z.optional(z.array(z.object({ status: z.optional(z.string()) }))),
});
const Complaint = z.object({
  timestamp: AnyInstant,
  feedbackId: z.string(),
  complaintSubType: z.nullish(z.string()),
  complaintFeedbackType: z.nullish(z.string()),
});

/**
 * An event of SES, as it publishes them to a topic; fields not named here are let pass, the address among them. The tags
 * are those that we send with every mail. A moment that could not be read back once it was stored is none.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export const EmailFeedback = z.object({
  eventType: z.string(),
  mail: z.object({
    timestamp: AnyInstant,
    messageId: z.string().check(z.minLength(1)),
    tags: z.object({
      advertiserId: tag(AdvertiserId),
      messageId: tag(MessageId),
      contactId: z.optional(tag(ContactTag)),
      /** Of a mail that carried a code of the preference centre; no message of that id is stored. */
      use: z.optional(tag(z.literal('code'))),
    }),
  }),
  bounce: z.optional(Bounce),
  complaint: z.optional(Complaint),
});
export type EmailFeedback = z.infer<typeof EmailFeedback>;

/** Events that say no more than that SES took the mail. */
const TAKEN = new Set(['Send', 'DeliveryDelay', 'Delivery']);

const reportIn = ({ eventType, bounce, complaint }: EmailFeedback): EmailReport | undefined => {
  if (TAKEN.has(eventType)) return { kind: 'taken' };
  if (eventType === 'Reject') return { kind: 'rejected' };
  if (eventType === 'Bounce' && bounce !== undefined)
    return {
      kind: 'bounce',
      at: bounce.timestamp,
      type: bounce.bounceType,
      subType: bounce.bounceSubType,
      status: bounce.bouncedRecipients?.[0]?.status,
    };
  if (eventType !== 'Complaint' || complaint === undefined) return undefined;
  return {
    kind: 'complaint',
    at: complaint.timestamp,
    feedbackId: complaint.feedbackId,
    subType: complaint.complaintSubType ?? undefined,
    feedbackType: complaint.complaintFeedbackType ?? undefined,
  };
};

/** What an event says of one of our messages; without `report` for an event that nothing here asked for. */
export const feedbackIn = (event: EmailFeedback) => {
  const { timestamp, messageId: providerMessageId, tags } = event.mail;
  return {
    advertiserId: tags.advertiserId[0],
    messageId: tags.messageId[0],
    contactId: tags.contactId?.[0],
    isAnswer: tags.use !== undefined,
    providerMessageId,
    takenAt: timestamp,
    report: reportIn(event),
  };
};
