import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import type { Grant } from '#functions/manifest/grants.ts';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import { deploymentOf, type Resource } from './deployment.ts';

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Condition?: unknown;
}

const deployment = deploymentOf('dev', { senders: { email: [{ identity: 'example.fr' }] } });
const entries = Object.entries(manifest) as [FunctionName, FunctionEntry][];
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const statementsOf = (policy: Resource): readonly Statement[] => policy.Properties.PolicyDocument.Statement;
const policiesOf = (name: string): readonly Resource[] => {
  const target = deployment
    .all('AWS::Lambda::Function')
    .find(({ Properties }) => Properties.FunctionName === `aval-dev-${name}`);
  const role = target?.Properties.Role['Fn::GetAtt'][0];
  return deployment
    .policies()
    .filter(({ stack, Properties }) => stack === target?.stack && Properties.Roles[0].Ref === role);
};

/** The partition keys that a statement reaches, from its condition; `undefined`: every one. */
const leadingKeysOf = ({ Condition }: Statement): readonly string[] | undefined =>
  (Condition as Record<string, Record<string, readonly string[]>> | undefined)?.['ForAllValues:StringLike']?.[
    'dynamodb:LeadingKeys'
  ];

/** A statement as one line: `action… on resource… with partitions…`. */
const lineOf = (policy: Resource, statement: Statement): string => {
  const { Action, Resource, NotResource } = statement;
  const grantArns = listOf(Resource ?? NotResource).map((arn) => deployment.readable(policy, arn));
  const keys = leadingKeysOf(statement);
  const line = `${listOf(Action).join(' ')} ${Resource === undefined ? 'except' : 'on'} ${grantArns.join(' ')}`;
  return keys === undefined ? line : `${line} with ${listOf(keys).join(' ')}`;
};

