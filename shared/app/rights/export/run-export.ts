import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { isEnded } from '#shared/domain/job/job.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { EXPORT_FORMATS, type ExportJob } from '#shared/domain/rights/export-job.ts';
import type { HeldRecord } from '#shared/domain/rights/held-record.ts';
import type { Clock } from '../../clock.port.ts';
import type { JobQueue, JobReference } from '../../jobs/jobs.port.ts';
import { type DocumentPorts, type ExportDocument, exportDocument } from './export-document.ts';
import type { ExportFiles, RemovedFiles } from './export-files.port.ts';
import type { ExportJobs } from './export-jobs.port.ts';
import { ExportPiece, exportPart, type PartPorts } from './export-part.ts';

/** What makes the page of an export. */
export type WriteExportPage = (document: ExportDocument, language: 'fr' | 'en') => string;

export interface RunExportPorts extends PartPorts, DocumentPorts {
  readonly exportJobs: Pick<ExportJobs, 'get' | 'advance'>;
  readonly exportFiles: ExportFiles & RemovedFiles;
  readonly jobQueue: JobQueue;
  readonly clock: Clock;
  readonly writePage: WriteExportPage;
}

/** Characters of what was gathered that the files are made of at most, some 18,000 messages: the worker holds it all at once (bench/results.md). */
const MOST_GATHERED = 64 * 1024 * 1024;
/** A part takes seconds; none is begun with less time left. */
const PART_MS = 45_000;

/**
 * Goes on with the files of an answer where they are, part by part, as long as there is time; what is left is put on the queue. A part is written down
 * before it counts, so that a crash does it again and comes to the same. `undefined`: no such job.
 */
export const runExport = async (
  ports: RunExportPorts,
  { advertiserId, jobId, timeLeftMs }: JobReference & { readonly timeLeftMs: () => number },
): Promise<ExportJob | undefined> => {
  const access = admit(advertiserId);
  let job = await ports.exportJobs.get(access, jobId);
  while (job !== undefined && !isEnded(job)) {
    const done = await step(ports, access, job);
    const next = { ...done, revision: job.revision + 1, updatedAt: ports.clock.now() };
    job = (await ports.exportJobs.advance(access, next)) ? next : await ports.exportJobs.get(access, jobId);
    if (job !== undefined && !isEnded(job) && timeLeftMs() < PART_MS) {
      await ports.jobQueue.put({ advertiserId, jobId });
      return job;
    }
  }
  return job;
};

const ended = (job: ExportJob, at: Instant, fault?: NonNullable<ExportJob['fault']>): ExportJob =>
  fault === undefined
    ? { ...job, state: 'finished', finishedAt: at }
    : { ...job, state: 'failed', fault, finishedAt: at };

const step = async (ports: RunExportPorts, access: AdvertiserAccess, job: ExportJob): Promise<ExportJob> => {
  const { clock, exportFiles } = ports;
  if (await isErasedSince(ports, access, job)) {
    await exportFiles.remove(access, job.jobId);
    return ended(job, clock.now(), 'contact-erased');
  }
  if (job.next.phase === 'files') return write(ports, access, job);
  const made = await exportPart(ports, access, job);
  const text = await exportFiles.putPiece(access, job.jobId, job.pieces, JSON.stringify(made));
  const { contactIds, next } = readStored(ExportPiece, JSON.parse(text));
  return { ...job, state: 'running', contactIds, next, pieces: job.pieces + 1 };
};

/** What was gathered of who was erased since is not given to anybody. */
const isErasedSince = async (
  { ledger }: RunExportPorts,
  access: AdvertiserAccess,
  job: ExportJob,
): Promise<boolean> => {
  const standings = await Promise.all(job.contactIds.map((each) => ledger.readStanding(access, each)));
  return standings.some((standing) => (standing?.erasedAt ?? '') >= job.createdAt);
};

const gathered = async (
  { exportFiles }: RunExportPorts,
  access: AdvertiserAccess,
  { jobId, pieces }: ExportJob,
): Promise<readonly HeldRecord[] | 'too-late' | 'too-large'> => {
  const records: HeldRecord[] = [];
  let size = 0;
  for (let number = 0; number < pieces; number += 1) {
    const text = await exportFiles.piece(access, jobId, number);
    if (text === undefined) return 'too-late';
    size += text.length;
    if (size > MOST_GATHERED) return 'too-large';
    records.push(...readStored(ExportPiece, JSON.parse(text)).records);
  }
  return records;
};

const write = async (ports: RunExportPorts, access: AdvertiserAccess, job: ExportJob): Promise<ExportJob> => {
  const { clock, exportFiles, writePage } = ports;
  const records = await gathered(ports, access, job);
  if (typeof records === 'string') return ended(job, clock.now(), records);
  const document = await exportDocument(ports, access, job, records);
  const texts = { json: `${JSON.stringify(document, undefined, 2)}\n`, html: writePage(document, job.language) };
  for (const format of EXPORT_FORMATS) await exportFiles.put(access, job.jobId, format, texts[format]);
  return ended(job, clock.now());
};
