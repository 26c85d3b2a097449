import { z } from 'zod';
import { hostName } from './senders.ts';

/** An address holds 254 characters, of which 64 are before the host (RFC 5321, section 4.5.3.1). */
const LONGEST_DOMAIN = 190;
const nameInSes = (what: string) =>
  z.string().regex(/^[A-Za-z0-9_-](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9_-])?$/, `not a name of a ${what} of SES`);

/** Where mails arrive that oppose, and which rules of the account they come by. */
export const Inbox = z
  .strictObject({
    domain: hostName
      .max(LONGEST_DOMAIN, `at most ${LONGEST_DOMAIN} characters, or an address is longer than mail takes`)
      .describe(
        'The domain, used for nothing else: verified in SES, with an MX record to `inbound-smtp.REGION.amazonaws.com`. Not the host of `publicDomain`, which a CNAME leads elsewhere.',
      ),
    replies: hostName
      .max(LONGEST_DOMAIN, `at most ${LONGEST_DOMAIN} characters, or an address is longer than mail takes`)
      .optional()
      .describe(
        'A second domain like it, to which advertisers pass on what people answer: the mailbox `ADVERTISER@` this domain. Such mails are read, and removed at once. Absent: no reply is read.',
      ),
    ruleSet: nameInSes('receipt rule set')
      .optional()
      .describe(
        'The receipt rule set of yours to which one rule is added; nothing else of it is touched. Absent: one is made, `aval-STAGE`, which you make the active one yourself, since a Region has one.',
      ),
    after: nameInSes('receipt rule')
      .optional()
      .describe(
        'The rule of `ruleSet` after which ours comes; name your last. Absent: it is the first, and a mail to our domain reaches no later rule.',
      ),
  })
  .refine(({ ruleSet, after }) => after === undefined || ruleSet !== undefined, {
    message: 'a rule to come after is one of a rule set: name `ruleSet` too',
    path: ['after'],
  })
  .refine(({ domain, replies }) => replies !== domain, {
    message: 'another domain than `domain`: what is read is kept for a moment, and what opposes by its mailbox is not',
    path: ['replies'],
  })
  .optional()
  .describe(
    'Where mails arrive that oppose: messages name a mailbox there beside their link, and a mail to it is a stop, whoever it is from. Absent: messages name the `oppositionInbox` of their advertiser, if any.',
  );
