import { z } from 'zod';
import { Adopt } from './adopt.ts';
import { EventSources } from './event-source.ts';
import { Formerly } from './formerly.ts';
import { Inbox } from './inbox.ts';
import { JournalReplica } from './journal-replica.ts';
import { brokenPromises } from './routes/broken-promises.ts';
import { Connect } from './routes/connect.ts';
import { EndUserMessaging } from './routes/end-user-messaging.ts';
import { noRouteFor, Provider, Routes, Smsmode, SpotHit, Vonage } from './routes/routes.ts';
import { hostName, mail, Senders } from './senders.ts';
import { TemplateReader } from './template-reader.ts';

/**
 * The file `aval.config.json`: what a deployment is, kept in the deployer's own git. A key that is not described here is
 * refused, and nothing in it is secret. Its JSON schema is `docs/aval.config.schema.json`, its page `docs/settings.md`.
 */

const stageName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,19}$/, 'a stage is named by lower-case letters, digits and hyphens, at most 20 characters');
const count = (sentence: string) =>
  z.int('not a whole number').positive('not above zero').optional().describe(sentence);

const Domain = z.strictObject({
  host: hostName.describe('The host name, in a DNS zone of yours.'),
  certificateArn: z
    .string()
    .regex(/^arn:aws[a-z-]*:acm:/, 'not the ARN of a certificate of ACM')
    .optional()
    .describe(
      'The certificate of the host in AWS Certificate Manager, in the same Region. Absent: one is asked for, and the deployment waits until its validation record is in your DNS.',
    ),
});

/** What CloudWatch Logs takes as days (Amazon CloudWatch Logs, PutRetentionPolicy). */
const LOG_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

