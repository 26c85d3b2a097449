import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Account } from '../../../cli/doctor/account.ts';
import { accountInAws } from '../../../cli/doctor/in-aws.ts';

/** Answers in the form of AWS's own, by operation: status and body. */
const ANSWERS: Readonly<Record<string, readonly [number, string]>> = {
  GetCallerIdentity: [
    200,
    '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/ops</Arn><UserId>AIDA</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>',
  ],
  'ListSubscriptionsByTopic aval-production-alarms': [
    200,
    '<ListSubscriptionsByTopicResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><ListSubscriptionsByTopicResult><Subscriptions><member><Owner>111122223333</Owner><Protocol>email</Protocol><Endpoint>ops@example.fr</Endpoint><SubscriptionArn>PendingConfirmation</SubscriptionArn></member><member><Owner>111122223333</Owner><Protocol>email</Protocol><Endpoint>night@example.fr</Endpoint><SubscriptionArn>arn:aws:sns:eu-west-3:111122223333:aval-production-alarms:1</SubscriptionArn></member><member><Owner>111122223333</Owner><Protocol>email</Protocol><Endpoint>gone@example.fr</Endpoint><SubscriptionArn>Deleted</SubscriptionArn></member></Subscriptions></ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>',
  ],
  'ListSubscriptionsByTopic aval-dev-alarms': [
    404,
    '<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>NotFound</Code><Message>Topic does not exist</Message></Error></ErrorResponse>',
  ],
  DescribeStacks: [
    400,
    '<ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type><Code>ValidationError</Code><Message>Stack with id CDKToolkit does not exist</Message></Error></ErrorResponse>',
  ],
  'GET /v2/email/account': [
    200,
    '{"ProductionAccessEnabled":true,"SendingEnabled":true,"EnforcementStatus":"HEALTHY","SendQuota":{"Max24HourSend":50000,"MaxSendRate":14,"SentLast24Hours":3},"DeliveryAttributes":{"SharedPoolDeliveryMode":"GLOBAL"}}',
  ],
  'GET /v2/email/identities/example.fr': [
    200,
    '{"IdentityType":"DOMAIN","VerifiedForSendingStatus":true,"DkimAttributes":{"SigningEnabled":true,"Status":"SUCCESS","Tokens":["a","b","c"],"SigningHostedZone":"dkim.eu-west-3.amazonses.com"},"MailFromAttributes":{"MailFromDomain":"bounce.example.fr","MailFromDomainStatus":"SUCCESS","BehaviorOnMxFailure":"USE_DEFAULT_VALUE"}}',
  ],
  'GET /v2/email/identities/other.fr': [404, '{"message":"Email identity other.fr does not exist."}'],
  'GET /2016-08-19/account-settings': [
    200,
    '{"AccountLimit":{"CodeSizeUnzipped":262144000,"ConcurrentExecutions":10,"TotalCodeSize":80530636800,"UnreservedConcurrentExecutions":10},"AccountUsage":{"FunctionCount":0,"TotalCodeSize":0}}',
  ],
  'GET /2024-08-31/functions/aval-production-send-message/recursion-config': [200, '{"RecursiveLoop":"Terminate"}'],
  'GET /2024-08-31/functions/aval-production-run-job/recursion-config': [200, '{"RecursiveLoop":"Allow"}'],
  'GET /2024-08-31/functions/aval-dev-run-job/recursion-config': [
    400,
    '{"__type":"ResourceNotFoundException","Type":"User","Message":"Function not found"}',
  ],
  DescribeAccountAttributes: [200, '{"AccountAttributes":[{"Name":"ACCOUNT_TIER","Value":"PRODUCTION"}]}'],
  DescribeSpendLimits: [
    200,
    '{"SpendLimits":[{"EnforcedLimit":1,"MaxLimit":1,"Name":"TEXT_MESSAGE_MONTHLY_SPEND_LIMIT","Overridden":false},{"EnforcedLimit":9,"MaxLimit":9,"Name":"VOICE_MESSAGE_MONTHLY_SPEND_LIMIT","Overridden":false}]}',
  ],
  DescribePhoneNumbers: [
    200,
    '{"PhoneNumbers":[{"PhoneNumberArn":"arn:aws:sms-voice:eu-west-3:111122223333:phone-number/p1","PhoneNumber":"36123","TwoWayEnabled":true,"TwoWayChannelArn":"arn:aws:sns:eu-west-3:111122223333:aval-production-sms-replies","SelfManagedOptOutsEnabled":false,"OptOutListName":"Default"}]}',
  ],
  DescribePools: [
    200,
    '{"Pools":[{"PoolArn":"arn:aws:sms-voice:eu-west-3:111122223333:pool/pool-1","PoolId":"pool-1","Status":"ACTIVE","MessageType":"PROMOTIONAL","TwoWayEnabled":true,"TwoWayChannelArn":"arn:aws:sns:eu-west-3:111122223333:aval-production-sms-replies","SelfManagedOptOutsEnabled":true,"OptOutListName":"Default"}]}',
  ],
  DescribeOptedOutNumbers: [
    200,
    '{"OptOutListName":"Default","OptedOutNumbers":[{"OptedOutNumber":"+33639980001","OptedOutTimestamp":1795000000,"EndUserOptedOut":true}]}',
  ],
  'GET /v2/email/configuration-sets/aval-production-300s': [
    200,
    '{"ConfigurationSetName":"aval-production-300s","DeliveryOptions":{"TlsPolicy":"REQUIRE","SharedPoolDeliveryMode":"ACCOUNT"}}',
  ],
  'GET /v2/email/configuration-sets/aval-production-3600s': [404, '{"message":"There is no such set."}'],
  DescribeTable: [
    200,
    '{"Table":{"TableName":"restored","GlobalSecondaryIndexes":[{"IndexName":"MessagesOfDay"}],"LatestStreamArn":"arn:aws:dynamodb:eu-west-3:111122223333:table/restored/stream/1","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"},"DeletionProtectionEnabled":true}}',
  ],
  'ListAWSDefaultServiceQuotas apigateway': [
    200,
    '{"NextToken":"two","Quotas":[{"ServiceCode":"apigateway","QuotaCode":"L-8A5B8E43","QuotaName":"Throttle rate","Value":10000.0}]}',
  ],
  'ListAWSDefaultServiceQuotas apigateway two': [
    200,
    '{"Quotas":[{"ServiceCode":"apigateway","QuotaCode":"L-CDF5615A","QuotaName":"Throttle burst rate","Value":5000.0}]}',
  ],
  'ListServiceQuotas apigateway': [
    200,
    '{"Quotas":[{"ServiceCode":"apigateway","QuotaCode":"L-8A5B8E43","QuotaName":"Throttle rate","Value":2500.0}]}',
  ],
  'DescribeCertificate certificate/c1': [
    200,
    '{"Certificate":{"CertificateArn":"arn:aws:acm:eu-west-3:111122223333:certificate/c1","DomainName":"stop.example.fr","SubjectAlternativeNames":["stop.example.fr","www.example.fr"],"Status":"PENDING_VALIDATION","DomainValidationOptions":[{"DomainName":"stop.example.fr","ValidationStatus":"PENDING_VALIDATION","ResourceRecord":{"Name":"_x.stop.example.fr.","Type":"CNAME","Value":"_y.acm-validations.aws."},"ValidationMethod":"DNS"},{"DomainName":"www.example.fr"}]}}',
  ],
  'DescribeCertificate certificate/c2': [
    400,
    '{"__type":"ResourceNotFoundException","message":"Could not find certificate."}',
  ],
  'DescribeLogGroups /aval/production/': [
    200,
    '{"logGroups":[{"logGroupName":"/aval/production/outbox","creationTime":1795000000000,"storedBytes":9}],"nextToken":"two"}',
  ],
  'DescribeLogGroups /aval/production/ two': [
    200,
    '{"logGroups":[{"logGroupName":"/aval/production/project","creationTime":1795000000000,"storedBytes":9}]}',
  ],
  'DescribeKey alias/aval-production-proof': [200, '{"KeyMetadata":{"KeyId":"k1","Enabled":true}}'],
  'DescribeKey alias/aval-dev-proof': [
    400,
    '{"__type":"NotFoundException","message":"Alias arn:aws:kms:eu-west-3:111122223333:alias/aval-dev-proof is not found."}',
  ],
  GetSMSAttributes: [
    200,
    '<GetSMSAttributesResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><GetSMSAttributesResult><attributes><entry><key>DeliveryStatusIAMRole</key><value>arn:aws:iam::111122223333:role/other</value></entry><entry><key>DeliveryStatusSuccessSamplingRate</key><value>10</value></entry></attributes></GetSMSAttributesResult></GetSMSAttributesResponse>',
  ],
  'GetParameter /aval/production/sms-status-role-arn': [
    200,
    '{"Parameter":{"Name":"/aval/production/sms-status-role-arn","Value":"arn:aws:iam::111122223333:role/status"}}',
  ],
  'GetParameter /aval/dev/sms-status-role-arn': [400, '{"__type":"ParameterNotFound"}'],
  'GetParameter /aval/production/data-secret-arn': [
    200,
    '{"Parameter":{"Name":"/aval/production/data-secret-arn","Value":"arn:aws:secretsmanager:eu-west-3:111122223333:secret:data"}}',
  ],
  'GetParameter /aval/dev/data-secret-arn': [400, '{"__type":"ParameterNotFound"}'],
  GetSecretValue: [200, JSON.stringify({ VersionId: 'one', SecretString: JSON.stringify({ key1: 'k'.repeat(64) }) })],
  DescribeTimeToLive: [200, '{"TimeToLiveDescription":{"TimeToLiveStatus":"DISABLED"}}'],
  DescribeContinuousBackups: [
    200,
    '{"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"DISABLED"}}}',
  ],
  DescribeSenderIds: [
    200,
    '{"SenderIds":[{"SenderId":"ATELIER","SenderIdArn":"arn:aws:sms-voice:eu-west-3:111122223333:sender-id/ATELIER/FR","IsoCountryCode":"FR"}]}',
  ],
  'GetResourcePolicy phone-number/p1': [200, '{"Policy":"{\\"Statement\\":[]}"}'],
  'GetResourcePolicy pool/pool-1': [
    400,
    '{"__type":"ResourceNotFoundException","Message":"none","ResourceType":"policy"}',
  ],
  'GetResourcePolicy sender-id/ATELIER/FR': [
    400,
    '{"__type":"ResourceNotFoundException","Message":"none","ResourceType":"policy"}',
  ],
};

