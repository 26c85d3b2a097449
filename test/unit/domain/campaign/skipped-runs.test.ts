import { describe, expect, test } from 'vitest';
import { runAfter, skippedAfter } from '#shared/domain/campaign/recurring.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addDays } from '#shared/domain/time/instant.ts';

const FIRST = '2026-01-05T08:00:00.000Z' as Instant;
const DAILY = {
  schedule: { every: 'day', from: '2026-01-05', at: '09:00', zone: 'Europe/Paris' },
  endsAt: addDays(FIRST, 300),
} as const;

/** The runs of a daily campaign, the first as number 0. */
const runs = (count: number): readonly Instant[] => {
  const all = [FIRST];
  while (all.length < count) all.push(runAfter(DAILY, all.at(-1) ?? FIRST) ?? expect.fail('no run'));
  return all;
};
const RUNS = runs(140);
const saidAfter = (run: number, from: number, until: number): number =>
  skippedAfter({ ...DAILY, skipped: RUNS.slice(from, until) }, RUNS[run] ?? FIRST).length;

describe('the report of a run names those that were skipped just after it', () => {
  test('and no earlier report does, however many are kept', () => {
    for (const count of [1, 30, 31]) {
      expect(saidAfter(99, 100, 100 + count), `${count} after the run before them`).toBe(count);
      for (const run of [0, 50, 98]) expect(saidAfter(run, 100, 100 + count), `${count} after run ${run}`).toBe(0);
    }
  });

  test('and where the first of them are kept no more, none does', () => {
    expect([0, 50, 99].map((run) => saidAfter(run, 105, 136))).toEqual([0, 0, 0]);
  });
});
