import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findingsOfStores, type Store } from '../../../cli/retention/stores.ts';
import { storesInAccount } from '../../../cli/retention/stores-in-account.ts';

const NOW = '2026-11-24T10:00:00.000Z';
const parameter = (value: string) => JSON.stringify({ Parameter: { Value: value } });
const resources = (...all: readonly (readonly [string, string, string])[]) =>
  `<ListStackResourcesResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><ListStackResourcesResult><StackResourceSummaries>${all
    .map(
      ([id, type, name]) =>
        `<member><LogicalResourceId>${id}</LogicalResourceId><ResourceType>${type}</ResourceType><PhysicalResourceId>${name}</PhysicalResourceId><ResourceStatus>CREATE_COMPLETE</ResourceStatus><LastUpdatedTimestamp>2026-01-01T00:00:00Z</LastUpdatedTimestamp></member>`,
    )
    .join('')}</StackResourceSummaries></ListStackResourcesResult></ListStackResourcesResponse>`;
const rules = (days: number, behind: number) =>
  `<LifecycleConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Rule><Status>Enabled</Status><Filter><Prefix></Prefix></Filter><Expiration><Days>${days}</Days></Expiration><NoncurrentVersionExpiration><NoncurrentDays>${behind}</NoncurrentDays></NoncurrentVersionExpiration></Rule><Rule><Status>Enabled</Status><Filter><Prefix></Prefix></Filter><Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration></Rule></LifecycleConfiguration>`;
const ruleFor = (folder: string, days: number) =>
  `<LifecycleConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Rule><Status>Enabled</Status><Filter><Prefix>${folder}</Prefix></Filter><Expiration><Days>${days}</Days></Expiration><NoncurrentVersionExpiration><NoncurrentDays>1</NoncurrentDays></NoncurrentVersionExpiration></Rule></LifecycleConfiguration>`;
const versions = (all: readonly (readonly [string, string])[], next?: string, folders: readonly string[] = []) =>
  `<ListVersionsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${next !== undefined}</IsTruncated>${next === undefined ? '' : `<NextKeyMarker>${next}</NextKeyMarker><NextVersionIdMarker>v</NextVersionIdMarker>`}${all
    .map(
      ([key, at]) =>
        `<Version><Key>${key}</Key><VersionId>v</VersionId><IsLatest>false</IsLatest><LastModified>${at}</LastModified></Version><DeleteMarker><Key>${key}</Key><VersionId>d</VersionId><IsLatest>true</IsLatest><LastModified>2026-01-01T00:00:00.000Z</LastModified></DeleteMarker>`,
    )
    .join(
      '',
    )}${folders.map((each) => `<CommonPrefixes><Prefix>${each}</Prefix></CommonPrefixes>`).join('')}</ListVersionsResult>`;

const copiedTo = (bucket: string) =>
  `<ReplicationConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Role>arn:aws:iam::111122223333:role/copies</Role><Rule><ID>second-region</ID><Status>Enabled</Status><Priority>1</Priority><Filter><Prefix>journal/</Prefix></Filter><Destination><Bucket>arn:aws:s3:::${bucket}</Bucket></Destination></Rule></ReplicationConfiguration>`;

