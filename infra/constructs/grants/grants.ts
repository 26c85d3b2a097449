import { Aws } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import type { Grant } from '#functions/manifest/grants.ts';
import type { TableGrant } from '#functions/manifest/table-grants.ts';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import { areTextsBySns, type Config } from '../../config.ts';
import { isOfKey, type KeyGrant } from './key-statements.ts';
import { modelStatements } from './model-statements.ts';
import { isOfTable, tableStatements } from './table-statements.ts';

/**
 * A telephone number is no AWS resource, a sender that nobody registers is none either, nor is a list of suppressed addresses,
 * or what an account may send.
 */
const WITHOUT_ARN = [
  'sms:send',
  'sms:send-by-sns',
  'suppressions:mend',
  'suppressions:remove',
  'email:quota',
] as const satisfies readonly Grant[];
type WithoutArn = (typeof WITHOUT_ARN)[number];
const isWithoutArn = (grant: Grant): grant is WithoutArn => WITHOUT_ARN.some((each) => each === grant);

/** Beyond the table, and beyond the customer key, whose statements are made of it (`key-statements.ts`). */
type Beside = Exclude<Grant, TableGrant | KeyGrant>;
const isBeside = (grant: Grant): grant is Beside => !isOfTable(grant) && !isOfKey(grant);

/** Granted where a stage asks for it, and else of nothing. */
const PERHAPS_NOTHING: readonly Grant[] = [
  'sms-status:read',
  'opt-outs:read',
  'texts:send',
  'secret:provider-of-texts',
  'calls:start',
  'calls:read',
  'model:ask',
];

/** What has ARNs: all that is granted of the table has those of the table. */
type Named<G extends Grant> = G extends TableGrant ? 'table' : Exclude<G, WithoutArn | KeyGrant>;

/** The ARNs of each grant that has some. */
type GrantArns = Readonly<Record<Named<Grant>, readonly string[]>>;

/** The part of `GrantArns` that a function needs: a forgotten one does not compile. */
export type GrantArnsOf<N extends FunctionName> = Pick<GrantArns, Named<(typeof manifest)[N]['grants'][number]>>;

/** The IAM actions of each grant beyond the table. */
const ACTIONS: Readonly<Record<Beside, readonly string[]>> = {
  'contents:read': ['s3:GetObject'],
  'contents:write': ['s3:PutObject'],
  'sent:write': ['s3:PutObject'],
  'sent:read': ['s3:GetObject'],
  'values:write': ['s3:PutObject'],
  'values:read': ['s3:GetObject'],
  'send-queue:put': ['sqs:SendMessage'],
  'campaign-queue:put': ['sqs:SendMessage'],
  'campaign:park': ['sqs:SendMessage'],
  'sms-replies:park': ['sqs:SendMessage'],
  'sms-replies:publish': ['sns:Publish'],
  'inbound-events:park': ['sqs:SendMessage'],
  'project:park': ['sqs:SendMessage'],
  'inbound-queues:put': ['sqs:SendMessage'],
  'last-queues:take': ['sqs:ReceiveMessage', 'sqs:DeleteMessage'],
  'given-up:take': ['s3:GetObject', 's3:DeleteObject'],
  'journal:write': ['s3:PutObject'],
  'journal:read': ['s3:GetObject'],
  'uploads:write': ['s3:PutObject'],
  'uploads:find': ['s3:GetObject'],
  'uploads:read': ['s3:GetObjectVersion'],
  'reports:write': ['s3:PutObject'],
  'reports:read': ['s3:GetObject'],
  'reports:find': ['s3:GetObject'],
  'reports:remove': ['s3:GetObject', 's3:DeleteObjectVersion'],
  'mails:take': ['s3:GetObject', 's3:DeleteObjectVersion'],
  'jobs:put': ['sqs:SendMessage'],
  'jobs:park': ['sqs:SendMessage'],
  'secret:fingerprint': ['secretsmanager:GetSecretValue'],
  'secret:token': ['secretsmanager:GetSecretValue'],
  'secret:data': ['secretsmanager:GetSecretValue'],
  'secret:root-key': ['secretsmanager:GetSecretValue'],
  'secret:provider': ['secretsmanager:GetSecretValue'],
  'secret:provider-of-texts': ['secretsmanager:GetSecretValue'],
  'events:publish': ['events:PutEvents'],
  'email:send': ['ses:SendEmail'],
  'email:quota': ['ses:GetAccount'],
  'tenants:make': ['ses:CreateTenantResourceAssociation'],
  'tenants:read': ['ses:GetTenant'],
  'sms-status:read': ['logs:FilterLogEvents', 'logs:Unmask'],
  'opt-outs:read': ['sms-voice:DescribeOptedOutNumbers'],
  'sms:send': ['sns:Publish'],
  'sms:send-by-sns': ['sms-voice:SendTextMessage'],
  'texts:send': ['sms-voice:SendTextMessage'],
  'calls:start': ['connect:StartOutboundVoiceContact'],
  'calls:read': ['connect:GetContactAttributes'],
  'model:ask': ['bedrock:InvokeModel'],
  'suppressions:remove': ['ses:DeleteSuppressedDestination'],
  'suppressions:mend': ['ses:ListSuppressedDestinations', 'ses:DeleteSuppressedDestination'],
};

