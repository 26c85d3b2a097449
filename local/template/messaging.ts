import type { FauxqsInitConfig } from 'fauxqs';
import { isObject, type JsonObject, textOf } from './json.ts';
import type { Model, Resource } from './model.ts';

const QUEUE_ATTRIBUTES = [
  'VisibilityTimeout',
  'DelaySeconds',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
  'RedrivePolicy',
  'FifoQueue',
  'ContentBasedDeduplication',
];
const SUBSCRIPTION_ATTRIBUTES = ['RawMessageDelivery', 'FilterPolicy', 'FilterPolicyScope'];

const attributesOf = (properties: JsonObject, names: readonly string[]) =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = properties[name];
      if (value === undefined) return [];
      return [[name, isObject(value) ? JSON.stringify(value) : textOf(value)]];
    }),
  );

const queueOf = (queue: Resource) => ({
  name: queue.name,
  attributes: attributesOf(queue.properties, QUEUE_ATTRIBUTES),
});

const subscriptionOf = (model: Model, subscription: Resource) => {
  const topic = model.find(textOf(subscription.properties.TopicArn));
  const queue = model.find(textOf(subscription.properties.Endpoint));
  if (subscription.properties.Protocol !== 'sqs' || !topic || !queue) return [];
  return [
    {
      topic: topic.name,
      queue: queue.name,
      attributes: attributesOf(subscription.properties, SUBSCRIPTION_ATTRIBUTES),
    },
  ];
};

/** The queues, topics, subscriptions and buckets of the template, as the emulator creates them. */
export const messagingConfig = (model: Model): FauxqsInitConfig => ({
  queues: model.ofType('AWS::SQS::Queue').map(queueOf),
  topics: model.ofType('AWS::SNS::Topic').map(({ name }) => ({ name })),
  subscriptions: model.ofType('AWS::SNS::Subscription').flatMap((subscription) => subscriptionOf(model, subscription)),
  buckets: model.ofType('AWS::S3::Bucket').map(({ name }) => ({ name })),
});
