import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentsOf } from '#shared/adapters/s3/contents.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { isRetryable } from '#shared/domain/failure.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { freshBucket } from '../support/aws.ts';
import { ADVERTISER_ID, sha256 } from '../support/builders.ts';

const access = admit(ADVERTISER_ID);
const content = { subject: 'Nos vins d’hiver', text: 'Bonjour' };
let bucket: Awaited<ReturnType<typeof freshBucket>>;

beforeAll(async () => {
  bucket = await freshBucket();
});
afterAll(() => bucket.stop());

test('content is stored once under its hash, and read by its own advertiser only', async () => {
  const contents = contentsOf(bucket);
  const name = await contents.put(access, content);
  expect(name).toBe(sha256OfJson(content));
  expect(await contents.put(access, { text: 'Bonjour', subject: 'Nos vins d’hiver' })).toBe(name);
  const { Contents } = await bucket.client.send(new ListObjectsV2Command({ Bucket: bucket.bucket }));
  expect(Contents?.map(({ Key }) => Key)).toEqual([`contents/${ADVERTISER_ID}/${name}`]);
  expect(await contentsOf(bucket).get(access, name)).toEqual(content);
  expect(await contents.has(access, name)).toBe(true);
  const other = admit('autre-maison' as AdvertiserId);
  expect(await contents.has(other, name)).toBe(false);
  expect(await contents.get(other, name)).toBeUndefined();
});

test('P8: a text of a message without a template is one object, in which no word of it can be read; its hash alone gives nothing', async () => {
  const contents = contentsOf(bucket);
  const own = { text: 'Chère Camille, votre vendange tardive est arrivée.' };
  const text = await contents.putOwn(access, own);
  expect(await contentsOf(bucket).putOwn(access, own)).toEqual(text);
  const { Body } = await bucket.client.send(
    new GetObjectCommand({ Bucket: bucket.bucket, Key: `contents/${ADVERTISER_ID}/${text.object}` }),
  );
  expect(await Body?.transformToString()).not.toMatch(/Camille|vendange|text/);
  const fresh = contentsOf(bucket);
  expect(await fresh.getOwn(access, text)).toEqual(own);
  expect(await fresh.get(access, sha256OfJson(own))).toBeUndefined();
  expect(await fresh.get(access, text.object)).toBeUndefined();
  expect(await fresh.getOwn(access, { ...text, object: sha256('none') })).toBeUndefined();

  const other = admit('autre-maison' as AdvertiserId);
  expect(await fresh.getOwn(other, text)).toBeUndefined();
  const theirs = await fresh.putOwn(other, own);
  expect([theirs.object === text.object, theirs.key === text.key]).toEqual([false, false]);
  await expect(fresh.getOwn(access, { ...text, key: theirs.key })).rejects.toMatchObject({ code: 'stored-unreadable' });
});

test('content read once is kept by the process', async () => {
  const contents = contentsOf(bucket);
  const name = await contentsOf(bucket).put(access, { text: 'Bonsoir' });
  await contents.get(access, name);
  await bucket.client.send(
    new DeleteObjectCommand({ Bucket: bucket.bucket, Key: `contents/${ADVERTISER_ID}/${name}` }),
  );
  expect(await contents.get(access, name)).toEqual({ text: 'Bonsoir' });
});

test('content that is not what its name says is never returned', async () => {
  const Key = `contents/${ADVERTISER_ID}/${sha256('a')}`;
  await bucket.client.send(new PutObjectCommand({ Bucket: bucket.bucket, Key, Body: '{"text":"x"}' }));
  await expect(contentsOf(bucket).get(access, sha256('a'))).rejects.toMatchObject({
    code: 'stored-unreadable',
    cause: { message: 'a stored content is not what its name says' },
  });
});

test('a store that cannot be reached is a failure to retry', async () => {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new S3Client({ endpoint: 'http://127.0.0.1:9', region: 'eu-west-3', credentials, maxAttempts: 1 });
  const away = contentsOf({ client, bucket: 'x' });
  await expect(away.get(access, sha256('b'))).rejects.toMatchObject({ code: 'dependency-unavailable' });
  await expect(away.has(access, sha256('b'))).rejects.toMatchObject({ code: 'dependency-unavailable' });
  await expect(away.put(access, content)).rejects.toMatchObject({ code: 'dependency-unavailable' });
});

test('P10: a bucket that is not there is the store being away, and not content that is not there', async () => {
  const lost = contentsOf({ client: bucket.client, bucket: 'no-such-bucket' });
  await expect(lost.get(access, sha256('b'))).rejects.toMatchObject({ code: 'dependency-unavailable' });
  await expect(lost.put(access, content)).rejects.toMatchObject({ code: 'dependency-unavailable' });
});

test('P10: a body that breaks while it is read is the store being away, and is retried', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-length': '1000', 'content-type': 'application/json' });
    response.write('{"text":', () => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-west-3',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    forcePathStyle: true,
    maxAttempts: 1,
  });
  const broken = contentsOf({ client, bucket: 'x' }).get(access, sha256('b'));
  await expect(broken).rejects.toMatchObject({ code: 'dependency-unavailable' });
  await expect(broken).rejects.toSatisfy(isRetryable);
  client.destroy();
  server.close();
});
