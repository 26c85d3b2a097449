import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { JobQueue } from '#shared/app/jobs/jobs.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { orUnavailable } from '../or-unavailable.ts';
import { wholeDelay } from './whole-delay.ts';

/** Puts jobs on their queue, in the group of their advertiser: one that has many keeps no other waiting. */
export const jobQueueOf = (client: SQSClient, queueUrl: string): JobQueue => ({
  put: async ({ advertiserId, jobId }, delaySeconds = 0) => {
    const send = new SendMessageCommand({
      QueueUrl: queueUrl,
      MessageBody: JSON.stringify({ advertiserId, jobId }),
      MessageGroupId: advertiserId,
      DelaySeconds: wholeDelay(delaySeconds),
    });
    await orUnavailable(client.send(send), (cause) => dependencyUnavailable('The queue of jobs', cause));
  },
});