const TABLE = '/aval/dev/table-arn';
const QUEUE = 'sqs:SendMessage on';
const SECRET = 'secretsmanager:GetSecretValue on /aval/dev';
const SES = 'arn:AWS::Partition:ses:eu-west-3:AWS::AccountId';
const SETS = [300, 3600, 14_400, 50_400].map((seconds) => `${SES}:configuration-set/aval-dev-${seconds}s`);
const SETS_AND_IDENTITY = [...SETS, `${SES}:identity/example.fr`].join(' ');
const PARKING = ['send-message'];
const sendQueue = (name: string): string => {
  if (name === 'sweep' || name === 'redrive') return `${QUEUE} /aval/dev/send-queue-arn`;
  if (name === 'outbox') return `${QUEUE} /aval/dev/send-queue-arn outboxparked38A33076.Arn`;
  return `${QUEUE} sendF08044C8.Arn${PARKING.includes(name) ? ' sendparked42B7DF8A.Arn' : ''}`;
};
/** Of the table each grant has its verb, which is an action, and its room, which is the beginning of partition keys. */
const VERBS: Readonly<Record<string, string>> = {
  get: 'GetItem',
  'get-many': 'BatchGetItem',
  query: 'Query',
  put: 'PutItem',
  update: 'UpdateItem',
  delete: 'DeleteItem',
  'delete-many': 'BatchWriteItem',
  check: 'ConditionCheckItem',
};
// Written down once more, and not taken from `ROOMS`: what both sides read there would be right whatever it said.
const PARTITIONS: Readonly<Record<string, string>> = {
  contact: 'CONTACT#*',
  request: 'REQUEST#*',
  person: 'PERSON#*',
  message: 'MESSAGE#*',
  campaign: 'CAMPAIGN#*',
  campaigns: 'CAMPAIGNS#*',
  run: 'RUN#*',
  pace: 'PACE#*',
  due: 'DUE#*',
  confirmation: 'CONFIRMATION#*',
  code: 'CODE#*',
  review: 'REVIEW#*',
  reviews: 'REVIEWS#*',
  advertiser: 'ADVERTISER#*',
  advertisers: 'ADVERTISERS',
  form: 'FORMS#*',
  template: 'TEMPLATES#*',
  siren: 'SIREN#*',
  identity: 'IDENTITY#*',
  'reply-code': 'REPLYCODE#*',
  key: 'APIKEY#*',
  keys: 'APIKEYS',
  'advertiser-key': 'ADVERTISERKEY#*',
  parked: 'PARKED',
  halts: 'HALTS',
  round: 'ROUND',
  expiry: 'EXPIRY#*',
  deletion: 'DELETIONS#*',
  proof: 'PROOF#*',
  audience: 'AUDIENCE#*',
  list: 'LIST#*',
  job: 'JOBS#*',
  rights: 'RIGHTS#*',
  opposed: 'OPPOSED#*',
  notification: 'NOTIFICATIONS#*',
  partner: 'PARTNERS#*',
  text: 'TEXT#*',
  MessagesOfContact: 'CONTACT#*',
  MessagesOfDay: 'MESSAGES#*',
  MessagesByReference: 'REFERENCE#*',
  MessagesByProviderId: 'PROVIDERID#*',
};
const ofTable = (grant: Grant): string | undefined => {
  const [verb = '', room = ''] = grant.split(':');
  const partition = PARTITIONS[room];
  if (verb === 'list') return `dynamodb:Query on ${TABLE}/index/${room} with ${partition}`;
  return VERBS[verb] === undefined || partition === undefined
    ? undefined
    : `dynamodb:${VERBS[verb]} on ${TABLE} with ${partition}`;
};
const BESIDE: Readonly<Record<string, (name: string) => readonly string[]>> = {
  'contents:read': () => [
    's3:ListBucket on /aval/dev/content-bucket-arn',
    's3:GetObject on /aval/dev/content-bucket-arn/contents/*',
  ],
  'contents:write': () => ['s3:PutObject on /aval/dev/content-bucket-arn/contents/*'],
  'sent:read': () => [
    's3:ListBucket on /aval/dev/content-bucket-arn',
    's3:GetObject on /aval/dev/content-bucket-arn/sent/*',
  ],
  'sent:write': () => ['s3:PutObject on /aval/dev/content-bucket-arn/sent/*'],
  'values:read': () => [
    's3:ListBucket on /aval/dev/content-bucket-arn',
    's3:GetObject on /aval/dev/content-bucket-arn/values/*',
  ],
  'values:write': () => ['s3:PutObject on /aval/dev/content-bucket-arn/values/*'],
  'send-queue:put': (name) => [sendQueue(name)],
  'campaign-queue:put': (name) => [
    `${QUEUE} ${name === 'redrive' ? '/aval/dev/campaign-queue-arn' : 'campaignF097E8C2.Arn'}`,
  ],
  'campaign:park': () => [`${QUEUE} campaigndlq332961BF.Arn`],
  'sms-replies:park': () => [`${QUEUE} smsrepliesdlqFFA715F8.Arn`],
  'sms-replies:publish': () => ['sns:Publish on arn:AWS::Partition:sns:eu-west-3:AWS::AccountId:aval-dev-sms-replies'],
  'inbound-events:park': () => [`${QUEUE} inboundeventsdlqF3571CD4.Arn`],
  'project:park': () => [`${QUEUE} projectparkedC1B73933.Arn`],
  'inbound-queues:put': () => [
    `${QUEUE} /aval/dev/sms-replies-queue-arn /aval/dev/email-feedback-queue-arn /aval/dev/opposition-mails-queue-arn inboundeventsC2C62F8F.Arn`,
  ],
  'last-queues:take': () => [
    'sqs:ReceiveMessage sqs:DeleteMessage on /aval/dev/sms-replies-queue-arn-dlq /aval/dev/email-feedback-queue-arn-dlq /aval/dev/opposition-mails-queue-arn-dlq inboundeventsC2C62F8F.Arn-dlq /aval/dev/send-queue-arn-dlq /aval/dev/campaign-queue-arn-dlq /aval/dev/send-parked-queue-arn outboxparked38A33076.Arn projectparkedC1B73933.Arn /aval/dev/jobs-queue-arn-dlq',
  ],
  'given-up:take': () => [
    's3:ListBucket on FailedRecordsDEC8AD7E.Arn',
    's3:GetObject s3:DeleteObject on FailedRecordsDEC8AD7E.Arn/*',
  ],
  'journal:write': () => ['s3:PutObject on /aval/dev/journal-bucket-arn/*'],
  'journal:read': () => [
    's3:ListBucket on /aval/dev/journal-bucket-arn',
    's3:GetObject on /aval/dev/journal-bucket-arn/*',
  ],
  'mails:take': () => [
    's3:ListBucket on /aval/dev/upload-bucket-arn',
    's3:GetObject s3:DeleteObjectVersion on /aval/dev/upload-bucket-arn/mails/*',
  ],
  'uploads:write': () => ['s3:PutObject on /aval/dev/upload-bucket-arn/uploads/*'],
  'uploads:find': () => [
    's3:ListBucket on /aval/dev/upload-bucket-arn',
    's3:GetObject on /aval/dev/upload-bucket-arn/uploads/*',
  ],
  'uploads:read': () => [
    's3:ListBucket on /aval/dev/upload-bucket-arn',
    's3:GetObjectVersion on /aval/dev/upload-bucket-arn/uploads/*',
  ],
  'reports:write': () => ['s3:PutObject on /aval/dev/upload-bucket-arn/reports/*'],
  'reports:read': () => ['s3:GetObject on /aval/dev/upload-bucket-arn/reports/*'],
  'reports:find': () => [
    's3:ListBucket on /aval/dev/upload-bucket-arn',
    's3:GetObject on /aval/dev/upload-bucket-arn/reports/*',
  ],
  'reports:remove': () => [
    's3:ListBucket on /aval/dev/upload-bucket-arn',
    's3:GetObject s3:DeleteObjectVersion on /aval/dev/upload-bucket-arn/reports/*',
  ],
  'jobs:put': () => [`${QUEUE} /aval/dev/jobs-queue-arn`],
  'jobs:park': () => [`${QUEUE} /aval/dev/jobs-queue-arn-dlq`],
  'secret:fingerprint': () => [`${SECRET}/fingerprint-secret-arn`],
  'secret:token': () => [`${SECRET}/token-secret-arn`],
  'secret:data': () => [`${SECRET}/data-secret-arn`],
  'secret:root-key': () => [`${SECRET}/root-key-secret-arn`],
  // Of the customer key: see below.
  'advertiser-keys:open': () => [],
  'advertiser-keys:make': () => [],
  'proof-key:open': () => ['kms:Decrypt on /aval/dev/proof-key-arn'],
  'proof-key:make': () => ['kms:GenerateDataKey on /aval/dev/proof-key-arn'],
  'secret:provider': () => [`${SECRET}/provider-secret-arn`],
  'events:publish': () => ['events:PutEvents on BusEA82B648.Arn'],
  'email:quota': () => ['ses:GetAccount on *'],
  'email:send': () => [`ses:SendEmail on ${SETS_AND_IDENTITY}`],
  'tenants:make': () => [
    `ses:CreateTenant ses:CreateTenantResourceAssociation on ${SES}:tenant/aval-dev_*`,
    `ses:CreateTenantResourceAssociation on ${SETS_AND_IDENTITY}`,
  ],
  'tenants:read': () => [`ses:GetTenant on ${SES}:tenant/aval-dev_*`],
  // Of a stage whose SMS leave by End User Messaging: test/infra/routes/end-user-messaging.test.ts.
  'texts:send': () => [],
  // And by a provider outside AWS: test/infra/routes/texts-of-a-stage.test.ts.
  'secret:provider-of-texts': () => [],
  // And calls by Amazon Connect.
  'calls:start': () => [],
  'calls:read': () => [],
  // Of a stage that keeps the log: test/infra/senders/sms-status.test.ts.
  'sms-status:read': () => [],
  // Of one that reads a list of opt-outs: test/infra/senders/opt-out-list.test.ts.
  'opt-outs:read': () => [],
  // Of a stage that has a template reader: test/infra/routes/template-reader.test.ts.
  'model:ask': () => [],
  'sms:send': () => ['sns:Publish except arn:AWS::Partition:sns:*:*:*'],
  'sms:send-by-sns': () => ['sms-voice:SendTextMessage on *'],
  'suppressions:mend': () => ['ses:ListSuppressedDestinations ses:DeleteSuppressedDestination on *'],
  'suppressions:remove': () => ['ses:DeleteSuppressedDestination on *'],
};
/** What a grant is in the template, by hand: a grant that nobody wrote down here is none. */
const granted = (name: string, grant: Grant): readonly string[] => {
  const line = ofTable(grant);
  const lines = line === undefined ? BESIDE[grant]?.(name) : [line];
  if (lines === undefined) throw new Error(`${grant} is written down nowhere`);
  return lines;
};
/** A line for each action and partition of a statement on the table; any other statement is one line. */
const linesOf = (policy: Resource, statement: Statement): readonly string[] => {
  const keys = leadingKeysOf(statement);
  if (keys === undefined) return [lineOf(policy, statement)];
  return listOf(statement.Action).flatMap((action) =>
    listOf(keys).map((key) =>
      lineOf(policy, {
        ...statement,
        Action: String(action),
        Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [key] } },
      }),
    ),
  );
};
const TRIGGERED: Readonly<Record<FunctionEntry['trigger']['kind'], RegExp | undefined>> = {
  http: undefined,
  authorizer: undefined,
  schedule: undefined,
  operator: undefined,
  queue: /^sqs:ReceiveMessage sqs:DeleteMessage sqs:GetQueueAttributes on /,
  stream:
    /^dynamodb:(DescribeStream dynamodb:GetRecords .* on \/aval\/dev\/table-stream-arn)|^s3:(PutObject|ListBucket) on FailedRecords/,
};
const EVERY_FUNCTION =
  /^logs:CreateLogStream logs:PutLogEvents on arn:|^xray:PutTraceSegments xray:PutTelemetryRecords on \*$/;
