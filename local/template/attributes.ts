import { createHash } from 'node:crypto';
import { type JsonObject, textOf } from './json.ts';

/** Where the local stack pretends to live; the account is the one its SQS emulator writes in ARNs. */
export const ACCOUNT = '000000000000';
export const REGION = 'eu-west-3';

/** What a resource answers to `Ref` and `Fn::GetAtt`. */
export interface Attributes {
  readonly ref: string;
  readonly arn: string;
  readonly name: string;
  readonly others: Readonly<Record<string, string>>;
}

/** A name as CloudFormation would make one: readable, unique per stack, the same at every start. */
const generatedName = (stack: string, logicalId: string, limit = 60) => {
  const hash = createHash('sha256').update(`${stack}/${logicalId}`).digest('hex').slice(0, 8);
  return `${`${stack}-${logicalId}`.slice(0, limit - 9)}-${hash}`;
};

const arn = (service: string, rest: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;

type Describe = (name: string, queueBase: string, properties: JsonObject) => Partial<Attributes>;

const refIsName =
  (toArn: (name: string) => string): Describe =>
  (name) => ({ ref: name, arn: toArn(name) });
const refIsArn =
  (toArn: (name: string) => string): Describe =>
  (name) => ({ ref: toArn(name), arn: toArn(name) });

/** Per type: the property that may hold its name, and what `Ref` and the ARN are (CloudFormation's resource reference). */
const KINDS: Readonly<Record<string, readonly [nameProperty: string, Describe]>> = {
  'AWS::SQS::Queue': [
    'QueueName',
    (name, base) => ({
      ref: `${base}/${ACCOUNT}/${name}`,
      arn: arn('sqs', name),
      others: { QueueName: name, QueueUrl: `${base}/${ACCOUNT}/${name}` },
    }),
  ],
  'AWS::SNS::Topic': [
    'TopicName',
    (name) => ({
      ref: arn('sns', name),
      arn: arn('sns', name),
      others: { TopicArn: arn('sns', name), TopicName: name },
    }),
  ],
  'AWS::DynamoDB::Table': [
    'TableName',
    (name) => ({ ref: name, arn: arn('dynamodb', `table/${name}`), others: { StreamArn: streamArn(name) } }),
  ],
  'AWS::DynamoDB::GlobalTable': [
    'TableName',
    (name) => ({ ref: name, arn: arn('dynamodb', `table/${name}`), others: { StreamArn: streamArn(name) } }),
  ],
  'AWS::Lambda::Function': ['FunctionName', refIsName((name) => arn('lambda', `function:${name}`))],
  'AWS::IAM::Role': [
    'RoleName',
    (name) => ({ ref: name, arn: `arn:aws:iam::${ACCOUNT}:role/${name}`, others: { RoleId: name } }),
  ],
  'AWS::S3::Bucket': [
    'BucketName',
    (name) => ({ ref: name.toLowerCase(), name: name.toLowerCase(), arn: `arn:aws:s3:::${name.toLowerCase()}` }),
  ],
  'AWS::SecretsManager::Secret': ['Name', refIsArn((name) => arn('secretsmanager', `secret:${name}-local0`))],
  'AWS::KMS::Key': ['none', (name) => ({ ref: name, arn: arn('kms', `key/${name}`), others: { KeyId: name } })],
  'AWS::KMS::Alias': ['AliasName', refIsName((name) => arn('kms', name))],
  'AWS::Events::EventBus': ['Name', refIsName((name) => arn('events', `event-bus/${name}`))],
  'AWS::Events::Rule': ['Name', refIsName((name) => arn('events', `rule/${name}`))],
  'AWS::Scheduler::Schedule': ['Name', refIsName((name) => arn('scheduler', `schedule/default/${name}`))],
  'AWS::Scheduler::ScheduleGroup': ['Name', refIsName((name) => arn('scheduler', `schedule-group/${name}`))],
  'AWS::SSM::Parameter': ['Name', refIsName((name) => arn('ssm', `parameter/${name.replace(/^\//, '')}`))],
  'AWS::SES::ConfigurationSet': ['Name', refIsName((name) => arn('ses', `configuration-set/${name}`))],
  'AWS::SES::EmailIdentity': ['EmailIdentity', refIsName((name) => arn('ses', `identity/${name}`))],
  'AWS::SMSVOICE::ConfigurationSet': [
    'ConfigurationSetName',
    refIsName((name) => arn('sms-voice', `configuration-set/${name}`)),
  ],
  'AWS::SMSVOICE::ProtectConfiguration': [
    'none',
    (name) => ({
      ref: name,
      arn: arn('sms-voice', `protect-configuration/${name}`),
      others: { ProtectConfigurationId: name },
    }),
  ],
  'AWS::Connect::ContactFlow': [
    'Name',
    (name, _base, { InstanceArn }) => {
      const flow = `${textOf(InstanceArn)}/contact-flow/${name}`;
      return { ref: flow, arn: flow, others: { ContactFlowArn: flow } };
    },
  ],
  'AWS::Logs::LogGroup': ['LogGroupName', refIsName((name) => arn('logs', `log-group:${name}:*`))],
  'AWS::ApiGateway::Stage': ['StageName', refIsName((name) => arn('apigateway', `stages/${name}`))],
};

/** The stream of a table, as policies and event sources name it here; the emulator's own label does not matter. */
export const streamArn = (tableName: string) => arn('dynamodb', `table/${tableName}/stream/local`);

/** What `Ref` and `Fn::GetAtt` give for a resource; `queueBase` is the origin of queue URLs. */
export const attributesOf = (
  resource: { readonly stack: string; readonly logicalId: string; readonly type: string },
  properties: JsonObject,
  queueBase: string,
): Attributes => {
  const [nameProperty, describe] = KINDS[resource.type] ?? ['none', () => ({})];
  const name = textOf(properties[nameProperty]) || generatedName(resource.stack, resource.logicalId);
  const service = resource.type.split('::')[1]?.toLowerCase() ?? 'unknown';
  return { ref: name, name, arn: arn(service, name), others: {}, ...describe(name, queueBase, properties) };
};
