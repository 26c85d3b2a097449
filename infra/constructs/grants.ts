import { Aws } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { type Grant, LEADING_KEYS } from '#functions/manifest/grants.ts';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import type { Config } from '../config.ts';

/** The grants of a function, as a type. */
type GrantOf<N extends FunctionName> = (typeof manifest)[N]['grants'][number];

/** Of SMS: a telephone number is no AWS resource, and a sender that nobody registers is none either. */
type WithoutArn = 'sms:send' | 'sms:send-by-sns';

/** The ARNs of each grant that has some. */
type GrantArns = Readonly<Record<Exclude<Grant, WithoutArn>, readonly string[]>>;

/** The part of `GrantArns` that a function needs: a forgotten one does not compile. */
export type GrantArnsOf<N extends FunctionName> = Pick<GrantArns, Exclude<GrantOf<N>, WithoutArn>>;

/**
 * The IAM actions of each grant. Transactions need no action of their own beyond those of their parts
 * (Amazon DynamoDB, "IAM policies for transactions"); `Scan` is in none.
 */
const ACTIONS: Readonly<Record<Grant, readonly string[]>> = {
  'table:read': ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
  'table:write': ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
  'table:remove': ['dynamodb:BatchWriteItem'],
  'table:list': ['dynamodb:Query'],
  'forms:write': ['dynamodb:PutItem'],
  'settings:write': ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
  'keys:read': ['dynamodb:GetItem'],
  'keys:list': ['dynamodb:Query'],
  'keys:write': ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:ConditionCheckItem'],
  'keys:note-use': ['dynamodb:UpdateItem'],
  'parked:write': ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
  // Without the right to list, S3 answers 403 instead of 404 for what is not there (Amazon S3, GetObject).
  'contents:read': ['s3:GetObject', 's3:ListBucket'],
  'contents:write': ['s3:PutObject'],
  'send-queue:put': ['sqs:SendMessage'],
  'sms-replies:park': ['sqs:SendMessage'],
  'inbound-queues:put': ['sqs:SendMessage'],
  'last-queues:take': ['sqs:ReceiveMessage', 'sqs:DeleteMessage'],
  'given-up:take': ['s3:ListBucket', 's3:GetObject', 's3:DeleteObject'],
  'secret:fingerprint': ['secretsmanager:GetSecretValue'],
  'secret:token': ['secretsmanager:GetSecretValue'],
  'secret:data': ['secretsmanager:GetSecretValue'],
  'secret:root-key': ['secretsmanager:GetSecretValue'],
  'events:publish': ['events:PutEvents'],
  'email:send': ['ses:SendEmail'],
  'tenants:make': ['ses:CreateTenant', 'ses:CreateTenantResourceAssociation'],
  'sms:send': ['sns:Publish'],
  'sms:send-by-sns': ['sms-voice:SendTextMessage'],
};

/** Publishing to a telephone number names no resource, so every topic is excluded instead. */
const EVERY_TOPIC = `arn:${Aws.PARTITION}:sns:*:*:*`;

/**
 * Since 24 September 2024 SNS sends an SMS with the caller's own right at End User Messaging (AWS managed policy
 * AmazonSNSFullAccess).
 */
const BY_SNS = { StringEquals: { 'aws:CalledViaLast': 'sns.amazonaws.com' } };

/** Mail that reaches nobody: Amazon SES, "Using the mailbox simulator". */
const SIMULATOR = '*@simulator.amazonses.com';

/**
 * A grant on the table reaches the partitions of its rooms alone. Stage `dev` has no links that last, so it writes to the
 * simulator and to the deployer's own addresses alone.
 */
