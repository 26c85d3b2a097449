import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Aval } from '#tools/start/aval.ts';

/** An entry of PutEvents, its detail not yet text. */
export interface Entry {
  readonly source?: string;
  readonly type: string;
  readonly detail: object;
}

/** The bus of a running stack, as an application uses it. */
export const busOf = (stack: Aval) => {
  const { endpoint, region, accessKeyId, secretAccessKey } = stack.aws;
  const access = { endpoint, region, credentials: { accessKeyId, secretAccessKey } };
  const [bus, sqs] = [new EventBridgeClient(access), new SQSClient(access)];
  const putEntries = async (Entries: ConstructorParameters<typeof PutEventsCommand>[0]['Entries']) => {
    const answer = await bus.send(new PutEventsCommand({ Entries }));
    await stack.idle();
    return (answer.Entries ?? []).map(({ EventId, ErrorCode }) => EventId ?? String(ErrorCode));
  };
  return {
    /** Puts one event, as PutEvents takes it, and waits until nothing moves; resolves to its id. */
    put: async ({ source = 'local.shop', type, detail }: Entry): Promise<string> => {
      const entry = { EventBusName: 'aval-local', Source: source, DetailType: type, Detail: JSON.stringify(detail) };
      const [id = ''] = await putEntries([entry]);
      return id;
    },
    putEntries,
    /** Brings an event once more, as EventBridge may. */
    again: async (id: string, { source = 'local.shop', type, detail }: Entry): Promise<void> => {
      const MessageBody = JSON.stringify({ version: '0', id, source, 'detail-type': type, detail });
      const QueueUrl = stack.environmentOf('redrive').INBOUND_EVENTS_QUEUE_URL;
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
      await stack.idle();
    },
    /** What the bus says of the event with this id. */
    saidOf: (id: string) =>
      stack
        .events()
        .map(({ source, type, detail }) => ({ ...Object(detail), source, type }))
        .filter(({ source, eventId }) => source === 'aval' && eventId === id),
    close: () => {
      bus.destroy();
      sqs.destroy();
    },
  };
};
