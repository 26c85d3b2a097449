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

/** Codes that are answered to, and whence: what a function is given has room for a hundred countries, all codes together. */
const ReplyCodes = z
  .array(
    z.strictObject({
      code: z
        .string()
        .regex(/^(?:\d{5}|\+\d{8,15})$/, 'a short code of five digits, or a number in E.164')
        .describe('A short code or a number of yours, to which people answer.'),
      countries: z
        .array(z.string().regex(/^[A-Z]{2}$/, 'a country by its two letters of ISO 3166, such as `FR`'))
        .min(1, 'it is answered from nowhere: name a country, or leave the code out')
        .describe(
          'Whence an answer arrives there, by the two letters of ISO 3166. A prefix that several share, such as +262 of Réunion and Mayotte, needs all of them.',
        ),
    }),
  )
  .min(1, 'nobody can answer: name a code')
  .max(20, 'more than 20: what a function is given has room for no more')
  .refine(
    (all) => all.reduce((sum, { countries }) => sum + countries.length, 0) <= 100,
    'more than 100 countries of all codes together: what a function is given has room for no more',
  )
  .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, 'a code twice: name its countries once');

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
  replyCodes: ReplyCodes.optional().describe(
    'The codes and numbers to which people answer your SMS and MMS, and from where: a text is sent with no other, and to nobody whose STOP would not arrive. Absent: any that an advertiser has, a short code from France alone, a number from the country of its prefix. Of a code that a route has for itself, as 36200 of Spot-Hit, it says from where alone.',
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
  optOutList: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, 'the name of a list: Default, or one of your own')
    .optional()
    .describe(
      'The list of opt-outs of AWS End User Messaging that the codes and names of this stage have: `Default` is that of the account, and of SNS. It is read once a day: a number on it is an opposition to texts at who wrote to it before. No number is put on it or taken off. At most one stage, and nothing else that sends, has a list. Absent: it is not read.',
    ),
});