const KEY = /^kms:.* on \/aval\/dev\/key-arn$/;

describe('P9: what each function may do', () => {
  test.each(entries)('the role of %s holds what its grants say, each once, and nothing beyond', (name, entry) => {
    const [policy, ...more] = policiesOf(name);
    expect(more).toEqual([]);
    const lines = statementsOf(policy as Resource).flatMap((statement) => linesOf(policy as Resource, statement));
    const trigger = TRIGGERED[entry.trigger.kind];
    const found = lines.filter((line) => !(EVERY_FUNCTION.test(line) || KEY.test(line) || trigger?.test(line)));
    const expected = new Set(entry.grants.flatMap((grant) => granted(name, grant)));
    expect(found.sort()).toEqual([...expected].sort());
  });

  test.each(entries)('the customer key opens for %s through one service at a time, of its grants', (name, entry) => {
    const uses = policiesOf(name)
      .flatMap(statementsOf)
      .filter((each) => policiesOf(name).some((policy) => KEY.test(lineOf(policy, each))))
      .map(({ Condition }) => JSON.stringify(Condition));
    const stores = entry.grants.some(
      (grant) => ofTable(grant) !== undefined || /^(contents|sent|values|secret|uploads|reports):/.test(grant),
    );
    expect(uses.length > 0).toBe(stores || entry.trigger.kind === 'stream');
    expect(new Set(uses).size).toBe(uses.length);
    const direct = uses.filter((use) => !use.includes('kms:ViaService'));
    // What else is asked of it with its own hands: test/infra/rules/advertiser-keys.test.ts.
    expect(direct.length).toBe(entry.grants.includes('advertiser-keys:open') ? 1 : 0);
    for (const use of uses.filter((each) => !direct.includes(each)))
      expect(use).toMatch(
        /^\{"StringEquals":\{"kms:ViaService":"(dynamodb|s3|secretsmanager|sns|sqs)\.eu-west-3\.amazonaws\.com"\}\}$/,
      );
  });

  test('no statement allows every action, and only traces, SNS on behalf of a sender, and what SES says of the account reach every resource', () => {
    /** Of the account, or its lists of suppressed addresses: SES takes neither for a resource. */
    const ofAccount = ({ id }: Resource): readonly string[] | undefined => {
      if (id.startsWith('reconcilesuppressions'))
        return ['ses:ListSuppressedDestinations', 'ses:DeleteSuppressedDestination'];
      if (id.startsWith('erasecontact') || id.startsWith('answerrequest')) return ['ses:DeleteSuppressedDestination'];
      return /^(?:dispatchcampaigns|runjob)/.test(id) ? ['ses:GetAccount'] : undefined;
    };
    for (const policy of deployment.policies()) {
      for (const { Action, Resource: grantArns, Condition } of statementsOf(policy)) {
        for (const action of listOf(Action)) expect(action).not.toMatch(/^\*$|:\*$/);
        if (!listOf(grantArns).includes('*')) continue;
        if (Action === 'sms-voice:SendTextMessage')
          expect(Condition).toEqual({ StringEquals: { 'aws:CalledViaLast': 'sns.amazonaws.com' } });
        else if (listOf(Action).some((action) => String(action).startsWith('ses:')))
          expect(listOf(Action)).toEqual(ofAccount(policy));
        else expect(Action).toEqual(['xray:PutTraceSegments', 'xray:PutTelemetryRecords']);
      }
    }
  });

  test('in the stack of the APIs each role but of who sends mail holds its statements itself, so that a route is one resource less', () => {
    const beside = deployment.all('AWS::IAM::Policy').filter(({ stack }) => stack === 'Aval-dev-Api');
    // Of who sends mail the list of senders grows with the settings, and must be divided.
    expect(beside.map(({ id }) => id)).toEqual([expect.stringMatching(/^usepreferencecentrerole/)]);
    const within = deployment.policies().filter(({ stack }) => stack === 'Aval-dev-Api');
    const asked = entries.filter(([, { trigger }]) => trigger.kind === 'http' || trigger.kind === 'authorizer');
    // And the role by which API Gateway calls them.
    expect(within).toHaveLength(asked.length + 1);
  });

  test('no function borrows a policy of AWS', () => {
    const borrowed = deployment
      .all('AWS::IAM::Role')
      .filter(({ Properties }) => Properties.ManagedPolicyArns !== undefined);
    expect(borrowed.map(({ id }) => id)).toEqual([expect.stringContaining('gatewaylogrole')]);
  });

  test('every statement on the table, or on an index of it, says which partitions it reaches', () => {
    const open = deployment.policies().flatMap((policy) =>
      statementsOf(policy)
        .filter((statement) => leadingKeysOf(statement) === undefined)
        .map((statement) => lineOf(policy, statement))
        .filter((line) => line.includes('dynamodb:') && !line.includes('GetRecords')),
    );
    expect(open).toEqual([]);
  });

  test('only what makes, ends and lists keys, and the authorizer, writes or lists them', () => {
    const reaching = entries.filter(([name]) =>
      policiesOf(name)
        .flatMap(statementsOf)
        .some(
          (statement) =>
            listOf(leadingKeysOf(statement) ?? []).some((key) => String(key).startsWith('APIKEY')) &&
            listOf(statement.Action).some((action) => action !== 'dynamodb:GetItem'),
        ),
    );
    expect(reaching.map(([name]) => name)).toEqual([
      'create-api-key',
      'list-api-keys',
      'rotate-api-key',
      'revoke-api-key',
      'authorize',
    ]);
  });

  test('each partition that the store documents is in one room, which a grant names', () => {
    const documented = [
      'keys.ts',
      'audience-keys.ts',
      'job-keys.ts',
      'deployment-keys.ts',
      'campaigns/campaign-keys.ts',
    ].flatMap((file) => {
      const rows = readFileSync(`shared/adapters/dynamodb/${file}`, 'utf8').matchAll(/^ \* \| [^|]+ \| ([^|]+) \|/gm);
      return [...rows].flatMap(([, cell = '']) =>
        cell.startsWith('index ') ? [] : (cell.match(/`[A-Z][^`]*`/g) ?? []),
      );
    });
    const ofTable = documented.map((key) => key.slice(1, -1));
    expect(ofTable.length).toBeGreaterThan(15);
    const rooms = [...new Set(Object.values(PARTITIONS))];
    const fits = (key: string, pattern: string) =>
      pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern;
    for (const key of ofTable) expect([key, rooms.filter((pattern) => fits(key, pattern)).length]).toEqual([key, 1]);
  });

  test('nobody can scan the table', () => {
    expect(JSON.stringify([...deployment.templates.values()])).not.toContain('dynamodb:Scan');
  });

  test('no statement is needed to publish an SMS to a topic: every topic is excluded', () => {
    const senders = deployment.policies().flatMap(statementsOf);
    const publishes = senders.filter(({ Action }) => listOf(Action).includes('sns:Publish'));
    // What brings replies, those that a provider reports of a message too, and what shares one out, names the one topic that they are brought to.
    const onTopics = publishes.filter(({ NotResource }) => NotResource === undefined);
    expect(onTopics.map(({ Resource }) => JSON.stringify(Resource).match(/aval-[\w-]+/g))).toEqual([
      ['aval-dev-sms-replies'],
      ['aval-dev-sms-replies'],
      ['aval-dev-sms-replies'],
      ['aval-dev-sms-replies'],
    ]);
    const publishing = publishes.filter(({ NotResource }) => NotResource !== undefined);
    // The two senders, what answers a STOP, and what sends a code.
    expect(publishing).toHaveLength(4);
    for (const { Resource: grantArns, NotResource } of publishing)
      expect([grantArns, NotResource]).toEqual([
        undefined,
        { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':sns:*:*:*']] },
      ]);
  });
});

test.each(['outbox', 'record-disclosures', 'list-partner-notifications', 'give-partner-notifications'] as const)(
  '%s writes what partners have of a contact, and nothing of the contact',
  (name) => {
    const written = statementsOf(policiesOf(name)[0] as Resource)
      .filter(({ Action }) =>
        listOf(Action).some((each) => /dynamodb:(?:Put|Update|Delete|BatchWrite)/.test(String(each))),
      )
      .flatMap((statement) => listOf(leadingKeysOf(statement) ?? 'every one').map(String));
    // Beside them, once, that its key was used: what was asked, by hashes, and nothing of the contact.
    expect(written.filter((room) => !/^(?:PARTNERS|NOTIFICATIONS)#\*$/.test(room))).toEqual(
      name === 'record-disclosures' ? ['REQUEST#*'] : [],
    );
  },
);
