import { S3Client } from '@aws-sdk/client-s3';

/**
 * The S3 client of this process. Path style, so that one endpoint serves every bucket, also on a laptop.
 *
 * @param region of the buckets; absent: that of the process
 */
export const s3Client = (region?: string): S3Client =>
  new S3Client({ forcePathStyle: true, ...(region !== undefined && { region }) });
