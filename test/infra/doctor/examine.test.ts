import { describe, expect, test } from 'vitest';
import type { Account, SmsSender } from '../../../cli/doctor/account.ts';
import { ALLOW, config, type Facts, SENDER, saidOf } from './sound-account.ts';

describe('of SMS that leave by End User Messaging itself, the doctor', () => {
  const POOL = `pool-${'0'.repeat(32)}`;
  const OWN: SmsSender = {
    ...SENDER,
    name: POOL,
    arn: `arn:aws:sms-voice:eu-west-3:111122223333:pool/${POOL}`,
    policy: undefined,
  };
  const of = { ...config, smsSenders: [], endUserMessaging: { origination: [POOL, 'MAISONVALMY'], countries: ['FR'] } };
  const NAME: SmsSender = { name: 'MAISONVALMY', country: 'FR', arn: 'a', canReceive: false, isSelfManaged: false };
  const saidWith = (...senders: readonly SmsSender[]) =>
    saidOf({ account: { sms: async () => ({ isOutOfSandbox: true, spendLimitUsd: 200, senders }) } }, of);

  test('has nothing to say where the account has what they leave by, and asks for no right of SNS', async () => {
    expect(await saidWith(OWN, NAME)).toEqual([]);
  });

  test.each([
    ['is not there', [NAME], `fail SMS by ${POOL}: AWS End User Messaging does not know it`],
    ['receives nothing', [{ ...OWN, canReceive: false }, NAME], `warn SMS by ${POOL}: receives no replies`],
    [
      'has its STOP answered by AWS',
      [{ ...OWN, isSelfManaged: false }, NAME],
      `fail SMS by ${POOL}: AWS answers STOP itself`,
    ],
    ['has no name', [OWN], 'fail SMS by MAISONVALMY: AWS End User Messaging does not know it'],
    [
      'has its name elsewhere',
      [OWN, { ...NAME, country: 'IT' }],
      'fail SMS by MAISONVALMY: AWS End User Messaging does not know it for FR',
    ],
  ])('says that it %s', async (_, senders, said) => {
    expect((await saidWith(...senders)).join('\n')).toContain(said);
  });
});

describe('of the log of what becomes of SMS, the doctor', () => {
  const ROLE = 'arn:aws:iam::111122223333:role/aval-sms-status';
  const saidWith = (
    smsStatusRole: string | undefined,
    smsStatusRate?: string,
    of = { ...config, keepsSmsStatus: true },
  ) =>
    saidOf(
      { account: { smsStatusRole: async () => ROLE, smsStatus: async () => ({ smsStatusRole, smsStatusRate }) } },
      of,
    );

  test('has nothing to say where SNS writes each by the role of the stage, or where the settings keep none', async () => {
    expect(await saidWith(ROLE, '100')).toEqual([]);
    expect(await saidWith(undefined, undefined, config)).toEqual([]);
  });

  test.each([
    ['nowhere', undefined, undefined, 'written nowhere, and not by'],
    ['by the role of another stage', `${ROLE}-2`, '100', `written by ${ROLE}-2, of 100 of 100, and not by`],
    ['of some alone', ROLE, '10', `written by ${ROLE}, of 10 of 100, and not by`],
  ])('says that it is written %s, and what sets it', async (_, role, rate, said) => {
    expect(await saidWith(role, rate)).toEqual([
      expect.stringMatching(/^fail log of SMS: .*\nnpm run aval -- account --stage production --apply$/),
    ]);
    expect((await saidWith(role, rate)).join()).toContain(said);
  });
});

