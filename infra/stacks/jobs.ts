import { Fn, type Stack } from 'aws-cdk-lib';
import { textOfFormerly } from '#functions/manifest/routes/formerly.ts';
import type { Config } from '../config.ts';
import { avalFunction, type Platform } from '../constructs/function.ts';
import { replicaRead } from '../constructs/kept/journal-copy.ts';
import { publishLink, readLink } from '../constructs/links.ts';
import { feedFromQueue, workQueue } from '../constructs/queue.ts';
import { adoptedTable, storedArns } from '../constructs/stored.ts';
import { smsRateOf, whereHeldOf } from '../read-by-functions.ts';
import { formerlyOf } from '../routes/former.ts';
import { providerRouteOf } from '../routes/provider-route.ts';

/**
 * The queue of the jobs on uploaded files. It is made before the API, which puts on it what begins, as the worker does what goes
 * on; the stack of the API has no room for it (CloudFormation: 500 resources).
 */
export const jobQueue = (scope: Stack, config: Config): void => {
  const { queue } = workQueue(scope, config, 'run-job');
  publishLink(scope, config.stage, 'jobs-queue-url', queue.queueUrl);
  publishLink(scope, config.stage, 'jobs-queue-arn', queue.queueArn);
};

/** What does the jobs. */
export const jobWorker = (scope: Stack, platform: Platform): void => {
  const { stage } = platform.config;
  const queueArn = readLink(scope, stage, 'jobs-queue-arn');
  const { table, uploads, contents, fingerprint, data } = storedArns(scope, stage);
  const target = avalFunction(scope, 'run-job', platform, {
    environment: {
      STAGE: stage,
      TABLE_NAME: readLink(scope, stage, 'table-name'),
      UPLOAD_BUCKET: readLink(scope, stage, 'upload-bucket-name'),
      JOBS_QUEUE_URL: readLink(scope, stage, 'jobs-queue-url'),
      FINGERPRINT_SECRET_ID: fingerprint,
      CONTENT_BUCKET: readLink(scope, stage, 'content-bucket-name'),
      DATA_SECRET_ID: data,
      KEY_ARN: platform.key.keyArn,
      PUBLIC_BASE_URL: readLink(scope, stage, 'public-base-url'),
      SMS_RATE: smsRateOf(platform.config),
      PROVIDER_ROUTE: providerRouteOf(scope, platform.config),
      TABLE_ADOPTED: adoptedTable(platform.config),
      WHERE_HELD: whereHeldOf(platform.config),
      JOURNAL_REPLICA: replicaRead(scope, platform.config),
      FORMERLY: textOfFormerly(formerlyOf(platform.config)),
    },
    grantArns: {
      table: [table],
      'uploads:read': [uploads, `${uploads}/uploads/*`],
      'reports:write': [`${uploads}/reports/*`],
      'reports:remove': [uploads, `${uploads}/reports/*`],
      'jobs:put': [queueArn],
      'jobs:park': [Fn.join('', [queueArn, '-dlq'])],
      'secret:fingerprint': [fingerprint],
      'contents:read': [contents, `${contents}/contents/*`],
      'values:read': [contents, `${contents}/values/*`],
      'secret:data': [data],
    },
  });
  feedFromQueue('run-job', target, { queueArn });
};
