/** Mutants that nobody notices, and why that does no harm. */
interface Explained {
  /** Fits the id of the mutant. */
  readonly is: RegExp;
  readonly why: string;
}

/** The stated table: a survivor that is not in it fails `npm run wiring`. */
export const EXPLAINED: readonly Explained[] = [
  {
    is: /\/Key\w+ KeyPolicy Statement [34] |\/Key\w+ KeyPolicy Statement without [34]: /,
    why: 'The CDK adds these two statements for each secret. The first statement already gives the account all of the key, so that IAM alone decides with or without them.',
  },
  {
    is: /\/Key\w+ KeyPolicy Statement 2 Action \d no \*: narrow$/,
    why: 'The services that publish and deliver ask for `GenerateDataKey` itself; the wildcard is what AWS writes in its examples.',
  },
  {
    is: /emailfeedbacktopicPolicy\w+ PolicyDocument Statement \d Condition StringEquals AWS:Source(?:Account|Arn): drop$/,
    why: 'The account is in both conditions, in one beside the configuration set: with either, SES may publish for this account alone.',
  },
  {
    is: /\/KeyAuthorizer\w+ AuthorizerResultTtlInSeconds (?:0: zero|3: narrow)$/,
    why: 'The authorizer is asked more often: dearer, and a key that was revoked ends sooner.',
  },
  {
    is: /MetricTransformations 0 DefaultValue: drop$/,
    why: 'A minute without a line has no value instead of zero, and every alarm takes no value for well.',
  },
  {
    is: /(?:Policy\w+) PolicyDocument Statement 0 Action \*: widen$/,
    why: 'The statement refuses what comes over a line that others can read: then it refuses more of it.',
  },
  {
    is: /schedule Target RetryPolicy MaximumRetryAttempts(?:: drop| \d+: widen)$/,
    why: 'Scheduler tries for a minute at most, whatever the number of tries.',
  },
  {
    is: /outboxfromstream\w+ (?:FilterCriteria|FilterCriteria Filters|FilterCriteria Filters 0 Pattern): drop$/,
    why: 'The outbox is given what is removed as well, and leaves it: more calls, and nothing else.',
  },
  {
    is: /projectfromstream\w+ (?:FilterCriteria|FilterCriteria Filters|FilterCriteria Filters \d Pattern(?: dynamodb(?: \w+)*)?): drop$/,
    why: 'The index is given every change of the table, and leaves those of other items: more calls, and nothing else.',
  },
  {
    is: /inboundeventsrule Targets 0 RetryPolicy(?:: drop| \w+: drop| \w+ \d+: narrow)$/,
    why: 'A day and 185 tries are what EventBridge does by itself. With less, an event comes sooner to the dead letters, which ring and are put back.',
  },
  {
    is: /\/\w*KeyAlias\w+ AliasName \S+: wrong name$|\/Sms(?:Not)?Delivered\w+ DataProtectionPolicy Name \S+: wrong name$/,
    why: 'A name for people, which no policy and no function has; `test/infra/stored/archive.test.ts` holds that of the archive’s key against its page.',
  },
  {
    is: /\/Busc\w+ StatementId \S+: wrong name$/,
    why: 'AWS asks of the id of a statement only that no other of the bus has it, and refuses a second.',
  },
  {
    is: /ObjectLockConfiguration Rule DefaultRetention Days 10: widen$/,
    why: 'How long the journal is locked is a setting; in the stage `local` it is the shortest time that S3 knows.',
  },
  {
    is: /\/Firewall\S* Rules \d (?:Priority \d+|.*TextTransformations 0 Priority \d): widen$/,
    why: 'The rules of the firewall look at paths of their own, whichever is asked first; of one transformation there is no order.',
  },
  {
    is: /(?:inbox|replies)rule Rule ScanEnabled true: swap$/,
    why: 'SES then looks for spam and viruses in mails that oppose, and says so beside the envelope; nothing reads it, and whatever it says opposes.',
  },
  {
    is: /(?:inbox|replies)rule Rule TlsPolicy: drop$/,
    why: '`Optional` is what SES does where nothing is said.',
  },
  {
    is: /ResponseTemplates application\/json (?:title|remedy)\b/,
    why: 'Words for people. Those of an answer that alone has its status are held against the table of problems by `test/infra/routes.test.ts`.',
  },
];

/** Why this mutant does no harm; `undefined`: nobody has said so. */
export const explanationOf = (id: string): string | undefined => EXPLAINED.find(({ is }) => is.test(id))?.why;
