import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SendQueue } from '#shared/app/send/send-queue.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { orUnavailable } from '../or-unavailable.ts';
import { wholeDelay } from './whole-delay.ts';

/** An SQS message attribute is text of at most 256 KiB; a reason is a code, cut to stay readable in a console. */
const REASON_LENGTH = 500;

const unreachable = (cause: unknown) => dependencyUnavailable('The send queue', cause);

const sender =
  (client: SQSClient) =>
  async (command: SendMessageCommand): Promise<void> =>
    void (await orUnavailable(client.send(command), unreachable));

/**
 * Puts references on the send queue, in the group of their advertiser: the queue then gives the messages of others before
 * those of one who has many in hand (fair queues of SQS; docs/decisions/0046).
 */
export const sendQueueOf = (client: SQSClient, queueUrl: string): Pick<SendQueue, 'put'> => ({
  put: ({ advertiserId, messageId, attempt, putBack, slow }, delaySeconds) =>
    sender(client)(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: JSON.stringify({ advertiserId, messageId, attempt, putBack, slow }),
        MessageGroupId: advertiserId,
        DelaySeconds: wholeDelay(delaySeconds),
      }),
    ),
});

/** Keeps poison on a queue of its own, with its reason as an attribute, for a human to see and put back. */
export const parkingOf = (client: SQSClient, queueUrl: string): Pick<SendQueue, 'park'> => ({
  park: (body, reason) =>
    sender(client)(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: body,
        MessageAttributes: { reason: { DataType: 'String', StringValue: reason.slice(0, REASON_LENGTH) } },
      }),
    ),
});
