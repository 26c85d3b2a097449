import type { StackTemplate } from '#local/template/assembly.ts';
import { at, type JsonObject, listOf, objectOf, textOf } from '#local/template/json.ts';
import {
  firstUnquoted,
  isOfStream,
  roleWithoutAction,
  withOthersCalled,
  without,
  withoutAction,
  withoutSecondName,
  withTime,
  written,
} from './changes.ts';

/** A fault that was put into the templates once and that nobody noticed; each is changed in every place that has it, one by one. */
export interface NamedFault {
  readonly name: string;
  readonly type: string;
  /** The resource with the fault; `null`: gone; `undefined`: it is of no use in this one. */
  readonly change: (properties: JsonObject) => JsonObject | null | undefined;
}

export const NAMED_FAULTS: readonly NamedFault[] = [
  {
    name: 'a source of the bus without one of its two statements',
    type: 'AWS::Events::EventBusPolicy',
    change: () => null,
  },
  {
    name: 'all actions on the bus',
    type: 'AWS::Events::EventBusPolicy',
    change: (properties) => ({ ...properties, Statement: { ...objectOf(properties.Statement), Action: '*' } }),
  },
  {
    name: 'a statement of the bus on nothing',
    type: 'AWS::Events::EventBusPolicy',
    change: (properties) => ({ ...properties, Statement: without(objectOf(properties.Statement), 'Resource') ?? {} }),
  },
  {
    name: 'another source on the bus',
    type: 'AWS::Events::EventBusPolicy',
    change: written('"local.shop"', '"local.other"'),
  },
  { name: 'a Lambda permission is missing', type: 'AWS::Lambda::Permission', change: () => null },
  {
    name: 'a method without the role by which it calls',
    type: 'AWS::ApiGateway::Method',
    change: (properties) => {
      const left = without(objectOf(properties.Integration), 'Credentials');
      return left && { ...properties, Integration: left };
    },
  },
  {
    name: 'a role that may not call one of its routes',
    type: 'AWS::IAM::Role',
    change: (properties) => withOthersCalled(properties, (all) => all.slice(1)),
  },
  {
    name: 'a role that may call every function',
    type: 'AWS::IAM::Role',
    change: (properties) => withOthersCalled(properties, () => ['*']),
  },
  {
    name: 'visibility below the time-out',
    type: 'AWS::SQS::Queue',
    change: (properties) =>
      properties.VisibilityTimeout === undefined ? undefined : { ...properties, VisibilityTimeout: 5 },
  },
  {
    name: 'no dead-letter queue',
    type: 'AWS::SQS::Queue',
    change: (properties) => without(properties, 'RedrivePolicy'),
  },
  { name: 'an unquoted header', type: 'AWS::ApiGateway::GatewayResponse', change: firstUnquoted },
  { name: 'no rights to the key', type: 'AWS::IAM::Policy', change: (properties) => withoutAction(properties, 'kms:') },
  {
    name: 'no rights to the key in what a role holds itself',
    type: 'AWS::IAM::Role',
    change: (properties) => roleWithoutAction(properties, 'kms:'),
  },
  {
    name: 'a role without what it holds itself',
    type: 'AWS::IAM::Role',
    change: (properties) => without(properties, 'Policies'),
  },
  {
    name: 'a wrong TTL attribute',
    type: 'AWS::DynamoDB::GlobalTable',
    change: (properties) => ({ ...properties, TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true } }),
  },
  { name: 'no queue policy', type: 'AWS::SQS::QueuePolicy', change: () => null },
  { name: 'a topic for one of two names', type: 'AWS::SNS::TopicPolicy', change: withoutSecondName },
  { name: 'a key for one of two names', type: 'AWS::KMS::Key', change: withoutSecondName },
  { name: 'no topic policy', type: 'AWS::SNS::TopicPolicy', change: () => null },
  {
    name: 'no rights of Scheduler',
    type: 'AWS::IAM::Policy',
    change: (properties) => withoutAction(properties, 'lambda:InvokeFunction'),
  },
  {
    name: 'partial failures off',
    type: 'AWS::Lambda::EventSourceMapping',
    change: (properties) => without(properties, 'FunctionResponseTypes'),
  },
  {
    name: 'no s3:ListBucket',
    type: 'AWS::IAM::Policy',
    change: (properties) => withoutAction(properties, 's3:ListBucket'),
  },
  {
    name: 'a stage in which whoever types an address has no limit of their own',
    type: 'AWS::ApiGateway::Stage',
    change: (properties) => {
      const settings = listOf(properties.MethodSettings);
      return settings.length < 2 ? undefined : { ...properties, MethodSettings: settings.slice(0, 1) };
    },
  },
  {
    name: 'a rule that gives up an event at the first failure',
    type: 'AWS::Events::Rule',
    change: (properties) => {
      const targets = listOf(properties.Targets).map(objectOf);
      if (targets.length === 0) return undefined;
      const once = { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 0 };
      return { ...properties, Targets: targets.map((target) => ({ ...target, RetryPolicy: once })) };
    },
  },
  { name: 'a lone 429 with another time', type: 'AWS::ApiGateway::GatewayResponse', change: withTime("'5'") },
  { name: 'links under a rate', type: 'AWS::WAFv2::WebACL', change: written('(/|/o)?', '(/|/o|/o/.+|/r/.+)?') },
  { name: 'a rate of the readers that is no rate', type: 'AWS::WAFv2::WebACL', change: written('2000', '20000') },
  { name: 'a rate at which pages are closed', type: 'AWS::WAFv2::WebACL', change: written('2000', '200') },
  {
    name: 'a firewall that keeps samples',
    type: 'AWS::WAFv2::WebACL',
    change: written('"SampledRequestsEnabled":false', '"SampledRequestsEnabled":true'),
  },
  { name: 'an API beside the firewall', type: 'AWS::WAFv2::WebACLAssociation', change: () => null },
  {
    name: 'a rule of which nobody is informed',
    type: 'AWS::WAFv2::WebACL',
    change: written('"MetricName":"rate-per-reader"', '"MetricName":"rate-per-readers"'),
  },
  {
    name: 'a firewall before what is not there',
    type: 'AWS::WAFv2::WebACLAssociation',
    change: written('"arn:', '"arxn:'),
  },
  {
    name: 'a sort key that nothing has',
    type: 'AWS::Lambda::EventSourceMapping',
    change: written('STANDING#PROFILE', 'STANDING#PROFILxE'),
  },
  {
    name: 'a sort key of which nobody follows the changes',
    type: 'AWS::Lambda::EventSourceMapping',
    change: written(',\\"STANDING#PROFILE\\"', ''),
  },
  {
    name: 'a kind of which nobody notes what is gone',
    type: 'AWS::Lambda::EventSourceMapping',
    change: written(',\\"request\\"', ''),
  },
  {
    name: 'numbers hidden by what the policy does not describe',
    type: 'AWS::Logs::LogGroup',
    change: written('"DataIdentifier":["TelephoneNumber"]', '"DataIdentifier":["TelephoneNumbers"]'),
  },
  {
    name: 'numbers that nothing audits',
    type: 'AWS::Logs::LogGroup',
    change: written('"Operation":{"Audit":{"FindingsDestination":{}}}', '"Operation":{"Deidentify":{"MaskConfig":{}}}'),
  },
  {
    name: 'codes without a rate',
    type: 'AWS::ApiGateway::Stage',
    change: (properties) => {
      const settings = listOf(properties.MethodSettings);
      const others = settings.filter((one) => at(one, 'ResourcePath') !== '/~1p~1{token}');
      return others.length < settings.length ? { ...properties, MethodSettings: others } : undefined;
    },
  },
  { name: 'a key without a name', type: 'AWS::KMS::Alias', change: () => null },
  {
    name: 'a name of another key',
    type: 'AWS::KMS::Alias',
    change: (properties) => ({ ...properties, TargetKeyId: { Ref: 'Key961B73FD' } }),
  },
  {
    name: 'a kind of items that nothing is',
    type: 'AWS::Lambda::EventSourceMapping',
    change: written('listed-contact', 'listed-contacts'),
  },
  {
    name: 'a type of events mistyped',
    type: 'AWS::Events::Rule',
    change: written('message.requested.', 'message.request.'),
  },
  {
    name: 'a type of events left out',
    type: 'AWS::Events::Rule',
    change: written('{"prefix":"opposition.heard."}', '"none"'),
  },
  { name: 'a line of mails mistyped', type: 'AWS::SES::ReceiptRule', change: written('"Optional"', '"Optionall"') },
  {
    name: 'a rule of mails that does not stop',
    type: 'AWS::SES::ReceiptRule',
    change: written('"Scope":"RuleSet"', '"Scope":"Rule"'),
  },
  {
    name: 'a stream without retries',
    type: 'AWS::Lambda::EventSourceMapping',
    change: (properties) => (isOfStream(properties) ? { ...properties, MaximumRetryAttempts: 0 } : undefined),
  },
];

/** The templates with the fault in the first place that it fits, and in the last. Throws where it fits nowhere. */
export const withFault = (
  stacks: readonly StackTemplate[],
  { name, type, change }: NamedFault,
): readonly (readonly StackTemplate[])[] => {
  const spoilt = stacks.flatMap((stack) =>
    Object.entries(objectOf(stack.template.Resources)).flatMap(([id, resource]) => {
      const changed = textOf(at(resource, 'Type')) === type ? change(objectOf(at(resource, 'Properties'))) : undefined;
      if (changed === undefined) return [];
      const { [id]: _, ...others } = objectOf(stack.template.Resources);
      const resources = changed === null ? others : { ...others, [id]: { ...objectOf(resource), Properties: changed } };
      return [
        stacks.map((one) => (one === stack ? { ...one, template: { ...one.template, Resources: resources } } : one)),
      ];
    }),
  );
  if (spoilt.length === 0) throw new Error(`Nothing of the templates can have this fault: ${name}.`);
  return spoilt.length === 1
    ? spoilt
    : [spoilt[0] as (typeof spoilt)[number], spoilt.at(-1) as (typeof spoilt)[number]];
};
