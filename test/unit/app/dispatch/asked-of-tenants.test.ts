import { expect, test } from 'vitest';
import type { FoundRun } from '#shared/app/campaigns/dispatching/look-at-run.ts';
import { withTenants } from '#shared/app/campaigns/dispatching/with-tenants.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { millisecondsOf, toInstant } from '#shared/domain/time/instant.ts';
import { NOW } from '#test/support/builders.ts';

/** How a minute asks a provider whom it has stopped: as it answers one a second of an account, and says "too many" to more. */
interface A {
  readonly of: string;
  readonly channel?: string;
  readonly stopped?: string;
  readonly isStoppedAlone?: boolean;
  readonly isRefused?: boolean;
}
const found = ({ of, channel = 'email', stopped, isStoppedAlone, isRefused = true }: A): FoundRun =>
  ({
    ...{ campaign: { channel }, run: { advertiserId: of }, mayWork: true, isUntaken: false },
    occurrence: {
      ...{ stopped, isStoppedAlone },
      ...(isRefused ? { untaken: { since: NOW, at: NOW, because: 'refused:X' } } : {}),
    },
  }) as unknown as FoundRun;

/** `takes`: how long an answer takes, in milliseconds. */
const aMinuteOf = async (all: readonly A[], { minute = 0, takes = 80, isStopped = true } = {}) => {
  let [now, answeredAt] = [0, Number.NEGATIVE_INFINITY];
  const asked: (readonly [of: string, at: number])[] = [];
  const unread: number[] = [];
  const after = async (milliseconds: number) => {
    now += milliseconds;
  };
  const going = await withTenants(
    {
      clock: { now: () => toInstant(millisecondsOf(NOW) + now) },
      pause: after,
      tenants: {
        areOn: (channel) => channel === 'email',
        isStopped: async (_: string, advertiserId: AdvertiserId) => {
          asked.push([advertiserId, now]);
          const isTooSoon = now < answeredAt + 1_000;
          answeredAt = now;
          await after(takes);
          if (isTooSoon || takes >= 1_500) throw new Error('Too many requests');
          return isStopped;
        },
      },
      onTenantsUnread: (count) => void unread.push(count),
    },
    all.map(found),
    minute,
  );
  return { going, asked, unread, tookMs: now };
};
const many = (count: number, more: Partial<A> = {}) =>
  Array.from({ length: count }, (_, index) => ({ of: `a${String(index).padStart(2, '0')}`, ...more }));
const named = (going: readonly FoundRun[], is: (each: FoundRun) => unknown) =>
  going.filter((each) => is(each) === true).map(({ run: { advertiserId } }) => advertiserId as string);

test.each([1, 2, 4, 5, 10, 60])(
  'of %s that are stopped each one that is asked is answered, within some five seconds',
  async (count) => {
    const { going, asked, unread, tookMs } = await aMinuteOf(many(count));
    expect(asked).toHaveLength(Math.min(count, 5));
    expect(unread).toEqual([]);
    expect(named(going, ({ mayWork }) => !mayWork)).toEqual(asked.map(([of]) => of).toSorted());
    expect(tookMs).toBeLessThanOrEqual(5_000);
  },
);

test('whom nobody was stopped of is not asked for, and takes no time', async () => {
  const { asked, tookMs } = await aMinuteOf(many(10, { isRefused: false }));
  expect([asked, tookMs]).toEqual([[], 0]);
});

test('questions that hang end after some seconds, and are said once, with how many', async () => {
  const { going, asked, unread, tookMs } = await aMinuteOf(many(10), { takes: 1_500 });
  expect(asked.length).toBeGreaterThan(1);
  expect(unread).toEqual([asked.length]);
  expect(tookMs).toBeLessThanOrEqual(6_500);
  expect(named(going, ({ mayWork }) => mayWork)).toHaveLength(10);
});

test('each has its turn within as many minutes as there are fives', async () => {
  const asked = new Set<string>();
  for (let minute = 0; minute < 5; minute += 1)
    for (const [of] of (await aMinuteOf(many(23), { minute })).asked) asked.add(of);
  expect(asked.size).toBe(23);
});

test('texts take no turn of mails, and no note of them either', async () => {
  const { going, asked } = await aMinuteOf([...many(30, { channel: 'sms' }), { of: 'z' }, { of: 'z', channel: 'sms' }]);
  expect(asked.map(([of]) => of)).toEqual(['z']);
  expect(going.filter(({ mayWork }) => !mayWork)).toHaveLength(1);
});

test('of those who were stopped and are not asked in this minute few are tried, and none is held', async () => {
  const { going, asked } = await aMinuteOf(many(8, { stopped: 'sending-disabled', isStoppedAlone: true }));
  expect(asked).toHaveLength(5);
  expect(named(going, ({ mayWork }) => mayWork)).toEqual(named(going, ({ isUntaken }) => isUntaken));
  expect(named(going, ({ mayWork }) => mayWork)).toHaveLength(3);
});

test('the whole advertiser is as it was noted, also a campaign of it that was not refused yet', async () => {
  const stopped = many(8, { stopped: 'sending-disabled', isStoppedAlone: true });
  const { going } = await aMinuteOf([...stopped, ...many(8, { isRefused: false })]);
  expect(named(going, ({ isUntaken }) => isUntaken)).toHaveLength(6);
});

test('whom the stop of the account held is neither held nor tried as a few afterwards, asked or not', async () => {
  const { going } = await aMinuteOf(many(60, { stopped: 'sending-disabled', isStoppedAlone: false }), {
    isStopped: false,
  });
  expect(named(going, ({ mayWork, isUntaken }) => mayWork && !isUntaken)).toHaveLength(60);
});

test('an answer that it goes on ends what was noted of it, and says nothing of one that was not', async () => {
  const all = [{ of: 'a', stopped: 'sending-disabled', isStoppedAlone: true }, { of: 'b' }];
  const { going } = await aMinuteOf(all, { isStopped: false });
  expect(going.map(({ isStoppedByProvider, mayWork }) => [isStoppedByProvider, mayWork])).toEqual([
    [undefined, true],
    [undefined, true],
  ]);
});
