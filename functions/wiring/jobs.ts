import { once } from '#functions/wiring/once.ts';
import { sqs } from '#functions/wiring/workers.ts';
import { clock, table } from '#functions/wiring.ts';
import { jobsOf } from '#shared/adapters/dynamodb/jobs/jobs.ts';
import { s3Client } from '#shared/adapters/s3/client.ts';
import { jobFilesOf } from '#shared/adapters/s3/job-files.ts';
import { joinedReportsOf } from '#shared/adapters/s3/joined-reports.ts';
import { reportFilesOf } from '#shared/adapters/s3/report-files.ts';
import { jobQueueOf } from '#shared/adapters/sqs/job-queue.ts';
import { parkingOf } from '#shared/adapters/sqs/send-queue.ts';
import type { ReportFiles } from '#shared/app/campaigns/report/report-files.port.ts';
import type { JobFiles, JobReports } from '#shared/app/jobs/job-files.port.ts';
import type { JobQueue, Jobs } from '#shared/app/jobs/jobs.port.ts';
import type { SendQueue } from '#shared/app/send/send-queue.port.ts';

/** The composition root of uploads and jobs. */
type Needs<V extends string> = Readonly<Record<V, string>>;

export const jobs = /* @__PURE__ */ once((env: Needs<'TABLE_NAME'>): Jobs => jobsOf(table(env)));

export const jobFiles = /* @__PURE__ */ once(
  ({ UPLOAD_BUCKET }: Needs<'UPLOAD_BUCKET'>): JobFiles =>
    jobFilesOf({ client: s3Client(), bucket: UPLOAD_BUCKET, clock }),
);

export const jobReports = /* @__PURE__ */ once(
  ({ UPLOAD_BUCKET }: Needs<'UPLOAD_BUCKET'>): JobReports =>
    joinedReportsOf({ client: s3Client(), bucket: UPLOAD_BUCKET }),
);

export const reportFiles = /* @__PURE__ */ once(
  ({ UPLOAD_BUCKET }: Needs<'UPLOAD_BUCKET'>): ReportFiles =>
    reportFilesOf({ client: s3Client(), bucket: UPLOAD_BUCKET, clock }),
);

export const jobQueue = /* @__PURE__ */ once(
  (env: Needs<'JOBS_QUEUE_URL'>): JobQueue => jobQueueOf(sqs(env), env.JOBS_QUEUE_URL),
);

const usdOf = (price: string, of = 1): number | undefined => (price === 'unknown' ? undefined : Number(price) / of);

/** What the deployer pays for what providers bill: of MMS and calls the settings say nothing. */
export const prices = (env: Needs<'SMS_SEGMENT_USD' | 'EMAIL_THOUSAND_USD'>) => ({
  sms: usdOf(env.SMS_SEGMENT_USD),
  email: usdOf(env.EMAIL_THOUSAND_USD, 1_000),
});

/** Keeps poison of the queue of jobs, with what could not be delivered. */
export const jobParking = /* @__PURE__ */ once(
  (env: Needs<'JOBS_QUEUE_URL'>): Pick<SendQueue, 'park'> => parkingOf(sqs(env), `${env.JOBS_QUEUE_URL}-dlq`),
);
