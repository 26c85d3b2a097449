import type { Json, JsonObject } from '#local/template/json.ts';

/** What is never changed, since nothing is wired with it, and why. */
interface Unwired {
  readonly what: string;
  readonly why: string;
  /** By the type of the resource and the names on the way to the value, joined by dots. */
  readonly is: (type: string, path: string) => boolean;
}

const ends = (...names: readonly string[]) => {
  const pattern = new RegExp(`(?:^|\\.)(?:${names.join('|')})$`);
  return (_: string, path: string) => pattern.test(path);
};
const ofType = (...types: readonly string[]) => {
  const pattern = new RegExp(`^AWS::(?:${types.join('|')})$`);
  return (type: string) => pattern.test(type);
};

/** The stated table: everything else of every resource is changed. */
export const UNWIRED: readonly Unwired[] = [
  {
    what: 'words for people',
    why: 'A description, a label of a statement, the name of a policy, of an authorizer, of a destination inside its set.',
    is: (type, path) =>
      ends('Description', 'AlarmDescription', 'Sid', 'PolicyName', 'EventDestination.Name')(type, path) ||
      (type === 'AWS::ApiGateway::Authorizer' && path === 'Name'),
  },
  {
    what: 'the language of policies',
    why: 'The version of the language has one value that is of use.',
    is: ends('Version'),
  },
  {
    what: 'the picture of the dashboard',
    why: 'It shows what alarms watch, and nothing reads it.',
    is: ofType('CloudWatch::Dashboard'),
  },
  {
    what: 'sizes and prices',
    why: 'They say how fast and how dear; `npm run bench` measures that.',
    is: ends(
      ...['MemorySize', 'Architectures', 'BillingMode', 'RetentionInDays', 'BucketKeyEnabled'],
      ...[
        'MaximumConcurrency',
        'ParallelizationFactor',
        'ThrottlingBurstLimit',
        'ThrottlingRateLimit',
        'MetricsEnabled',
      ],
    ),
  },
  {
    what: 'guards of what is stored',
    why: 'Nothing runs through them: cdk-nag and the comparison of releases in `npm run check` judge them.',
    is: (type, path) =>
      ends('EnableKeyRotation', 'DeletionProtectionEnabled')(type, path) ||
      /(?:^|\.)(?:PointInTimeRecoverySpecification|LifecycleConfiguration|PublicAccessBlockConfiguration|VersioningConfiguration)\b/.test(
        path,
      ),
  },
  {
    what: 'what the stage `local` has alone',
    why: 'The clock of the local stack is in no other stage.',
    is: (_, path) => /CLOCK_OFFSET_FILE|ClockOffsetFile/.test(path),
  },
];

/** True where nothing is wired with it. */
export const isUnwired = (type: string, path: string): boolean => UNWIRED.some(({ is }) => is(type, path));

/** Values that AWS takes where none is said: without them the template means the same. */
const DEFAULTS: readonly (readonly [type: string, path: RegExp, value: Json])[] = [
  ['AWS::ApiGateway::Stage', /(?:^|\.)(?:DataTraceEnabled|TracingEnabled)$/, false],
  ['AWS::ApiGateway::Stage', /(?:^|\.)LoggingLevel$/, 'OFF'],
  ['AWS::ApiGateway::Method', /^AuthorizationType$/, 'NONE'],
  ['AWS::SQS::Queue', /^SqsManagedSseEnabled$/, true],
  ['AWS::SQS::Queue', /^MessageRetentionPeriod$/, 345_600],
  ['AWS::Lambda::EventSourceMapping', /^BatchSize$/, 10],
  ['AWS::Lambda::EventSourceMapping', /^BatchSize$/, 100],
  ['AWS::SES::ConfigurationSet', /(?:^|\.)OptimizedSharedDelivery$/, 'DISABLED'],
];

/** True where AWS takes this value anyway. */
export const isDefault = (type: string, path: string, value: Json | undefined, beside: JsonObject): boolean =>
  (path === 'DatapointsToAlarm' && value === beside.EvaluationPeriods) ||
  DEFAULTS.some(([ofKind, at, taken]) => ofKind === type && at.test(path) && taken === value);
