import type { Config } from '#infra/config.ts';
import type { SmsAccount, SmsSender } from './account.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

/** A new account may spend this much a month on SMS, in US dollars: about fifteen messages to France. */
const SPEND_LIMIT_OF_NEW_ACCOUNTS = 1;

/** What AWS End User Messaging lets the account do, and what there is of each sender named in the settings. */
export const ofSms = (account: SmsAccount, config: Config, repliesTopic: string): readonly Finding[] => [
  account.isOutOfSandbox
    ? ok('SMS sandbox', 'the account may write to everybody')
    : fail(
        'SMS sandbox',
        'the account may write to verified numbers alone',
        'Ask for production access: End User Messaging console.',
      ),
  account.spendLimitUsd > SPEND_LIMIT_OF_NEW_ACCOUNTS
    ? ok('SMS spend limit', `${account.spendLimitUsd} USD a month`)
    : fail(
        'SMS spend limit',
        `AWS stops at ${account.spendLimitUsd} USD a month`,
        'Ask for a higher "account spend threshold" of End User Messaging SMS.',
      ),
  ofSpendAlarm(account.spendLimitUsd, config.alarms.smsMonthlyLimitUsd),
  ...config.smsSenders.flatMap((name) => ofSender(name, senderNamed(account.senders, name), repliesTopic)),
  ...(config.endUserMessaging?.origination ?? []).flatMap((name) =>
    ofOrigin(name, account.senders, config.endUserMessaging?.countries ?? [], repliesTopic),
  ),
];

/** An alarm at a share of another limit than AWS has rings too late, or too early. */
const ofSpendAlarm = (limit: number, said: number | undefined): Finding => {
  const about = 'SMS spend alarm';
  const remedy = `Set \`alarms.smsMonthlyLimitUsd\` to ${limit}, and deploy.`;
  if (said === undefined) return warn(about, 'nobody is informed before AWS stops at its limit', remedy);
  return said === limit
    ? ok(about, `at 80 % of ${limit} USD`)
    : warn(about, `the settings say ${said} USD, and AWS stops at ${limit}`, remedy);
};

const isNumber = (name: string): boolean => /^\+?\d+$/.test(name);
const senderNamed = (senders: readonly SmsSender[], name: string): SmsSender | undefined =>
  senders.find(({ name: own, country = 'FR' }) => country === 'FR' && (own === name || own === `+${name}`));

const ofSender = (name: string, sender: SmsSender | undefined, repliesTopic: string): readonly Finding[] => {
  const about = `SMS sender ${name}`;
  if (sender === undefined)
    return [fail(about, 'AWS End User Messaging does not know it for France', 'Ask for it there: Aval creates none.')];
  return [letsSnsSend(about, sender), ...(isNumber(name) ? receives(about, sender, repliesTopic) : [])];
};

/** What texts leave by where they leave by End User Messaging itself: SNS needs no right to it. */
const ofOrigin = (
  name: string,
  senders: readonly SmsSender[],
  countries: readonly string[],
  repliesTopic: string,
): readonly Finding[] => {
  const about = `SMS by ${name}`;
  const remedy = 'Ask for it there: Aval creates none.';
  const [found, ...others] = senders.filter((sender) => sender.name === name || sender.arn.endsWith(`/${name}`));
  if (found === undefined) return [fail(about, 'AWS End User Messaging does not know it', remedy)];
  if (/^(?:phone|pool)-/.test(name)) return [ok(about, 'it is there'), ...receives(about, found, repliesTopic)];
  const missing = countries.filter((country) => ![found, ...others].some((sender) => sender.country === country));
  return missing.length === 0
    ? [ok(about, 'it is there')]
    : [fail(about, `AWS End User Messaging does not know it for ${missing.join(', ')}`, remedy)];
};

/** Senders made since 24 September 2024 serve SNS only where their resource policy says so. */
const letsSnsSend = (about: string, { policy, arn }: SmsSender): Finding =>
  policy !== undefined && admitsSns(policy)
    ? ok(about, 'SNS may send from it')
    : fail(
        about,
        'its resource policy does not let SNS send from it',
        'Set with aws pinpoint-sms-voice-v2 put-resource-policy, your account instead of 111122223333:',
        JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'sns.amazonaws.com' },
              Action: 'sms-voice:SendTextMessage',
              Resource: arn,
              Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
            },
          ],
        }),
      );

interface Statement {
  readonly Effect?: string;
  readonly Principal?: string | { readonly Service?: string | readonly string[] };
  readonly Action?: string | readonly string[];
}

const admitsSns = (policy: string): boolean => {
  const { Statement: statements = [] } = JSON.parse(policy) as { readonly Statement?: readonly Statement[] };
  const has = (value: string | readonly string[] | undefined, one: string) =>
    value === one || value === '*' || (Array.isArray(value) && value.includes(one));
  return statements.some(
    ({ Effect, Principal, Action }) =>
      Effect === 'Allow' &&
      has(typeof Principal === 'object' ? Principal.Service : Principal, 'sns.amazonaws.com') &&
      ['sms-voice:SendTextMessage', 'sms-voice:*'].some((action) => has(Action, action)),
  );
};

const receives = (about: string, sender: SmsSender, repliesTopic: string): readonly Finding[] => {
  if (!sender.canReceive)
    return [
      warn(
        about,
        'receives no replies: STOP would not be registered',
        `Turn two-way SMS on, to the topic ${repliesTopic}.`,
      ),
    ];
  return [
    sender.repliesTo?.endsWith(`:${repliesTopic}`)
      ? ok(about, `replies go to ${repliesTopic}`)
      : fail(
          about,
          'replies go elsewhere: STOP is not registered',
          `Set its two-way channel to the topic ${repliesTopic}.`,
        ),
    sender.isSelfManaged
      ? ok(about, 'STOP is left to Aval: AWS puts no number on its own list of opt-outs')
      : fail(about, 'AWS answers STOP itself and passes none on', 'Turn self-managed opt-outs on for it.'),
    ...before(about, sender),
  ];
};

/** Who said STOP while AWS still answered it: AWS sends them nothing more, and nothing here says why. */
const before = (about: string, { optOuts }: SmsSender): readonly Finding[] =>
  optOuts === undefined || optOuts.count === 0
    ? []
    : [
        warn(
          about,
          `${optOuts.count === 100 ? '100 numbers or more' : `${optOuts.count} numbers`} on AWS's own list of opt-outs ${optOuts.list}: they said STOP when it was not left to Aval`,
          'Register each as an opposition to SMS (POST /v1/oppositions/batch): aws pinpoint-sms-voice-v2 describe-opted-out-numbers lists them.',
        ),
      ];
