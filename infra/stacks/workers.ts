import { Stack, type StackProps } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Bundles } from '../bundle.ts';
import type { Config } from '../config.ts';
import { type EmailSending, emailSending, makesTenants, sendingNeeds } from '../constructs/email.ts';
import { avalFunction, type Platform } from '../constructs/function.ts';
import { publishLink, readLink } from '../constructs/links.ts';
import { platformOf } from '../constructs/platform.ts';
import { feedFromQueue, lastQueue, type WorkQueue, workQueue } from '../constructs/queue.ts';
import { onSchedule } from '../constructs/schedule.ts';
import { smsStatus } from '../constructs/sms-status.ts';
import { ledgerArns, ledgerEnvironment, storedArns } from '../constructs/stored.ts';
import { BRINGERS_OF_REPLIES, letPublish, repliesTopicArn } from '../constructs/topic.ts';
import { callArns, namesCalls, readCallArns } from '../routes/call-route.ts';
import { providerRouteOf } from '../routes/provider-route.ts';
import { sendsTexts, smsRouteOf, textArns, textSecretArns, textSecretIdOf } from '../routes/sms-route.ts';
import { calls } from './calls.ts';
import { campaigns } from './campaigns.ts';
import { inboundMail } from './inbound-mail.ts';
import { jobWorker } from './jobs.ts';
import { suppressions } from './suppressions.ts';
import { texts } from './texts.ts';

/** The send path, the replies to SMS, and the clock that releases deferred messages. */
export class WorkersStack extends Stack {
  constructor(scope: Construct, id: string, config: Config, bundles: Bundles, props: StackProps) {
    super(scope, id, props);
    const platform = platformOf(this, config, bundles);
    const send = workQueue(this, config, 'send-message');
    const parked = lastQueue(this, config, 'send-parked');
    publishLink(this, config.stage, 'send-queue-url', send.queue.queueUrl);
    publishLink(this, config.stage, 'send-queue-arn', send.queue.queueArn);
    publishLink(this, config.stage, 'send-parked-queue-url', parked.queueUrl);
    publishLink(this, config.stage, 'send-parked-queue-arn', parked.queueArn);
    const email = emailSending(this, config, emailFeedback(this, platform));
    sender(this, platform, send, { parked, email });
    campaigns(this, platform, email);
    smsReplies(this, platform);
    inboundMail(this, platform);
    smsStatus(this, platform);
    suppressions(this, platform);
    jobWorker(this, platform);
    releaser(this, 'release-due-messages', platform, send.queue);
    releaser(this, 'release-reviewed-messages', platform, send.queue);
  }
}

const sender = (
  scope: Stack,
  platform: Platform,
  send: WorkQueue,
  { parked, email }: { readonly parked: Queue; readonly email: EmailSending },
): void => {
  const { config } = platform;
  const needs = sendingNeeds(scope, config, email);
  const target = avalFunction(scope, 'send-message', platform, {
    environment: {
      ...needs.environment,
      SEND_QUEUE_URL: send.queue.queueUrl,
      SEND_PARKED_QUEUE_URL: parked.queueUrl,
    },
    grantArns: { ...needs.grantArns, 'send-queue:put': [send.queue.queueArn, parked.queueArn] },
  });
  makesTenants(target, email);
  sendsTexts(target, config);
  namesCalls(target, callArns(config));
  feedFromQueue('send-message', target, send.queue);
};

