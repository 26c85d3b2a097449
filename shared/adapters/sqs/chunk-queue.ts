import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { ChunkQueue } from '#shared/app/campaigns/runs.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { orUnavailable } from '../or-unavailable.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The queue of campaigns', cause);

/** Puts chunks on the queue of campaigns, in the group of their advertiser, as the send queue has it. */
export const chunkQueueOf = (client: SQSClient, queueUrl: string): ChunkQueue => ({
  put: async ({ advertiserId, campaignId, scheduledAt, chunkId }, delaySeconds) => {
    const put = new SendMessageCommand({
      QueueUrl: queueUrl,
      MessageBody: JSON.stringify({ advertiserId, campaignId, scheduledAt, chunkId }),
      MessageGroupId: advertiserId,
      DelaySeconds: delaySeconds,
    });
    await orUnavailable(client.send(put), unreachable);
  },
});
