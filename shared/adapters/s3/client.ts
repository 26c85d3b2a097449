import { S3Client } from '@aws-sdk/client-s3';
import { STORE_TIMEOUTS_MS } from '../timeouts.ts';

/**
 * The S3 client of this process. Path style, so that one endpoint serves every bucket, also on a laptop.
 *
 * @param region of the buckets; absent: that of the process
 */
export const s3Client = (region?: string): S3Client =>
  new S3Client({ forcePathStyle: true, ...(region !== undefined && { region }) });

/** The S3 client of contents and of what left: objects of 256 KB, not files of jobs, each of which takes its time. */
export const contentClient = (): S3Client =>
  new S3Client({
    forcePathStyle: true,
    requestHandler: { ...STORE_TIMEOUTS_MS, socketTimeout: STORE_TIMEOUTS_MS.requestTimeout },
    maxAttempts: 3,
  });
