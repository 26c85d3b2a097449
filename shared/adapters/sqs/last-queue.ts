import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { LastQueue } from '#shared/app/parked/parked.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import type { ParkedFrom } from '#shared/domain/parked.ts';
import { fieldsOfJson } from '../fields-of-json.ts';
import { orUnavailable } from '../or-unavailable.ts';

/** Long enough to ask every server of the queue: a short poll may find nothing in a queue that holds something. */
const WAIT_SECONDS = 1;
/** Time to keep what was taken; another run finds it afterwards. */
const TAKEN_FOR_SECONDS = 60;

const unreachable = (cause: unknown) => dependencyUnavailable('A queue', cause);

/** A queue where work stops, to be emptied. */
export const lastQueueOf = (client: SQSClient, from: ParkedFrom, queueUrl: string): LastQueue => ({
  from,
  take: async () => {
    const receive = new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: 10,
      WaitTimeSeconds: WAIT_SECONDS,
      VisibilityTimeout: TAKEN_FOR_SECONDS,
      MessageAttributeNames: ['reason'],
    });
    const { Messages = [] } = await orUnavailable(client.send(receive), unreachable);
    return Messages.map(({ Body = '', ReceiptHandle, MessageAttributes }) => ({
      body: Body,
      reason: MessageAttributes?.reason?.StringValue,
      remove: async () => {
        const remove = new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle });
        await orUnavailable(client.send(remove), unreachable);
      },
    }));
  },
});

/** The advertiser that a body names: its group, as when it was first put on the send queue. */
const groupOf = (body: string): AdvertiserId | undefined =>
  AdvertiserId.safeParse(fieldsOfJson(body).advertiserId).data;

/** Puts a body back on a queue as it was. */
export const bodyBackOn = (client: SQSClient, queueUrl: string) => async (body: string) => {
  const send = new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body, MessageGroupId: groupOf(body) });
  await orUnavailable(client.send(send), unreachable);
  return 'went-back' as const;
};
