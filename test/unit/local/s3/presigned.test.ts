import { createHash } from 'node:crypto';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AwsPort, openAwsPort } from '#local/aws/endpoint.ts';
import { createFaults } from '#local/aws/faults.ts';
import { forwardTo } from '#local/aws/forward.ts';
import { SECRET_ACCESS_KEY } from '#local/aws/s3/presigned.ts';
import { withVersions } from '#local/aws/s3/versions.ts';
import { noFaults } from '#local/faults/drawn-faults.ts';
import type { Model } from '#local/template/model.ts';
import { jobFilesOf } from '#shared/adapters/s3/job-files.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, Instant, UploadId } from '#shared/domain/ids.ts';
import { addSeconds, millisecondsOf } from '#shared/domain/time/instant.ts';
import { freshBucket } from '../../../support/aws.ts';
import { NOW } from '../../../support/builders.ts';

const access = admit('maison-valmy' as AdvertiserId);
const uploadId = `upl_${'a'.repeat(22)}` as UploadId;
const FILE = 'email\ncamille@example.com\n';
const UPLOAD = {
  uploadId,
  bytes: FILE.length,
  sha256: createHash('sha256').update(FILE).digest('hex'),
  endsAt: NOW,
};

let now: Instant = NOW;
let port: AwsPort;
let store: Awaited<ReturnType<typeof freshBucket>>;
beforeAll(async () => {
  store = await freshBucket();
  const { hostname, port: of } = (await store.client.config.endpoint?.()) ?? {};
  const properties = { VersioningConfiguration: { Status: 'Enabled' } };
  const model = {
    resources: [],
    ofType: () => [{ name: store.bucket, properties }],
    find: () => undefined,
  } as unknown as Model;
  const s3 = withVersions(model, forwardTo(`http://${hostname}:${of}`));
  const everything = { actions: ['*'], isActionExcluded: false, resources: ['*'], isResourceExcluded: false };
  port = await openAwsPort(() => ({
    ...{ model, faults: createFaults(), drawn: noFaults, now: () => millisecondsOf(now) },
    statements: new Map([['signer', [{ effect: 'Allow' as const, conditions: {}, ...everything }]]]),
    services: { s3 },
    ...{ onCall: () => undefined, onEnd: () => undefined, onAccess: () => undefined, onDenied: () => undefined },
  }));
});
afterAll(async () => {
  await port.close();
  await store.stop();
});
beforeEach(() => {
  now = NOW;
});

const clientAs = (accessKeyId: string, secretAccessKey = SECRET_ACCESS_KEY) =>
  new S3Client({
    ...{ endpoint: port.url, region: 'eu-west-3', forcePathStyle: true, maxAttempts: 1 },
    credentials: { accessKeyId, secretAccessKey },
  });
const files = (secret?: string) =>
  jobFilesOf({ client: clientAs('signer', secret), bucket: store.bucket, clock: { now: () => now } });

const send = async (file: string, change: (url: URL, headers: Record<string, string>) => void = () => undefined) => {
  const { url, headers } = await files().signUpload(access, UPLOAD);
  const [changed, more] = [new URL(url), { ...headers }];
  change(changed, more);
  const { status } = await fetch(changed, { method: 'PUT', headers: more, body: file });
  return status;
};

describe('an address that is signed for one upload', () => {
  test('takes the very file that was offered, whose version is pinned', async () => {
    expect(await send(FILE)).toBe(200);
    const version = (await files().versionOf(access, uploadId)) ?? '';
    const pinned = { uploadId, version, bytes: FILE.length, sha256: UPLOAD.sha256 };
    const Key = `uploads/maison-valmy/${uploadId}.csv`;
    await clientAs('signer').send(new PutObjectCommand({ Bucket: store.bucket, Key, Body: 'other' }));
    expect(await files().versionOf(access, uploadId)).not.toBe(version);
    const read = await files().read(access, pinned, 6, 7);
    expect(Buffer.from(read ?? '').toString()).toBe('camille');
    const { VersionId } = await clientAs('signer').send(new HeadObjectCommand({ Bucket: store.bucket, Key }));
    const whole = new GetObjectCommand({ Bucket: store.bucket, Key, VersionId });
    expect(await (await clientAs('signer').send(whole)).Body?.transformToString()).toBe('other');
    expect(await files().read(access, { ...pinned, version: 'none' }, 0, 7)).toBeUndefined();
  });

  test.each<[string, number, () => Promise<number>]>([
    ['after it ended', 403, () => lateBy(1)],
    ['for another file of the same size', 400, () => send(FILE.replace('camille', 'dominic'))],
    ['for a file of another size', 403, () => send(`${FILE}x`, (_, headers) => delete headers['content-length'])],
    ['as another type', 403, () => send(FILE, (_, headers) => Object.assign(headers, { 'content-type': 'text/html' }))],
    ['under another name', 403, () => send(FILE, (url) => Object.assign(url, { pathname: `${url.pathname}x` }))],
    ['for longer than it was signed', 403, () => send(FILE, (url) => url.searchParams.set('X-Amz-Expires', '9999'))],
    ['with another signature', 403, () => send(FILE, (url) => url.searchParams.set('X-Amz-Signature', 'a'.repeat(64)))],
  ])('takes nothing %s', async (_, status, sent) => {
    expect(await sent()).toBe(status);
  });

  const lateBy = async (seconds: number): Promise<number> => {
    now = NOW;
    const { url, headers, endsAt } = await files().signUpload(access, UPLOAD);
    expect(endsAt).toBe(addSeconds(NOW, 900));
    now = addSeconds(endsAt, seconds - 1);
    return (await fetch(url, { method: 'PUT', headers, body: FILE })).status;
  };

  test('takes nothing where who signed it has no secret of ours', async () => {
    const { url, headers } = await files('guessed').signUpload(access, UPLOAD);
    expect((await fetch(url, { method: 'PUT', headers, body: FILE })).status).toBe(403);
  });
});
