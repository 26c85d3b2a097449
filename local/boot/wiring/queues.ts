import { at, numberOf, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import { type Check, called, complaints, FUNCTION, QUEUE, queueAt, textsOf } from './check.ts';

const HOUR = 3600;
/** "To give your function adequate time to process each batch": six times its time-out (AWS Lambda, "Creating an SQS queue"). */
const VISIBILITY_FACTOR = 6;
/** What is left to a human is kept as long as SQS can. */
const LONGEST = 14 * 24 * HOUR;
/** A queue outlasts a weekend on which nobody mends what reads it. */
const WEEKEND = 72 * HOUR;
/** "Set maxReceiveCount to at least 5" (the same page). */
const LEAST_TRIES = 5;

const mappingsOf = (model: Model) =>
  model.ofType('AWS::Lambda::EventSourceMapping').flatMap(({ properties }) => {
    const queue = queueAt(model, properties.EventSourceArn);
    const target = model.find(textOf(properties.FunctionName), FUNCTION);
    return queue === undefined || target === undefined ? [] : [{ queue, target, properties }];
  });

/** The queues that a function reads. */
export const readQueues = (model: Model): readonly Resource[] => mappingsOf(model).map(({ queue }) => queue);

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** Each mapping of a queue: as Lambda takes it, bounded, and with the failures of a batch reported one by one. */
export const checkMappings: Check = ({ model }) =>
  mappingsOf(model).flatMap(({ queue, target, properties }) => {
    const visible = numberOf(queue.properties.VisibilityTimeout, 30);
    const timeout = numberOf(target.properties.Timeout, 3);
    const most = numberOf(at(properties, 'ScalingConfig', 'MaximumConcurrency'), Number.NaN);
    return [
      visible < VISIBILITY_FACTOR * timeout &&
        `${queue.name} hides a message for ${visible} s, less than ${VISIBILITY_FACTOR} times what ${target.name} may take: it would come twice.`,
      !isWithin(numberOf(properties.BatchSize, 10), 1, 10) && `Lambda takes 1 to 10 messages at once of ${queue.name}.`,
      !textsOf(properties.FunctionResponseTypes).includes('ReportBatchItemFailures') &&
        `One failure of ${target.name} would bring its whole batch back: its mapping takes no report of single items.`,
      !isWithin(most, 2, 1000) &&
        `${target.name} may take all the concurrency of the account: its mapping has no bound.`,
    ].filter((one) => one !== false);
  });

const redriveOf = (model: Model, queue: Resource): readonly (string | false)[] => {
  const policy = queue.properties.RedrivePolicy;
  const deadLetters = queueAt(model, policy, 'deadLetterTargetArn');
  const tries = numberOf(at(policy, 'maxReceiveCount'), 0);
  const hours = (tries * numberOf(queue.properties.VisibilityTimeout, 30)) / HOUR;
  if (deadLetters === undefined)
    return [`What ${queue.name} cannot deliver would come back for ever: it has no dead-letter queue.`];
  return [
    (deadLetters.name === queue.name || readQueues(model).includes(deadLetters)) &&
      `The dead letters of ${queue.name} would be read again by a function: ${deadLetters.name} is no place to wait.`,
    tries < LEAST_TRIES && `${queue.name} gives a message ${tries} tries: a throttled function would lose it.`,
    hours > 1 &&
      `A message that ends its function would be tried for ${hours} h before a human sees it: ${queue.name}.`,
    textOf(deadLetters.properties.KmsMasterKeyId) !== textOf(queue.properties.KmsMasterKeyId) &&
      `${deadLetters.name} keeps what ${queue.name} keeps, and not under the same key.`,
  ];
};

/** Each queue keeps what it holds: for a time, under encryption, and what nobody can handle for a human. */
export const checkQueues: Check = ({ model }) => {
  const read = readQueues(model);
  return model.ofType(QUEUE).flatMap((queue) => {
    const kept = numberOf(queue.properties.MessageRetentionPeriod, 4 * 24 * HOUR);
    const least = read.includes(queue) ? WEEKEND : LONGEST;
    const isClear =
      textOf(queue.properties.KmsMasterKeyId) === '' && textOf(queue.properties.SqsManagedSseEnabled) === 'false';
    return [
      !isWithin(kept, 60, LONGEST) && `SQS keeps a message from 60 to ${LONGEST} s: ${queue.name} asks for ${kept}.`,
      kept < least && `${queue.name} keeps a message for ${kept / HOUR} h: it would be gone before anybody looks.`,
      isClear && `${queue.name} keeps its messages in clear.`,
      !isWithin(numberOf(queue.properties.VisibilityTimeout, 30), 0, 43_200) &&
        `SQS hides a message for 12 h at most: ${queue.name}.`,
      ...(read.includes(queue) ? redriveOf(model, queue) : []),
    ].filter((one) => one !== false);
  });
};

/** What arrives on a topic reaches a queue, and what cannot be delivered is kept. */
export const checkSubscriptions: Check = ({ model }) =>
  model.ofType('AWS::SNS::Subscription').flatMap((subscription) => {
    const { Endpoint, Protocol, RedrivePolicy, TopicArn } = subscription.properties;
    const queue = queueAt(model, Endpoint);
    const topic = model.find(textOf(TopicArn), 'AWS::SNS::Topic');
    if (Protocol !== 'sqs' || queue === undefined || topic === undefined)
      return [`${subscription.logicalId} carries nothing: its topic, its queue or its protocol is not there.`];
    const kept = queueAt(model, RedrivePolicy, 'deadLetterTargetArn');
    return [
      !readQueues(model).includes(queue) && `What ${topic.name} says ends in ${queue.name}, which nobody reads.`,
      (kept === undefined || readQueues(model).includes(kept)) &&
        `What SNS cannot put on ${queue.name} would be lost: the subscription has no dead-letter queue.`,
      textOf(topic.properties.KmsMasterKeyId) !== textOf(queue.properties.KmsMasterKeyId) &&
        `${queue.name} keeps what ${topic.name} carries, and not under the same key.`,
      kept !== undefined &&
        textOf(kept.properties.KmsMasterKeyId) !== textOf(queue.properties.KmsMasterKeyId) &&
        `${kept.name} keeps what is meant for ${queue.name}, and not under the same key.`,
    ].filter((one) => one !== false);
  });

/** Something publishes on a topic, and something listens. */
export const checkTopics: Check = ({ model }) => {
  const received = model.ofType('AWS::SNS::Subscription').map(({ properties }) => textOf(properties.TopicArn));
  const rung = model.ofType('AWS::CloudWatch::Alarm').flatMap(({ properties }) => textsOf(properties.AlarmActions));
  return complaints(
    model.ofType('AWS::SNS::Topic'),
    (topic) =>
      !received.includes(topic.arn) && !rung.includes(topic.arn) && `Nothing receives what ${called(topic)} says.`,
  );
};
