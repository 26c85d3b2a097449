import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Messaging, startMessaging } from '#local/emulators/messaging.ts';
import type { DrawnFaults, FaultKind } from '#local/faults/drawn-faults.ts';
import type { Outcome } from '#local/lambda/instance.ts';
import { startQueueSource } from '#local/sources/queue-source.ts';
import { startSchedules } from '#local/sources/schedule-source.ts';
import { startStreamSource } from '#local/sources/stream-source.ts';
import { always } from './always.ts';

const DONE: Outcome = { kind: 'result', result: { batchItemFailures: [] } };

describe('a queue', () => {
  let messaging: Messaging;
  beforeAll(async () => {
    const init = { queues: ['plain', 'reordered', 'parts', 'twice', 'late'].map((name) => ({ name })) };
    messaging = await startMessaging({ init, region: 'eu-west-3', offset: new SharedArrayBuffer(8) });
  });
  afterAll(() => messaging.stop());

  /** The bodies of each event that the function of a queue got, when there were three messages from the beginning. */
  const delivered = async (
    queueName: string,
    drawn: DrawnFaults,
    onEvent: () => void = () => undefined,
  ): Promise<readonly (readonly string[])[]> => {
    const queueUrl = `${messaging.messagingUrl}/000000000000/${queueName}`;
    const credentials = { accessKeyId: 'test', secretAccessKey: 'local' };
    const sqs = new SQSClient({ endpoint: messaging.messagingUrl, region: 'eu-west-3', credentials });
    for (const MessageBody of ['a', 'b', 'c'])
      await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody }));
    sqs.destroy();
    const events: string[][] = [];
    const invoke = async (_: string, event: unknown) => {
      onEvent();
      events.push((event as { Records: { body: string }[] }).Records.map(({ body }) => body));
      return DONE;
    };
    const definition = {
      ...{ queueName, queueUrl, queueArn: 'arn', functionName: 'f' },
      ...{ batchSize: 10, maxConcurrency: 1, isReportingFailures: true },
    };
    const source = startQueueSource(definition, { invoke }, messaging.messagingUrl, { drawn });
    const left = async () => Object.values((await messaging.depths([queueName]))[queueName] ?? {}).some((n) => n > 0);
    await expect.poll(left).toBe(false);
    await source.stop();
    return events;
  };

  test.each<[string, FaultKind, readonly (readonly string[])[]]>([
    ['plain', 'time-out', [['a', 'b', 'c']]],
    ['reordered', 'reordered', [['c', 'b', 'a']]],
    ['parts', 'delivered-in-parts', [['a', 'b'], ['c']]],
    [
      'twice',
      'delivered-twice',
      [
        ['a', 'b', 'c'],
        ['a', 'b', 'c'],
      ],
    ],
  ])('%s: %s', async (queue, kind, events) => {
    expect(await delivered(queue, always(kind))).toEqual(events);
  });

  test('late: delivered-late, once others had the time to pass', async () => {
    const [taken, come]: [number[], number[]] = [[], []];
    const isDrawn = (kind: FaultKind): boolean => kind === 'delivered-late' && taken.push(performance.now()) > 0;
    await delivered('late', { ...always('delivered-late'), isDrawn }, () => come.push(performance.now()));
    expect([taken.length, come.length]).toEqual([1, 1]);
    expect((come[0] ?? 0) - (taken[0] ?? 0)).toBeGreaterThan(90);
  });
});

test('a schedule calls its function twice at once', async () => {
  const done: (() => void)[] = [];
  const events: unknown[] = [];
  const invoke = (_: string, event: unknown) => {
    events.push(event);
    return new Promise<Outcome>((resolve) => done.push(() => resolve(DONE)));
  };
  let now = 0;
  const definition = { name: 's', arn: 'arn', expression: 'rate(1 minute)', functionName: 'f', input: undefined };
  const schedules = startSchedules([definition], { invoke }, () => now, { drawn: always('schedule-twice') });
  now = 60_000;
  const fired = schedules.fireDue();
  expect(events).toEqual([events[0], events[0]]);
  for (const end of done) end();
  await fired;
  await schedules.stop();
});

test('shards of a stream are delivered at once, and what becomes of one item in order', async () => {
  const changes = ['a', 'b', 'a', 'c', 'd'].map((pk, index) => ({
    eventName: 'MODIFY' as const,
    dynamodb: { Keys: { pk: { S: pk }, sk: { S: 'x' } }, SequenceNumber: String(index) },
  }));
  const waiting: (() => void)[] = [];
  const events: string[][] = [];
  const runner = {
    invoke: (_: string, event: unknown) => {
      const { Records } = event as { Records: { dynamodb: { SequenceNumber: string } }[] };
      events.push(Records.map(({ dynamodb }) => dynamodb.SequenceNumber));
      return new Promise<Outcome>((resolve) => waiting.push(() => resolve(DONE)));
    },
  };
  const reads = [changes];
  const source = startStreamSource(
    {
      ...{ tableName: 't', streamArn: 'arn', functionName: 'f', partitionKey: 'pk', batchSize: 100 },
      ...{ isReportingFailures: true, isBisecting: true, maxRetries: 1, filters: [] },
    },
    {
      runner,
      reader: { read: async () => ({ records: reads.shift() ?? [], beganAt: performance.now() }) },
      drawn: always('several-shards'),
      ...{
        wasExpired: () => false,
        onAge: () => undefined,
        nowMs: () => 0,
        lastWriteAt: () => 0,
        onGivenUp: () => undefined,
      },
    },
  );
  // Neither has been answered: both are in hand.
  await expect.poll(() => events.length).toBe(2);
  for (const end of waiting) end();
  await source.stop();
  expect(events.flat().sort()).toEqual(['0', '1', '2', '3', '4']);
  const ofA = events.find((event) => event.includes('0')) ?? [];
  expect(ofA.indexOf('2')).toBeGreaterThan(ofA.indexOf('0'));
});
