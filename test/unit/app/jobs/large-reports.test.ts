import { describe, expect, test } from 'vitest';
import { type ReportPorts, reportStep } from '#shared/app/campaigns/report/report-step.ts';
import { runJob } from '#shared/app/jobs/run-job.ts';
import { campaignIdOf } from '#shared/domain/campaign/names.ts';
import { NO_SUMS, type RunReport } from '#shared/domain/campaign/run-report.ts';
import type { CampaignJob } from '#shared/domain/job/campaign-job.ts';
import { testClock } from '#test/support/aws.ts';
import { ADVERTISER_ID, NOW } from '#test/support/builders.ts';

const RUN_MS = 120_000;
/** A part of S3 comes after so long. */
const READ_MS = 30;
const PER_PART = 2;

const CAMPAIGN = {
  ...{ campaignId: campaignIdOf('c'), name: 'n', channel: 'email', purpose: 'own-offers', schedule: { at: 'now' } },
  control: 'running',
};

const known = (pieces: number, more: Partial<RunReport> = {}): RunReport => ({
  ...{ phase: 'write', selected: 0, openChunks: [], done: 0, pieces, isFinal: false },
  sums: { ...NO_SUMS, audience: pieces * PER_PART, totals: { waiting: pieces * PER_PART } },
  ...more,
});

/** A job whose parts are all written down; time goes by with what is read of S3 alone, and is read in turns. */
const worldOf = (report: RunReport) => {
  let [now, isReading, atOnce, reads] = [0, 0, 0, 0];
  const put: { readonly at: number; readonly delay: number | undefined }[] = [];
  const written: Record<string, string> = {};
  let job = {
    ...{ advertiserId: ADVERTISER_ID, jobId: 'job_1', name: 'n', campaignId: campaignIdOf('c'), scheduledAt: NOW },
    ...{ task: { kind: 'campaign-report', known: report }, state: 'running', createdAt: NOW, updatedAt: NOW },
    ...{ revision: 1, endsAt: NOW },
  } as unknown as CampaignJob;
  const recipients = (number: number) =>
    Array.from({ length: PER_PART }, (_, index) => ({
      contactId: `v1n1.${String(number * PER_PART + index).padStart(43, 'a')}`,
      ...{ state: 'waiting', codes: ['in-hand'], reported: [] },
    }));
  const reportFiles = {
    piece: async (_: unknown, __: unknown, number: number) => {
      reads += 1;
      isReading += 1;
      atOnce = Math.max(atOnce, isReading);
      // The last of those that are asked for at once makes the time go by for all of them; they come in another order than asked for.
      await new Promise((resolve) => setTimeout(resolve, (number * 7) % 3));
      if (isReading === atOnce) now += READ_MS;
      isReading -= 1;
      return JSON.stringify({ recipients: recipients(number), next: { phase: 'settled', done: 0 } });
    },
    open: (_: unknown, __: unknown, format: string) => ({
      write: async (text: string) => {
        written[format] = `${written[format] ?? ''}${text}`;
      },
      close: async () => undefined,
    }),
  };
  const ports = {
    clock: testClock(),
    runs: { read: async () => ({ campaign: CAMPAIGN, occurrence: { cut: 0, state: 'running', cursors: [] } }) },
    advertisers: { get: async () => undefined },
    runRecords: {},
    reportFiles,
    writePage: () => '<html></html>',
  } as unknown as ReportPorts;
  const jobs = {
    get: async () => job,
    advance: async (_: unknown, next: CampaignJob) => {
      job = next;
      return true;
    },
  };
  const began = { at: 0 };
  const timeLeftMs = () => RUN_MS - (now - began.at);
  const all = {
    ...{ jobs, jobQueue: { put: async (_: unknown, delay?: number) => void put.push({ at: now, delay }) } },
    ...{ clock: testClock(), campaigns: { 'campaign-report': reportStep(ports) } },
  } as never;
  return {
    /** One run of the worker, of which so much has gone by already. */
    run: async (goneMs = 0) => {
      began.at = now - goneMs;
      await runJob(all, { advertiserId: ADVERTISER_ID, jobId: job.jobId, timeLeftMs });
    },
    job: () => job,
    seen: () => ({ reads, atOnce, put: put.length }),
    written,
  };
};

describe('the files of a report', () => {
  test('are made of parts that are read sixteen at once, in their order', async () => {
    const world = worldOf(known(40));
    await world.run();
    expect(world.seen()).toEqual({ reads: 80, atOnce: 16, put: 0 });
    expect(world.job()).toMatchObject({ state: 'finished' });
    const ids = [...(world.written.json ?? '').matchAll(/"contactId":"v1n1\.a*(\d+)"/g)].map(([, id]) => Number(id));
    expect(ids).toEqual(Array.from({ length: 80 }, (_, index) => index));
  });

  test('that take longer than what is left of a run are made by a run of their own, and nothing is read before', async () => {
    const world = worldOf(known(3000));
    await world.run(RUN_MS - 50_000);
    expect(world.seen()).toEqual({ reads: 0, atOnce: 0, put: 1 });
    expect(world.job()).toMatchObject({ state: 'running' });
    await world.run();
    expect(world.job()).toMatchObject({ state: 'finished' });
    expect(world.seen()).toMatchObject({ reads: 6000, put: 1 });
  }, 60_000);

  test.each([
    ['of more parts than a run can write', known(4001)],
    ['of more recipients, as soon as it begins', known(0, { phase: 'settled', selected: 4_000_001 })],
  ])('%s are refused, and the job ends', async (_, report) => {
    const world = worldOf(report);
    await world.run();
    expect(world.job()).toMatchObject({ state: 'failed', fault: 'too-many-recipients' });
    expect(world.seen().reads).toBe(0);
  });

  test('of the most parts that are taken fit in a run', () => {
    // Two reads of each, sixteen at once, and what was measured beside: 7 ms of a processor and 6 ms to send 330 bytes of each of a thousand.
    expect(4_000 * ((2 * READ_MS) / 16 + 7 + 6)).toBeLessThan(RUN_MS * 0.6);
  });
});
