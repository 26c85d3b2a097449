import { afterEach, describe, expect, test, vi } from 'vitest';
import { replyCodeIn } from '#console/reply-code.ts';
import { createHolds } from '#local/lambda/holds.ts';
import type { Outcome } from '#local/lambda/instance.ts';
import { matchesEventPattern } from '#local/sources/event-pattern.ts';
import { failedItems } from '#local/sources/outcome.ts';
import { readSchedule } from '#local/sources/schedule-expression.ts';
import { startSchedules } from '#local/sources/schedule-source.ts';
import type { Json } from '#local/template/json.ts';

const at = (time: string) => Date.parse(`2026-11-24T${time}Z`);
const shown = (instant: number | undefined) => instant && new Date(instant).toISOString().slice(11, 19);

describe('a schedule', () => {
  test.each([
    ['rate(1 minute)', '10:00:30', '10:01:00'],
    ['rate(1 minute)', '10:01:00', '10:02:00'],
    ['rate(2 hours)', '13:00:00', '14:00:00'],
    ['at(2026-11-24T12:00:00)', '11:59:59', '12:00:00'],
    ['at(2026-11-24T12:00:00)', '12:00:00', undefined],
    ['cron(* * * * ? *)', '10:00:30', '10:01:00'],
    ['cron(0/15 * * * ? *)', '10:00:30', '10:15:00'],
  ])('%s after %s is due at %s', (expression, after, due) => {
    expect(shown(readSchedule(expression, at('10:00:00'))(at(after)))).toBe(due);
  });

  test('that the stack cannot read is an error, never silence', () => {
    expect(() => readSchedule('cron(0 8 ? * MON *)', 0)).toThrow('cron(0 8 ? * MON *)');
  });
});

describe('what is due by now', () => {
  afterEach(() => void vi.useRealTimers());

  test('is waited for also where the timer called its function a moment before', async () => {
    vi.useFakeTimers();
    let now = at('10:00:00');
    const done: Array<() => void> = [];
    const invoke = () =>
      new Promise<Outcome>((resolve) => done.push(() => resolve({ kind: 'result', result: undefined })));
    const tick = { name: 'tick', arn: 'arn', expression: 'rate(1 minute)', functionName: 'tick', input: undefined };
    const schedules = startSchedules([tick], { invoke }, () => now);
    now = at('15:00:00');
    vi.advanceTimersByTime(250);
    let isOver = false;
    const waiting = schedules.fireDue().then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(10);
    expect([done.length, isOver]).toEqual([1, false]);
    done[0]?.();
    await waiting;
    await schedules.stop();
  });

  test('lies with the dead letters where its schedule may not call the function', async () => {
    let now = at('10:00:00');
    const holds = createHolds();
    const [called, put]: [string[], [string, string][]] = [[], []];
    const invoke = async (name: string): Promise<Outcome> => {
      called.push(name);
      return { kind: 'result', result: undefined };
    };
    const tick = {
      name: 'aval-tick',
      arn: 'arn',
      expression: 'rate(1 minute)',
      functionName: 'tick',
      input: '{"a":1}',
    };
    const schedules = startSchedules([{ ...tick, deadLetters: 'tick-dlq' }], { invoke }, () => now, {
      holds,
      put: async (queue, body) => void put.push([queue, body]),
    });
    holds.setMayCall('tick', false);
    now = at('10:01:00');
    await schedules.fireDue();
    expect([called, put]).toEqual([[], [['tick-dlq', '{"a":1}']]]);
    holds.clear();
    now = at('10:02:00');
    await schedules.fireDue();
    expect([called.length, put.length]).toEqual([1, 1]);
    await schedules.stop();
  });
});

describe('a filter of events', () => {
  const event = { eventName: 'INSERT', dynamodb: { NewImage: { status: { S: 'accepted' } } } };

  test.each<[Json, boolean]>([
    [{ eventName: ['INSERT', 'MODIFY'] }, true],
    [{ eventName: ['REMOVE'] }, false],
    [{ dynamodb: { NewImage: { status: { S: ['accepted'] } } } }, true],
    [{ dynamodb: { NewImage: { status: { S: [{ 'anything-but': ['accepted'] }] } } } }, false],
    [{ dynamodb: { NewImage: { status: { S: [{ prefix: 'acc' }] } } } }, true],
    [{ dynamodb: { OldImage: { status: { S: [{ exists: false }] } } } }, true],
    [{ $or: [{ eventName: ['REMOVE'] }, { eventName: ['INSERT'] }] }, true],
  ])('%j keeps an insertion: %s', (pattern, kept) => {
    expect(matchesEventPattern(pattern, event)).toBe(kept);
  });
});

describe('the answer of a batch function', () => {
  const answered = (result: unknown): Outcome => ({ kind: 'result', result });

  test.each<[string, Outcome, readonly string[] | 'all']>([
    ['nothing failed', answered({ batchItemFailures: [] }), []],
    ['nothing said', answered(null), []],
    ['some failed', answered({ batchItemFailures: [{ itemIdentifier: 'b' }] }), ['b']],
    ['an empty identifier', answered({ batchItemFailures: [{ itemIdentifier: '' }] }), 'all'],
    ['a crash', { kind: 'crash', error: { errorType: 'x', errorMessage: 'x', trace: [] } }, 'all'],
  ])('says what to deliver again: %s', (_, outcome, failed) => {
    expect(failedItems(outcome, true)).toEqual(failed);
  });
});

describe('the number to reply to', () => {
  test.each([
    ['MAISON: soldes. STOP 36063', '36063'],
    ['Stop SMS: envoyez STOP au 36105', '36105'],
    ['MAISON: STOP au +33612345678', '+33612345678'],
    ['Rendez-vous demain à 10h', undefined],
  ])('is found in "%s"', (text, code) => {
    expect(replyCodeIn(text)).toBe(code);
  });
});
