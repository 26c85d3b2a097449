import { Fn, type Stack } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { acknowledge, IN_THE_JOURNAL, wildcardIn } from '../constructs/acknowledged.ts';
import { avalFunction, type Platform, policyOf } from '../constructs/function.ts';
import { readLink } from '../constructs/links.ts';
import { onSchedule } from '../constructs/schedule.ts';
import { tableArns, tableEnvironment } from '../constructs/stored.ts';

/** Where work stops in this stack, and the bus on which what goes back is published. */
interface GivenUpParts {
  readonly failures: Bucket;
  readonly outboxParked: Queue;
  readonly projectParked: Queue;
  readonly inboundEvents: Queue;
  readonly bus: EventBus;
}

/** The dead letters of a queue have its name and `-dlq`. */
const dlqArnOf = (queueArn: string): string => Fn.join('', [queueArn, '-dlq']);

/** Each hour, what was given up is brought into one place and what was lost is found; an operator puts it back. */
export const givenUp = (
  scope: Stack,
  platform: Platform,
  { failures, outboxParked, projectParked, inboundEvents, bus }: GivenUpParts,
): void => {
  const { config } = platform;
  const link = (name: Parameters<typeof readLink>[2]) => readLink(scope, config.stage, name);
  const environment = {
    ...tableEnvironment(scope, config.stage),
    SEND_QUEUE_URL: link('send-queue-url'),
    CAMPAIGN_QUEUE_URL: link('campaign-queue-url'),
    SMS_REPLIES_QUEUE_URL: link('sms-replies-queue-url'),
    EMAIL_FEEDBACK_QUEUE_URL: link('email-feedback-queue-url'),
    OPPOSITION_MAILS_QUEUE_URL: link('opposition-mails-queue-url'),
    INBOUND_EVENTS_QUEUE_URL: inboundEvents.queueUrl,
    JOBS_QUEUE_URL: link('jobs-queue-url'),
    SEND_PARKED_QUEUE_URL: link('send-parked-queue-url'),
    OUTBOX_PARKED_QUEUE_URL: outboxParked.queueUrl,
    PROJECT_PARKED_QUEUE_URL: projectParked.queueUrl,
    GIVEN_UP_BUCKET: failures.bucketName,
    JOURNAL_BUCKET: link('journal-bucket-name'),
    EVENT_BUS_NAME: bus.eventBusName,
  };
  const sendQueue = link('send-queue-arn');
  const campaignQueue = link('campaign-queue-arn');
  const inbound = [
    ...(['sms-replies-queue-arn', 'email-feedback-queue-arn', 'opposition-mails-queue-arn'] as const).map(link),
    inboundEvents.queueArn,
  ];
  const grantArns = {
    ...tableArns(scope, config.stage),
    'send-queue:put': [sendQueue],
    'campaign-queue:put': [campaignQueue],
    'inbound-queues:put': inbound,
    'jobs:put': [link('jobs-queue-arn')],
    'last-queues:take': [
      ...inbound.map(dlqArnOf),
      dlqArnOf(sendQueue),
      dlqArnOf(campaignQueue),
      link('send-parked-queue-arn'),
      outboxParked.queueArn,
      projectParked.queueArn,
      dlqArnOf(link('jobs-queue-arn')),
    ],
    'given-up:take': [failures.bucketArn, `${failures.bucketArn}/*`],
    'events:publish': [bus.eventBusArn],
    'journal:write': [`${link('journal-bucket-arn')}/*`],
  };
  const sweep = avalFunction(scope, 'sweep', platform, { environment, grantArns });
  const redrive = avalFunction(scope, 'redrive', platform, {
    environment: { ...environment, PROOF_KEY_ARN: link('proof-key-arn') },
    grantArns,
  });
  for (const target of [sweep, redrive])
    acknowledge(
      policyOf(target),
      wildcardIn(target, `${failures.bucketArn}/*`),
      'Only the bucket of what Lambda gave up: it names each object by stream, shard and time when it writes it.',
    );
  acknowledge(policyOf(redrive), wildcardIn(redrive, `${link('journal-bucket-arn')}/*`), IN_THE_JOURNAL);
  onSchedule(scope, config, 'sweep', { target: sweep, next: 'the next hour looks again' });
};
