import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { MemoryTable } from './memory-table.ts';

interface Command {
  readonly constructor: { readonly name: string };
  // biome-ignore lint/suspicious/noExplicitAny: the input of any command.
  readonly input: any;
}
// biome-ignore lint/suspicious/noExplicitAny: the answer of any command.
type Answers = Readonly<Record<string, (input: any) => unknown>>;

/** What was put on a queue, by the name of the queue. */
interface QueueEntry {
  readonly queue: string;
  readonly body: string;
}

/** The AWS of one process, in memory. */
export interface MemoryAws {
  readonly table: MemoryTable;
  /** Objects of the bucket, by key, oldest first. */
  readonly objects: Map<string, string>;
  readonly queued: QueueEntry[];
  /** Everything that a provider or the bus was handed. */
  readonly handedOver: unknown[];
}

const named = (name: string): Error => Object.assign(new Error(name), { name });

/** The clients of this process answer from memory from now on, whoever makes them. */
const answering = (client: { prototype: object }, answers: Answers): void => {
  Object.defineProperty(client.prototype, 'send', {
    configurable: true,
    writable: true,
    value: async (command: Command) => {
      const answer = answers[command.constructor.name];
      if (answer === undefined) throw new Error(`nothing in memory answers ${command.constructor.name}`);
      return answer(command.input);
    },
  });
};

/** What S3 answers from these objects. */
export const objectsOf = (objects: Map<string, string>): Answers => {
  const found = (Key: string, name: string): string => {
    const body = objects.get(Key);
    if (body === undefined) throw named(name);
    return body;
  };
  return {
    HeadObjectCommand: ({ Key }) => ({ ContentLength: found(Key, 'NotFound').length }),
    GetObjectCommand: ({ Key }) => {
      const body = found(Key, 'NoSuchKey');
      return { Body: { transformToString: async () => body } };
    },
    PutObjectCommand: ({ Key, Body, IfNoneMatch }) => {
      if (IfNoneMatch === '*' && objects.has(Key)) throw named('PreconditionFailed');
      objects.set(Key, String(Body));
      return {};
    },
    DeleteObjectCommand: ({ Key }) => ({ deleted: objects.delete(Key) }),
    ListObjectsV2Command: () => ({ Contents: [...objects.keys()].map((Key) => ({ Key })) }),
  };
};

/** Secrets that tell the keys of a fuzz world; the root key's is `secretOf('root')`. */
export const secretOf = (id: string): string => sha256Of(`fuzz/${id}`);

/** Replaces the AWS clients of this process by a table, a bucket, queues and providers in memory. */
export const awsInMemory = (): MemoryAws => {
  const table = new MemoryTable();
  const objects = new Map<string, string>();
  const queued: QueueEntry[] = [];
  const handedOver: unknown[] = [];
  answering(DynamoDBClient, {
    GetItemCommand: table.getItem,
    PutItemCommand: table.put,
    UpdateItemCommand: table.update,
    DeleteItemCommand: table.delete,
    QueryCommand: table.query,
    BatchGetItemCommand: table.batchGet,
    BatchWriteItemCommand: table.batchWrite,
    TransactWriteItemsCommand: table.transact,
  });
  answering(S3Client, objectsOf(objects));
  answering(SecretsManagerClient, {
    GetSecretValueCommand: ({ SecretId }) => ({ SecretString: JSON.stringify({ key1: secretOf(SecretId) }) }),
  });
  answering(SQSClient, {
    SendMessageCommand: ({ QueueUrl, MessageBody }) => {
      queued.push({ queue: String(QueueUrl).split('/').at(-1) ?? '', body: MessageBody });
      return {};
    },
  });
  answering(EventBridgeClient, {
    PutEventsCommand: ({ Entries }) => {
      handedOver.push(...Entries);
      return { FailedEntryCount: 0, Entries: Entries.map(() => ({ EventId: 'event' })) };
    },
  });
  answering(SESv2Client, {
    SendEmailCommand: (input) => {
      handedOver.push(input);
      return { MessageId: `ses-${handedOver.length}` };
    },
    DeleteSuppressedDestinationCommand: () => ({}),
  });
  answering(SNSClient, {
    PublishCommand: (input) => {
      handedOver.push(input);
      return { MessageId: `sns-${handedOver.length}` };
    },
  });
  return { table, objects, queued, handedOver };
};
