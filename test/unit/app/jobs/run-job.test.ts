import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audienceListsOf } from '#shared/adapters/dynamodb/audience/audience-lists.ts';
import { jobsOf } from '#shared/adapters/dynamodb/jobs/jobs.ts';
import { standingKey } from '#shared/adapters/dynamodb/keys.ts';
import { type Table, toImage, toItem } from '#shared/adapters/dynamodb/table.ts';
import { takeListed } from '#shared/app/audience/take-listed.ts';
import { type JobPorts, runJob } from '#shared/app/jobs/run-job.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { listIdOfJob } from '#shared/domain/contact/fingerprint.ts';
import { LONGEST_ROW } from '#shared/domain/csv/longest-row.ts';
import type { AdvertiserId, ContactId, JobId, UploadId } from '#shared/domain/ids.ts';
import { isOfCampaign } from '#shared/domain/job/campaign-job.ts';
import { BEGINNING, type Job } from '#shared/domain/job/job.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { memoryClientOf } from '../../../fuzz/store/memory-client.ts';
import { MemoryTable } from '../../../fuzz/store/memory-table.ts';
import { NOW } from '../../../support/builders.ts';

const advertiserId = 'maison-valmy' as AdvertiserId;
const access = admit(advertiserId);
const jobId = `job_${'a'.repeat(22)}` as JobId;
const listId = listIdOfJob(jobId);
const idOf = (letter: string) => `v1n1.${letter.repeat(43)}` as ContactId;
const KNOWN = [...'abcdefgh'];

const jobOn = (file: Buffer): Job => ({
  advertiserId,
  jobId,
  name: 'Hiver',
  task: { kind: 'audience-list', listId, by: 'contactId', heading: 'contactId' },
  file: { uploadId: `upl_${'a'.repeat(22)}` as UploadId, version: '1', bytes: file.length, sha256: 'a'.repeat(64) },
  state: 'waiting',
  readTo: BEGINNING,
  counts: { accepted: 0, repeated: 0, rejected: {} },
  reported: [],
  createdAt: NOW,
  updatedAt: NOW,
  revision: 0,
  endsAt: addDays(NOW, 90),
});

/** Files in memory, of which the report is what was joined last. */
const filesOf = (file: Buffer) => {
  const pieces = new Map<number, string>();
  const report = { text: '' };
  const files: JobPorts['jobFiles'] = {
    read: async (_access, _file, from, most) => file.subarray(from, from + most),
    putPiece: async (_access, _job, offset, text) => void pieces.set(offset, text),
  };
  const reports: JobPorts['jobReports'] = {
    join: async (_access, _job, heading, offsets) => {
      report.text = [heading, ...offsets.map((offset) => pieces.get(offset))].join('');
    },
  };
  return { files, reports, report };
};

class Killed extends Error {}

/** Every call of a port may be the last that its process makes: before it is done, or after. */
const mortal = <T extends object>(port: T, dies: () => 'before' | 'after' | 'no'): T =>
  new Proxy(port, {
    get:
      (target, name) =>
      async (...given: unknown[]) => {
        const when = dies();
        if (when === 'before') throw new Killed();
        const done = await Reflect.apply(Reflect.get(target, name) as never, target, given);
        if (when === 'after') throw new Killed();
        return done;
      },
  });

const noCampaign = async () => {
  throw new Error('no job on a campaign');
};

/** A file of rows that are known, unknown, repeated, and no rows at all. */
const fileOf = (rows: readonly string[]): Buffer => Buffer.from(['contactId', ...rows].join('\n'));

