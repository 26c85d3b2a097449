import { Duration, type Stack } from 'aws-cdk-lib';
import { CfnRule, type CfnRuleProps } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EventSourceMapping, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import { MOST_RECEIVED } from '#shared/domain/sending/most-received.ts';
import type { Config } from '../config.ts';
import { acknowledge } from './acknowledged.ts';
import { timeoutOf } from './function.ts';
import { consumeStatement } from './grants/source-statements.ts';

/** AWS: at least six times the function's time-out, so that a slow batch is not delivered to a second worker. */
const VISIBILITY_FACTOR = 6;
/** The longest SQS keeps a message: a human must have time to look. */
const KEPT_FOR_A_HUMAN = Duration.days(14);

/** A work queue with its dead-letter queue. */
export interface WorkQueue {
  readonly queue: Queue;
  readonly deadLetters: Queue;
}

/** With the customer key where messages carry addresses or numbers: to read them takes that key as well as the queue. */
const encryptedWith = (key: IKey | undefined) =>
  key === undefined
    ? { encryption: QueueEncryption.SQS_MANAGED }
    : { encryption: QueueEncryption.KMS, encryptionMasterKey: key };

/** A queue where work stops and a human looks: what a function parked with its reason, or what could not be delivered. */
export const lastQueue = (scope: Construct, config: Config, name: string): Queue => {
  const queue = queueOfFailures(scope, config, name);
  acknowledge(queue, 'AwsSolutions-SQS3', AT_ITS_END);
  return queue;
};

const AT_ITS_END =
  'Work ends here and waits for a human, whom an alarm wakes with the first message: nothing comes after.';

/** The same, of a queue that names it: cdk-nag sees then that it is one of dead letters. */
const queueOfFailures = (scope: Construct, config: Config, name: string, key?: IKey): Queue => {
  const queue = new Queue(scope, name, {
    queueName: `aval-${config.stage}-${name}`,
    ...encryptedWith(key),
    enforceSSL: true,
    retentionPeriod: KEPT_FOR_A_HUMAN,
  });
  acknowledge(queue, 'Serverless-SQSRedrivePolicy', AT_ITS_END);
  return queue;
};

/** The queue that feeds a function, with dead letters after five crashes; `key` where it carries addresses. */
export const workQueue = (scope: Construct, config: Config, consumer: FunctionName, key?: IKey): WorkQueue => {
  const name = queueOf(consumer).queue;
  const deadLetters = queueOfFailures(scope, config, `${name}-dlq`, key);
  const queue = new Queue(scope, name, {
    queueName: `aval-${config.stage}-${name}`,
    ...encryptedWith(key),
    enforceSSL: true,
    visibilityTimeout: Duration.seconds(timeoutOf(consumer) * VISIBILITY_FACTOR),
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: MOST_RECEIVED },
  });
  return { queue, deadLetters };
};

const queueOf = (name: FunctionName) => {
  const { trigger }: FunctionEntry = manifest[name];
  if (trigger.kind !== 'queue') throw new Error(`${name} is not triggered by a queue.`);
  return trigger;
};

/**
 * Feeds the function from the queue as the manifest says: batch, bounded concurrency, partial failures. Not `enabled`: nobody
 * asks the queue, which costs requests.
 */
export const feedFromQueue = (
  name: FunctionName,
  target: LambdaFunction,
  queue: Pick<Queue, 'queueArn'>,
  enabled = true,
): void => {
  const trigger = queueOf(name);
  target.role?.addToPrincipalPolicy(consumeStatement(queue.queueArn));
  const mapping = new EventSourceMapping(target, 'from-queue', {
    target,
    eventSourceArn: queue.queueArn,
    batchSize: trigger.batchSize,
    maxConcurrency: trigger.maxConcurrency,
    reportBatchItemFailures: true,
    ...(enabled ? {} : { enabled }),
  });
  acknowledge(
    mapping,
    'Serverless-LambdaEventSourceMappingDestination',
    'Lambda has no destination for what comes from a queue: the queue itself moves it to its dead letters.',
  );
};

/**
 * A rule that brings events to the queue. Without a role of its own, so that AWS asks the policies of queue and key; what cannot be
 * brought within a day is kept in the queue's dead letters.
 */
export const eventsToQueue = (
  scope: Stack,
  id: string,
  { queue, deadLetters }: WorkQueue,
  rule: Omit<CfnRuleProps, 'targets'>,
): void => {
  const { attrArn } = new CfnRule(scope, id, {
    ...rule,
    targets: [
      {
        id: 'queue',
        arn: queue.queueArn,
        deadLetterConfig: { arn: deadLetters.queueArn },
        retryPolicy: { maximumEventAgeInSeconds: 24 * 3600, maximumRetryAttempts: 185 },
      },
    ],
  });
  for (const each of [queue, deadLetters])
    each.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [each.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': attrArn } },
      }),
    );
};
