import { S3Client } from '@aws-sdk/client-s3';

/** The S3 client of this process. Path style, so that one endpoint serves every bucket, also on a laptop. */
export const s3Client = (): S3Client => new S3Client({ forcePathStyle: true });
