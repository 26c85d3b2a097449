import { expect, test } from 'vitest';
import { type RunExportPorts, runExport } from '#shared/app/rights/export/run-export.ts';
import { ADVERTISER_ID, CONTACT_ID, NOW } from '../../support/builders.ts';

const MEGABYTE = 1024 * 1024;

/** Makes the files of a person of whom so many megabytes were gathered; resolves to the job, and how often something was written. */
const made = async (megabytes: number) => {
  const job = {
    ...{ advertiserId: ADVERTISER_ID, jobId: `job_${'a'.repeat(22)}`, requestId: `${CONTACT_ID}.${'a'.repeat(16)}` },
    ...{ extent: 'contact', language: 'fr', contactIds: [CONTACT_ID], next: { phase: 'files', chapter: 0 } },
    ...{ pieces: megabytes, state: 'running', createdAt: NOW, updatedAt: NOW, revision: 1, endsAt: NOW },
  };
  const record = { contactId: CONTACT_ID, kind: 'event', fields: { words: 'x'.repeat(MEGABYTE) } };
  const piece = JSON.stringify({ records: [record], next: job.next, contactIds: [CONTACT_ID] });
  let written = 0;
  const put = async () => {
    written += 1;
  };
  const ports = {
    exportJobs: { get: async () => job, advance: async () => true },
    exportFiles: { piece: async () => piece, put },
    ledger: { readStanding: async () => undefined },
    clock: { now: () => NOW },
    // What comes after it is not of this test.
    advertisers: { get: () => Promise.reject(new Error('it was made')) },
  };
  const entry = { advertiserId: ADVERTISER_ID, jobId: job.jobId, timeLeftMs: () => 120_000 };
  const done = await runExport(ports as unknown as RunExportPorts, entry as never).catch(({ message }) => message);
  return [done.fault ?? done, written];
};

test('what one file cannot hold is said, and nothing of it is written', async () => {
  expect(await made(70)).toEqual(['too-large', 0]);
  expect(await made(60)).toEqual(['it was made', 0]);
});