/** Answers in the form of AWS's own, by operation. */
const ANSWERS: Record<string, readonly [number, string]> = {
  'GetParameter /aval/production/sms-status-role-arn': [200, parameter('arn:aws:iam::111122223333:role/status')],
  'GetParameter /aval/production/content-bucket-name': [200, parameter('contents-1')],
  'GetParameter /aval/production/upload-bucket-name': [200, parameter('uploads-1')],
  'GetParameter /aval/production/journal-bucket-name': [200, parameter('journal-adopted')],
  'ListStackResources Aval-production-Data': [
    200,
    resources(
      ['Contents8C42', 'AWS::S3::Bucket', 'contents-1'],
      ['Uploads1A2B', 'AWS::S3::Bucket', 'uploads-1'],
      ['Table1', 'AWS::DynamoDB::GlobalTable', 'table-1'],
    ),
  ],
  'ListStackResources Aval-production-Events': [200, resources(['FailedRecords9', 'AWS::S3::Bucket', 'failed-1'])],
  ...Object.fromEntries(
    ['Api', 'Workers', 'Observability'].map((stack) => [
      `ListStackResources Aval-production-${stack}`,
      [200, resources()] as const,
    ]),
  ),
  'GET /contents-1?lifecycle': [200, ruleFor('values/13/', 396)],
  'GET /contents-1?versions': [
    200,
    versions([['values/13/a', '2025-10-01T10:00:00.000Z']], undefined, ['values/13/', 'values/14/']),
  ],
  'GET /uploads-1?lifecycle': [200, rules(4, 1)],
  'GET /journal-adopted?lifecycle': [200, rules(1095, 1)],
  'GET /journal-adopted?replication': [200, copiedTo('copy-1')],
  'GET /copy-1?lifecycle': [200, rules(1095, 1)],
  'GET /copy-1?versions': [200, versions([['journal/b', '2026-01-01T10:00:00.000Z']])],
  'GET /failed-1?lifecycle': [200, rules(30, 1)],
  'GET /uploads-1?versions': [
    200,
    versions([['uploads/maison-valmy/a.csv', '2026-11-10T10:00:00.000Z']], 'uploads/maison-valmy/a.csv'),
  ],
  'GET /uploads-1?versions&key-marker=uploads%2Fmaison-valmy%2Fa.csv': [
    200,
    versions([
      ['uploads/maison-valmy/b.csv', '2026-11-20T10:00:00.000Z'],
      ['uploads/maison-valmy/c.csv', '2026-11-12T10:00:00.000Z'],
    ]),
  ],
  'GET /journal-adopted?versions': [200, versions([['journal/a', '2026-01-01T10:00:00.000Z']])],
  'GET /failed-1?versions': [200, versions([])],
  'ListQueues aval-production-': [200, '{"QueueUrls":["https://sqs.example/111122223333/aval-production-send"]}'],
  'GetQueueAttributes aval-production-send': [200, '{"Attributes":{"MessageRetentionPeriod":"345600"}}'],
  'DescribeLogGroups /aval/production/': [
    200,
    '{"logGroups":[{"logGroupName":"/aval/production/outbox","retentionInDays":30}]}',
  ],
  'DescribeLogGroups /aws/lambda/aval-production-': [
    200,
    '{"logGroups":[{"logGroupName":"/aws/lambda/aval-production-outbox"}]}',
  ],
  'DescribeLogGroups sns/eu-west-3/': [
    200,
    JSON.stringify({
      logGroups: [
        { logGroupName: 'sns/eu-west-3/111122223333/DirectPublishToPhoneNumber', retentionInDays: 7 },
        { logGroupName: 'sns/eu-west-3/111122223333/DirectPublishToPhoneNumber/Failure' },
        { logGroupName: 'sns/eu-west-3/111122223333/a-topic' },
      ],
    }),
  ],
  'FilterLogEvents /aval/production/outbox before 2026-10-22': [200, '{"events":[],"nextToken":"more"}'],
  'FilterLogEvents more before 2026-10-22': [200, '{"events":[{"message":"{}","timestamp":1}]}'],
  'FilterLogEvents sns/eu-west-3/111122223333/DirectPublishToPhoneNumber before 2026-11-14': [200, '{"events":[]}'],
};

const operationOf = ({ headers, method, url }: IncomingMessage, body: string): string => {
  const target = headers['x-amz-target'];
  if (typeof target !== 'string') {
    const form = new URLSearchParams(body);
    const action = form.get('Action');
    if (action !== null) return `${action} ${form.get('StackName')}`;
    const [path = '', query = ''] = (url ?? '').split('?');
    const kept = query
      .split('&')
      .filter((each) => /^(?:lifecycle|versions|replication|key-marker=.+)$/.test(each.replace(/=$/, '')));
    return `${method} ${path.replace(/\/$/, '')}?${kept
      .map((each) => each.replace(/=$/, ''))
      .toSorted((a, b) => Number(b === 'versions') - Number(a === 'versions'))
      .join('&')}`;
  }
  const input = JSON.parse(body || '{}') as Readonly<Record<string, string>>;
  const named = input.Name ?? input.QueueNamePrefix ?? input.QueueUrl?.split('/').at(-1) ?? input.logGroupNamePrefix;
  const before = input.endTime === undefined ? '' : ` before ${new Date(input.endTime).toISOString().slice(0, 10)}`;
  return `${target.slice(target.indexOf('.') + 1)} ${named ?? input.nextToken ?? input.logGroupName}${before}`;
};

