import type { Stack } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { type EmailSending, makesTenants, readsTenants, sendingNeeds } from '../constructs/email.ts';
import { avalFunction, type Platform } from '../constructs/function.ts';
import { publishLink, readLink } from '../constructs/links.ts';
import { feedFromQueue, type WorkQueue, workQueue } from '../constructs/queue.ts';
import { onSchedule } from '../constructs/schedule.ts';
import { adoptedTable, storedArns } from '../constructs/stored.ts';
import { smsRateOf } from '../read-by-functions.ts';
import { callArns, namesCalls } from '../routes/call-route.ts';
import { providerRouteOf } from '../routes/provider-route.ts';
import { sendsTexts } from '../routes/sms-route.ts';

/** The minute of campaigns, and what sends their chunks. */
export const campaigns = (scope: Stack, platform: Platform, email: EmailSending): void => {
  const { config } = platform;
  const chunks = workQueue(scope, config, 'send-chunk');
  publishLink(scope, config.stage, 'campaign-queue-url', chunks.queue.queueUrl);
  publishLink(scope, config.stage, 'campaign-queue-arn', chunks.queue.queueArn);
  dispatcher(scope, platform, { queue: chunks.queue, email });
  chunkSender(scope, platform, { chunks, email });
};

const dispatcher = (
  scope: Stack,
  platform: Platform,
  { queue, email }: { readonly queue: Queue; readonly email: EmailSending },
): void => {
  const { config } = platform;
  const target = avalFunction(scope, 'dispatch-campaigns', platform, {
    environment: {
      STAGE: config.stage,
      TABLE_NAME: readLink(scope, config.stage, 'table-name'),
      CAMPAIGN_QUEUE_URL: queue.queueUrl,
      SMS_RATE: smsRateOf(config),
      PROVIDER_ROUTE: providerRouteOf(scope, config),
      TABLE_ADOPTED: adoptedTable(config),
    },
    grantArns: {
      table: [storedArns(scope, config.stage).table],
      'campaign-queue:put': [queue.queueArn],
      'tenants:read': [email.tenantsArn],
    },
  });
  readsTenants(target, email);
  onSchedule(scope, config, 'dispatch-campaigns', {
    target: target,
    next: 'the next minute starts again from what is stored',
  });
};

const chunkSender = (
  scope: Stack,
  platform: Platform,
  { chunks, email }: { readonly chunks: WorkQueue; readonly email: EmailSending },
): void => {
  const { config } = platform;
  const needs = sendingNeeds(scope, config, email);
  const target = avalFunction(scope, 'send-chunk', platform, {
    environment: {
      ...needs.environment,
      CAMPAIGN_PARKED_QUEUE_URL: chunks.deadLetters.queueUrl,
    },
    grantArns: { ...needs.grantArns, 'campaign:park': [chunks.deadLetters.queueArn] },
  });
  makesTenants(target, email);
  sendsTexts(target, config);
  namesCalls(target, callArns(config));
  feedFromQueue('send-chunk', target, chunks.queue);
};
