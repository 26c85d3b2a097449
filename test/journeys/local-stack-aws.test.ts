import { DynamoDBClient, GetItemCommand, PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetAccountCommand, SESv2Client, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { GetQueueUrlCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Fixture, startFixture, writeFixture } from './local-stack-fixture.ts';

let stack: Fixture;
beforeAll(async () => {
  const assembly = writeFixture(({ app, data }) => {
    data.Resources.Spare = {
      Type: 'AWS::SQS::Queue',
      Properties: { QueueName: 'fixture-spare', VisibilityTimeout: 30 },
    };
    app.Resources.Contents = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'fixture-contents' } };
    app.Resources.ReaderRole = {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'reader',
        Policies: [
          {
            PolicyName: 'read',
            PolicyDocument: {
              Statement: [
                { Effect: 'Allow', Action: ['s3:GetObject', 'dynamodb:PutItem'], Resource: '*' },
                {
                  Effect: 'Deny',
                  Action: 'dynamodb:*',
                  Resource: '*',
                  Condition: { StringEquals: { 'dynamodb:x': 'y' } },
                },
              ],
            },
          },
        ],
      },
    };
  });
  stack = await startFixture({ assembly, maxMailRate: 40 });
});
afterAll(() => stack.stop());
beforeEach(() => stack.faults.clear());

const as = (accessKeyId = stack.aws.accessKeyId) => ({
  endpoint: stack.aws.endpoint,
  region: stack.aws.region,
  credentials: { accessKeyId, secretAccessKey: 'local' },
  maxAttempts: 1,
});
const tableName = async () =>
  (await new SSMClient(as()).send(new GetParameterCommand({ Name: '/fixture/table' }))).Parameter?.Value ?? '';
const mail = (change: Partial<SendEmailCommandInput> = {}): SendEmailCommand =>
  new SendEmailCommand({
    FromEmailAddress: 'news@maison.example',
    Destination: { ToAddresses: ['camille@example.fr'] },
    Content: { Simple: { Subject: { Data: 'Bonjour' }, Body: { Text: { Data: 'Bonjour' } } } },
    ...change,
  });
const withHeader = (Name: string, Value: string) =>
  mail({
    Content: {
      Simple: { Subject: { Data: 'Bonjour' }, Body: { Text: { Data: 'Bonjour' } }, Headers: [{ Name, Value }] },
    },
  });

describe('the AWS endpoint, spoken to with unmodified SDKs', () => {
  test('stores and reads items, alone and in transactions', async () => {
    const client = new DynamoDBClient(as());
    const TableName = await tableName();
    const Item = { pk: { S: 'quiet-a' }, sk: { S: 'A' } };
    await client.send(
      new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item } }], ClientRequestToken: 'once' }),
    );

    expect((await client.send(new GetItemCommand({ TableName, Key: Item, ConsistentRead: true }))).Item).toEqual(Item);
  });

  test('delays and hides messages by the stack clock', async () => {
    const client = new SQSClient(as());
    const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: 'fixture-spare' }));
    const receive = async () => (await client.send(new ReceiveMessageCommand({ QueueUrl }))).Messages?.[0]?.Body;
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'later', DelaySeconds: 600 }));

    expect(await receive()).toBeUndefined();
    await stack.clock.advance(601);
    expect(await receive()).toBe('later');
    expect(await receive()).toBeUndefined();
    await stack.clock.advance(31);
    expect(await receive()).toBe('later');
  });

  test('keeps objects, and secrets made as the template says', async () => {
    const s3 = new S3Client(as());
    await s3.send(new PutObjectCommand({ Bucket: 'fixture-contents', Key: 'a/b', Body: 'content' }));
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'fixture-contents', Key: 'a/b' }));
    const SecretId =
      stack.rootKey &&
      (await new SSMClient(as()).send(new GetParameterCommand({ Name: '/fixture/root-key' }))).Parameter?.Value;
    const secret = await new SecretsManagerClient(as()).send(new GetSecretValueCommand({ SecretId }));

    expect(await Body?.transformToString()).toBe('content');
    expect(JSON.parse(secret.SecretString ?? '')).toEqual({ key1: expect.stringMatching(/^[A-Za-z0-9]{64}$/) });
    expect(stack.rootKey).toBe(`aval_root_${JSON.parse(secret.SecretString ?? '').key1}`);
  });

  test('keeps events for the one who looks', async () => {
    const Entries = [{ EventBusName: 'fixture', Source: 'test', DetailType: 'seen.v1', Detail: '{"a":1}' }];
    await new EventBridgeClient(as()).send(new PutEventsCommand({ Entries }));

    expect(stack.events().at(-1)).toMatchObject({ bus: 'fixture', source: 'test', type: 'seen.v1', detail: { a: 1 } });
  });
});