const unknown: string[] = [];
const server = createServer(async (request, response) => {
  const operation = operationOf(request, await text(request));
  // The bucket of the copy is in another Region, and S3 says in which.
  if (operation.includes('/copy-1') && !request.headers.authorization?.includes('/eu-west-1/s3/')) {
    const body = '<Error><Code>PermanentRedirect</Code><Message>elsewhere</Message></Error>';
    response.writeHead(301, { 'content-type': 'text/xml', 'x-amz-bucket-region': 'eu-west-1' }).end(body);
    return;
  }
  const [status, body] = ANSWERS[operation] ?? [400, ''];
  if (body === '') unknown.push(operation);
  response.writeHead(status, { 'content-type': body.startsWith('<') ? 'text/xml' : 'application/x-amz-json-1.1' });
  response.end(body);
});

let endpoint = '';
beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'example');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

const inAccount = () => storesInAccount({ stage: 'production', region: 'eu-west-3', endpoint });

test('buckets of the stacks and adopted ones, queues and log groups, each with the term that is set on it', async () => {
  const found: Omit<Store, 'olderThan'>[] = [];
  for await (const { what, name, days } of inAccount()) found.push({ what, name, days });
  expect(unknown).toEqual([]);
  expect(found).toEqual([
    { what: 'bucket', name: 'Contents8C42', days: undefined },
    { what: 'bucket', name: 'Contents8C42/values/13/', days: 397 },
    { what: 'bucket', name: 'Contents8C42/values/14/', days: undefined },
    { what: 'bucket', name: 'Uploads1A2B', days: 5 },
    { what: 'bucket', name: 'Journal', days: 1096 },
    { what: 'bucket', name: 'JournalReplica', days: 1096 },
    { what: 'bucket', name: 'FailedRecords9', days: 31 },
    { what: 'queue', name: 'aval-production-send', days: 4 },
    { what: 'log-group', name: '/aval/production/outbox', days: 30 },
    { what: 'log-group', name: '/aws/lambda/aval-production-outbox', days: undefined },
    { what: 'log-group', name: 'sns/eu-west-3/111122223333/DirectPublishToPhoneNumber', days: 7 },
    { what: 'log-group', name: 'sns/eu-west-3/111122223333/DirectPublishToPhoneNumber/Failure', days: undefined },
  ]);
});

test('P7: what lies behind a delete marker, on all pages, what is in a log, and a log group that Lambda made', async () => {
  const { findings, counts } = await findingsOfStores(inAccount(), NOW);
  expect(unknown).toEqual([]);
  expect(counts).toEqual({ bucket: 7, queue: 1, 'log-group': 4 });
  expect(findings.map(({ wrong, kind, name }) => `${wrong} ${kind} ${name}`)).toEqual([
    'outlived object values/13/a',
    'no-term bucket Contents8C42/values/14/',
    'outlived object uploads/maison-valmy/a.csv',
    'outlived object uploads/maison-valmy/c.csv',
    'outlived log-group /aval/production/outbox',
    'no-term log-group /aws/lambda/aval-production-outbox',
    'no-term log-group sns/eu-west-3/111122223333/DirectPublishToPhoneNumber/Failure',
  ]);
});

test('logs of texts belong to the one stage that keeps them: another does not look at them', async () => {
  const name = 'GetParameter /aval/production/sms-status-role-arn';
  const kept = ANSWERS[name] ?? expect.unreachable();
  ANSWERS[name] = [400, '{"__type":"ParameterNotFound"}'];
  const found: string[] = [];
  for await (const { name: store } of inAccount()) found.push(store);
  ANSWERS[name] = kept;
  expect(found).toContain('/aval/production/outbox');
  expect(found.filter((store) => store.startsWith('sns/'))).toEqual([]);
});

