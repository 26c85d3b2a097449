import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeSecrets } from '#local/aws/secrets.ts';
import { startDynamoDb } from '#local/emulators/dynamodb.ts';
import { startMessaging } from '#local/emulators/messaging.ts';
import { openKept } from '#local/stack/kept.ts';
import type { Model } from '#local/template/model.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const options = (endpoint: string) => ({
  endpoint,
  region: 'eu-west-3',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
const Key = { pk: { S: 'one' } };

test('an item written before is there after, though nobody ended the store in order', async () => {
  const { store } = openKept(folder);
  const first = await startDynamoDb({ folder: store });
  const client = new DynamoDBClient(options(first.url));
  const keys = { AttributeName: 'pk', AttributeType: 'S' } as const;
  await client.send(
    new CreateTableCommand({
      TableName: 'table',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [keys],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    }),
  );
  await client.send(new PutItemCommand({ TableName: 'table', Item: { ...Key, says: { S: 'kept' } } }));
  await first.stop();
  const second = await startDynamoDb({ folder: store });
  const read = new DynamoDBClient(options(second.url)).send(new GetItemCommand({ TableName: 'table', Key }));
  expect((await read).Item?.says?.S).toBe('kept');
  await second.stop();
});

test('what waits in a queue, a subscription and an object are there after, each once', async () => {
  const { messages } = openKept(folder);
  const start = () =>
    startMessaging({
      init: {
        queues: [{ name: 'queue', attributes: {} }],
        topics: [{ name: 'topic' }],
        subscriptions: [{ topic: 'topic', queue: 'queue' }],
        buckets: [{ name: 'bucket' }],
      },
      region: 'eu-west-3',
      offset: new SharedArrayBuffer(8),
      dataDir: messages,
    });
  const publish = (url: string, Message: string) =>
    new SNSClient(options(url)).send(
      new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-3:000000000000:topic', Message }),
    );
  const first = await start();
  const before = new S3Client({ ...options(first.messagingUrl), forcePathStyle: true });
  await before.send(new PutObjectCommand({ Bucket: 'bucket', Key: 'name', Body: 'content' }));
  await publish(first.messagingUrl, 'before');
  await first.stop();

  const second = await start();
  await publish(second.messagingUrl, 'after');
  const after = new S3Client({ ...options(second.messagingUrl), forcePathStyle: true });
  const { Body } = await after.send(new GetObjectCommand({ Bucket: 'bucket', Key: 'name' }));
  expect(await Body?.transformToString()).toBe('content');
  await expect(after.send(new CreateBucketCommand({ Bucket: 'bucket' }))).resolves.toBeDefined();
  const receive = new ReceiveMessageCommand({
    QueueUrl: `${second.messagingUrl}/000000000000/queue`,
    MaxNumberOfMessages: 10,
  });
  const { Messages = [] } = await new SQSClient(options(second.messagingUrl)).send(receive);
  expect(Messages.map((message) => JSON.parse(message.Body ?? '').Message).toSorted()).toEqual(['after', 'before']);
  await second.stop();
});

test('secrets, ports and the clock are those of before', () => {
  const kept = openKept(folder);
  expect([kept.offsetMs, kept.read('secrets'), kept.read('ports')]).toEqual([undefined, {}, {}]);
  const generate = {
    GenerateSecretString: { SecretStringTemplate: '{}', GenerateStringKey: 'key1', PasswordLength: 64 },
  };
  const secret = { arn: 'arn:aws:secretsmanager:one', name: 'one', properties: generate };
  const model = { ofType: () => [secret] } as unknown as Model;
  const made = makeSecrets(model, kept.read('secrets'));
  kept.keep('secrets', made);
  kept.keep('ports', new Map([['public API', 4001]]));
  writeFileSync(kept.clock, '86400000');
  kept.release();
  const again = openKept(folder);
  expect(makeSecrets(model, again.read('secrets'))).toEqual(made);
  expect(makeSecrets(model)).not.toEqual(made);
  expect([again.offsetMs, again.read('ports')]).toEqual([86_400_000, { 'public API': 4001 }]);
});

test('a folder is of one stack at a time, and of the next one when its process is gone', () => {
  openKept(folder);
  writeFileSync(join(folder, 'pid'), String(process.ppid));
  expect(() => openKept(folder)).toThrow(`process ${process.ppid}`);
  writeFileSync(join(folder, 'pid'), '4194304');
  expect(() => openKept(folder)).not.toThrow();
});
