import { Aws, Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { type EnvOf, type FunctionName, manifest } from '#functions/manifest.ts';
import type { Bundles } from '../bundle.ts';
import type { Config } from '../config.ts';
import { type GrantArnsOf, grantStatements, keyStatements } from './grants.ts';
import { countLogged } from './logged.ts';
import { removalOf } from './removal.ts';

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
 * A function of the manifest: its own log group, its own role with one statement per grant, and exactly the environment
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
  const logGroup = logGroupOf(scope, name, platform);
  countLogged(logGroup, config, name);
  const role = roleOf(scope, name, [
    writeLogs(logGroup),
    ...grantStatements(name, needs.grantArns, config),
    ...keyStatements(name, platform.key.keyArn, config.region),
  ]);
  return new LambdaFunction(scope, name, {
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
  });
};

const entryOf = (name: FunctionName): FunctionEntry => manifest[name];

const roleOf = (scope: Construct, name: FunctionName, statements: readonly PolicyStatement[]): Role => {
  const role = new Role(scope, `${name}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
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

const logGroupOf = (scope: Construct, name: FunctionName, { config, key }: Platform): LogGroup =>
  new LogGroup(scope, `${name}-log`, {
    logGroupName: `/aval/${config.stage}/${name}`,
    retention: config.logRetentionDays,
    encryptionKey: key,
    removalPolicy: removalOf(config),
  });

const writeLogs = (logGroup: LogGroup): PolicyStatement =>
  new PolicyStatement({
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [
      `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:${logGroup.logGroupName}`,
      `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:${logGroup.logGroupName}:*`,
    ],
  });