describe('of calls that leave by Amazon Connect, the doctor', () => {
  const instanceArn = 'arn:aws:connect:eu-central-1:111122223333:instance/12345678-1234-1234-1234-123456789012';
  const of = { ...config, connect: { instanceArn, numbers: ['+33162000000'] } };
  const saidWith = (calls: Awaited<ReturnType<Account['calls']>>) =>
    saidOf({ account: { calls: async (asked) => (asked === instanceArn ? calls : undefined) } }, of);
  const WHOLE = { isActive: true, callsOut: true, numbers: ['+33162000000'] };

  test('says of an instance in order what AWS alone can agree to', async () => {
    expect(await saidWith(WHOLE)).toEqual([expect.stringContaining('Concurrent campaign active calls per instance')]);
  });

  test.each([
    ['there is no such instance', undefined, 'fail calls by Amazon Connect: there is no such instance'],
    ['is not active', { ...WHOLE, isActive: false }, 'fail calls by Amazon Connect: the instance is not active'],
    ['calls nobody', { ...WHOLE, callsOut: false }, 'fail calls by Amazon Connect: it may not call anybody'],
    ['has no such number', { ...WHOLE, numbers: [] }, 'fail number +33162000000: it is none of the instance'],
  ])('says that it %s', async (_, calls, said) => {
    expect((await saidWith(calls)).join('\n')).toContain(said);
  });
});

