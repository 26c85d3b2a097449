import { randomBytes } from 'node:crypto';
import type * as z from 'zod/mini';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { vaultOf } from '#shared/adapters/crypto/vault.ts';
import { jobsOf } from '#shared/adapters/dynamodb/jobs/jobs.ts';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { storedNamesOf } from '#shared/adapters/dynamodb/ledger/stored-names.ts';
import { formerEventsOf } from '#shared/adapters/dynamodb/retention/former-events.ts';
import { oppositionListsOf } from '#shared/adapters/dynamodb/rights/opposition-lists.ts';
import { type Table, toItem } from '#shared/adapters/dynamodb/table.ts';
import { commitImport } from '#shared/app/imports/commit-import.ts';
import type { ImportPorts } from '#shared/app/imports/imported-row.ts';
import { ledgerOfCheck, takeImported } from '#shared/app/imports/take-imported.ts';
import type { JobFiles, JobReports } from '#shared/app/jobs/job-files.port.ts';
import { type JobPorts, PART, type PartSize, runJob } from '#shared/app/jobs/run-job.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, Instant, JobId, UploadId } from '#shared/domain/ids.ts';
import type { ImportCheck } from '#shared/domain/import/import.ts';
import { isOfCampaign } from '#shared/domain/job/campaign-job.ts';
import { BEGINNING, type Job } from '#shared/domain/job/job.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { addDays, addSeconds } from '#shared/domain/time/instant.ts';
import { expiryOf } from '#shared/law/readings/retention.ts';
import { archiveInMemory } from '#test/support/crypto/archive-in-memory.ts';
import { NO_ADVERTISER_KEYS } from '#test/support/crypto/kms.ts';
import { memoryClientOf } from '../../fuzz/store/memory-client.ts';
import { MemoryTable } from '../../fuzz/store/memory-table.ts';
import { aFormVersion, anAdvertiser, NOW } from '../builders.ts';

const SECRET = JSON.stringify({ key1: 'k'.repeat(43) });
const TABLE = 'in-memory';
const advertiserId = 'maison-valmy' as AdvertiserId;
const access = admit(advertiserId);

/** A file as the store of files has it, read part by part; and the reports that are made of it. */
export interface FileOfTest {
  readonly bytes: number;
  read(from: number, most: number): Uint8Array;
}

/** A whole file in memory. */
export const fileIn = (bytes: Buffer): FileOfTest => ({
  bytes: bytes.length,
  read: (from, most) => bytes.subarray(from, from + most),
});

/** Makes a port of a port, such as one whose calls may be the last of their process. */
export type Wrap = <T extends object>(port: T) => T;

const never = async () => {
  throw new Error('nothing here needs it');
};

const portsOver = (table: Table, now: () => Instant, wrap: Wrap): ImportPorts => {
  const clock = { now };
  const vault = vaultOf({ keys: NO_ADVERTISER_KEYS, secret: async () => SECRET, randomBytes });
  return {
    ledger: wrap(ledgerOf({ ...table, vault, clock, expiryOf: async (_access, standing) => expiryOf(standing) })),
    clock,
    pause: async () => undefined,
    advertisers: { get: async () => anAdvertiser() } as unknown as ImportPorts['advertisers'],
    formVersions: {
      get: async (_access: unknown, { formId, version }: { formId: string; version: string }) =>
        formId === 'newsletter' && version === '3' ? aFormVersion() : undefined,
    } as unknown as ImportPorts['formVersions'],
    fingerprints: fingerprintsOf(SECRET, storedNamesOf(table)),
    oppositionLists: wrap(oppositionListsOf({ ...table, vault, clock })),
    formerEvents: formerEventsOf(archiveInMemory().readerOver({ ...table, clock })),
    reviews: { find: async () => undefined, open: never, complain: never } as unknown as ImportPorts['reviews'],
    messages: { get: never } as unknown as ImportPorts['messages'],
    templates: { get: never } as unknown as ImportPorts['templates'],
  };
};

