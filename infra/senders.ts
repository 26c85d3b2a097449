import { z } from 'zod';

/** A bare host name. */
export const hostName = z
  .string()
  .regex(
    /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    'a host is a bare host name such as `stop.example.fr`, without scheme, port or path',
  );
/** An address of e-mail. */
export const mail = z.email('not an address of e-mail');

/**
 * A role has ten managed policies of 6,144 characters beside its own (IAM, "IAM and AWS STS quotas"): 350 names of 40 letters, each in an
 * ARN of 110 more as the CDK counts.
 */
const fitInOneRole = (all: readonly { readonly identity: string }[]): boolean =>
  all.reduce((sum, { identity }) => sum + identity.length + 110, 0) <= 350 * 150;

/** Who a deployment may write from, and what becomes of what it writes. */
export const Senders = z.strictObject({
  email: z
    .array(
      z.strictObject({
        identity: z
          .union([hostName, mail], 'a domain such as `example.fr` or an address')
          .describe('A domain or an address that is verified in SES.'),
      }),
    )
    .max(350)
    .refine(fitInOneRole, 'more or longer names than the policies of one role hold: name domains and not addresses')
    .optional()
    .describe(
      'The identities of SES that the deployment may send from, and no other; stage `dev` also writes to these alone. Needed in production, at most 350: a domain admits all addresses in it. They are yours: Aval creates none and deletes none.',
    ),
  sms: z
    .array(
      z.strictObject({
        sender: z
          .string()
          .regex(/^(?:\+?\d{3,15}|(?=.*[A-Za-z])[A-Za-z0-9]{3,11})$/, 'a number, or 3 to 11 letters and digits')
          .describe('A short code, a number or a sender id of AWS End User Messaging.'),
      }),
    )
    .max(200)
    .optional()
    .describe(
      'The senders of SMS that `aval doctor` looks at: whether each exists, receives replies, and lets SNS send.',
    ),
  confirmStop: z
    .boolean()
    .optional()
    .describe(
      'Whether somebody who answers STOP is notified, by one SMS, that it is recorded, and somebody who answers CONTACT or HELP gets your name and contact. No law asks for the first, the charter of operators for the second: AWS leaves the answer to you where opt-outs are self-managed, as Aval needs them. `false` where your provider answers by itself.',
    ),
  smsStatus: z
    .boolean()
    .optional()
    .describe(
      'Whether this stage logs and counts what SNS reports of each SMS of the account, with the numbers masked, and registers who had opted out. At most one stage of an account and Region: SNS writes to one place. After the deployment: `npm run aval -- account --apply`.',
    ),
});
