import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { JobQueue } from '#shared/app/jobs/jobs.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { orUnavailable } from '../or-unavailable.ts';

/** Puts jobs on their queue, in the group of their advertiser: one that has many keeps no other waiting. */
export const jobQueueOf = (client: SQSClient, queueUrl: string): JobQueue => ({
  put: async ({ advertiserId, jobId }) => {
    const body = JSON.stringify({ advertiserId, jobId });
    const send = new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body, MessageGroupId: advertiserId });
    await orUnavailable(client.send(send), (cause) => dependencyUnavailable('The queue of jobs', cause));
  },
});
