import { setTimeout as wait } from 'node:timers/promises';
import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type DrawnFaults, type FaultKind, noFaults } from '../faults/drawn-faults.ts';
import { createHolds, type Holds } from '../lambda/holds.ts';
import { MOST_INSTANCES } from '../lambda/pool.ts';
import type { Runner } from '../lambda/runner.ts';
import { REGION } from '../template/attributes.ts';
import { failedItems } from './outcome.ts';

/** An `AWS::Lambda::EventSourceMapping` of a queue. */
export interface QueueSourceDefinition {
  readonly queueName: string;
  readonly queueUrl: string;
  readonly queueArn: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly maxConcurrency: number;
  readonly isReportingFailures: boolean;
}

/** Something that reads and invokes until it is stopped. */
export interface Source {
  /** True while an event of it is in a function's hands. */
  isBusy(): boolean;
  /** Reads no more; resolves when nothing is in hand. */
  stop(): Promise<void>;
}

/** SQS gives at most this many messages at once. */
const RECEIVE_LIMIT = 10;
/** As long as SQS lets one wait. */
const WAIT_SECONDS = 20;
const PAUSE_AFTER_ERROR_MS = 200;
const PAUSE_WHILE_UNREAD_MS = 50;
/** What was ready with it was delivered then. */
const LATE_MS = 100;

const toRecord = (definition: QueueSourceDefinition, message: Message) => ({
  messageId: message.MessageId,
  receiptHandle: message.ReceiptHandle,
  body: message.Body,
  attributes: message.Attributes ?? {},
  messageAttributes: Object.fromEntries(
    Object.entries(message.MessageAttributes ?? {}).map(([name, attribute]) => [
      name,
      { stringValue: attribute.StringValue, dataType: attribute.DataType, stringListValues: [], binaryListValues: [] },
    ]),
  ),
  md5OfBody: message.MD5OfBody,
  eventSource: 'aws:sqs',
  eventSourceARN: definition.queueArn,
  awsRegion: REGION,
});

/**
 * Reads a queue for its function: batches in parallel up to the mapping's concurrency. What succeeded is deleted; what
 * failed or crashed is left, visible again after the queue's time-out on the stack's clock.
 */
export const startQueueSource = (
  definition: QueueSourceDefinition,
  runner: Pick<Runner, 'invoke'>,
  messagingUrl: string,
  { drawn = noFaults, holds = createHolds() }: { readonly drawn?: DrawnFaults; readonly holds?: Holds } = {},
): Source => {
  const credentials = { accessKeyId: 'event-source', secretAccessKey: 'local' };
  const client = new SQSClient({ endpoint: messagingUrl, region: REGION, credentials, maxAttempts: 1 });
  const stopping = new AbortController();
  const receive = async (): Promise<readonly Message[]> => {
    const command = new ReceiveMessageCommand({
      QueueUrl: definition.queueUrl,
      MaxNumberOfMessages: Math.min(definition.batchSize, RECEIVE_LIMIT),
      WaitTimeSeconds: WAIT_SECONDS,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    });
    const abortSignal = AbortSignal.any([stopping.signal, holds.reading(definition.functionName)]);
    return (await client.send(command, { abortSignal })).Messages ?? [];
  };
  const remove = async (messages: readonly Message[]) => {
    if (messages.length === 0) return;
    const entries = messages.map((message, index) => ({ Id: String(index), ReceiptHandle: message.ReceiptHandle }));
    await client.send(new DeleteMessageBatchCommand({ QueueUrl: definition.queueUrl, Entries: entries }));
  };
  const isDrawn = (kind: FaultKind) => drawn.isDrawn(kind, definition.queueName);
  const invoke = async (messages: readonly Message[]) => {
    const event = { Records: messages.map((message) => toRecord(definition, message)) };
    const traces = messages.flatMap(({ Attributes }) => Attributes?.AWSTraceHeader ?? []);
    const outcome = await runner.invoke(definition.functionName, event, traces);
    const failed = failedItems(outcome, definition.isReportingFailures);
    if (failed === 'all') return;
    await remove(messages.filter(({ MessageId }) => !failed.includes(MessageId ?? '')));
  };
  /** A standard queue promises each message at least once, in no order, and as many in a batch as it likes. */
  const deliver = async (messages: readonly Message[]) => {
    if (isDrawn('delivered-late')) await wait(LATE_MS);
    const isSeveral = messages.length > 1;
    const inOrder = isSeveral && isDrawn('reordered') ? messages.toReversed() : messages;
    const first = isSeveral && isDrawn('delivered-in-parts') ? Math.ceil(messages.length / 2) : messages.length;
    const parts = [inOrder.slice(0, first), inOrder.slice(first)].filter((part) => part.length > 0);
    const copies = isDrawn('delivered-twice') ? [...parts, ...parts] : parts;
    await Promise.all(copies.map(invoke));
  };
  const batches = new Set<Promise<void>>();
  const most = Math.min(definition.maxConcurrency, MOST_INSTANCES);
  const pause = () => wait(PAUSE_AFTER_ERROR_MS);
  /** Takes no more than can be run at once: what is taken and waits here can no longer be overtaken. */
  const readOnce = async () => {
    if (!holds.isRead(definition.functionName)) return wait(PAUSE_WHILE_UNREAD_MS);
    if (batches.size >= most) return void (await Promise.race(batches));
    const messages = await receive();
    if (messages.length === 0) return;
    const batch: Promise<void> = deliver(messages)
      .catch(pause)
      .finally(() => batches.delete(batch));
    batches.add(batch);
  };
  const loop = async () => {
    while (!stopping.signal.aborted) await readOnce().catch(pause);
    await Promise.all(batches);
  };
  const done = loop();
  return {
    isBusy: () => batches.size > 0,
    stop: async () => {
      stopping.abort();
      await done;
      client.destroy();
    },
  };
};
