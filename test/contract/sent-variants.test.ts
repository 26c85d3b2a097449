import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentClient } from '#shared/adapters/s3/client.ts';
import { sentValuesOf } from '#shared/adapters/s3/sent-values.ts';
import { sentVariantsOf } from '#shared/adapters/s3/sent-variants.ts';
import type { OfChunk } from '#shared/app/messages/sent/sent-values.port.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { type SentVariant, sha256OfVariant } from '#shared/domain/message/sent-variant.ts';
import { freshBucket } from '../support/aws.ts';
import { ADVERTISER_ID, NOW, sha256 } from '../support/builders.ts';

const access = admit(ADVERTISER_ID);
const CHUNK = { campaignId: 'cmp_1', scheduledAt: NOW, chunkId: 'chunk-1', settledAt: NOW } as unknown as OfChunk;
const variantOf = (words: string): SentVariant => ({
  v: 1,
  sent: { fields: { to: { pieces: [{ hole: 'to' }] }, text: { pieces: [words, { hole: 'token' }] } } },
});
let bucket: Awaited<ReturnType<typeof freshBucket>>;
beforeAll(async () => {
  bucket = await freshBucket();
});
afterAll(() => bucket.stop());

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const clientOf = (endpoint: string, maxAttempts = 1): S3Client =>
  new S3Client({ endpoint, region: 'eu-west-3', credentials, maxAttempts, forcePathStyle: true });

/** A client of the bucket that counts its puts, and answers the first of them with these errors. */
const counting = (...errors: readonly Error[]) => {
  const { client: of } = bucket;
  const left = [...errors];
  const puts: unknown[] = [];
  const send = async (command: { readonly input: unknown }) => {
    if (!(command instanceof PutObjectCommand)) return of.send(command as never);
    puts.push(command.input);
    const error = left.shift();
    if (error !== undefined) throw error;
    return of.send(command);
  };
  return { puts, variants: sentVariantsOf({ client: { send } as never, bucket: bucket.bucket }) };
};
const named = (name: string) => Object.assign(new Error(name), { name });

test('P7: what left lies once under its hash, is never written over, and is read by its own advertiser alone', async () => {
  const variant = variantOf('Nos vins');
  const name = sha256OfVariant(variant);
  const [one, another] = [counting(), counting()];
  await one.variants.keep(access, name, variant);
  await another.variants.keep(access, name, variant);
  expect([...one.puts, ...another.puts]).toEqual([
    expect.objectContaining({ IfNoneMatch: '*' }),
    expect.objectContaining({ IfNoneMatch: '*' }),
  ]);
  const { Contents } = await bucket.client.send(new ListObjectsV2Command({ Bucket: bucket.bucket, Prefix: 'sent/' }));
  expect(Contents?.map(({ Key }) => Key)).toEqual([`sent/${ADVERTISER_ID}/${name}`]);
  expect(await sentVariantsOf(bucket).get(access, name)).toEqual(variant);
  expect(await sentVariantsOf(bucket).get(admit('autre-maison' as AdvertiserId), name)).toBeUndefined();
  expect(await sentVariantsOf(bucket).get(access, sha256('0'))).toBeUndefined();
});

test('readers of one process who leave at once wait for one put, and one that failed is made again', async () => {
  const variant = variantOf('Nos rouges');
  const name = sha256OfVariant(variant);
  const { puts, variants } = counting(named('SlowDown'));
  const keep = () => variants.keep(access, name, variant);
  const outcomes = await Promise.allSettled(Array.from({ length: 50 }, keep));
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
  expect(puts).toHaveLength(1);
  await Promise.all(Array.from({ length: 50 }, keep));
  await keep();
  expect(puts).toHaveLength(2);
  expect(await sentVariantsOf(bucket).get(access, name)).toEqual(variant);
});

test('where another process is writing the same, it is put again at once; for as long as that says nothing, nothing may leave', async () => {
  const conflict = named('ConditionalRequestConflict');
  const variant = variantOf('Nos blancs');
  const two = counting(conflict, conflict);
  await two.variants.keep(access, sha256OfVariant(variant), variant);
  expect(two.puts).toHaveLength(3);
  const always = counting(...Array.from({ length: 9 }, () => conflict));
  await expect(always.variants.keep(access, sha256OfVariant(variant), variant)).rejects.toMatchObject({
    code: 'dependency-unavailable',
  });
});

test('what is not what its name says, or is no variant, is never shown', async () => {
  const body = '{"v":1,"sent":{"other":1}}';
  const put = (Key: string, Body: string) =>
    bucket.client.send(new PutObjectCommand({ Bucket: bucket.bucket, Key: `sent/${ADVERTISER_ID}/${Key}`, Body }));
  await put(sha256('a'), JSON.stringify(variantOf('Autre chose')));
  const none = sha256OfVariant(JSON.parse(body));
  await put(none, '{"sent":{"other":1},"v":1}');
  for (const each of [sha256('a'), none])
    await expect(sentVariantsOf(bucket).get(access, each)).rejects.toMatchObject({ code: 'stored-unreadable' });
});

test('P10: a store that hangs, before its answer or within it, is given up while there is time to try again', async () => {
  const server = createServer(({ method }, response) => {
    if (method === 'GET') response.writeHead(200, { 'content-length': '1000' }).write('{"v":1,');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const hanging = clientOf(url);
  hanging.config.requestHandler = contentClient().config.requestHandler;
  const variants = sentVariantsOf({ client: hanging, bucket: 'x' });
  const variant = variantOf('Nos rosés');
  for (const asked of [variants.keep(access, sha256OfVariant(variant), variant), variants.get(access, sha256('b'))])
    await expect(asked).rejects.toMatchObject({ code: 'dependency-unavailable' });
  // A client that waits for ever by itself.
  const client = clientOf(url);
  const values = sentValuesOf({ client, bucket: 'x', clock: { now: () => NOW }, monthsOf: async () => 13 });
  await expect(values.keep(access, CHUNK, new Map(), 300)).rejects.toMatchObject({ code: 'dependency-unavailable' });
  server.closeAllConnections();
  server.close();
}, 20_000);
