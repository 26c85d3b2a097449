import { describe, expect, test } from 'vitest';
import { reportPart } from '#shared/app/campaigns/report/report-part.ts';
import { type ReportPorts, reportStep } from '#shared/app/campaigns/report/report-step.ts';
import type { RunRecords } from '#shared/app/campaigns/report/run-records.port.ts';
import { runJob } from '#shared/app/jobs/run-job.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ChunkResult } from '#shared/domain/campaign/chunk.ts';
import { campaignIdOf } from '#shared/domain/campaign/names.ts';
import { NO_SUMS, type RunReport } from '#shared/domain/campaign/run-report.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { CampaignJob } from '#shared/domain/job/campaign-job.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { testClock } from '#test/support/aws.ts';
import { ADVERTISER_ID, NOW } from '#test/support/builders.ts';

/** A part of a report is about a thousand recipients, however many of them a chunk has and however often they came up. */
const CAMPAIGN = {
  ...{ campaignId: campaignIdOf('c'), name: 'n', channel: 'email', purpose: 'own-offers', schedule: { at: 'now' } },
  control: 'running',
};
const USE = { channel: 'email', purpose: 'own-offers' } as const;
const RUN = { advertiserId: ADVERTISER_ID, campaignId: campaignIdOf('c'), scheduledAt: NOW };

/** The outcomes of so many chunks, each of so many recipients; of `turns` of the same recipients only the first is of the audience. */
const recordsOf = (of: { readonly chunks: number; readonly turns: number; readonly size: number }) => {
  let queries = 0;
  const recipients = (chunk: number) =>
    Array.from(
      { length: of.size },
      (_, index) => `v1n1.${String(chunk * of.size + index).padStart(43, 'a')}` as ContactId,
    );
  const resultAt = (place: number): ChunkResult => {
    const turn = place % of.turns;
    const contactIds = turn === 0 ? recipients(Math.floor(place / of.turns)) : [];
    const outcomes = contactIds.map((contactId) => ({ contactId, state: 'refused' as const, codes: ['LISTED'] }));
    return { chunkId: String(place), scheduledAt: NOW, settledAt: NOW, turn, upTo: 'x', outcomes };
  };
  const records: RunRecords = {
    openFirstChunks: async () => [],
    reported: async () => new Map(),
    oppositionsOf: async () => new Map(),
    chunk: async (_, __, chunkId) => ({
      open: {
        ...{ chunkId, scheduledAt: NOW, cutAt: NOW, turn: 0, upTo: 'x' },
        recipients: recipients(Number(chunkId)).map((contactId) => ({ contactId })),
      },
    }),
    outcomesAfter: async (_, __, after, most) => {
      queries += 1;
      const [from, all] = [after === undefined ? 0 : Number(after) + 1, of.chunks * of.turns];
      const to = Math.min(all, from + most);
      const outcomes = Array.from({ length: to - from }, (_each, index) => resultAt(from + index));
      return { outcomes, next: to < all ? String(to - 1) : undefined };
    },
  };
  return { records, queries: () => queries };
};

const known = (more: Partial<RunReport>): RunReport => ({
  ...{ phase: 'settled', selected: 0, openChunks: [], done: 0, pieces: 0, isFinal: false, sums: NO_SUMS },
  ...more,
});

const isSettled = async () => false;

/** The parts of a report, one after the other. */
const partsOf = async (records: RunRecords, begun: RunReport) => {
  const sizes: number[] = [];
  for (let report = begun; report.phase !== 'write'; ) {
    const of = {
      access: admit(ADVERTISER_ID),
      run: RUN,
      use: USE,
      known: report,
      reported: new Map(),
      isSettled,
      askedAt: NOW,
    };
    const { recipients, next } = await reportPart(records, of);
    sizes.push(recipients.length);
    const { after: _after, ...others } = report;
    report = { ...others, ...next };
  }
  return sizes;
};

