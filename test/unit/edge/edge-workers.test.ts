import type { DynamoDBStreamEvent, SQSEvent } from 'aws-lambda';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { concurrentChange, dependencyUnavailable, messageNotFound } from '#shared/domain/failure.ts';
import { environmentOf } from '#shared/edge/env.ts';
import { worker } from '#shared/edge/queue.ts';
import { scheduled } from '#shared/edge/started.ts';
import { streamConsumer } from '#shared/edge/stream.ts';

const ENTRY = {
  file: 'workers/send-message',
  summary: 'sends',
  trigger: { kind: 'queue', queue: 'send', batchSize: 10, maxConcurrency: 10 },
  env: ['STAGE'],
  grants: [],
} as const satisfies FunctionEntry;
const CONTEXT = { getRemainingTimeInMillis: () => 9000 };
const lines: string[] = [];

beforeEach(() => {
  vi.stubEnv('STAGE', 'local');
  lines.length = 0;
  for (const level of ['info', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((line) => void lines.push(String(line)));
  }
});

const eventOf = (...bodies: string[]): SQSEvent =>
  ({
    Records: bodies.map((body, index) => ({
      messageId: `record-${index}`,
      body,
      attributes: { ApproximateReceiveCount: '1' },
    })),
  }) as unknown as SQSEvent;

const aWorker = (
  run: (id: string) => Promise<void>,
  park: (body: string, reason: string) => Promise<void>,
  envelope?: 'sns',
) =>
  worker(ENTRY, {
    message: z.strictObject({ id: z.string() }),
    run: ({ message }) => run(message.id),
    park: (_env, body, reason) => park(body, reason),
    ...(envelope === undefined ? {} : { envelope }),
  });

describe('worker', () => {
  test('redelivers exactly the records that crashed or may succeed later', async () => {
    const parked: string[] = [];
    const failures: Record<string, unknown> = {
      crash: new Error('camille@example.com'),
      later: dependencyUnavailable('The store'),
      race: concurrentChange(),
      never: messageNotFound(),
    };
    const handler = aWorker(
      async (id) => {
        if (id in failures) throw failures[id];
      },
      async (_body, reason) => void parked.push(reason),
    );
    const bodies = ['good', 'crash', 'later', 'race', 'never'].map((id) => JSON.stringify({ id }));
    const { batchItemFailures } = await handler(eventOf(...bodies, '{"id":7}', 'no json'), CONTEXT);
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['record-1', 'record-2', 'record-3']);
    expect(parked.toSorted()).toEqual(['message-not-found', 'not-its-schema', 'not-json']);
    expect(lines.join()).not.toContain('camille');
  });

  test('redelivers what cannot be parked now', async () => {
    const handler = aWorker(
      async () => undefined,
      async () => {
        throw dependencyUnavailable('The queue');
      },
    );
    const { batchItemFailures } = await handler(eventOf('{"colour":"red"}'), CONTEXT);
    expect(batchItemFailures).toEqual([{ itemIdentifier: 'record-0' }]);
  });

  test('opens the envelope of an SNS notification', async () => {
    const seen: string[] = [];
    const handler = aWorker(
      async (id) => void seen.push(id),
      async () => undefined,
      'sns',
    );
    await handler(eventOf(JSON.stringify({ Type: 'Notification', Message: '{"id":"reply"}' })), CONTEXT);
    expect(seen).toEqual(['reply']);
  });
});

describe('streamConsumer', () => {
  const recordsOf = (...names: string[]) =>
    ({
      Records: names.map((eventID) => ({ eventID, dynamodb: { SequenceNumber: `seq-${eventID}` } })),
    }) as DynamoDBStreamEvent;

  test('reports the earliest record whose store is away, so that none is skipped', async () => {
    const handler = streamConsumer(ENTRY, {
      run: async ({ record }) => {
        if (record.eventID !== 'a') throw dependencyUnavailable('The queue');
      },
      park: () => Promise.reject(new Error('parked')),
    });
    const { batchItemFailures } = await handler(recordsOf('a', 'b', 'c'), CONTEXT);
    expect(batchItemFailures).toEqual([{ itemIdentifier: 'seq-b' }]);
  });

  test('parks each record that fails in any other way with its reason, quotes nothing, and goes on', async () => {
    const parked: [string | undefined, string][] = [];
    const failures: Record<string, () => unknown> = {
      crash: () => new Error('camille@example.com'),
      shape: () => z.strictObject({ id: z.string() }).safeParse({ id: 7 }).error,
      never: () => messageNotFound(),
    };
    const handler = streamConsumer(ENTRY, {
      run: async ({ record }) => {
        const failure = failures[record.eventID ?? ''];
        if (failure) throw failure();
      },
      park: async (_env, record, reason) => void parked.push([record.eventID, reason]),
    });
    expect(await handler(recordsOf('crash', 'good', 'shape', 'never'), CONTEXT)).toEqual({ batchItemFailures: [] });
    expect(parked.sort()).toEqual([
      ['crash', 'crash'],
      ['never', 'message-not-found'],
      ['shape', 'not-its-schema'],
    ]);
    expect(lines.filter((line) => line.includes('record-parked'))).toHaveLength(3);
    expect(lines.join()).not.toContain('camille');
  });

  test('reports what cannot be parked now', async () => {
    const handler = streamConsumer(ENTRY, {
      run: () => Promise.reject(messageNotFound()),
      park: () => Promise.reject(dependencyUnavailable('The queue')),
    });
    expect((await handler(recordsOf('a'), CONTEXT)).batchItemFailures).toEqual([{ itemIdentifier: 'seq-a' }]);
  });
});

describe('scheduled', () => {
  test('a failed run is logged and counts as failed', async () => {
    const handler = scheduled(ENTRY, {
      run: async () => {
        throw dependencyUnavailable('The store');
      },
    });
    await expect(handler({}, CONTEXT)).rejects.toThrow('dependency-unavailable');
    expect(lines.join()).toContain('schedule-failed');
  });
});

describe('environmentOf', () => {
  test('names the function and the variable that is missing', () => {
    expect(() => environmentOf(ENTRY, {})).toThrow(
      'send-message cannot start: its environment variable STAGE is missing',
    );
  });

  test('gives the variables of the entry and no other', () => {
    expect(environmentOf(ENTRY, { STAGE: 'local', HOME: '/root' })).toEqual({ STAGE: 'local' });
  });

  test('never repeats an invalid value', () => {
    const entry = { file: 'workers/x', env: ['SEND_QUEUE_URL'] } as const;
    expect(() => environmentOf(entry, { SEND_QUEUE_URL: 'secret text' })).toThrow(/SEND_QUEUE_URL is invalid\.$/);
  });
});