describe('the doctor', () => {
  test('has nothing to say of an account in order', async () => {
    expect(await saidOf()).toEqual([]);
  });

  test('recommends a copy of the journal in a second Region, and goes without', async () => {
    const { journalReplica: _, ...alone } = config;
    expect(await saidOf({}, alone)).toEqual([expect.stringMatching(/^warn journal: kept in eu-west-3 alone/)]);
  });

  test.each([undefined, 'arn:aws:kms:eu-west-3:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9'])(
    'says that a key of one Region (%s) opens no address in the second one',
    async (keyArn) => {
      const of = { ...config, adopt: keyArn === undefined ? {} : { keyArn } };
      expect(await saidOf({}, of)).toEqual([
        expect.stringMatching(/^warn key of the stage: opens nothing outside eu-west-3: .*\n.*multi-Region key/),
      ]);
    },
  );

  test('looks whether each Region is bootstrapped', async () => {
    for (const missing of ['eu-west-3', 'eu-central-1'])
      expect(await saidOf({ account: { isBootstrapped: async (region) => region !== missing } })).toEqual([
        `fail CDK: not bootstrapped in ${missing}\nOnce per account and Region: npx cdk bootstrap aws://ACCOUNT/${missing}`,
      ]);
  });

  test('says of a stage that is deployed that the keys of advertisers are derived, and how they get keys of their own', async () => {
    expect(await saidOf({ account: { areKeysDerived: async () => true } })).toEqual([
      expect.stringMatching(
        /^warn keys of advertisers: derived from the data secret: .*\nnpm run aval -- rotate-keys --stage production --key data --apply/,
      ),
    ]);
    expect(await saidOf({ account: { areKeysDerived: async () => undefined } })).toEqual([]);
  });

  test('is not kept from saying that nothing is missing where it may not read the secret of data; of another failure it is', async () => {
    const failing = async (name: string) => {
      const areKeysDerived = async () => {
        throw Object.assign(new Error('not authorized'), { name });
      };
      return saidOf({ account: { areKeysDerived } });
    };
    expect(await failing('AccessDeniedException')).toEqual([
      expect.stringMatching(/^warn keys of advertisers: not looked at: .*\n.*docs\/deploy\.md#keys-of-advertisers/),
    ]);
    expect(await failing('InternalServiceError')).toEqual([
      expect.stringMatching(/^fail keys of advertisers: could not be looked at: InternalServiceError/),
    ]);
  });

  test('says nothing of alarms before there is a topic', async () => {
    expect(await saidOf({ account: { readers: async () => undefined } })).toEqual([]);
  });

  test('says nothing of log groups of a stage that is deployed: they are its own', async () => {
    expect(await saidOf({ account: { logGroups: async () => ['/aval/production/outbox'] } })).toEqual([]);
  });

  test('looks at the certificates that the settings name', async () => {
    const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/c1';
    const named = { ...config, publicDomain: { host: 'stop.example.fr', certificateArn } };
    expect(await saidOf({}, named)).toEqual([
      expect.stringMatching(/^fail certificate of stop\.example\.fr: it is in us-east-1, and the stage in eu-west-3/),
    ]);
  });

  test.each<[string, Facts, string]>([
    [
      'an API rate below that of the settings',
      { account: { quotas: async () => [{ code: 'L-8A5B8E43', name: 'Throttle rate', value: 100 }] } },
      'fail API Gateway rate: 100 requests a second',
    ],
    [
      'log groups of a former stack, before the first deployment',
      { account: { isMade: async () => false, logGroups: async () => ['/aval/production/outbox'] } },
      'fail log groups: 1 are left',
    ],
    ['sandbox of SES', { email: { isOutOfSandbox: false } }, 'fail SES sandbox: '],
    ['sending stopped', { email: { isEnabled: false } }, 'fail SES: sending is stopped'],
    ['shut down', { email: { enforcement: 'SHUTDOWN' } }, 'fail SES: sending is stopped (SHUTDOWN)'],
    ['under review', { email: { enforcement: 'PROBATION' } }, 'warn SES reputation: the account is under review'],
    [
      'mail from other Regions',
      { email: { delivery: 'GLOBAL' } },
      'fail SES Region: mail may leave from other Regions',
    ],
    [
      'mail of which SES does not say from where',
      { email: { delivery: undefined } },
      'warn SES Region: SES does not say',
    ],
    [
      'alarms that nobody confirmed',
      { account: { readers: async () => ({ confirmed: 0, pending: 1 }) } },
      'fail alarms: nobody confirmed to read them: they wake nobody',
    ],
    [
      'alarms of nobody',
      { account: { readers: async () => ({ confirmed: 0, pending: 0 }) } },
      'fail alarms: nobody is subscribed',
    ],
    ['no identity', { identity: undefined }, 'fail news.example.fr: SES does not know it'],
    ['not verified', { identity: { isVerified: false } }, 'fail news.example.fr: not verified'],
    ['no DKIM', { identity: { dkimStatus: 'PENDING' } }, 'a._domainkey.news.example.fr CNAME a.dkim.amazonses.com'],
    [
      'DKIM in a zone of the Region',
      { identity: { dkimStatus: 'PENDING', dkimZone: 'x.dkim.eu-west-3.amazonses.com' } },
      'b._domainkey.news.example.fr CNAME b.x.dkim.eu-west-3.amazonses.com',
    ],
    [
      'no MAIL FROM',
      { identity: { mailFrom: undefined } },
      'bounce.news.example.fr MX 10 feedback-smtp.eu-west-3.amazonses.com\nbounce.news.example.fr TXT "v=spf1 include:amazonses.com ~all"',
    ],
    [
      'no MX',
      { records: { 'MX bounce.news.example.fr': [] } },
      'fail news.example.fr MAIL FROM: bounce.news.example.fr is not ready',
    ],
    [
      'no SPF',
      { records: { 'TXT bounce.news.example.fr': ['x'] } },
      'fail news.example.fr SPF: bounce.news.example.fr has no SPF record',
    ],
    [
      'an SPF of others',
      { records: { 'TXT bounce.news.example.fr': ['v=spf1 include:other.example -all'] } },
      'does not name SES',
    ],
    ['no DMARC', { records: { 'TXT _dmarc.example.fr': [] } }, '_dmarc.news.example.fr TXT "v=DMARC1; p=none;'],
    ['no sender of SMS', { sender: undefined }, 'fail SMS sender 36123: AWS End User Messaging does not know it'],
    ['no replies', { sender: { canReceive: false } }, 'warn SMS sender 36123: receives no replies'],
    [
      'replies elsewhere',
      { sender: { repliesTo: 'arn:aws:sns:eu-west-3:1:x' } },
      'fail SMS sender 36123: replies go elsewhere',
    ],
    ['AWS answers STOP', { sender: { isSelfManaged: false } }, 'fail SMS sender 36123: AWS answers STOP itself'],
    [
      'who said STOP before',
      { sender: { optOuts: { list: 'Default', count: 3 } } },
      "warn SMS sender 36123: 3 numbers on AWS's own list of opt-outs Default",
    ],
    ['no policy', { sender: { policy: undefined } }, '"Action":"sms-voice:SendTextMessage"'],
    [
      'a policy that denies',
      { sender: { policy: JSON.stringify({ Statement: [{ ...ALLOW, Effect: 'Deny' }] }) } },
      'does not let SNS send',
    ],
    [
      'spend limit of a new account',
      { account: { sms: async () => ({ isOutOfSandbox: true, spendLimitUsd: 1, senders: [SENDER] }) } },
      'fail SMS spend limit: AWS stops at 1 USD a month',
    ],
    [
      'sandbox of SMS',
      { account: { sms: async () => ({ isOutOfSandbox: false, spendLimitUsd: 200, senders: [SENDER] }) } },
      'fail SMS sandbox: ',
    ],
    [
      'concurrency of a new account',
      { account: { concurrency: async () => 10 } },
      'fail concurrency: 10 functions at once',
    ],
    [
      'no CNAME yet',
      { records: { 'CNAME stop.example.fr': [] }, account: { outputs: async () => new Map() } },
      'warn stop.example.fr: leads nowhere yet',
    ],
    [
      'no CNAME of what is deployed',
      { records: { 'CNAME stop.example.fr': [] } },
      'stop.example.fr CNAME d-1.execute-api.eu-west-3.amazonaws.com',
    ],
    [
      'a CNAME of a former stack',
      { records: { 'CNAME stop.example.fr': ['d-0.execute-api.eu-west-3.amazonaws.com.'] } },
      'fail stop.example.fr: leads to d-0.execute-api.eu-west-3.amazonaws.com, and not to this stage',
    ],
    ['a quota of new accounts', { email: { perDay: 200 } }, 'warn SES quota: 200 recipients a day'],
    [
      'another limit than the alarm knows',
      { account: { sms: async () => ({ isOutOfSandbox: true, spendLimitUsd: 150, senders: [SENDER] }) } },
      'warn SMS spend alarm: the settings say 200 USD, and AWS stops at 150',
    ],
    [
      'a right that is missing',
      {
        account: {
          email: async () => {
            throw Object.assign(new Error('not authorized'), { name: 'AccessDeniedException' });
          },
        },
      },
      'fail SES: could not be looked at: AccessDeniedException: not authorized',
    ],
  ])('%s', async (_what, facts, sentence) => {
    const said = await saidOf(facts);
    expect(said.filter((one) => one.includes(sentence))).toHaveLength(1);
    // A limit of a new account is another one than the alarm knows, besides.
    expect(said.filter((one) => !/^warn SMS spend alarm/.test(one) || one.includes(sentence))).toHaveLength(1);
  });

  test('says of each configuration set that its mail may leave from other Regions', async () => {
    expect(await saidOf({ sets: 'ACCOUNT' })).toEqual([]);
    const said = await saidOf({ sets: 'GLOBAL' });
    expect(said).toHaveLength(4);
    expect(said[0]).toContain('fail SES configuration set aval-production-300s: mail may leave from other Regions');
  });

  test('looks at a table that is adopted', async () => {
    const arn = 'arn:aws:dynamodb:eu-west-3:111122223333:table/restored';
    const adopting = { ...config, adopt: { ...config.adopt, table: { arn, streamArn: `${arn}/stream/1` } } };
    expect(await saidOf({}, adopting)).toEqual([expect.stringContaining('fail table restored: is not there')]);
  });
});

test('without credentials the doctor says so once, and asks nothing else', async () => {
  const refused = async () => {
    throw Object.assign(new Error('Could not load credentials from any providers'), {
      name: 'CredentialsProviderError',
    });
  };
  expect(await saidOf({ account: { accountId: refused, email: refused, concurrency: refused } })).toEqual([
    'fail account: this shell has no credentials of AWS, so that nothing was looked at\nSign in (aws sso login, or AWS_PROFILE) and run this again.',
  ]);
});
