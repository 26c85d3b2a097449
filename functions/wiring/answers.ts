import { erasing } from '#functions/wiring/erasure.ts';
import { jobQueue } from '#functions/wiring/jobs.ts';
import { once } from '#functions/wiring/once.ts';
import { readRequests, rightsRequests } from '#functions/wiring/rights.ts';
import { begunErasures } from '#functions/wiring/routes/begun-erasures.ts';
import { clock, ledgerWithoutAddresses, table } from '#functions/wiring.ts';
import { exportJobsOf } from '#shared/adapters/dynamodb/rights/export-jobs.ts';
import { s3Client } from '#shared/adapters/s3/client.ts';
import { exportFilesOf } from '#shared/adapters/s3/export-files.ts';
import type { AnswerPorts } from '#shared/app/rights/answer-request.ts';
import type { ExportJobs } from '#shared/app/rights/export/export-jobs.port.ts';

/** The composition root of answers to what people ask, and of their files: apart from what records a request, which needs none of it. */
type Needs<V extends string> = Readonly<Record<V, string>>;
type Env = Parameters<typeof readRequests>[0] & Needs<'UPLOAD_BUCKET'>;

/** The jobs that make the files of an answer. */
export const exportJobs = /* @__PURE__ */ once((env: Needs<'TABLE_NAME'>): ExportJobs => exportJobsOf(table(env)));

/** The files themselves. */
export const exportFiles = /* @__PURE__ */ once(({ UPLOAD_BUCKET }: Needs<'UPLOAD_BUCKET'>) =>
  exportFilesOf({ client: s3Client(), bucket: UPLOAD_BUCKET, clock }),
);

/** What shows a request with its files. */
export const showing = (env: Env) => ({
  requests: readRequests(env),
  exportJobs: exportJobs(env),
  exportFiles: exportFiles(env),
  erasures: begunErasures(env),
  ledger: ledgerWithoutAddresses(env),
  clock,
});

/** What answers one. */
export const answering = (env: Env & Needs<'KEY_ARN' | 'JOBS_QUEUE_URL'>): AnswerPorts => ({
  ...erasing(env),
  requests: rightsRequests(env),
  exportJobs: exportJobs(env),
  jobQueue: jobQueue(env),
});
