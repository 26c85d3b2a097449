import { SQSClient } from '@aws-sdk/client-sqs';

/** The SQS client of this process. A put tried again puts twice at worst, and a message is claimed once. */
export const sqsClient = (): SQSClient =>
  new SQSClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  });
