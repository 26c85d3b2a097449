import { SQSClient } from '@aws-sdk/client-sqs';
import { QUEUE_TIMEOUTS_MS } from '../timeouts.ts';

/** The SQS client of this process. A put tried again puts twice at worst, and a message is claimed once. */
export const sqsClient = (): SQSClient =>
  new SQSClient({
    maxAttempts: 3,
    requestHandler: QUEUE_TIMEOUTS_MS,
  });
