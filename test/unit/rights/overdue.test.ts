import { expect, test } from 'vitest';
import { lookForOverdue } from '#shared/app/rights/look-for-overdue.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { dueAtOf } from '#shared/domain/rights/due.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { NOW } from '#test/support/builders.ts';

const open = (days: number, told = true) => {
  const receivedAt = addDays(NOW, -days);
  return {
    state: 'open',
    receivedAt,
    dueAt: dueAtOf(receivedAt),
    ...(told ? { acknowledgedAt: receivedAt } : {}),
  } as never;
};

test('counts by why over all advertisers, and one that cannot be read keeps no other from being counted', async () => {
  const of: Readonly<Record<string, readonly never[]>> = { a: [open(0), open(20), open(2, false)], c: [open(40)] };
  const found = await lookForOverdue({
    clock: { now: () => NOW },
    advertiserList: { all: async () => ['a', 'b', 'c'] as AdvertiserId[] },
    requests: {
      open: async ({ advertiserId }) => {
        if (advertiserId === 'b') throw dependencyUnavailable('The store of requests');
        return of[advertiserId] ?? [];
      },
    },
  });
  expect(found.counts).toEqual({ 'not-acknowledged': 1, 'due-soon': 2 });
  expect(found.failure).toMatchObject({ code: 'dependency-unavailable' });
});