/** Runs a job to its end, however often it is killed: its message comes again. */
const worked = async (
  file: Buffer,
  dies: () => 'before' | 'after' | 'no',
  { workers = 1, rowsOfPart = 3 }: { readonly workers?: number; readonly rowsOfPart?: number } = {},
) => {
  const memory = new MemoryTable();
  const table = { client: memoryClientOf(memory, 'in-memory') as unknown as Table['client'], tableName: 'in-memory' };
  const clock = { now: () => NOW };
  for (const letter of KNOWN) {
    const item = { ...standingKey(access, idOf(letter)), contactId: idOf(letter), declared: {} };
    await table.client.send(new PutItemCommand({ TableName: 'in-memory', Item: toImage(item) }));
  }
  const jobs = jobsOf({ ...table, clock });
  await jobs.create(access, jobOn(file), 'b'.repeat(64));
  const { files, reports, report } = filesOf(file);
  let messages = workers;
  const put = async () => {
    messages += 1;
  };
  const ports: JobPorts = {
    jobs: mortal(jobs, dies),
    jobFiles: mortal(files, dies),
    jobReports: mortal(reports, dies),
    jobQueue: mortal({ put }, dies),
    clock,
    part: { bytes: 4 * LONGEST_ROW, rows: rowsOfPart },
    takers: {
      'audience-list': takeListed({
        audienceLists: mortal(audienceListsOf({ ...table, clock }), dies),
        fingerprints: {
          find: async () => ({ contactId: idOf('z'), otherIds: [] }),
          findPerson: async () => ({ person: '', others: [] }),
        },
      }),
      'import-check': noCampaign,
      'import-commit': noCampaign,
    },
    campaigns: { 'campaign-dry-run': noCampaign, 'campaign-report': noCampaign },
  };
  const one = async (): Promise<void> => {
    // No time is left after each part: every part is a message of its own.
    const delivered = runJob(ports, { advertiserId, jobId, timeLeftMs: () => 0 });
    const isKilled = await delivered.then(
      () => false,
      (error: unknown) => error instanceof Killed,
    );
    if (!isKilled) messages -= 1;
  };
  for (let rounds = 0; messages > 0; rounds += 1) {
    if (rounds > 2000) throw new Error('the job never ends');
    await Promise.all(Array.from({ length: Math.min(workers, messages) }, one));
  }
  const found = await jobs.get(access, jobId);
  const job = found && !isOfCampaign(found) ? found : undefined;
  const rows = [...memory.items()].map(toItem).filter(({ entity }) => entity === 'listed-contact');
  return { job, report: report.text, rows: rows.map(({ sk, line }) => `${sk} ${line}`).sort() };
};

const row = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...KNOWN).map(idOf) },
  fc.constantFrom(idOf('x'), 'none', '', '"open', '"a"b'),
);
const fate = fc.infiniteStream(fc.constantFrom('before', 'after', 'no', 'no', 'no', 'no', 'no', 'no'));
const unhurt = () => 'no' as const;

test('a job that is killed at any call, before it or after, comes to the same end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 20 }), fate, fc.constantFrom(1, 2), async (rows, fates, workers) => {
      const file = fileOf(rows);
      const whole = await worked(file, unhurt);
      expect(whole.job).toMatchObject({ state: 'finished', readTo: { offset: file.length } });
      const named = rows.filter((each) => KNOWN.map(idOf).includes(each as ContactId));
      const { accepted, repeated } = whole.job?.counts ?? {};
      expect({ accepted, repeated }).toEqual({
        accepted: new Set(named).size,
        repeated: named.length - new Set(named).size,
      });
      const hurt = await worked(file, () => fates.next().value, { workers });
      expect(hurt.rows).toEqual(whole.rows);
      expect(hurt.report).toBe(whole.report);
      expect(hurt.job?.counts).toEqual(whole.job?.counts);
    }),
    { numRuns: 60 },
  );
});

test('a report names every row, however many have a reason', async () => {
  const rows = 21_500;
  const { job, report } = await worked(fileOf(Array.from({ length: rows }, () => 'none')), unhurt, {
    rowsOfPart: 2000,
  });
  expect(job?.counts.rejected).toEqual({ 'not-a-contact-id': rows });
  const lines = report.trim().split('\n');
  expect(lines[0]).toBe('line,column,code,reason,motif');
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 3).join(','))).toEqual(
    Array.from({ length: rows }, (_, index) => `${index + 2},1,not-a-contact-id`),
  );
});
