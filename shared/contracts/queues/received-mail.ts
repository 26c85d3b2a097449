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

const isNobody = (path: string): boolean => path.replace(/\s+/g, '').replace('<>', '') === '';

/**
 * A null return path. Auto-Submitted says nothing here: a mail program sends it when its reader presses Unsubscribe, and no
 * automatic answer goes to a mailbox that List-Unsubscribe alone names. Headers that SES cut off say nothing either.
 */
const hasComeBack = ({ source, headers }: ReceivedMail['mail']): boolean =>
  headers.some(({ name, value }) => name.toLowerCase() === 'return-path' && isNobody(value)) ||
  (typeof source === 'string' && isNobody(source));

/** What the notification says of the mail. Spam and virus verdicts are not among it: nothing of the mail is opened. */
export const oppositionMailIn = ({ receipt, mail }: ReceivedMail) => ({
  mailId: mail.messageId,
  receivedAt: mail.timestamp,
  recipients: receipt.recipients,
  hasComeBack: hasComeBack(mail),
});