/** Imports over the table in memory, with the adapters of the product. */
export const importsInMemory = () => {
  const memory = new MemoryTable();
  const table = { client: memoryClientOf(memory, TABLE) as unknown as Table['client'], tableName: TABLE };
  const time = { now: NOW };
  const now = () => time.now;
  const jobs = jobsOf({ ...table, clock: { now } });
  let begun = 0;

  const draftOf = (file: FileOfTest, sha256: string, task: Omit<z.infer<typeof ImportCheck>, 'kind'>): Job => {
    begun += 1;
    return {
      ...{ advertiserId, name: 'import', state: 'waiting', readTo: BEGINNING, reported: [], revision: 0 },
      jobId: `job_${String(begun).padStart(22, 'a')}` as JobId,
      task: { kind: 'import-check', ...task },
      file: { uploadId: `upl_${'a'.repeat(22)}` as UploadId, version: '1', bytes: file.bytes, sha256 },
      counts: { accepted: 0, repeated: 0, rejected: {} },
      createdAt: now(),
      updatedAt: now(),
      endsAt: addDays(now(), 90),
    };
  };

  /** Runs a job to its end, however often it is killed: its message comes again. */
  const run = async (
    job: Job,
    file: FileOfTest,
    part: PartSize = PART,
    { wrap = (port) => port, isKill = () => false }: { wrap?: Wrap; isKill?: (error: unknown) => boolean } = {},
  ): Promise<{ readonly job: Job; readonly report: string; readonly delays: readonly number[] }> => {
    const pieces = new Map<number, string>();
    let report = '';
    const files: Pick<JobFiles, 'read' | 'putPiece'> = {
      read: async (_access, _file, from, most) => file.read(from, most),
      putPiece: async (_access, _job, offset, text) => void pieces.set(offset, text),
    };
    const reports: JobReports = {
      join: async (_access, _job, heading, offsets) => {
        report = [heading, ...offsets.map((offset) => pieces.get(offset))].join('');
      },
    };
    const ports = portsOver(table, now, wrap);
    const takers: JobPorts['takers'] = {
      'audience-list': never,
      'import-check': takeImported({ ...ports, ledger: ledgerOfCheck(ports.ledger) }),
      'import-commit': takeImported(ports),
    };
    const campaigns = { 'campaign-dry-run': never, 'campaign-report': never };
    const delays: number[] = [];
    // Whoever comes later comes then.
    const put = async (_job: unknown, delaySeconds = 0) => {
      if (delaySeconds > 0) delays.push(delaySeconds);
      time.now = addSeconds(time.now, delaySeconds);
    };
    const all: JobPorts = {
      ...{ jobs: wrap(jobs), jobFiles: wrap(files), jobReports: wrap(reports), jobQueue: wrap({ put }) },
      ...{ clock: { now }, part, takers, campaigns },
    };
    for (let rounds = 0; rounds < 5000; rounds += 1) {
      try {
        await runJob(all, { advertiserId, jobId: job.jobId, timeLeftMs: () => 120_000 });
      } catch (error) {
        if (!isKill(error)) throw error;
      }
      const found = await jobs.get(access, job.jobId);
      if (found === undefined || isOfCampaign(found)) throw new Error('the job is gone');
      if (found.state === 'finished' || found.state === 'failed') return { job: found, report, delays };
    }
    throw new Error('the job never ends');
  };

  return {
    memory,
    time,
    run,
    /** Every stored item, as the application sees it. */
    items: () => [...memory.items()].map(toItem),
    /** The same, one by one: a million are not twice in memory. */
    eachItem: function* () {
      for (const item of memory.items()) yield toItem(item);
    },
    contactIdOf: (value: string) => fingerprintsOf(SECRET).contactIdOf(advertiserId, { kind: 'email', value }),
    check: async (file: FileOfTest, sha256: string, task: Omit<z.infer<typeof ImportCheck>, 'kind'>): Promise<Job> => {
      const draft = draftOf(file, sha256, task);
      return jobs.create(access, draft, sha256Of(draft.jobId));
    },
    commit: ({ jobId }: Job): Promise<Job> =>
      commitImport(
        { jobs, jobQueue: { put: async () => undefined }, clock: { now } },
        { access, jobId, apiKeyId: 'shop' },
      ),
  };
};
export type ImportsInMemory = ReturnType<typeof importsInMemory>;
