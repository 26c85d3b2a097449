import { Aws, Duration } from 'aws-cdk-lib';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  RecursiveLoop,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import type { Construct, IConstruct } from 'constructs';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { type EnvOf, type FunctionName, manifest } from '#functions/manifest.ts';
import type { Bundles } from '../bundle.ts';
import { areTextsBySns, type Config } from '../config.ts';
import { acknowledge, wildcardIn } from './acknowledged.ts';
import { type GrantArnsOf, grantStatements } from './grants/grants.ts';
import { keyStatements } from './grants/key-statements.ts';
import { RoleWithPolicy, roleBesidePolicy } from './grants/role.ts';
import { readLink } from './links.ts';
import { logGroupIn } from './log-group.ts';
import { countLogged } from './watching/logged.ts';

/** What every function of a stack shares. */
export interface Platform {
  readonly config: Config;
  readonly bundles: Bundles;
  /** The customer key of the data stack. */
  readonly key: IKey;
  /** `CLOCK_OFFSET_FILE` on the stage `local`, nothing elsewhere. */
  readonly localEnvironment: Readonly<Record<string, string>>;
}

/** Seconds a function may run, from the manifest. */
export const timeoutOf = (name: FunctionName): number => entryOf(name).timeoutSeconds ?? 10;

/** The deployed name of a function. */
export const functionNameOf = (config: Config, name: FunctionName): string => `aval-${config.stage}-${name}`;

/**
 * A function of the manifest: its own log group, its own role with what its grants say, and exactly the environment
 * that its manifest entry names. No source maps are shipped: they would triple what a cold start reads.
 */
export const avalFunction = <N extends FunctionName>(
  scope: Construct,
  name: N,
  platform: Platform,
  needs: { environment: EnvOf<N>; grantArns: GrantArnsOf<N> },
): LambdaFunction => {
  const { config, bundles, localEnvironment } = platform;
  const entry = entryOf(name);
  const { group: logGroup, groupName } = logGroupIn(scope, `${name}-log`, platform, name);
  countLogged(logGroup, config, name);
  const role = roleOf(scope, name, [
    writeLogs(groupName),
    ...grantStatements(name, needs.grantArns, config),
    ...keyStatements(
      name,
      { key: platform.key.keyArn, proofKey: () => readLink(scope, config.stage, 'proof-key-arn') },
      config,
    ),
  ]);
  const target = new LambdaFunction(scope, name, {
    functionName: functionNameOf(config, name),
    description: entry.summary,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: Code.fromAsset(bundles.functions[name].directory),
    timeout: Duration.seconds(timeoutOf(name)),
    memorySize: entry.memoryMb ?? 512,
    environment: { ...environmentOf(entry, needs.environment), ...localEnvironment },
    tracing: Tracing.ACTIVE,
    role,
    logGroup,
    // Without it Lambda ends a chain after some 16 runs, and what is put back lies with the dead letters ("Recursive loop detection").
    ...(entry.goesRound === 'until-done' ? { recursiveLoop: RecursiveLoop.ALLOW } : {}),
  });
  acknowledgeFunction(target, groupName, entry, areTextsBySns(config));
  acknowledgeObjects(target, entry, needs.grantArns);
  return target;
};

/** Grants on objects whose names are not known in advance. */
const OBJECTS = [
  'contents:read',
  'contents:write',
  'sent:write',
  'sent:read',
  'values:write',
  'values:read',
  'uploads:write',
  'uploads:find',
  'uploads:read',
  'reports:write',
  'reports:read',
  'reports:find',
  'reports:remove',
] as const;

const acknowledgeObjects = (
  target: LambdaFunction,
  { grants }: FunctionEntry,
  arns: { readonly [grant in (typeof OBJECTS)[number]]?: readonly string[] },
): void => {
  const granted = OBJECTS.filter((grant) => grants.includes(grant));
  for (const arn of new Set(granted.flatMap((grant) => arns[grant] ?? []).filter((one) => one.endsWith('/*'))))
    acknowledge(
      policyOf(target),
      wildcardIn(target, arn),
      'Only the bucket of contents, or one folder of a bucket: an object is named by a hash, which is not known in advance.',
    );
};

/** The resource that holds the statements of a function's role: the role itself, or the policy beside it. */
export const policyOf = ({ role }: LambdaFunction): IConstruct => {
  if (role === undefined) throw new Error('Each function of Aval has a role.');
  return role instanceof RoleWithPolicy ? role : role.node.findChild('DefaultPolicy');
};

const acknowledgeFunction = (
  target: LambdaFunction,
  logGroupName: string,
  { trigger, grants }: FunctionEntry,
  bySns: boolean,
): void => {
  const everywhere = `Lambda adds it for tracing: xray:PutTraceSegments and xray:PutTelemetryRecords know no resource.${
    bySns && grants.includes('sms:send-by-sns')
      ? ' And SNS alone may send an SMS with this role: a sender that France asks nobody to register is no resource.'
      : ''
  }${
    grants.includes('suppressions:mend') || grants.includes('suppressions:remove')
      ? ' And the lists of suppressed addresses, which SES takes for no resource: each request names the tenant of this stage.'
      : ''
  }`;
  acknowledge(policyOf(target), 'AwsSolutions-IAM5[Resource::*]', everywhere);
  // cdk-nag looks for this in what a role holds itself, and not beside it.
  if (target.role instanceof RoleWithPolicy) acknowledge(target.role, 'Serverless-LambdaStarPermissions', everywhere);
  acknowledge(
    policyOf(target),
    wildcardIn(target, streamsOf(logGroupName)),
    'The streams of its own log group alone, which Lambda names when it runs.',
  );
  acknowledge(
    target,
    'Serverless-LambdaDLQ',
    trigger.kind === 'schedule'
      ? 'A run that fails is not repeated: the next one starts from what is stored. Its log counts the failure, which rings.'
      : 'Never called asynchronously: whoever calls it gets its failure, or its queue or stream keeps what failed.',
  );
};

const entryOf = (name: FunctionName): FunctionEntry => manifest[name];

/** What the stack of the APIs has: there are most functions, so that resources are short. */
const IN_API: readonly string[] = ['http', 'authorizer'] satisfies readonly FunctionEntry['trigger']['kind'][];

const roleOf = (scope: Construct, name: FunctionName, statements: readonly PolicyStatement[]): Role => {
  const { trigger, grants } = entryOf(name);
  // Who sends mail may do so by the senders of the settings: a list that grows is divided.
  const role =
    IN_API.includes(trigger.kind) && !grants.includes('email:send')
      ? new RoleWithPolicy(scope, `${name}-role`)
      : roleBesidePolicy(scope, `${name}-role`);
  for (const statement of statements) role.addToPolicy(statement);
  return role;
};

/** The variables of the entry and no other: a stack may know more than one function should see. */
const environmentOf = (entry: FunctionEntry, known: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    entry.env.map((variable) => {
      const value = known[variable];
      if (value === undefined) throw new Error(`${entry.file} needs ${variable}, which its stack does not give.`);
      return [variable, value];
    }),
  );

const logGroupArn = (name: string): string =>
  `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:${name}`;
const streamsOf = (logGroupName: string): string => `${logGroupArn(logGroupName)}:*`;

const writeLogs = (logGroupName: string): PolicyStatement =>
  new PolicyStatement({
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroupArn(logGroupName), streamsOf(logGroupName)],
  });
