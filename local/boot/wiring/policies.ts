import { isAllowed, type Statement, statementsIn } from '../../aws/iam/policy.ts';
import { ACCOUNT, REGION } from '../../template/attributes.ts';
import { at, type Json, listOf, objectOf, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import { BUCKET, type Check, complaints, type Need, QUEUE, TOPIC, textsOf, type Wired } from './check.ts';
import { receiptNeeds } from './mail.ts';

/** As who End User Messaging may bring a reply: its pages name the first, a report of 2023 the second. */
const REPLIERS = ['sms-voice.amazonaws.com', 'mobile.amazonaws.com'];

/** What services do with queues and topics, by what the template wires. */
export const serviceNeeds = ({ model, repliesTopic }: Wired): readonly Need[] => {
  const delivered = model.ofType('AWS::SNS::Subscription').flatMap(({ properties }) =>
    [properties.Endpoint, at(properties, 'RedrivePolicy', 'deadLetterTargetArn')].map((queue) => ({
      service: 'sns.amazonaws.com',
      action: 'sqs:SendMessage',
      resource: textOf(queue),
      source: textOf(properties.TopicArn),
    })),
  );
  const publish = (service: string, resource: string, source: string): Need => ({
    service,
    action: 'sns:Publish',
    resource,
    source,
  });
  const reported = model
    .ofType('AWS::SES::ConfigurationSetEventDestination')
    .map(({ properties }) =>
      publish(
        'ses.amazonaws.com',
        textOf(at(properties, 'EventDestination', 'SnsDestination', 'TopicARN')),
        `arn:aws:ses:${REGION}:${ACCOUNT}:configuration-set/${textOf(properties.ConfigurationSetName)}`,
      ),
    );
  const textEvents = model
    .ofType('AWS::SMSVOICE::ConfigurationSet')
    .flatMap(({ arn, properties }) =>
      listOf(properties.EventDestinations).map((each) =>
        publish('sms-voice.amazonaws.com', textOf(at(each, 'SnsDestination', 'TopicArn')), arn),
      ),
    );
  const brought = model.ofType('AWS::Events::Rule').flatMap(({ arn, properties }) =>
    listOf(properties.Targets)
      .flatMap((target) => [at(target, 'Arn'), at(target, 'DeadLetterConfig', 'Arn')])
      .map((queue) => ({
        service: 'events.amazonaws.com',
        action: 'sqs:SendMessage',
        resource: textOf(queue),
        source: arn,
      })),
  );
  const rung = new Set(
    model.ofType('AWS::CloudWatch::Alarm').flatMap(({ properties }) => textsOf(properties.AlarmActions)),
  );
  return [
    ...delivered,
    ...reported,
    ...textEvents,
    ...receiptNeeds(model),
    ...brought,
    ...[...rung].map((topic) => publish('cloudwatch.amazonaws.com', topic, '')),
    ...(repliesTopic === undefined ? [] : REPLIERS.map((service) => publish(service, repliesTopic, ''))),
  ];
};

/** Policies of queues, topics and buckets, with what each is attached to. */
const POLICIES: Readonly<Record<string, readonly [property: string, type: string]>> = {
  'AWS::SQS::QueuePolicy': ['Queues', QUEUE],
  'AWS::SNS::TopicPolicy': ['Topics', TOPIC],
  'AWS::S3::BucketPolicy': ['Bucket', BUCKET],
};

const attachedTo = (model: Model, policy: Resource): readonly Resource[] => {
  const [property, type] = POLICIES[policy.type] ?? ['', ''];
  return textsOf(policy.properties[property]).flatMap((ref) => model.find(ref, type) ?? []);
};

const statementsOn = (model: Model, target: Resource): readonly Json[] =>
  model
    .ofType(...Object.keys(POLICIES))
    .filter((policy) => attachedTo(model, policy).includes(target))
    .flatMap(({ properties }) => listOf(at(properties, 'PolicyDocument', 'Statement')));

const parsed = (statements: readonly Json[]): readonly Statement[] => statementsIn({ Statement: statements });
const isForService = (service: string) => (statement: Json) =>
  textsOf(at(statement, 'Principal', 'Service')).includes(service);
const isForAnybody = (statement: Json): boolean => {
  const principal = at(statement, 'Principal');
  return principal === '*' || textOf(at(principal, 'AWS')) === '*';
};

const contextOf = (account: string, source: string, secure = 'true') => ({
  'aws:SecureTransport': [secure],
  'aws:SourceAccount': [account],
  'AWS:SourceAccount': [account],
  'aws:SourceArn': [source],
  'AWS:SourceArn': [source],
});

const EXTERNAL = '111111111111';
const external = (source: string): string =>
  source.replace(ACCOUNT, EXTERNAL) || `arn:aws:any:${REGION}:${EXTERNAL}:any`;

/** The bucket in which objects lie. */
const bucketOf = (model: Model, objects: string): Resource | undefined =>
  model.find(objects.slice(0, objects.indexOf('/')), BUCKET);

/** Who does something with a queue or a topic may, for this account alone. */
export const checkServices: Check = (wired) =>
  serviceNeeds(wired).flatMap(({ service, action, resource, source }) => {
    const target = wired.model.find(resource) ?? bucketOf(wired.model, resource);
    const own = target === undefined ? [] : parsed(statementsOn(wired.model, target).filter(isForService(service)));
    const asked = (account: string, by: string) => ({ action, resource, context: contextOf(account, by) });
    return [
      !isAllowed(own, asked(ACCOUNT, source)) &&
        `${service} may not ${action} on ${resource}${source && ` for ${source}`}: it would be lost.`,
      isAllowed(own, asked(EXTERNAL, external(source))) && `${service} may ${action} on ${resource} for any account.`,
    ].filter((one) => one !== false);
  });

/** What a policy of a resource allows, somebody needs. */
export const checkAllowed: Check = (wired) => {
  const needs = serviceNeeds(wired);
  return wired.model.ofType(...Object.keys(POLICIES)).flatMap((policy) => {
    const targets = attachedTo(wired.model, policy);
    const allowing = listOf(at(policy.properties, 'PolicyDocument', 'Statement')).filter(
      (one) => at(one, 'Effect') === 'Allow',
    );
    const isNeeded = (statement: Json) => {
      const services = textsOf(at(statement, 'Principal', 'Service'));
      const of = needs.filter(
        (need) => services.includes(need.service) && textsOf(at(statement, 'Resource')).includes(need.resource),
      );
      const only = Object.keys(objectOf(at(statement, 'Principal'))).join() === 'Service';
      return (
        only &&
        services.every((service) => of.some((need) => need.service === service)) &&
        textsOf(at(statement, 'Action')).every((action) => of.some((need) => need.action === action)) &&
        textsOf(at(statement, 'Resource')).every((arn) =>
          targets.some((target) => target.arn === arn || arn.startsWith(`${target.arn}/`)),
        )
      );
    };
    return [
      ...(targets.length === 0 ? [`${policy.logicalId} is attached to nothing.`] : []),
      ...allowing
        .filter((one) => !isNeeded(one))
        .map(() => `${policy.logicalId} allows what nobody does, or to whom it is not.`),
    ];
  });
};

const PROBES: Readonly<Record<string, (arn: string) => readonly (readonly [string, string])[]>> = {
  [QUEUE]: (arn) => [
    ['sqs:SendMessage', arn],
    ['sqs:ReceiveMessage', arn],
  ],
  [TOPIC]: (arn) => [['sns:Publish', arn]],
  [BUCKET]: (arn) => [
    ['s3:GetObject', `${arn}/object`],
    ['s3:PutObject', `${arn}/object`],
    ['s3:ListBucket', arn],
  ],
};

/** Nobody reads or writes over a line that others can read, and over another line the policy forbids nothing. */
export const checkTransport: Check = ({ model }) =>
  complaints(model.ofType(QUEUE, TOPIC, BUCKET), (target) => {
    const forAll = statementsOn(model, target).filter(isForAnybody);
    const refusing = parsed(forAll.filter((one) => at(one, 'Effect') === 'Deny'));
    // An allowance beside, so that only what is refused counts.
    const beside = parsed([{ Effect: 'Allow', Action: '*', Resource: '*' }]);
    const isOpen = ([action, resource]: readonly [string, string], secure: string) =>
      isAllowed([...beside, ...refusing], { action, resource, context: contextOf(ACCOUNT, '', secure) });
    const probes = PROBES[target.type]?.(target.arn) ?? [];
    if (probes.some((probe) => isOpen(probe, 'false')))
      return `${target.name} may be used over a line that others can read.`;
    return (
      probes.some((probe) => !isOpen(probe, 'true')) && `Nobody may use ${target.name}: its policy refuses everybody.`
    );
  });
