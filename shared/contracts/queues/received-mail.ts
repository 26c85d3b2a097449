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
  receipt: z.object({
    recipients: z.array(z.string()).check(z.minLength(1)),
    /** `S3` where the rule kept the whole mail, under this key, for it to be read once. */
    action: z.optional(z.object({ type: z.string(), objectKey: z.optional(z.string()) })),
  }),
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

/** Where SES keeps mails that are to be read; nothing else of the bucket is. */
const FOLDER = 'mails/';

/**
 * Of a mail that was kept to be read: its key, and what it is, without its content. `undefined`: the mailbox alone decides.
 *
 * @param domain where replies arrive
 */
export const keptMailIn = ({ receipt: { recipients, action }, mail }: ReceivedMail, domain: string) => {
  const key = action?.type === 'S3' ? action.objectKey : undefined;
  if (key === undefined || !key.startsWith(FOLDER)) return undefined;
  const mailboxes = recipients
    .map((each) => each.toLowerCase())
    .filter((each) => each.endsWith(`@${domain}`))
    .map((each) => each.slice(0, each.lastIndexOf('@')));
  return { key, mailId: mail.messageId, receivedAt: mail.timestamp, mailboxes };
};
