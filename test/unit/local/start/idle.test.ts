import { describe, expect, test } from 'vitest';
import { createHolds } from '#local/lambda/holds.ts';
import type { Outcome } from '#local/lambda/instance.ts';
import { startStreamSource } from '#local/sources/stream-source.ts';
import { type Activity, waitUntilIdle } from '#local/stack/idle.ts';

describe('idle', () => {
  const quiet: Activity = { readyMessages: async () => 0, inFlight: () => 0, streams: () => 'read' };

  test('is a stack in which nothing moves', async () => {
    await waitUntilIdle(quiet);
  });

  test.each<[string, Partial<Activity>]>([
    ['a message is ready', { readyMessages: async () => 1 }],
    ['an event is in hand', { inFlight: () => 1 }],
    ['a stream has more', { streams: () => 'moving' }],
    ['a stream is held up, which may pass', { streams: () => 'held up' }],
  ])('is none in which %s', async (_, moving) => {
    await expect(waitUntilIdle({ ...quiet, ...moving }, { timeoutMs: 60 })).rejects.toThrow('Still busy');
  });

  test('ends at once, where it is asked to, when nothing moves but a stream that is held up', async () => {
    const held: Activity = { ...quiet, streams: () => 'held up' };
    await expect(waitUntilIdle(held, { endsWhenHeldUp: true })).rejects.toThrow('Still busy');
    let events = 3;
    const busyFirst = { ...held, inFlight: () => Math.max(0, events--) };
    await expect(waitUntilIdle(busyFirst, { endsWhenHeldUp: true })).rejects.toThrow('Still busy');
    expect(events).toBeLessThanOrEqual(0);
  });
});

describe('a stream', () => {
  const change = { eventName: 'MODIFY' as const, dynamodb: { Keys: { pk: { S: 'a' } }, SequenceNumber: '1' } };
  const started = (outcome: () => Outcome, holds = createHolds(), nowMs = () => 0) => {
    const reads = [[change]];
    const definition = {
      ...{ tableName: 't', streamArn: 'arn', functionName: 'f', partitionKey: 'pk', batchSize: 100 },
      ...{ isReportingFailures: true, isBisecting: true, maxRetries: undefined, filters: [] },
    };
    return startStreamSource(definition, {
      runner: { invoke: async () => outcome() },
      reader: { read: async () => ({ records: reads.shift() ?? [], beganAt: performance.now() }) },
      ...{ wasExpired: () => false, onAge: () => undefined, onGivenUp: () => undefined },
      ...{ nowMs, lastWriteAt: () => 0, holds },
    });
  };
  const done: Outcome = { kind: 'result', result: { batchItemFailures: [] } };
  const refused: Outcome = { kind: 'failure', error: { errorType: 'Error', errorMessage: 'no', trace: [] } };

  test('is read once its records are delivered and nothing more comes', async () => {
    const source = started(() => done);
    expect(source.state()).toBe('moving');
    await expect.poll(source.state).toBe('read');
    await source.stop();
  });

  test('is read as far as it may be where nothing reads it', async () => {
    const holds = createHolds();
    holds.setRead('f', false);
    const source = started(() => done, holds);
    expect(source.state()).toBe('read');
    await source.stop();
  });

  test('is held up after eight tries that were all refused, and no more once one is not', async () => {
    let tries = 0;
    let isWell = false;
    const states = new Map<number, string>();
    const source = started(() => {
      states.set(tries, source.state());
      tries += 1;
      return isWell ? done : refused;
    });
    await expect.poll(source.state, { timeout: 10_000 }).toBe('held up');
    expect(states.get(7)).toBe('moving');
    isWell = true;
    await expect.poll(source.state, { timeout: 10_000 }).toBe('read');
    await source.stop();
  });

  test('that is held up moves in a new minute until it was tried in it, so that an alarm of that minute sees how late it is', async () => {
    let now = 0;
    let tries = 0;
    const source = started(
      () => {
        tries += 1;
        return refused;
      },
      createHolds(),
      () => now,
    );
    await expect.poll(source.state, { timeout: 10_000 }).toBe('held up');
    const before = tries;
    now += 60_000;
    expect(source.state()).toBe('moving');
    await expect.poll(source.state).toBe('held up');
    expect(tries).toBeGreaterThan(before);
    await source.stop();
  });
});
