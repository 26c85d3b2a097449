import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DispatchPorts, dispatchMinute } from '#shared/app/campaigns/dispatching/dispatch-minute.ts';
import type { Runs } from '#shared/app/campaigns/runs.port.ts';
import type { Campaign, Occurrence } from '#shared/domain/campaign/campaign.ts';
import type { WaitingPage } from '#shared/domain/campaign/chunk.ts';
import { campaignIdOf, type RunName } from '#shared/domain/campaign/names.ts';
import type { AdvertiserId, ContactId } from '#shared/domain/ids.ts';
import type { SentChannel } from '#shared/domain/message/channel.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { addDays, monthOf } from '#shared/domain/time/instant.ts';
import { NOW } from '#test/support/builders.ts';

/** A run whose audience is cut to its end: sizes of its pages whose time has come, and how much its campaign allows itself. */
interface Waits {
  readonly of: string;
  readonly pages: readonly number[];
  readonly maxPerMinute?: number | undefined;
  /** All of them wait for a human, who has decided nothing. */
  readonly isUndecided?: boolean | undefined;
  /** E-mail where absent. */
  readonly channel?: SentChannel | undefined;
}

/** A review that nobody has decided. */
const OPEN = {} as Review;

/** How many of each run leave in one minute of so much room, and how often pages were read. */
const minuteOf = async (capacity: number, all: readonly Waits[], sharedBy?: readonly SentChannel[]) => {
  const left = all.map(() => 0);
  let reads = 0;
  const runOf = ({ of }: Waits, index: number): RunName => ({
    advertiserId: of as AdvertiserId,
    campaignId: campaignIdOf(`${of} ${index}`),
    scheduledAt: NOW,
  });
  const names = all.map(runOf);
  const placeOf = (run: RunName): number => names.findIndex(({ campaignId }) => campaignId === run.campaignId);
  const runs = {
    takeMinute: async () => true,
    running: async () => names,
    read: async (_: unknown, run: RunName) => ({
      campaign: {
        ...run,
        channel: all[placeOf(run)]?.channel ?? 'email',
        control: 'running',
        schedule: { at: 'now' },
        maxPerMinute: all[placeOf(run)]?.maxPerMinute,
      } as unknown as Campaign,
      occurrence: {
        ...{ ...run, startedAt: NOW, validUntil: addDays(NOW, 3), claimMonth: monthOf(NOW), state: 'running' },
        ...{ cut: 0, revision: 1, cursors: [{ isDone: true }] },
      } as Occurrence,
    }),
    openChunks: async () => [],
    reported: async () => ({ sent: 0, complaints: 0, bounces: 0, spared: 0 }),
    duePages: async (
      ...[, run, , { most, isWanted }]: Parameters<Runs['duePages']>
    ): Promise<readonly WaitingPage[]> => {
      reads += 1;
      const { pages = [], isUndecided = false } = all[placeOf(run)] ?? {};
      const due = pages.map((size, page) => ({
        ...{ pageId: `p${page}`, scheduledAt: NOW, dueAt: NOW, isUnknown: false, turn: 1, cut: 0 },
        ...(isUndecided ? { causes: { doubt: size } } : {}),
        contactIds: Array.from({ length: size }, (_each, index) => `c${page}-${index}` as ContactId),
      }));
      const wanted = await Promise.all(due.map((page) => isWanted?.(page) ?? true));
      return due.filter((_, index) => wanted[index]).slice(0, most);
    },
    cut: async (_: unknown, run: RunName, chunk: { recipients: readonly unknown[] }) => {
      const place = placeOf(run);
      left[place] = (left[place] ?? 0) + chunk.recipients.length;
      return { chunk, isOpen: true };
    },
    movePage: async () => undefined,
    advance: async () => true,
    noteHeld: async () => true,
    isIdle: async () => false,
  };
  const ports = {
    clock: { now: () => NOW },
    runs: runs as unknown as Runs,
    campaigns: { runs: async () => [] },
    halts: { reasonFor: async () => undefined },
    tenants: { areOn: () => true, isStopped: async () => false },
    pause: async () => undefined,
    reviews: { find: async () => OPEN },
    // A fifth is kept for single messages.
    quotas: {
      of: async (channel) => {
        const quota = { perSecond: 100, in24Hours: Math.ceil(capacity * 1.25), sentInLast24Hours: 0 };
        return sharedBy?.includes(channel) ? { ...quota, sharedBy } : quota;
      },
    },
    audience: { page: async () => ({ contacts: [] }) },
    queue: { put: async () => undefined },
  } as DispatchPorts;
  await dispatchMinute(ports);
  return { left, reads };
};

