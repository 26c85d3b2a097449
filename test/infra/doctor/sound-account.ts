import { configOf } from '#infra/config.ts';
import type { Account, Dns, EmailAccount, EmailIdentity, SmsSender } from '../../../cli/doctor/account.ts';
import { examine } from '../../../cli/doctor/examine.ts';

export const config = configOf('production', {
  stages: {
    production: {
      publicDomain: { host: 'stop.example.fr' },
      senders: { email: [{ identity: 'news.example.fr' }], sms: [{ sender: '36123' }] },
      alarms: { email: 'ops@example.fr', smsMonthlyLimitUsd: 200 },
      journalReplica: { region: 'eu-central-1' },
      adopt: { keyArn: 'arn:aws:kms:eu-west-3:111122223333:key/mrk-0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
    },
  },
});

const EMAIL: EmailAccount = {
  isOutOfSandbox: true,
  isEnabled: true,
  enforcement: 'HEALTHY',
  perDay: 50_000,
  perSecond: 14,
  delivery: 'REGIONAL',
};
const IDENTITY: EmailIdentity = {
  isVerified: true,
  dkimStatus: 'SUCCESS',
  dkimTokens: ['a', 'b'],
  mailFrom: { domain: 'bounce.news.example.fr', status: 'SUCCESS' },
};
export const ALLOW = {
  Effect: 'Allow',
  Principal: { Service: 'sns.amazonaws.com' },
  Action: 'sms-voice:SendTextMessage',
};
export const SENDER: SmsSender = {
  name: '36123',
  arn: 'arn:aws:sms-voice:eu-west-3:111122223333:phone-number/p1',
  canReceive: true,
  repliesTo: 'arn:aws:sns:eu-west-3:111122223333:aval-production-sms-replies',
  isSelfManaged: true,
  policy: JSON.stringify({ Statement: [ALLOW] }),
};
const RECORDS: Readonly<Record<string, readonly string[]>> = {
  'CNAME stop.example.fr': ['d-1.execute-api.eu-west-3.amazonaws.com'],
  'MX bounce.news.example.fr': ['10 feedback-smtp.eu-west-3.amazonses.com'],
  'TXT bounce.news.example.fr': ['v=spf1 include:amazonses.com ~all'],
  'TXT _dmarc.example.fr': ['v=DMARC1; p=none'],
};

export interface Facts {
  readonly email?: Partial<EmailAccount>;
  /** The delivery of each configuration set. */
  readonly sets?: string;
  readonly identity?: Partial<EmailIdentity> | undefined;
  readonly sender?: Partial<SmsSender> | undefined;
  readonly records?: Readonly<Record<string, readonly string[]>>;
  readonly account?: Partial<Account>;
}
/** What is said of an account in order, but for what a test changes of it; `ok` is left out. */
export const saidOf = async (facts: Facts = {}, of = config): Promise<readonly string[]> => {
  const account: Account = {
    accountId: async () => '111122223333',
    isBootstrapped: async () => true,
    isMade: async () => true,
    outputs: async (stack) =>
      new Map(
        stack === 'Aval-production-Api' ? [['PublicDomainTarget', 'd-1.execute-api.eu-west-3.amazonaws.com']] : [],
      ),
    readers: async () => ({ confirmed: 1, pending: 1 }),
    concurrency: async () => 1000,
    mayGoRound: async () => true,
    quotas: async (service) =>
      service === 'apigateway' ? [{ code: 'L-8A5B8E43', name: 'Throttle rate', value: 10_000 }] : [],
    certificate: async () => ({ status: 'ISSUED', names: ['*.example.fr'], records: [] }),
    logGroups: async () => [],
    keyOfAlias: async () => undefined,
    table: async () => undefined,
    calls: async () => undefined,
    smsStatus: async () => ({ smsStatusRole: undefined, smsStatusRate: undefined }),
    smsStatusRole: async () => undefined,
    areKeysDerived: async () => false,
    email: async () => ({ ...EMAIL, ...facts.email }),
    deliveries: async (names) => new Map(names.map((name) => [name, facts.sets])),
    emailIdentity: async () =>
      'identity' in facts && facts.identity === undefined ? undefined : { ...IDENTITY, ...facts.identity },
    sms: async () => ({
      isOutOfSandbox: true,
      spendLimitUsd: 200,
      senders: 'sender' in facts && facts.sender === undefined ? [] : [{ ...SENDER, ...facts.sender }],
    }),
    ...facts.account,
  };
  const records = { ...RECORDS, ...facts.records };
  const dns: Dns = { records: async (name, type) => records[`${type} ${name}`] ?? [] };
  const findings = await examine(of, account, dns);
  return findings
    .filter(({ level }) => level !== 'ok')
    .map(({ level, about, says, remedy = [] }) => [`${level} ${about}: ${says}`, ...remedy].join('\n'));
};
