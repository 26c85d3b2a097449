import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, callerOf, setUp } from './send-path-api.ts';

/** 23:30 in Paris; promotional SMS leave again at 8:00. */
const NIGHT = '2026-11-24T22:30:00Z';
const MORNING = '2026-11-25T07:00:00Z';
const HELD = 400;
const BATCH = 100;
const advertiserId = 'maison-valmy';
const readers = Array.from({ length: HELD }, (_, index) => `+336123${String(45_000 + index)}`);
const batches = Array.from({ length: HELD / BATCH }, (_, index) => readers.slice(index * BATCH, (index + 1) * BATCH));

let stack: Aval;
let api: ApiCaller;

beforeAll(async () => {
  stack = await startAval({ at: NIGHT });
  api = callerOf(stack);
  await setUp(api);
});
afterAll(() => stack?.stop());

/** What has more occasions here than can pass without it, whatever the seed. */
const MET = [
  'delivered-twice',
  'delivered-late',
  'several-shards',
  'sns-throttle',
  'dynamodb-throttle',
  'time-out',
] as const;

describe('four hundred SMS that wait for the morning', () => {
  test('are all deferred, and none leaves at night', async () => {
    for (const phones of batches) {
      const consents = phones.map((phone) => ({
        contact: { phone },
        channels: ['sms'],
        form: { formId: 'newsletter', version: '1' },
        givenAt: '2026-05-20T09:00:00Z',
      }));
      await api.post('/v1/consents/batch', { advertiserId, consents });
      const content = { sms: { text: 'Maison Valmy: -20 % sur les vins' } };
      const messages = phones.map((phone) => ({ contact: { phone }, channel: 'sms', offerCategory: 'wine', content }));
      await api.post('/v1/messages', { advertiserId, messages });
    }
    await stack.idle();
    expect(stack.smsSink()).toHaveLength(0);
  });

  test('leave in the morning, each once', async () => {
    await stack.clock.set(MORNING);
    await stack.idle();
    await stack.clock.advance(120);
    await stack.idle();
    expect(
      stack
        .smsSink()
        .map(({ to }) => to)
        .sort(),
    ).toEqual(readers);
  });

  test('though AWS did what it may do, or without a fault where none is asked for', () => {
    const counts = stack.drawnFaults();
    const met = MET.filter((kind) => counts[kind] > 0);
    expect(met).toEqual(process.env.AVAL_FAULTS === 'none' ? [] : MET);
  });
});