test('the channels of one provider share what it takes, and another channel has a route of its own', async () => {
  const pages = Array.from({ length: 8 }, () => 12);
  const all = (['sms', 'mms', 'automated-call', 'email'] as const).map((channel) => ({ of: channel, pages, channel }));
  const { left } = await minuteOf(48, all, ['sms', 'mms', 'automated-call']);
  expect(left).toEqual([16, 16, 16, 48]);
});

test('one who is due takes one place of the minute, and not a share of it', async () => {
  const { left } = await minuteOf(48, [
    { of: 'a', pages: [1] },
    { of: 'b', pages: [50, 50] },
  ]);
  expect(left).toEqual([1, 47]);
});

test('pages that are due are read once in a minute', async () => {
  expect((await minuteOf(48, [{ of: 'a', pages: [3, 2] }])).reads).toBe(1);
});

test('who waits for a human gets what all others leave, and no more than the limit of the run', async () => {
  const waits = { pages: [30, 30], isUndecided: true };
  const of = async (...others: readonly Waits[]) => (await minuteOf(48, [{ of: 'a', ...waits }, ...others])).left;
  expect(await of({ of: 'b', pages: [40] })).toEqual([8, 40]);
  expect(await of({ of: 'b', pages: [50] })).toEqual([0, 48]);
  expect(await of({ of: 'a', pages: [50] })).toEqual([0, 48]);
  expect(await of()).toEqual([48]);
  expect(await of({ of: 'b', ...waits })).toEqual([24, 24]);
  expect(await of({ of: 'b', pages: [30], maxPerMinute: 5 }, { of: 'c', ...waits, maxPerMinute: 3 })).toEqual([
    40, 5, 3,
  ]);
});

test('where so many wait for a human that others may be due behind them, they take places like others', async () => {
  const pages = Array.from({ length: 4_000 }, () => 1);
  const [many, few] = [
    { of: 'a', pages, isUndecided: true },
    { of: 'a', pages: pages.slice(1), isUndecided: true },
  ];
  const other = { of: 'b', pages: [50] };
  expect((await minuteOf(48, [many, other])).left).toEqual([24, 24]);
  expect((await minuteOf(48, [few, other])).left).toEqual([0, 48]);
});

/** Written apart from the code: places are given out one by one, each to an advertiser that has the fewest, and there to such a run. */
const givenOut = (capacity: number, all: readonly Waits[]) => {
  const wants = all.map(({ pages, maxPerMinute = Number.POSITIVE_INFINITY }) =>
    Math.min(
      maxPerMinute,
      pages.reduce((sum, size) => sum + size, 0),
    ),
  );
  const byAdvertiser = new Map<string, number>();
  const given = all.map(() => 0);
  for (let place = 0; place < capacity; place += 1) {
    const open = [...all.entries()].filter(([index]) => (given[index] ?? 0) < (wants[index] ?? 0));
    const [first] = open.toSorted(
      ([i, a], [j, b]) =>
        (byAdvertiser.get(a.of) ?? 0) - (byAdvertiser.get(b.of) ?? 0) || (given[i] ?? 0) - (given[j] ?? 0),
    );
    if (first === undefined) break;
    const [index, { of }] = first;
    given[index] = (given[index] ?? 0) + 1;
    byAdvertiser.set(of, (byAdvertiser.get(of) ?? 0) + 1);
  }
  return byAdvertiser;
};

test('whoever waits where, no place is lost while anybody is due, and advertisers differ by one at most from a fair share', async () => {
  const waits = fc.record(
    {
      of: fc.constantFrom('a', 'b', 'c'),
      pages: fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 4 }),
      maxPerMinute: fc.integer({ min: 1, max: 30 }),
    },
    { requiredKeys: ['of', 'pages'] },
  );
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 120 }), fc.array(waits, { maxLength: 6 }), async (capacity, all) => {
      const { left } = await minuteOf(capacity, all);
      const fair = givenOut(capacity, all);
      const got = (of: string) => left.reduce((sum, each, index) => sum + (all[index]?.of === of ? each : 0), 0);
      for (const [of, count] of fair) expect(Math.abs(got(of) - count)).toBeLessThanOrEqual(1);
      expect(left.reduce((sum, each) => sum + each, 0)).toBe([...fair.values()].reduce((sum, each) => sum + each, 0));
    }),
    { numRuns: 300, seed: 13 },
  );
});
