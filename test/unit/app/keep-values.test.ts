import { describe, expect, test } from 'vitest';
import { keepValues } from '#shared/app/messages/sent/keep-values.ts';
import type { OfChunk } from '#shared/app/messages/sent/sent-values.port.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { anAdvertiser, instant } from '#test/support/builders.ts';

const access = admit(anAdvertiser().advertiserId);
const AT = instant('2026-11-24T10:00:00.000Z');
const CHUNK = { campaignId: 'cmp_1', scheduledAt: AT, chunkId: 'chunk-1', settledAt: AT } as unknown as OfChunk;

/** Keeps with so much time left, which passes as it is used; `answers`: of the store, one a try, and how long each takes. */
const keep = async (timeLeftMs: number, answers: readonly (readonly [answer: 'kept' | 'away', ms: number])[]) => {
  let left = timeLeftMs;
  const patience: number[] = [];
  const kept = await keepValues(
    {
      timeLeftMs: () => left,
      pause: async (ms) => {
        left -= ms;
      },
      values: {
        keep: async (_access, _of, _holes, timeoutMs) => {
          const [answer, ms] = answers[patience.length] ?? expect.fail('the store was asked once more');
          patience.push(timeoutMs);
          left -= Math.min(ms, timeoutMs);
          if (answer === 'away' || ms > timeoutMs) throw new Error('away');
          return 13;
        },
      },
    },
    access,
    CHUNK,
    new Map(),
  );
  return { kept, patience, left };
};

describe('P10: what is kept beside the outcomes of a chunk leaves the time that these need', () => {
  test('is kept at the first try, which waits for three seconds at most', async () => {
    expect(await keep(60_000, [['kept', 20]])).toMatchObject({ kept: 13, patience: [3_000] });
  });

  test('a store that is away is asked three times', async () => {
    const away = ['away', 10] as const;
    expect(await keep(60_000, [away, away, away])).toMatchObject({ kept: undefined, patience: [3_000, 3_000, 3_000] });
    expect(await keep(60_000, [away, ['kept', 10]])).toMatchObject({ kept: 13 });
  });

  test.each([60_000, 12_000, 7_000, 4_000, 3_001])(
    'a store that hangs, with %i ms left: three seconds remain',
    async (timeLeftMs) => {
      const hangs = ['kept', Number.POSITIVE_INFINITY] as const;
      const { kept, left } = await keep(timeLeftMs, [hangs, hangs, hangs]);
      expect(kept).toBeUndefined();
      expect(left).toBeGreaterThanOrEqual(3_000 - 300);
    },
  );

  test.each([3_000, 2_900, 0])('with %i ms left it is not asked', async (timeLeftMs) => {
    expect(await keep(timeLeftMs, [])).toEqual({ kept: undefined, patience: [], left: timeLeftMs });
  });
});
