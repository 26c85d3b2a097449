import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { REGION } from '../../template/attributes.ts';
import { untilClosed } from '../until-closed.ts';

/** What services of AWS put into buckets by themselves. */
export interface Objects {
  readonly put: (bucket: string, key: string, bytes: Buffer) => Promise<void>;
  readonly close: () => void;
}

/** The buckets of the emulator. */
export const openObjects = (messagingUrl: string): Objects => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new S3Client({ endpoint: messagingUrl, region: REGION, credentials, forcePathStyle: true });
  const { carry, close } = untilClosed(client);
  return { put: (Bucket, Key, Body) => carry(client.send(new PutObjectCommand({ Bucket, Key, Body }))), close };
};