const operationOf = ({ headers, method, url }: IncomingMessage, body: string): string => {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') {
    const operation = target.slice(target.indexOf('.') + 1);
    const input = JSON.parse(body || '{}') as Readonly<Record<string, string>>;
    const about = [
      input.ServiceCode ?? input.logGroupNamePrefix ?? input.KeyId ?? input.Name,
      input.NextToken ?? input.nextToken,
    ];
    const arn = input.ResourceArn ?? input.CertificateArn;
    return [operation, arn && /\d{12}:(.+)/.exec(arn)?.[1], ...about].filter((part) => part !== undefined).join(' ');
  }
  const form = new URLSearchParams(body);
  const topic = form.get('TopicArn')?.split(':').at(-1);
  return [form.get('Action') ?? `${method} ${url}`, topic].filter((part) => part !== undefined).join(' ');
};

const asked: string[] = [];
const server = createServer(async (request, response) => {
  const operation = operationOf(request, await text(request));
  asked.push(operation);
  const [status, body] = ANSWERS[operation] ?? [500, `{"message":"${operation} is not recorded"}`];
  const kind = body.startsWith('<') ? 'text/xml' : 'application/json';
  response.writeHead(status, {
    'content-type': kind,
    ...(status === 404 ? { 'x-amzn-errortype': 'NotFoundException' } : {}),
  });
  response.end(body);
});

