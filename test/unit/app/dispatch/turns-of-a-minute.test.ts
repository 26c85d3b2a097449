import { expect, test } from 'vitest';
import { type DispatchPorts, dispatchMinute } from '#shared/app/campaigns/dispatching/dispatch-minute.ts';
import { spreading } from '#shared/app/campaigns/dispatching/spreading.ts';
import type { ChunkReference } from '#shared/app/campaigns/runs.port.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import { campaignIdOf, type RunName } from '#shared/domain/campaign/names.ts';
import type { AdvertiserId, Instant } from '#shared/domain/ids.ts';
import { addDays, addSeconds, monthOf } from '#shared/domain/time/instant.ts';
import { NOW } from '#test/support/builders.ts';

/** What the minute that was taken decides: whose turn it is, and how the work of the function is shared. */

interface A {
  readonly of: string;
  readonly control?: 'running' | 'paused';
  readonly isInWaves?: boolean;
  /** So many wait on a page whose time has come, of an audience that is cut to its end; absent: it is still to be read, and holds nobody. */
  readonly due?: number;
}

/** Minutes at these instants of the dispatcher's clock, each as it was planned if it was: of whom chunks were cut, and of whom pages of the audience were read, in order. */
const minutesOf = async (all: readonly A[], instants: readonly string[], planned?: readonly string[]) => {
  const names = all.map(
    ({ of }): RunName => ({ advertiserId: of as AdvertiserId, campaignId: campaignIdOf(of), scheduledAt: NOW }),
  );
  const aOf = ({ advertiserId }: Pick<RunName, 'advertiserId'>) => all.find(({ of }) => of === advertiserId);
  const [cut, read, taken] = [[] as string[], [] as string[], new Set<string>()];
  const runs = {
    takeMinute: async (minute: string) => !taken.has(minute) && taken.add(minute) !== undefined,
    running: async () => names,
    read: async (_: unknown, run: RunName) => {
      const { control = 'running', isInWaves, due } = aOf(run) ?? {};
      const campaign = {
        ...run,
        channel: 'email',
        schedule: { at: 'now' },
        control,
        audience: run.advertiserId,
      } as unknown as Campaign;
      const occurrence = {
        ...{ ...run, startedAt: NOW, validUntil: addDays(NOW, 3), claimMonth: monthOf(NOW), state: 'running' },
        ...{ cut: 0, revision: 1, cursors: [due === undefined ? {} : { isDone: true }] },
        ...(isInWaves ? { waves: '2026-12-01T09:00' } : {}),
      };
      return { campaign, occurrence };
    },
    openChunks: async () => [],
    reported: async () => ({ sent: 0, complaints: 0, bounces: 0, spared: 0 }),
    duePages: async (_: unknown, run: RunName) =>
      Array.from({ length: aOf(run)?.due ?? 0 }, (_each, page) => ({
        ...{ pageId: `p${page}`, scheduledAt: NOW, dueAt: NOW, isUnknown: false, turn: 1, cut: 0 },
        contactIds: [`c${page}`],
      })),
    find: async () => undefined,
    cut: async (_: unknown, run: RunName, chunk: unknown) => {
      cut.push(run.advertiserId);
      return { chunk, isOpen: true };
    },
    movePage: async () => undefined,
    advance: async () => true,
    finish: async () => false,
    progress: async () => ({}),
  };
  const audience = {
    page: async (_: unknown, of: string) => {
      read.push(of);
      return { contacts: [], next: `after-${read.length}` };
    },
  };
  for (const [index, now] of instants.entries()) {
    const ports = {
      ...{ clock: { now: () => now as Instant }, runs, audience, queue: { put: async () => undefined } },
      halts: { reasonFor: async () => undefined },
      tenants: { areOn: () => true, isStopped: async () => false },
      pause: async () => undefined,
      quotas: { of: async () => ({ perSecond: 1.3 / 60, in24Hours: undefined, sentInLast24Hours: 0 }) },
    };
    const scheduledAt = planned?.[index] as Instant | undefined;
    await dispatchMinute(ports as unknown as DispatchPorts, { scheduledAt }).catch(() => undefined);
  }
  return { cut, read };
};

test('what cannot be divided follows the minute that was taken, by a clock that is behind: each of two has its turn', async () => {
  const behind = ['10:00:02.100', '10:00:59.300', '10:02:00.400', '10:02:59.100'].map((time) => `2026-11-24T${time}Z`);
  const { cut } = await minutesOf(
    [
      { of: 'a', due: 9 },
      { of: 'b', due: 9 },
    ],
    behind,
    ['10:00', '10:01', '10:02', '10:03'].map((minute) => `2026-11-24T${minute}:00.000Z`),
  );
  expect(cut.toSorted()).toEqual(['a', 'a', 'b', 'b']);
});

test('of the empty pages of a minute nothing is kept for runs that are paused', async () => {
  const paused = Array.from({ length: 9 }, (_, index): A => ({ of: `paused-${index}`, control: 'paused' }));
  const { read } = await minutesOf([{ of: 'a' }, ...paused], ['2026-11-24T10:00:02Z']);
  expect(read.length).toBeGreaterThanOrEqual(1_000);
  expect(new Set(read)).toEqual(new Set(['a']));
});

test('each run in waves is once the first whose recipients are put on the pages of their hours', async () => {
  const both: readonly A[] = [
    { of: 'a', isInWaves: true },
    { of: 'b', isInWaves: true },
  ];
  const firstAt = async (time: string) => (await minutesOf(both, [`2026-11-24T${time}Z`])).read[0];
  expect([await firstAt('10:00:02'), await firstAt('10:01:02')].toSorted()).toEqual(['a', 'b']);
});

test('a chunk that is put later waits for as much less: it leaves at its place all the same', async () => {
  let now = NOW;
  const delays: (number | undefined)[] = [];
  const queue = { put: async (_: ChunkReference, delay?: number) => void delays.push(delay) };
  const found = { run: {}, campaign: { channel: 'email' } };
  const line = { places: [0, 50, 100, 150], all: 200, capacity: 200 };
  const send = spreading({ queue, clock: { now: () => now } }, { found, line } as never, NOW);
  for (const chunkId of ['a', 'b', 'c', 'd']) {
    await send({ chunkId, size: 50 });
    now = addSeconds(now, 20);
  }
  expect(delays).toEqual([0, 0, 0, 0]);
});
