import * as z from 'zod/mini';

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
});
export type InboundSms = z.infer<typeof InboundSms>;

/** What an event says of a reply. */
export const replyIn = (sms: InboundSms) => ({
  replyId: sms.inboundMessageId,
  from: sms.originationNumber,
  replyCode: sms.destinationNumber,
  answers: sms.previousPublishedMessageId,
  text: sms.messageBody,
});