let account: Account;
beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'example');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  account = accountInAws({ region: 'eu-west-3', endpoint: `http://127.0.0.1:${port}` });
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

test('the account, what the CDK left there, and how many functions may run at once', async () => {
  expect(await account.accountId()).toBe('111122223333');
  expect(await account.isBootstrapped('eu-west-3')).toBe(false);
  expect(await account.outputs('Aval-dev-Api')).toEqual(new Map());
  expect(await account.concurrency()).toBe(10);
});

test('which functions Lambda lets go round, and one that is not there', async () => {
  const names = ['aval-production-send-message', 'aval-production-run-job', 'aval-dev-run-job'];
  expect(await Promise.all(names.map(account.mayGoRound))).toEqual([false, true, undefined]);
});

test('whether keys of advertisers are derived: of a stage that is there, by its secret', async () => {
  expect(await account.areKeysDerived('production')).toBe(true);
  expect(await account.areKeysDerived('dev')).toBeUndefined();
});

test('who reads alarms: those who confirmed, and not who still is to, or left; nobody where there is no topic', async () => {
  expect(await account.readers('aval-production-alarms')).toEqual({ confirmed: 1, pending: 1 });
  expect(await account.readers('aval-dev-alarms')).toBeUndefined();
});

test('quotas: what everybody has, and in its place what this account was given', async () => {
  expect(await account.quotas('apigateway')).toEqual([
    { code: 'L-8A5B8E43', name: 'Throttle rate', value: 2500 },
    { code: 'L-CDF5615A', name: 'Throttle burst rate', value: 5000 },
  ]);
});