const DENIED = [400, '{"__type":"AccessDeniedException"}'] as const;
const DENIED_BY_S3 = [403, '<Error><Code>AccessDenied</Code><Message>no</Message></Error>'] as const;
const FOUND = [
  'outlived object values/13/a',
  'no-term bucket Contents8C42/values/14/',
  'outlived object uploads/maison-valmy/a.csv',
  'outlived object uploads/maison-valmy/c.csv',
  'outlived log-group /aval/production/outbox',
  'no-term log-group /aws/lambda/aval-production-outbox',
  'no-term log-group sns/eu-west-3/111122223333/DirectPublishToPhoneNumber/Failure',
];

test.each([
  [
    'the events of a log',
    'FilterLogEvents /aval/production/outbox before 2026-10-22',
    DENIED,
    'log-group /aval/production/outbox (AccessDeniedException)',
    'outlived log-group /aval/production/outbox',
  ],
  [
    'the log groups of a place',
    'DescribeLogGroups /aws/lambda/aval-production-',
    DENIED,
    'log-group /aws/lambda/aval-production- (AccessDeniedException)',
    'no-term log-group /aws/lambda/aval-production-outbox',
  ],
  ['the term of a bucket', 'GET /journal-adopted?lifecycle', DENIED_BY_S3, 'bucket Journal (AccessDenied)', undefined],
  [
    'whether the journal is copied',
    'GET /journal-adopted?replication',
    DENIED_BY_S3,
    'bucket JournalReplica (AccessDenied)',
    undefined,
  ],
  [
    'the term of the copy of the journal',
    'GET /copy-1?lifecycle',
    DENIED_BY_S3,
    'bucket JournalReplica (AccessDenied)',
    undefined,
  ],
  ['what is in a bucket', 'GET /failed-1?versions', DENIED_BY_S3, 'bucket FailedRecords9 (AccessDenied)', undefined],
  [
    'the term of a queue',
    'GetQueueAttributes aval-production-send',
    DENIED,
    'queue aval-production-send (AccessDeniedException)',
    undefined,
  ],
  ['the queues', 'ListQueues aval-production-', DENIED, 'queue aval-production- (AccessDeniedException)', undefined],
] as const)(
  'where %s may not be seen, that is said, and everything else is looked at',
  async (_name, operation, denied, place, unseen) => {
    const kept = ANSWERS[operation] ?? expect.unreachable();
    ANSWERS[operation] = denied;
    const { findings } = await findingsOfStores(inAccount(), NOW);
    ANSWERS[operation] = kept;
    const said = findings.map(({ wrong, kind, name }) => `${wrong} ${kind} ${name}`);
    expect(said.toSorted()).toEqual([...FOUND.filter((each) => each !== unseen), `not-looked-at ${place}`].toSorted());
  },
);

const NOT_COPIED = '<Error><Code>ReplicationConfigurationNotFoundError</Code><Message>no</Message></Error>';

test.each<readonly [string, Readonly<Record<string, readonly [number, string]>>, readonly string[]]>([
  [
    'with entries past their term',
    { 'GET /copy-1?versions': [200, versions([['journal/old', '2023-01-01T10:00:00.000Z']])] },
    ['outlived object journal/old'],
  ],
  [
    'that deletes nothing',
    {
      'GET /copy-1?lifecycle': [404, '<Error><Code>NoSuchLifecycleConfiguration</Code><Message>no</Message></Error>'],
    },
    ['no-term bucket JournalReplica'],
  ],
  ['none', { 'GET /journal-adopted?replication': [404, NOT_COPIED] }, []],
])('P7: a copy of the journal in a second Region: %s', async (_name, answers, expected) => {
  const kept = Object.fromEntries(Object.keys(answers).map((each) => [each, ANSWERS[each] ?? expect.unreachable()]));
  Object.assign(ANSWERS, answers);
  const { findings } = await findingsOfStores(inAccount(), NOW);
  Object.assign(ANSWERS, kept);
  const said = findings.map(({ wrong, kind, name }) => `${wrong} ${kind} ${name}`);
  expect(said.toSorted()).toEqual([...FOUND, ...expected].toSorted());
});