/** Replies arrive on a topic (AWS End User Messaging, two-way SMS) and wait in a queue, in SNS's own envelope. */
const smsReplies = (scope: Stack, platform: Platform): void => {
  const { config, key } = platform;
  const replies = workQueue(scope, config, 'apply-sms-reply', key);
  publishLink(scope, config.stage, 'sms-replies-queue-url', replies.queue.queueUrl);
  publishLink(scope, config.stage, 'sms-replies-queue-arn', replies.queue.queueArn);
  const topic = encryptedTopic(scope, config, 'sms-replies', key);
  letPublish(topic, ...BRINGERS_OF_REPLIES);
  topic.addSubscription(new SqsSubscription(replies.queue, { deadLetterQueue: replies.deadLetters }));
  const stored = storedArns(scope, config.stage);
  const target = avalFunction(scope, 'apply-sms-reply', platform, {
    environment: {
      ...ledgerEnvironment(scope, config.stage),
      SMS_REPLIES_PARKED_QUEUE_URL: replies.deadLetters.queueUrl,
      SMS_REPLIES_TOPIC_ARN: repliesTopicArn(scope, config),
      PROVIDER_ROUTE: providerRouteOf(scope, config),
      TEXT_SECRET_ID: textSecretIdOf(config, stored.provider),
      SMS_ROUTE: smsRouteOf(config),
      CONFIRM_STOP: config.confirmsStop ? 'yes' : 'no',
      TOKEN_SECRET_ID: stored.token,
      PUBLIC_BASE_URL: readLink(scope, config.stage, 'public-base-url'),
    },
    grantArns: {
      ...ledgerArns(scope, config.stage),
      'sms-replies:park': [replies.deadLetters.queueArn],
      'sms-replies:publish': [repliesTopicArn(scope, config)],
      'secret:token': [stored.token],
      'texts:send': textArns(scope, config),
      'secret:provider-of-texts': textSecretArns(config, stored.provider),
    },
  });
  sendsTexts(target, config);
  feedFromQueue('apply-sms-reply', target, replies.queue);
};

/**
 * What SES reports of our mail arrives on a topic, to which each configuration set may publish, and waits in a queue like
 * replies to SMS; so does what End User Messaging reports of our texts, on a topic of its own, and Amazon Connect of our calls, by a rule.
 */
const emailFeedback = (scope: Stack, platform: Platform): Topic => {
  const { config, key } = platform;
  const reports = workQueue(scope, config, 'apply-email-feedback', key);
  publishLink(scope, config.stage, 'email-feedback-queue-url', reports.queue.queueUrl);
  publishLink(scope, config.stage, 'email-feedback-queue-arn', reports.queue.queueArn);
  const topic = encryptedTopic(scope, config, 'email-feedback', key);
  topic.addSubscription(new SqsSubscription(reports.queue, { deadLetterQueue: reports.deadLetters }));
  texts(scope, config, key, reports);
  const ledger = ledgerArns(scope, config.stage);
  const target = avalFunction(scope, 'apply-email-feedback', platform, {
    environment: ledgerEnvironment(scope, config.stage),
    grantArns: { ...ledger, 'calls:read': readCallArns(config) },
  });
  namesCalls(target, readCallArns(config));
  feedFromQueue('apply-email-feedback', target, reports.queue);
  calls(scope, config, target, reports);
  return topic;
};

const encryptedTopic = (scope: Stack, config: Config, name: string, key: IKey): Topic =>
  new Topic(scope, `${name}-topic`, { topicName: `aval-${config.stage}-${name}`, masterKey: key, enforceSSL: true });

/** Each minute, puts waiting messages back on the send queue. */
const releaser = (
  scope: Stack,
  name: 'release-due-messages' | 'release-reviewed-messages',
  platform: Platform,
  sendQueue: Queue,
): void => {
  const { config } = platform;
  const { table } = storedArns(scope, config.stage);
  const target = avalFunction(scope, name, platform, {
    environment: {
      STAGE: config.stage,
      TABLE_NAME: readLink(scope, config.stage, 'table-name'),
      SEND_QUEUE_URL: sendQueue.queueUrl,
    },
    grantArns: {
      table: [table],
      'send-queue:put': [sendQueue.queueArn],
    },
  });
  onSchedule(scope, config, name, { target: target, next: 'the next minute starts again from what is stored' });
};
