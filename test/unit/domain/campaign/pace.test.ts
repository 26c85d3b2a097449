import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capacityOf, delayOf, linesOf, sharesOf, type Wish } from '#shared/domain/campaign/pace.ts';

describe('what campaigns may use of a minute', () => {
  test.each([
    [{ perSecond: 14, in24Hours: 50_000, sentInLast24Hours: 0 }, 672],
    [{ perSecond: 14, in24Hours: 50_000, sentInLast24Hours: 39_900 }, 100],
    [{ perSecond: 14, in24Hours: 50_000, sentInLast24Hours: 45_000 }, 0],
    [{ perSecond: 1, in24Hours: undefined, sentInLast24Hours: 0 }, 48],
    [{ perSecond: 0.5, in24Hours: undefined, sentInLast24Hours: 0 }, 24],
    // SES says all of them as numbers with fractions.
    [{ perSecond: 14, in24Hours: 200, sentInLast24Hours: 100.5 }, 59],
  ])('of %j is %i', (quota, capacity) => {
    expect(capacityOf(quota)).toBe(capacity);
  });
});

const wish = (advertiserId: string, campaign: string, most: number): Wish => ({ advertiserId, campaign, most });

test('a minute is shared by advertiser first, and then by campaign', () => {
  const wishes = [wish('a', '1', 900), wish('a', '2', 900), wish('a', '3', 900), wish('b', '1', 900)];
  expect(sharesOf(600, wishes, 0)).toEqual([100, 100, 100, 300]);
});

test('what one does not want is shared by the others', () => {
  const wishes = [wish('a', '1', 20), wish('b', '1', 900), wish('c', '1', 900), wish('c', '2', 30)];
  expect(sharesOf(600, wishes, 0)).toEqual([20, 290, 260, 30]);
});

const wishes = fc
  .array(
    fc.record({
      advertiserId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      campaign: fc.integer({ min: 0, max: 9 }).map(String),
      most: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2_000 })),
    }),
    { maxLength: 30 },
  )
  .map((list) => [...new Map(list.map((each) => [`${each.advertiserId}/${each.campaign}`, each])).values()]);
const capacities = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 20_000 }));
const minutes = fc.integer({ min: 0, max: 40_000_000 });
const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
/** What the wishes of each advertiser, or each wish of one of them, got and wanted. */
const byAdvertiser = (list: readonly Wish[], shares: readonly number[]) => {
  const all = new Map<string, { got: number; wanted: number }>();
  for (const [index, { advertiserId, most }] of list.entries()) {
    const known = all.get(advertiserId) ?? { got: 0, wanted: 0 };
    all.set(advertiserId, { got: known.got + (shares[index] ?? 0), wanted: known.wanted + most });
  }
  return [...all.values()];
};
/** Who got less than they wanted got as much as anybody, but for one. */
const isFair = (all: readonly { got: number; wanted: number }[]) => {
  const most = Math.max(0, ...all.map(({ got }) => got));
  return all.every(({ got, wanted }) => got === wanted || got >= most - 1);
};

describe('whatever is wanted', () => {
  test('nobody gets more than they wish, all together never more than there is, and nothing that is wanted is left', () => {
    fc.assert(
      fc.property(capacities, wishes, minutes, (capacity, list, minute) => {
        const shares = sharesOf(capacity, list, minute);
        expect(shares.every((share, index) => share >= 0 && share <= (list[index]?.most ?? -1))).toBe(true);
        expect(sum(shares)).toBe(Math.min(capacity, sum(list.map(({ most }) => most))));
      }),
    );
  });

  test('advertisers get alike, and so do the campaigns of each', () => {
    fc.assert(
      fc.property(capacities, wishes, minutes, (capacity, list, minute) => {
        const shares = sharesOf(capacity, list, minute);
        expect(isFair(byAdvertiser(list, shares))).toBe(true);
        for (const advertiserId of new Set(list.map((each) => each.advertiserId))) {
          const own = [...list.entries()].filter(([, each]) => each.advertiserId === advertiserId);
          expect(isFair(own.map(([index, { most }]) => ({ got: shares[index] ?? 0, wanted: most })))).toBe(true);
        }
      }),
    );
  });

  test('whoever wants something gets something before long, however little there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), wishes, minutes, (capacity, list, start) => {
        const got = list.map(() => 0);
        const advertisers = new Set(list.map((each) => each.advertiserId)).size;
        for (let minute = start; minute < start + advertisers * list.length; minute += 1)
          for (const [index, share] of sharesOf(capacity, list, minute).entries())
            got[index] = (got[index] ?? 0) + share;
        expect(got.map((each, index) => each > 0 || list[index]?.most === 0)).not.toContain(false);
      }),
    );
  });

  test('a capacity gives the same in the same minute, in whatever order the wishes are read', () => {
    fc.assert(
      fc.property(capacities, wishes, minutes, (capacity, list, minute) => {
        const shares = sharesOf(capacity, list, minute);
        const backwards = sharesOf(capacity, list.toReversed(), minute);
        expect(backwards.toReversed()).toEqual(shares);
      }),
    );
  });
});

test('all of a route leave evenly over their minute, and over more where they are more than it takes in one', () => {
  const at = (all: number, capacity: number, places: readonly number[]) =>
    places.map((place) => delayOf(place, { all, capacity }));
  expect(at(48, 48, [0, 12, 24, 36])).toEqual([0, 15, 30, 45]);
  expect(at(4, 48, [0, 1, 2, 3])).toEqual([0, 15, 30, 45]);
  expect(at(96, 48, [0, 48, 95])).toEqual([0, 60, 118]);
  expect(at(0, 48, [0])).toEqual([0]);
  expect(at(1_000, 1_000, [999])).toEqual([59]);
  expect(at(100_000, 1, [99_999])).toEqual([900]);
});

test('runs of one route leave between one another, and no two at one place', () => {
  const of = (count: number, together = 12) => ({ count, together });
  expect(linesOf([of(48)])).toEqual([[0, 12, 24, 36]]);
  expect(linesOf([of(12), of(12), of(0), of(24)])).toEqual([[0], [12], [], [24, 36]]);
  expect(linesOf([of(24), of(24)])).toEqual([
    [0, 24],
    [12, 36],
  ]);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(200), fc.constantFrom(12, 50)), { maxLength: 12 }), (all) => {
      const runs = all.map(([count, together]) => of(count, together));
      const taken = linesOf(runs).flatMap((places, run) => {
        const { count = 0, together = 1 } = runs[run] ?? {};
        return places.flatMap((begins, part) =>
          Array.from({ length: Math.min(together, count - part * together) }, (_, index) => begins + index),
        );
      });
      expect(taken.toSorted((a, b) => a - b)).toEqual(taken.map((_, place) => place));
    }),
  );
});
