import type { StackTemplate } from '#local/template/assembly.ts';
import { at, type Json, type JsonObject, listOf, objectOf, textOf } from '#local/template/json.ts';

/** A fault that was put into the templates once and that nobody noticed; each is changed in every place that has it, one by one. */
export interface NamedFault {
  readonly name: string;
  readonly type: string;
  /** The resource with the fault; `null`: gone; `undefined`: it is of no use in this one. */
  readonly change: (properties: JsonObject) => JsonObject | null | undefined;
}

const without = (properties: JsonObject, name: string): JsonObject | undefined => {
  const { [name]: gone, ...others } = properties;
  return gone === undefined ? undefined : others;
};

/** The policy without the statements that allow an action which begins so. */
const withoutAction = (properties: JsonObject, action: string): JsonObject | undefined => {
  const document = objectOf(properties.PolicyDocument);
  const statements = listOf(document.Statement);
  const names = (statement: Json) => listOf(at(statement, 'Action')).some((one) => textOf(one).startsWith(action));
  const left = statements.filter((statement) => !names(statement));
  return left.length === statements.length
    ? undefined
    : { ...properties, PolicyDocument: { ...document, Statement: left } };
};

/** The role whose own policy lacks the statements that allow an action which begins so. */
const roleWithoutAction = (properties: JsonObject, action: string): JsonObject | undefined => {
  const policies = listOf(properties.Policies);
  const changed = policies.map((policy) => withoutAction(objectOf(policy), action));
  return changed.every((one) => one === undefined)
    ? undefined
    : { ...properties, Policies: policies.map((policy, index) => changed[index] ?? policy) };
};

/** The role that calls several functions, with others of them. */
const withOthersCalled = (
  properties: JsonObject,
  others: (all: readonly Json[]) => readonly Json[],
): JsonObject | undefined => {
  const [policy] = listOf(properties.Policies);
  const [statement] = listOf(at(policy, 'PolicyDocument', 'Statement'));
  const called = listOf(at(statement, 'Resource'));
  if (at(statement, 'Action') !== 'lambda:InvokeFunction' || called.length < 2) return undefined;
  const changed = { ...objectOf(statement), Resource: [...others(called)] };
  return { ...properties, Policies: [{ ...objectOf(policy), PolicyDocument: { Statement: [changed] } }] };
};

const firstUnquoted = (properties: JsonObject): JsonObject => {
  const [[name = '', value] = []] = Object.entries(objectOf(properties.ResponseParameters));
  const unquoted = { ...objectOf(properties.ResponseParameters), [name]: textOf(value).replaceAll("'", '') };
  return { ...properties, ResponseParameters: unquoted };
};

/** The second name under which a reply to an SMS may come is let in nowhere; SNS may speak in its place. */
const withoutSecondName = (properties: JsonObject): JsonObject | undefined => {
  const written = JSON.stringify(properties);
  const changed = written.replace('"mobile.amazonaws.com"', '"sns.amazonaws.com"');
  return changed === written ? undefined : objectOf(JSON.parse(changed));
};

/** The answer to who is turned away for the rate, with another time that could be meant. */
const withTime =
  (time: string) =>
  (properties: JsonObject): JsonObject | undefined => {
    const name = 'gatewayresponse.header.Retry-After';
    if (properties.ResponseType !== 'THROTTLED') return undefined;
    return { ...properties, ResponseParameters: { ...objectOf(properties.ResponseParameters), [name]: time } };
  };

/** The firewall with another text in place of one. */
const firewallWith =
  (from: string, to: string) =>
  (properties: JsonObject): JsonObject | undefined => {
    const written = JSON.stringify(properties);
    return written.includes(from) ? objectOf(JSON.parse(written.replace(from, to))) : undefined;
  };

const isOfStream = (properties: JsonObject): boolean => properties.StartingPosition !== undefined;

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
    change: (properties) => objectOf(JSON.parse(JSON.stringify(properties).replace('"local.shop"', '"local.other"'))),
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
  { name: 'links under a rate', type: 'AWS::WAFv2::WebACL', change: firewallWith('(/|/o)?', '(/|/o|/o/.+|/r/.+)?') },
  { name: 'a rate of the readers that is no rate', type: 'AWS::WAFv2::WebACL', change: firewallWith('2000', '20000') },
  { name: 'a rate at which pages are closed', type: 'AWS::WAFv2::WebACL', change: firewallWith('2000', '200') },
  {
    name: 'a firewall that keeps samples',
    type: 'AWS::WAFv2::WebACL',
    change: firewallWith('"SampledRequestsEnabled":false', '"SampledRequestsEnabled":true'),
  },
  { name: 'an API beside the firewall', type: 'AWS::WAFv2::WebACLAssociation', change: () => null },
  {
    name: 'a rule of which nobody is informed',
    type: 'AWS::WAFv2::WebACL',
    change: firewallWith('"MetricName":"rate-per-reader"', '"MetricName":"rate-per-readers"'),
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