const Stage = z.strictObject({
  region: z
    .string()
    .regex(/^[a-z]{2,4}(?:-[a-z]+)+-\d+$/, 'not an AWS Region')
    .optional()
    .describe('The AWS Region of every stack but that of `journalReplica`. The data stay in it.'),
  publicDomain: Domain.optional().describe(
    'Where the links of messages lead. Needed by every stage but `dev`: a link must be good for years, longer than any stack.',
  ),
  apiDomain: Domain.optional().describe(
    'Where applications call. Absent: the address of API Gateway, which is another one if the stack is made again.',
  ),
  senders: Senders.optional().describe('Who may be written from.'),
  routes: Routes.optional().describe(
    'What each channel leaves by; a channel that is not here is handed over by nobody.',
  ),
  inbox: Inbox,
  provider: Provider.optional(),
  vonage: Vonage.optional(),
  smsmode: Smsmode.optional(),
  spotHit: SpotHit.optional(),
  endUserMessaging: EndUserMessaging.optional(),
  connect: Connect.optional(),
  templateReader: TemplateReader.optional(),
  eventSources: EventSources,
  alarms: z
    .strictObject({
      email: mail.optional().describe('Who is written to when an alarm goes off. Needed in production.'),
      smsMonthlyLimitUsd: count(
        'What AWS lets the account spend on SMS in a month, in US dollars, as the doctor prints it: an alarm goes off at 80 % of it, before SNS stops.',
      ),
      monthlyBudgetUsd: count(
        'Writes to `email` when the month is forecast to cost more than 80 % of it, in US dollars, for the whole account.',
      ),
    })
    .optional()
    .describe('Who is notified.'),
  prices: z
    .strictObject({
      smsSegmentUsd: z
        .number('not a number')
        .positive('not above zero')
        .optional()
        .describe(
          'What AWS asks of you for a segment of an SMS to France, in US dollars: the dashboard shows what the SMS of each advertiser cost, and a dry run what those of a campaign would.',
        ),
      emailThousandUsd: z
        .number('not a number')
        .positive('not above zero')
        .optional()
        .describe(
          'What AWS asks of you for a thousand e-mails, in US dollars: the dashboard shows what the mail of each advertiser cost, and a dry run what that of a campaign would.',
        ),
    })
    .optional()
    .describe('What your contract says that things cost; Aval asks nobody.'),
  smsRoute: z
    .strictObject({
      requestsPerSecond: count('Messages a second. AWS takes one of an account in France unless it agreed to more.'),
      partsPerSecond: count(
        'Parts of texts a second, of which a long text has several: campaigns count eight for each, the most that an advertiser may allow.',
      ),
    })
    .optional()
    .describe('What AWS End User Messaging takes of you on the route of your SMS; campaigns go no faster.'),
  retention: z
    .strictObject({
      logDays: z
        .literal([...LOG_DAYS], `CloudWatch Logs keeps for ${LOG_DAYS.join(', ')} days`)
        .optional()
        .describe('Days for which logs are kept, of those that CloudWatch Logs takes.'),
      failedRecordDays: count(
        'Days for which records are kept that the outbox or the audience index gave up, for a human to look at.',
      ),
    })
    .optional()
    .describe(
      'How long the deployment keeps what is no record of a person; those have their terms at each advertiser.',
    ),
  journal: z
    .strictObject({
      lock: z
        .literal(['COMPLIANCE', 'GOVERNANCE'], 'S3 locks by COMPLIANCE or by GOVERNANCE')
        .optional()
        .describe(
          'COMPLIANCE: nobody can delete an entry before its days are over, you and AWS included. GOVERNANCE: those can who have the right `s3:BypassGovernanceRetention`.',
        ),
      days: count(
        'Days for which each entry is locked; then it is deleted. In production at least 36, since a table can be restored to any of the last 35 days.',
      ),
    })
    .optional()
    .describe(
      'The journal: oppositions, withdrawals and the ends of records, kept outside the table, so that a table restored from a backup has them again. Each entry holds ids and codes alone.',
    ),
  journalReplica: JournalReplica.optional().describe(
    'Copies each new entry of the journal to a second Region, with its lock, under a key of that Region. Recommended in production: with the first Region the table may be lost, and what people said since its last copy elsewhere. An adopted journal keeps the rule by which it was copied. See restore.md.',
  ),
  formerly: Formerly.optional().describe(
    'Who still has data under settings of before: the register of processing and the answers to people (GDPR art. 15 and 30) name them, and nothing else follows. A message does not say which provider carried it.',
  ),
  adopt: Adopt.optional().describe(
    'What a former stack left behind, or a table that was restored: it is used as it is, and the stack makes none of its own in its place. See restore.md.',
  ),
  quotas: z
    .strictObject({
      requestsPerSecond: count(
        'Requests that each of the two APIs admits per second before it answers 429; of those that type an address (`POST /o`) a 25th.',
      ),
      requestsAtOnce: count('Requests that each API admits at once; of those that type an address a 25th.'),
    })
    .optional()
    .describe('What the deployment admits.'),
});
export type StageSettings = z.infer<typeof Stage>;

/** A stage whose routes promise nothing that they cannot keep. */
const WorkingStage = Stage.superRefine((stage, context) => {
  for (const { path, sentence } of brokenPromises(stage))
    context.addIssue({ code: 'custom', path: path.split('.'), message: sentence });
});

export const Settings = z
  .strictObject({
    $schema: z.string().optional().describe('Where an editor finds the schema of this file.'),
    stages: z.record(stageName, WorkingStage).describe('The deployments, by the name of their stage.'),
  })
  .describe('What you deploy of Aval. Nothing here is secret.');
export type Settings = z.infer<typeof Settings>;

/** Reads settings; throws an `Error` with a sentence that says where in them what is wrong. */
export const readSettings = (value: unknown, file = 'aval.config.json'): Settings => {
  const result = Settings.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${file} cannot be used: ${issue === undefined ? 'it is unreadable' : sentenceOf(issue)}.`);
};

const sentenceOf = (issue: z.core.$ZodIssue): string => {
  const at = issue.path.join('.');
  if (issue.code === 'unrecognized_keys' && issue.path.at(-1) === 'routes')
    return `\`${at}\`: ${noRouteFor(issue.keys[0] ?? '')}`;
  if (issue.code === 'unrecognized_keys')
    return `there is no setting \`${[...issue.path, issue.keys[0]].join('.')}\` (docs/settings.md has them all)`;
  // The name of a stage is said by the name itself, not by the record.
  const [inner] = issue.code === 'invalid_key' ? issue.issues : [];
  return `\`${at || 'the file'}\`: ${inner?.message ?? issue.message}`;
};