const conditionsOf = (grant: Grant, config: Config): { conditions?: Record<string, object> } => {
  const leadingKeys = LEADING_KEYS[grant];
  if (leadingKeys !== undefined)
    return { conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': leadingKeys } } };
  if (grant !== 'email:send' || config.stage !== 'dev') return {};
  const own = config.emailIdentities.map((identity) => (identity.includes('@') ? identity : `*@${identity}`));
  return { conditions: { 'ForAllValues:StringLike': { 'ses:Recipients': [SIMULATOR, ...own] } } };
};

/** One statement per grant of the function, in the manifest's order. */
export const grantStatements = <N extends FunctionName>(
  name: N,
  grantArns: GrantArnsOf<N>,
  config: Config,
): PolicyStatement[] => {
  const arns: Partial<GrantArns> = grantArns;
  return manifest[name].grants.map((grant: Grant) => {
    const actions = [...ACTIONS[grant]];
    if (grant === 'sms:send') return new PolicyStatement({ actions, notResources: [EVERY_TOPIC] });
    if (grant === 'sms:send-by-sns') return new PolicyStatement({ actions, resources: ['*'], conditions: BY_SNS });
    const resources = [...(arns[grant] ?? [])];
    if (resources.length === 0) throw new Error(`${name} is granted ${grant}, which has no resource in its stack.`);
    return new PolicyStatement({ actions, resources, ...conditionsOf(grant, config) });
  });
};

/** The AWS service through which a grant uses the key. SQS, EventBridge, SES and SNS encrypt with their own. */
const KEY_USERS: Readonly<Partial<Record<Grant, string>>> = {
  'table:read': 'dynamodb',
  'table:write': 'dynamodb',
  'table:remove': 'dynamodb',
  'table:list': 'dynamodb',
  'forms:write': 'dynamodb',
  'settings:write': 'dynamodb',
  'keys:read': 'dynamodb',
  'keys:list': 'dynamodb',
  'keys:write': 'dynamodb',
  'parked:write': 'dynamodb',
  'keys:note-use': 'dynamodb',
  'contents:read': 's3',
  'contents:write': 's3',
  'given-up:take': 's3',
  'last-queues:take': 'sqs',
  'inbound-queues:put': 'sqs',
  'secret:fingerprint': 'secretsmanager',
  'secret:token': 'secretsmanager',
  'secret:data': 'secretsmanager',
  'secret:root-key': 'secretsmanager',
};
/** Queues under the customer key: their messages carry addresses or numbers. */
const QUEUES_WITH_KEY: readonly string[] = ['sms-replies', 'email-feedback'];
const READ_WITH_KEY = ['kms:Decrypt', 'kms:DescribeKey'];
const WRITE_WITH_KEY = [
  'kms:Encrypt',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
];

/** A service of a Region as policies name it; the European Sovereign Cloud and China have a domain of their own. */
export const serviceIn = (service: string, region: string): string =>
  `${service}.${region}.${RegionInfo.get(region).domainSuffix ?? 'amazonaws.com'}`;

/** The key opens only for a call that comes through one of these services. */
const through = (services: readonly string[], region: string) => ({
  StringEquals: { 'kms:ViaService': services.map((service) => serviceIn(service, region)) },
});

/** The use of the customer key that the function's grants imply, through those services only; none when they use none. */
export const keyStatements = (name: FunctionName, keyArn: string, region: string): PolicyStatement[] => {
  const { grants, trigger }: FunctionEntry = manifest[name];
  const fed = trigger.kind === 'queue' && QUEUES_WITH_KEY.includes(trigger.queue) ? ['sqs'] : [];
  const services = [...new Set([...grants.flatMap((grant) => KEY_USERS[grant] ?? []), ...fed])].sort();
  if (services.length === 0) return [];
  const writes = grants.some((grant) => KEY_USERS[grant] !== undefined && /:(?:write|note-use|put)$/.test(grant));
  return [
    new PolicyStatement({
      actions: writes ? [...READ_WITH_KEY, ...WRITE_WITH_KEY] : READ_WITH_KEY,
      resources: [keyArn],
      conditions: through(services, region),
    }),
  ];
};

/** What Lambda does with the function's role to read a queue for it. */
export const consumeStatement = (queueArn: string): PolicyStatement =>
  new PolicyStatement({
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    resources: [queueArn],
  });

/** What Lambda does with the function's role to read the table's stream, and to keep what failed in S3. */
export const streamStatements = (stream: {
  streamArn: string;
  failuresArn: string;
  keyArn: string;
  region: string;
}): PolicyStatement[] => [
  new PolicyStatement({
    actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
    resources: [stream.streamArn],
  }),
  new PolicyStatement({ actions: ['s3:PutObject'], resources: [`${stream.failuresArn}/*`] }),
  new PolicyStatement({ actions: ['s3:ListBucket'], resources: [stream.failuresArn] }),
  new PolicyStatement({
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [stream.keyArn],
    conditions: through(['dynamodb', 's3'], stream.region),
  }),
];