describe('a part of a report', () => {
  test.each([
    ['mails, fifty a chunk', { chunks: 400, turns: 1, size: 50 }],
    ['texts, twelve a chunk', { chunks: 1_700, turns: 1, size: 12 }],
    ['chunks of one recipient, as those of small waves', { chunks: 3_000, turns: 1, size: 1 }],
    ['mails that came up forty times', { chunks: 400, turns: 41, size: 50 }],
  ])('has about a thousand of %s', async (_, of) => {
    const sizes = await partsOf(recordsOf(of).records, known({}));
    const all = of.chunks * of.size;
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(all);
    expect(sizes.length).toBeLessThanOrEqual(Math.ceil(all / 1_000) + 1);
    expect(Math.max(...sizes)).toBeLessThan(2_000);
  });

  test('has about a thousand of those whom workers had in hand', async () => {
    const openChunks = Array.from({ length: 500 }, (_, index) => String(index));
    const { records } = recordsOf({ chunks: 0, turns: 1, size: 12 });
    const sizes = await partsOf(records, known({ phase: 'open', openChunks }));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(6_000);
    expect(sizes.length).toBeLessThanOrEqual(8);
  });

  test('says of whose hour has come whether it was of their wave or of the law', async () => {
    const { records } = recordsOf({ chunks: 1, turns: 1, size: 3 });
    const outcomesAfter: RunRecords['outcomesAfter'] = async (...asked) => {
      const { outcomes, next } = await records.outcomesAfter(...asked);
      const codes = [['WAVE_LATER'], ['OUTSIDE_HOURS'], ['OUTSIDE_HOURS']];
      const ats = [NOW, NOW, addSeconds(NOW, 60)];
      const deferred = (each: ChunkResult): ChunkResult => ({
        ...each,
        outcomes: each.outcomes.map(({ contactId }, place) => ({
          ...{ contactId, state: 'deferred', codes: codes[place] ?? [], dueAt: ats[place] },
        })),
      });
      return { outcomes: outcomes.map(deferred), next };
    };
    const chunk = async () => undefined;
    const of = {
      access: admit(ADVERTISER_ID),
      run: RUN,
      use: USE,
      known: known({}),
      reported: new Map(),
      isSettled,
      askedAt: NOW,
    };
    const { recipients } = await reportPart({ ...records, outcomesAfter, chunk }, of);
    expect(recipients.map(({ state, codes }) => `${state} ${codes.join()}`).toSorted()).toEqual([
      'deferred OUTSIDE_HOURS',
      'waiting hour-came',
      'waiting lawful-hour-came',
    ]);
  });

  test('ends after so many queries, whoever it found', async () => {
    const { records, queries } = recordsOf({ chunks: 1, turns: 100_000, size: 50 });
    const of = {
      access: admit(ADVERTISER_ID),
      run: RUN,
      use: USE,
      known: known({}),
      reported: new Map(),
      isSettled,
      askedAt: NOW,
    };
    const { next } = await reportPart(records, of);
    expect(queries()).toBe(100);
    expect(next).toMatchObject({ phase: 'settled', after: '1999' });
  });
});

test('a report of 100,000 recipients who came up again each hour of a weekend is made', async () => {
  const { records } = recordsOf({ chunks: 2_000, turns: 41, size: 50 });
  const pieces = new Map<number, string>();
  let job = {
    ...{ ...RUN, jobId: 'job_1', name: 'n', task: { kind: 'campaign-report', known: known({ selected: 100_000 }) } },
    ...{ state: 'running', createdAt: NOW, updatedAt: NOW, revision: 1, endsAt: NOW },
  } as unknown as CampaignJob;
  const ports = {
    clock: testClock(),
    runs: { read: async () => ({ campaign: CAMPAIGN, occurrence: { cut: 100_000, state: 'running', cursors: [] } }) },
    advertisers: { get: async () => undefined },
    runRecords: records,
    reportFiles: {
      putPiece: async (_: unknown, __: unknown, number: number, text: string) => {
        pieces.set(number, text);
        return text;
      },
      piece: async (_: unknown, __: unknown, number: number) => pieces.get(number),
      open: () => ({ write: async () => undefined, close: async () => undefined }),
    },
    writePage: () => '<html></html>',
  } as unknown as ReportPorts;
  const all = {
    jobs: {
      get: async () => job,
      advance: async (_: unknown, next: CampaignJob) => {
        job = next;
        return true;
      },
    },
    ...{ jobQueue: { put: async () => undefined }, clock: testClock() },
    campaigns: { 'campaign-report': reportStep(ports) },
  } as never;
  await runJob(all, { advertiserId: ADVERTISER_ID, jobId: job.jobId, timeLeftMs: () => 120_000 });
  expect(job).toMatchObject({ state: 'finished' });
  expect(job).not.toHaveProperty('fault');
  expect(pieces.size).toBeLessThan(110);
}, 60_000);