/** What a grant needs on the first of its resources alone: a bucket can be listed and not its objects, and only a tenant is made. Without `s3:ListBucket` S3 answers 403 for what is not there. */
const ON_FIRST: Readonly<Partial<Record<Grant, readonly string[]>>> = {
  'contents:read': ['s3:ListBucket'],
  'sent:read': ['s3:ListBucket'],
  'values:read': ['s3:ListBucket'],
  'given-up:take': ['s3:ListBucket'],
  'journal:read': ['s3:ListBucket'],
  'uploads:find': ['s3:ListBucket'],
  'uploads:read': ['s3:ListBucket'],
  'reports:remove': ['s3:ListBucket'],
  'reports:find': ['s3:ListBucket'],
  'mails:take': ['s3:ListBucket'],
  'tenants:make': ['ses:CreateTenant', 'ses:CreateTenantResourceAssociation'],
};

/** Publishing to a telephone number names no resource, so every topic is excluded instead. */
const EVERY_TOPIC = `arn:${Aws.PARTITION}:sns:*:*:*`;

/** Since 24 September 2024 SNS sends with the caller's own right at End User Messaging (AmazonSNSFullAccess). */
const BY_SNS = { StringEquals: { 'aws:CalledViaLast': 'sns.amazonaws.com' } };

/** Mail that reaches nobody: Amazon SES, "Using the mailbox simulator". */
const SIMULATOR = '*@simulator.amazonses.com';

/** Stage `dev` has no links that last, so it writes to the simulator and to the deployer's own addresses alone. */
const conditionsOf = (grant: Grant, config: Config): { conditions?: Record<string, object> } => {
  if (grant !== 'email:send' || config.stage !== 'dev') return {};
  const own = config.emailIdentities.map((identity) => (identity.includes('@') ? identity : `*@${identity}`));
  return { conditions: { 'ForAllValues:StringLike': { 'ses:Recipients': [SIMULATOR, ...own] } } };
};

/** Resources of one statement: the CDK divides a large policy between statements, and never inside of one. */
const MOST_RESOURCES = 12;
const inParts = (resources: readonly string[]): readonly string[][] =>
  Array.from({ length: Math.ceil(resources.length / MOST_RESOURCES) }, (_, part) =>
    resources.slice(part * MOST_RESOURCES, (part + 1) * MOST_RESOURCES),
  );

/** One grant beyond the table. */
const statementsOf = (grant: Beside, resources: readonly string[], config: Config): readonly PolicyStatement[] => {
  const actions = [...ACTIONS[grant]];
  if ((grant === 'sms:send' || grant === 'sms:send-by-sns') && !areTextsBySns(config)) return [];
  if (grant === 'sms:send') return [new PolicyStatement({ actions, notResources: [EVERY_TOPIC] })];
  if (grant === 'sms:send-by-sns') return [new PolicyStatement({ actions, resources: ['*'], conditions: BY_SNS })];
  if (grant === 'suppressions:mend' || grant === 'suppressions:remove' || grant === 'email:quota')
    return [new PolicyStatement({ actions, resources: ['*'] })];
  if (grant === 'model:ask') return modelStatements(actions, resources);
  const onFirst = ON_FIRST[grant];
  const first = resources.slice(0, 1);
  const others = onFirst === undefined ? resources : resources.slice(1);
  return [
    ...(onFirst === undefined ? [] : [new PolicyStatement({ actions: [...onFirst], resources: first })]),
    ...inParts(others).map((part) => new PolicyStatement({ actions, resources: part, ...conditionsOf(grant, config) })),
  ];
};

/** Actions on the same list of resources under the same conditions are one statement: the names of many senders are written once. */
const together = (statements: readonly PolicyStatement[]): readonly PolicyStatement[] =>
  [...Map.groupBy(statements, listedBy)].map(([, alike]) =>
    alike.reduce((all, { actions }) => {
      all.addActions(...actions);
      return all;
    }),
  );
const listedBy = (one: PolicyStatement): unknown =>
  one.resources.length > 1 ? JSON.stringify([one.resources, one.conditions]) : one;

/** The least that does what the manifest grants this function. */
export const grantStatements = <N extends FunctionName>(
  name: N,
  grantArns: GrantArnsOf<N>,
  config: Config,
): PolicyStatement[] => {
  const arns: Partial<GrantArns> = grantArns;
  const { grants }: FunctionEntry = manifest[name];
  const arnsOf = (grant: Named<Grant>) => {
    const found = arns[grant] ?? [];
    if (found.length === 0 && !PERHAPS_NOTHING.some((each) => each === grant))
      throw new Error(`${grant} of ${name} has no resource.`);
    return found;
  };
  const ofTable = grants.filter(isOfTable);
  const [table] = ofTable.length === 0 ? [] : arnsOf('table');
  return [
    ...(table === undefined ? [] : tableStatements(ofTable, table)),
    ...together(
      grants.filter(isBeside).flatMap((grant) => statementsOf(grant, isWithoutArn(grant) ? [] : arnsOf(grant), config)),
    ),
  ];
};
