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
    .all('AWS::IAM::Policy')
    .filter(({ stack, Properties }) => stack === target?.stack && Properties.Roles[0].Ref === role);
};

/** A statement as one line: `action… on resource…`. */
const lineOf = (policy: Resource, { Action, Resource, NotResource }: Statement): string => {
  const grantArns = listOf(Resource ?? NotResource).map((arn) => deployment.readable(policy, arn));
  return `${listOf(Action).join(' ')} ${Resource === undefined ? 'except' : 'on'} ${grantArns.join(' ')}`;
};

const QUEUE = 'sqs:SendMessage on';
const SECRET = 'secretsmanager:GetSecretValue on /aval/dev';
const SES = 'arn:AWS::Partition:ses:eu-west-3:AWS::AccountId';
const PARKING = ['send-message'];
const sendQueue = (name: string): string => {
  if (name === 'outbox') return `${QUEUE} /aval/dev/send-queue-arn outboxparked38A33076.Arn`;
  return `${QUEUE} sendF08044C8.Arn${PARKING.includes(name) ? ' sendparked42B7DF8A.Arn' : ''}`;
};
const GRANTED: Readonly<Record<Grant, (name: string) => string>> = {
  'table:read': () => 'dynamodb:GetItem dynamodb:BatchGetItem dynamodb:Query on /aval/dev/table-arn',
  'table:write': () =>
    'dynamodb:PutItem dynamodb:UpdateItem dynamodb:DeleteItem dynamodb:ConditionCheckItem on /aval/dev/table-arn',
  'table:remove': () => 'dynamodb:BatchWriteItem on /aval/dev/table-arn',
  'table:list': () =>
    `dynamodb:Query on ${['Contact', 'Day', 'Reference'].map((of) => `/aval/dev/table-arn/index/Messages${of === 'Reference' ? 'By' : 'Of'}${of}`).join(' ')}`,
  'contents:read': () => 's3:GetObject s3:ListBucket on /aval/dev/content-bucket-arn /aval/dev/content-bucket-arn/*',
  'contents:write': () => 's3:PutObject on /aval/dev/content-bucket-arn/*',
  'send-queue:put': sendQueue,
  'secret:fingerprint': () => `${SECRET}/fingerprint-secret-arn`,
  'secret:token': () => `${SECRET}/token-secret-arn`,
  'secret:data': () => `${SECRET}/data-secret-arn`,
  'secret:root-key': () => `${SECRET}/root-key-secret-arn`,
  'events:publish': () => 'events:PutEvents on BusEA82B648.Arn',
  'email:send': () => `ses:SendEmail on ${SES}:configuration-set/aval-dev ${SES}:identity/example.fr`,
  'sms:send': () => 'sns:Publish except arn:AWS::Partition:sns:*:*:*',
};
const TRIGGERED: Readonly<Record<FunctionEntry['trigger']['kind'], RegExp | undefined>> = {
  http: undefined,
  authorizer: undefined,
  schedule: undefined,
  queue: /^sqs:ReceiveMessage sqs:DeleteMessage sqs:GetQueueAttributes on /,
  stream:
    /^dynamodb:(DescribeStream dynamodb:GetRecords .* on \/aval\/dev\/table-stream-arn)|^s3:(PutObject|ListBucket) on FailedRecords/,
};
const EVERY_FUNCTION =
  /^logs:CreateLogStream logs:PutLogEvents on arn:|^xray:PutTraceSegments xray:PutTelemetryRecords on \*$/;
const KEY = /^kms:Decrypt .* on \/aval\/dev\/key-arn$/;

describe('P9: what each function may do', () => {
  test.each(entries)('the role of %s has one statement for each of its grants, and none beyond', (name, entry) => {
    const [policy, ...more] = policiesOf(name);
    expect(more).toEqual([]);
    const lines = statementsOf(policy as Resource).map((statement) => lineOf(policy as Resource, statement));
    const trigger = TRIGGERED[entry.trigger.kind];
    const granted = lines.filter((line) => !(EVERY_FUNCTION.test(line) || KEY.test(line) || trigger?.test(line)));
    expect(granted.sort()).toEqual(entry.grants.map((grant) => GRANTED[grant](name)).sort());
  });

  test.each(entries)('the customer key opens for %s only through the services of its grants', (name, entry) => {
    const statements = policiesOf(name).flatMap(statementsOf);
    const keys = statements.filter(({ Action }) => listOf(Action).some((action) => String(action).startsWith('kms:')));
    const stores = entry.grants.some((grant) => /^(table|contents|secret):/.test(grant));
    expect(keys).toHaveLength(stores || entry.trigger.kind === 'stream' ? 1 : 0);
    for (const { Condition } of keys) {
      expect(JSON.stringify(Condition)).toMatch(
        /kms:ViaService.*(dynamodb|s3|secretsmanager)\.eu-west-3\.amazonaws\.com/,
      );
    }
  });

  test('no statement allows every action, and only traces reach every resource', () => {
    for (const policy of deployment.all('AWS::IAM::Policy')) {
      for (const { Action, Resource: grantArns } of statementsOf(policy)) {
        for (const action of listOf(Action)) expect(action).not.toMatch(/^\*$|:\*$/);
        if (listOf(grantArns).includes('*'))
          expect(Action).toEqual(['xray:PutTraceSegments', 'xray:PutTelemetryRecords']);
      }
    }
  });

  test('no function borrows a policy of AWS', () => {
    const borrowed = deployment
      .all('AWS::IAM::Role')
      .filter(({ Properties }) => Properties.ManagedPolicyArns !== undefined);
    expect(borrowed.map(({ id }) => id)).toEqual([expect.stringContaining('gatewaylogrole')]);
  });

  test('nobody can scan the table', () => {
    expect(JSON.stringify([...deployment.templates.values()])).not.toContain('dynamodb:Scan');
  });

  test('no statement is needed to publish an SMS to a topic: every topic is excluded', () => {
    const senders = deployment.all('AWS::IAM::Policy').flatMap(statementsOf);
    const publishing = senders.filter(({ Action }) => listOf(Action).includes('sns:Publish'));
    expect(publishing.map(({ Resource: grantArns, NotResource }) => [grantArns, NotResource])).toEqual([
      [undefined, { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':sns:*:*:*']] }],
    ]);
  });
});
