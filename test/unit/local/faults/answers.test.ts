import { BatchGetItemCommand, BatchWriteItemCommand, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { jsonAnswer } from '#local/aws/answers.ts';
import type { AwsCall } from '#local/aws/call.ts';
import { ADMINISTRATOR, type AwsPort, openAwsPort } from '#local/aws/endpoint.ts';
import { createFaults } from '#local/aws/faults.ts';
import { type DrawnFaults, noFaults } from '#local/faults/drawn-faults.ts';
import type { Model } from '#local/template/model.ts';
import { always } from './always.ts';

const EVERYTHING = {
  ...({ effect: 'Allow', actions: ['*'], isActionExcluded: false } as const),
  ...{ resources: ['*'], isResourceExcluded: false, conditions: {} },
};
const model: Model = {
  resources: [],
  outputs: new Map(),
  ofType: () => [],
  find: () => undefined,
  assetFolder: () => '',
};
const faults = createFaults();
let drawn: DrawnFaults = noFaults;
let received: AwsCall[] = [];
const answered: Readonly<Record<string, object>> = {
  BatchGetItem: { Responses: { t: [{ pk: { S: 'a' } }] }, UnprocessedKeys: {} },
  PutEvents: { FailedEntryCount: 0, Entries: [{ EventId: '1' }] },
};
const service = async (call: AwsCall) => {
  received.push(call);
  return jsonAnswer({ ...answered[call.operation] });
};

let port: AwsPort;
beforeAll(async () => {
  port = await openAwsPort(() => ({
    ...{ model, faults, drawn, statements: new Map([['worker', [EVERYTHING]]]) },
    services: Object.fromEntries(
      ['dynamodb', 'sqs', 'sns', 'sesv2', 'events', 's3', 'secretsmanager'].map((name) => [name, service]),
    ),
    now: () => Date.now(),
    ...{ onCall: () => undefined, onEnd: () => undefined, onAccess: () => undefined, onDenied: () => undefined },
  }));
});
afterAll(() => port.close());
beforeEach(() => {
  received = [];
  faults.clear();
});

const as = (accessKeyId = 'worker', maxAttempts = 1) => ({
  ...{ endpoint: port.url, region: 'eu-west-3', maxAttempts },
  credentials: { accessKeyId, secretAccessKey: 'local' },
});
const get = (accessKeyId?: string) =>
  new DynamoDBClient(as(accessKeyId)).send(new GetItemCommand({ TableName: 't', Key: { pk: { S: 'a' } } }));

const object = () =>
  new S3Client({ ...as(), forcePathStyle: true }).send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }));

describe('a service that is too busy', () => {
  test.each([
    ['dynamodb-throttle', 'ProvisionedThroughputExceededException', () => get()],
    [
      'sesv2-throttle',
      'TooManyRequestsException',
      () => new SESv2Client(as()).send(new SendEmailCommand({ Content: {}, FromEmailAddress: 'a@b.example' })),
    ],
    [
      'sns-throttle',
      'ThrottledException',
      () => new SNSClient(as()).send(new PublishCommand({ PhoneNumber: '+33612345678', Message: 'a' })),
    ],
    [
      'sqs-throttle',
      'ThrottlingException',
      () => new SQSClient(as()).send(new SendMessageCommand({ QueueUrl: `${port.url}/0/q`, MessageBody: 'a' })),
    ],
    [
      'events-throttle',
      'ThrottlingException',
      () => new EventBridgeClient(as()).send(new PutEventsCommand({ Entries: [{ Detail: '{}' }] })),
    ],
    ['s3-throttle', 'SlowDown', () => object()],
    [
      'secretsmanager-throttle',
      'ThrottlingException',
      () => new SecretsManagerClient(as()).send(new GetSecretValueCommand({ SecretId: 'key' })),
    ],
    ['kms-throttle', 'ThrottlingException', () => object()],
    [
      'kms-throttle',
      'KmsThrottled',
      () =>
        new SQSClient(as('worker', 3)).send(new SendMessageCommand({ QueueUrl: `${port.url}/0/q`, MessageBody: 'a' })),
    ],
  ] as const)('%s: the caller meets %s, and nothing is done', async (kind, name, call) => {
    drawn = always(kind);
    await expect(call()).rejects.toMatchObject({ name });
    expect(received).toEqual([]);
  });

  test('refuses nothing to the administrator, nor where a test asked for a fault of its own', async () => {
    drawn = always('dynamodb-throttle');
    await get(ADMINISTRATOR);
    faults.next('dynamodb', 'unreadable', { times: 1, match: { operation: 'PutItem' } });
    await get();
    expect(received).toHaveLength(2);
  });
});

describe('a batch that is done in part', () => {
  const writes = [{ PutRequest: { Item: { pk: { S: 'a' } } } }, { DeleteRequest: { Key: { pk: { S: 'b' } } } }];

  test('of writes: the last one is left to the caller', async () => {
    drawn = always('unprocessed');
    const client = new DynamoDBClient(as());
    const answer = await client.send(new BatchWriteItemCommand({ RequestItems: { t: writes } }));
    expect(received[0]?.input.RequestItems).toEqual({ t: writes.slice(0, 1) });
    expect(answer.UnprocessedItems).toEqual({ t: writes.slice(1) });
    await client.send(new BatchWriteItemCommand({ RequestItems: { t: writes.slice(1) } }));
    expect(received[1]?.input.RequestItems).toEqual({ t: writes.slice(1) });
  });

  test('of reads, with how they are read', async () => {
    drawn = always('unprocessed');
    const Keys = [{ pk: { S: 'a' } }, { pk: { S: 'b' } }];
    const asked = { RequestItems: { t: { Keys, ConsistentRead: true } } };
    const answer = await new DynamoDBClient(as()).send(new BatchGetItemCommand(asked));
    expect(received[0]?.input.RequestItems).toEqual({ t: { Keys: Keys.slice(0, 1), ConsistentRead: true } });
    expect(answer.UnprocessedKeys).toEqual({ t: { Keys: Keys.slice(1), ConsistentRead: true } });
    expect(answer.Responses).toEqual({ t: [{ pk: { S: 'a' } }] });
  });

  test('of events: the answer counts it as failed, in its place', async () => {
    drawn = always('unprocessed');
    const Entries = [{ Detail: '{"a":1}' }, { Detail: '{"b":1}' }];
    const answer = await new EventBridgeClient(as()).send(new PutEventsCommand({ Entries }));
    expect(received[0]?.input.Entries).toEqual(Entries.slice(0, 1));
    expect(answer.FailedEntryCount).toBe(1);
    expect(answer.Entries).toMatchObject([{ EventId: '1' }, { ErrorCode: 'ThrottlingException' }]);
  });
});
