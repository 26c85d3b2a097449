import { S3Client } from '@aws-sdk/client-s3';

/**
 * The S3 client of this process. Path style, so that one endpoint serves every bucket, also on a laptop.
 *
 * @param region of the buckets; absent: that of the process
 */
export const s3Client = (region?: string): S3Client =>
  new S3Client({ forcePathStyle: true, ...(region !== undefined && { region }) });

/** As long as a call to another store: what a function waits for before a hand-off is small, and a call that hangs is given up while there is time to try again. */
const TIMEOUTS = { connectionTimeout: 1_000, requestTimeout: 2_500, socketTimeout: 2_500, throwOnRequestTimeout: true };

/** The S3 client of contents and of what left: objects of 256 KB, not files of jobs, each of which takes its time. */
export const contentClient = (): S3Client =>
  new S3Client({ forcePathStyle: true, requestHandler: TIMEOUTS, maxAttempts: 3 });
