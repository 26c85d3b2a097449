import * as z from 'zod/mini';
import { Instant } from '../../domain/ids.ts';

const isOnCalendar = (instant: string): boolean =>
  !Number.isNaN(Date.parse(instant)) && new Date(instant).toISOString() === instant;

/**
 * What SES publishes of a mail that a receipt rule took, where the action is not SNS: its envelope and its headers, and no
 * content; fields not named here are let pass.
 * https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html
 */
export const ReceivedMail = z.object({
  notificationType: z.literal('Received'),
  receipt: z.object({ recipients: z.array(z.string()).check(z.minLength(1)) }),
  mail: z.object({
    messageId: z.string().check(z.minLength(1), z.maxLength(200)),
    /** One that no calendar has says nothing, and loses no mail. */
    timestamp: z.catch(z.optional(Instant.check(z.refine(isOnCalendar))), undefined),
    /** Of the envelope; empty or absent where nobody is to be answered. */
    source: z.optional(z.nullable(z.string())),
    headers: z._default(z.array(z.object({ name: z.string(), value: z.string() })), []),
  }),
});
export type ReceivedMail = z.infer<typeof ReceivedMail>;

/** `no`, with or without a comment or parameters, is what a person's own program may say (RFC 3834, section 5). */
const isByHand = (value: string): boolean => /^\s*no\s*(?:$|[;(])/i.test(value);
const isNobody = (path: string): boolean => path.replace(/\s+/g, '').replace('<>', '') === '';

/** Auto-Submitted other than `no`, or a null return path. Headers that SES cut off say nothing: then it is a person's. */
const isAutomatic = ({ source, headers }: ReceivedMail['mail']): boolean => {
  const valuesOf = (wanted: string) =>
    headers.filter(({ name }) => name.toLowerCase() === wanted).map(({ value }) => value);
  return (
    valuesOf('auto-submitted').some((value) => !isByHand(value)) ||
    valuesOf('return-path').some(isNobody) ||
    (typeof source === 'string' && isNobody(source))
  );
};

/** What the notification says of the mail. Spam and virus verdicts are not among it: nothing of the mail is opened. */
export const oppositionMailIn = ({ receipt, mail }: ReceivedMail) => ({
  mailId: mail.messageId,
  receivedAt: mail.timestamp,
  recipients: receipt.recipients,
  isAutomatic: isAutomatic(mail),
});