describe('a role', () => {
  test.each<[string, () => Promise<unknown>, string]>([
    [
      'a table',
      async () =>
        new DynamoDBClient(as('reader')).send(
          new GetItemCommand({ TableName: await tableName(), Key: { pk: { S: 'a' }, sk: { S: 'b' } } }),
        ),
      'AccessDeniedException',
    ],
    [
      'a queue',
      () =>
        new SQSClient(as('reader')).send(
          new SendMessageCommand({ QueueUrl: `${stack.aws.endpoint}/000000000000/fixture-spare`, MessageBody: 'x' }),
        ),
      'AccessDenied',
    ],
    ['a mail', () => new SESv2Client(as('reader')).send(mail()), 'AccessDeniedException'],
    [
      'a telephone',
      () => new SNSClient(as('reader')).send(new PublishCommand({ PhoneNumber: '+33612345678', Message: 'x' })),
      'AuthorizationErrorException',
    ],
    [
      'a secret',
      () => new SecretsManagerClient(as('reader')).send(new GetSecretValueCommand({ SecretId: 'x' })),
      'AccessDeniedException',
    ],
    [
      'an object it may write',
      () => new S3Client(as('reader')).send(new PutObjectCommand({ Bucket: 'fixture-contents', Key: 'a', Body: '' })),
      'AccessDenied',
    ],
    [
      'whether an object exists, without the right to list',
      () => new S3Client(as('reader')).send(new GetObjectCommand({ Bucket: 'fixture-contents', Key: 'none' })),
      'AccessDenied',
    ],
  ])('is refused %s that its policies do not grant, and the stack keeps count', async (_, call, name) => {
    const before = stack.denied().length;
    await expect(call()).rejects.toMatchObject({ name });
    expect(stack.denied().slice(before)).toEqual([expect.stringMatching(/^reader: \w+:\w+ on /)]);
  });

  test('does what they grant', async () => {
    const Item = { pk: { S: 'quiet-b' }, sk: { S: 'A' } };
    const put = new DynamoDBClient(as('reader')).send(new PutItemCommand({ TableName: await tableName(), Item }));

    await expect(put).resolves.toMatchObject({ $metadata: { httpStatusCode: 200 } });
  });

  test('that the template does not name is nobody', async () => {
    const call = new DynamoDBClient(as('stranger')).send(
      new GetItemCommand({ TableName: 'x', Key: { pk: { S: 'a' } } }),
    );

    await expect(call).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
  });
});

describe('SES', () => {
  test('takes a mail within its limits and tells its quota', async () => {
    const ses = new SESv2Client(as());

    expect((await ses.send(mail())).MessageId).toBeTruthy();
    expect((await ses.send(new GetAccountCommand({}))).SendQuota?.MaxSendRate).toBe(40);
  });

  test.each<[string, () => SendEmailCommand, string]>([
    ['a header value that is not ASCII', () => withHeader('X-Note', 'été'), 'BadRequestException'],
    ['a header longer than 996 characters', () => withHeader('X-Note', 'x'.repeat(995)), 'BadRequestException'],
    [
      'fifty-one recipients',
      () => mail({ Destination: { ToAddresses: Array.from({ length: 51 }, (_, n) => `a${n}@example.fr`) } }),
      'BadRequestException',
    ],
    ['a tag with a dot', () => mail({ EmailTags: [{ Name: 'note', Value: 'a.b' }] }), 'BadRequestException'],
    [
      'a sender that SES has not verified',
      () => mail({ FromEmailAddress: 'N <news@other.example>' }),
      'MessageRejected',
    ],
    ['a configuration set of no template', () => mail({ ConfigurationSetName: 'none' }), 'NotFoundException'],
  ])('refuses %s', async (_, command, name) => {
    const before = stack.inbox().length;

    await expect(new SESv2Client(as()).send(command())).rejects.toMatchObject({ name });
    expect(stack.inbox()).toHaveLength(before);
  });
});

describe('SNS', () => {
  test.each([
    ['a text over 1,600 characters', { PhoneNumber: '+33612345678', Message: 'x'.repeat(1601) }],
    ['a number without its country', { PhoneNumber: '0612345678', Message: 'x' }],
  ])('refuses %s', async (_, input) => {
    await expect(new SNSClient(as()).send(new PublishCommand(input))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });
});

describe('a fault', () => {
  test.each([
    ['throttle', 'TooManyRequestsException', 429],
    ['reject', 'MessageRejected', 400],
    ['server-error', 'InternalServerError', 500],
  ] as const)('%s is answered by SES as AWS does, and takes no mail', async (fault, name, status) => {
    stack.faults.next('sesv2', fault);
    const before = stack.inbox().length;

    await expect(new SESv2Client(as()).send(mail())).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode: status },
    });
    expect(stack.inbox()).toHaveLength(before);
  });

  test('accept-and-drop takes the mail and cuts the connection: the SDK left to itself sends it twice', async () => {
    const before = stack.inbox().length;
    stack.faults.next('sesv2', 'accept-and-drop');
    await expect(new SESv2Client(as()).send(mail())).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(stack.inbox()).toHaveLength(before + 1);

    stack.faults.next('sesv2', 'accept-and-drop');
    await new SESv2Client({ ...as(), maxAttempts: 3 }).send(mail());
    expect(stack.inbox()).toHaveLength(before + 3);
  });

  test('never-answer keeps the caller waiting and takes nothing', async () => {
    stack.faults.next('sns', 'never-answer');
    const send = new SNSClient(as()).send(new PublishCommand({ PhoneNumber: '+33612345678', Message: 'x' }), {
      abortSignal: AbortSignal.timeout(300),
    });

    await expect(send).rejects.toMatchObject({ name: 'AbortError' });
    expect(stack.smsSink()).toEqual([]);
  });

  test('meets only the calls it names, as often as told', async () => {
    const client = new DynamoDBClient(as());
    const TableName = await tableName();
    const Key = { pk: { S: 'quiet-c' }, sk: { S: 'A' } };
    stack.faults.next('dynamodb', 'unreadable', { times: 2, match: { operation: 'GetItem', contains: 'quiet-c' } });
    const get = () => client.send(new GetItemCommand({ TableName, Key }));

    await client.send(new PutItemCommand({ TableName, Item: Key }));
    await expect(get()).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } });
    await expect(get()).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } });
    expect((await get()).Item).toEqual(Key);
  });
});

describe('SES, asked too fast', () => {
  test('answers 429 above its rate', async () => {
    const ses = new SESv2Client(as());
    const answers = await Promise.allSettled(Array.from({ length: 90 }, () => ses.send(mail())));

    expect(
      answers.some((answer) => answer.status === 'rejected' && answer.reason.name === 'TooManyRequestsException'),
    ).toBe(true);
  });
});