test('a certificate with the records that validate it, and one that is not there', async () => {
  const arn = 'arn:aws:acm:eu-west-3:111122223333:certificate/';
  expect(await account.certificate(`${arn}c1`)).toEqual({
    status: 'PENDING_VALIDATION',
    names: ['stop.example.fr', 'www.example.fr'],
    records: ['_x.stop.example.fr. CNAME _y.acm-validations.aws.'],
  });
  expect(await account.certificate(`${arn}c2`)).toBeUndefined();
});

test('the log groups of a stage, on all pages', async () => {
  expect(await account.logGroups('/aval/production/')).toEqual(['/aval/production/outbox', '/aval/production/project']);
});

test('the key that an alias names, and an alias that is not there', async () => {
  expect(await account.keyOfAlias('alias/aval-production-proof')).toBe('k1');
  expect(await account.keyOfAlias('alias/aval-dev-proof')).toBeUndefined();
});

test('how SNS writes what becomes of SMS, and by which role of a stage it is to', async () => {
  const smsStatusRole = 'arn:aws:iam::111122223333:role/other';
  expect(await account.smsStatus()).toEqual({ smsStatusRole, smsStatusRate: '10' });
  expect(await account.smsStatusRole('production')).toBe('arn:aws:iam::111122223333:role/status');
  expect(await account.smsStatusRole('dev')).toBeUndefined();
});

test('what SES lets the account do', async () => {
  expect(await account.email()).toEqual({
    isOutOfSandbox: true,
    isEnabled: true,
    enforcement: 'HEALTHY',
    perDay: 50_000,
    perSecond: 14,
    delivery: 'GLOBAL',
  });
});

test('a table that was restored, without what its stack had given it', async () => {
  expect(await account.table('arn:aws:dynamodb:eu-west-3:111122223333:table/restored')).toEqual({
    indexes: ['MessagesOfDay'],
    streamArn: 'arn:aws:dynamodb:eu-west-3:111122223333:table/restored/stream/1',
    streamView: 'NEW_IMAGE',
    expiresIn: undefined,
    isRecoverable: false,
    isProtected: true,
  });
});

test('from where mail of the configuration sets leaves, of those that are there', async () => {
  expect(await account.deliveries(['aval-production-300s', 'aval-production-3600s'])).toEqual(
    new Map([['aval-production-300s', 'ACCOUNT']]),
  );
});

test('an identity of SES, and one that is not there', async () => {
  expect(await account.emailIdentity('example.fr')).toEqual({
    isVerified: true,
    dkimStatus: 'SUCCESS',
    dkimTokens: ['a', 'b', 'c'],
    dkimZone: 'dkim.eu-west-3.amazonses.com',
    mailFrom: { domain: 'bounce.example.fr', status: 'SUCCESS' },
  });
  expect(await account.emailIdentity('other.fr')).toBeUndefined();
});

test('what End User Messaging lets the account do, with the policy of each sender', async () => {
  expect(await account.sms()).toEqual({
    isOutOfSandbox: true,
    spendLimitUsd: 1,
    senders: [
      {
        name: '36123',
        arn: 'arn:aws:sms-voice:eu-west-3:111122223333:phone-number/p1',
        canReceive: true,
        repliesTo: 'arn:aws:sns:eu-west-3:111122223333:aval-production-sms-replies',
        isSelfManaged: false,
        optOuts: { list: 'Default', count: 1 },
        policy: '{"Statement":[]}',
      },
      {
        name: 'pool-1',
        arn: 'arn:aws:sms-voice:eu-west-3:111122223333:pool/pool-1',
        canReceive: true,
        repliesTo: 'arn:aws:sns:eu-west-3:111122223333:aval-production-sms-replies',
        isSelfManaged: true,
        optOuts: { list: 'Default', count: 1 },
        policy: undefined,
      },
      {
        name: 'ATELIER',
        country: 'FR',
        arn: 'arn:aws:sms-voice:eu-west-3:111122223333:sender-id/ATELIER/FR',
        canReceive: false,
        isSelfManaged: false,
        policy: undefined,
      },
    ],
  });
});

test('nothing is asked that writes', () => {
  expect(asked.filter((operation) => !/^(?:GET |Get|Describe|List)/.test(operation))).toEqual([]);
  expect(new Set(asked).size).toBe(Object.keys(ANSWERS).length);
});
