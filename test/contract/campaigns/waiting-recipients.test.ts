import { beforeEach, describe, expect, test } from 'vitest';
import { runsOf } from '#shared/adapters/dynamodb/campaigns/runs/runs.ts';
import { waitingCountsOf } from '#shared/adapters/dynamodb/messages/waiting/waiting-lists.ts';
import type { Runs } from '#shared/app/campaigns/runs.port.ts';
import type { WaitingCounts } from '#shared/app/reviews/waiting-counts.port.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ChunkResult } from '#shared/domain/campaign/chunk.ts';
import { campaignIdOf } from '#shared/domain/campaign/names.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { reviewIdOf } from '#shared/domain/review/review.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { freshTable, testClock } from '#test/support/aws.ts';
import { ADVERTISER_ID, NOW } from '#test/support/builders.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';

const access = admit(ADVERTISER_ID);
const run = { advertiserId: ADVERTISER_ID, campaignId: campaignIdOf('winter'), scheduledAt: NOW };
const dueAt = addSeconds(NOW, 3_600);
const contact = (name: string) => `v1n1.${name.repeat(43).slice(0, 43)}` as ContactId;
const inReview = (name: string, cause?: string) => ({
  contactId: contact(name),
  state: 'in-review' as const,
  codes: ['CONSENT_CHANNEL_UNCERTAIN'],
  dueAt,
  ...(cause === undefined ? {} : { cause }),
});
const [FIRST, SECOND] = ['form:first@1', 'form:second@1'];
const result: ChunkResult = {
  chunkId: 'chunk-1',
  scheduledAt: NOW,
  settledAt: NOW,
  turn: 0,
  upTo: contact('e'),
  outcomes: [
    inReview('a', FIRST),
    inReview('b', SECOND),
    inReview('c', FIRST),
    // Of one that a release before this one judged it is not known.
    inReview('d'),
    { contactId: contact('e'), state: 'deferred', codes: ['TIME'], dueAt },
  ],
};

describe.each([
  ['DynamoDB Local', freshTable],
  ['memory', async () => tableInMemory()],
] as const)('recipients that wait on a cause, on %s', (_name, tableOf) => {
  let runs: Runs;
  let counts: WaitingCounts;
  beforeEach(async () => {
    const table = await tableOf();
    [runs, counts] = [runsOf({ ...table, clock: testClock() }), waitingCountsOf(table)];
  });
  const waiting = () =>
    Promise.all([FIRST, SECOND].map((cause) => counts.count(access, reviewIdOf(ADVERTISER_ID, cause))));
  const due = () => runs.duePages(access, run, { waiting: dueAt, unknown: dueAt }, { most: 10 });

  test('are counted by cause, once, however often their outcome is stored', async () => {
    expect(await waiting()).toEqual([0, 0]);
    await runs.settle(access, run, result);
    await runs.settle(access, run, result);
    expect(await waiting()).toEqual([2, 1]);
    expect(await due()).toMatchObject([{ causes: { [FIRST]: 2, [SECOND]: 1 }, contactIds: { length: 5 } }]);
  });

  test('are counted until all of their page was cut, and beside those of another chunk, run and campaign', async () => {
    await runs.settle(access, run, result);
    await runs.settle(access, run, { ...result, chunkId: 'chunk-2' });
    const later = { ...run, scheduledAt: addSeconds(NOW, 60) };
    await runs.settle(access, later, { ...result, scheduledAt: later.scheduledAt });
    await runs.settle(access, { ...run, campaignId: campaignIdOf('spring') }, result);
    expect(await waiting()).toEqual([8, 4]);
    const [page] = await due();
    if (page === undefined) throw new Error('no page');
    await runs.movePage(access, run, page, 2);
    expect(await waiting()).toEqual([8, 4]);
    const [moved] = (await due()).filter(({ pageId }) => pageId === page.pageId);
    if (moved === undefined) throw new Error('the page is gone');
    await runs.movePage(access, run, moved, 5);
    await runs.movePage(access, run, moved, 5);
    expect(await waiting()).toEqual([6, 3]);
  });

  test('of another advertiser are not counted', async () => {
    const other = admit('neighbour' as typeof ADVERTISER_ID);
    await runs.settle(other, { ...run, advertiserId: other.advertiserId }, result);
    expect(await waiting()).toEqual([0, 0]);
  });
});
