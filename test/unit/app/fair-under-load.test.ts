import { describe, expect, test } from 'vitest';
import { loadsOf, ratiosOf, waitsBeside } from '#test/support/load/fairness.ts';
import { DEPLOYED } from '#test/support/load/simulated-system.ts';

/**
 * The real adapter of the queue, worker and use case in virtual time, with the figures that are deployed. 100,000 messages and more
 * seeds: `npm run bench -- --fair`.
 */
const ASKED = { seed: 46, count: 40, from: 2000, until: 14_000 };
const LOADS = loadsOf(20_000);
const MIXED = Object.values(LOADS)[0] ?? [];
const LARGE = Object.values(LOADS).at(-1) ?? [];

describe('what a quiet advertiser waits for', () => {
  test.each(Object.entries(LOADS))('is at most twice as long beside %s', async (_, loads) => {
    const waits = await waitsBeside(loads, ASKED);
    expect(waits.beside).toHaveLength(ASKED.count);
    expect(waits.othersSent).toBeGreaterThan(30);
    const { mean, worst } = ratiosOf(waits);
    expect(mean).toBeLessThan(2);
    expect(worst).toBeLessThan(2);
  });

  test.each([
    ['messages without a group', MIXED, { isGrouped: false }],
    ['ten messages in a run', LARGE, { runSize: 10, runsAtOnce: 10 }],
    ['one batch of a shard after another', MIXED, { batchesAtOnce: 1 }],
  ])('is seen to be longer by a planted fault: %s', async (_, loads, fault) => {
    const { mean, worst } = ratiosOf(await waitsBeside(loads, ASKED, { ...DEPLOYED, ...fault }));
    expect(Math.max(mean, worst)).toBeGreaterThan(2);
  });
});
