import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  type KeySchemaElement,
} from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';
import { inject } from 'vitest';
import { answerSecretsManager, SECRETS_MANAGER_CONTENT_TYPE } from '#local/emulators/secrets-manager.ts';
import { type Vault, vaultOf } from '#shared/adapters/crypto/vault.ts';
import { MESSAGE_INDEXES, MESSAGE_POSITION } from '#shared/adapters/dynamodb/keys.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import type { Clock } from '#shared/app/clock.port.ts';
import type { SameAddress } from '#shared/app/oppositions/same-address.port.ts';
import type { Pause } from '#shared/app/pause.port.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { NO_ADVERTISER_KEYS } from '#test/support/crypto/kms.ts';
import { memoryClientOf } from '../fuzz/store/memory-client.ts';
import { MemoryTable } from '../fuzz/store/memory-table.ts';
import { NOW } from './builders.ts';

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const region = 'eu-west-3';

/** The secret that tests derive their keys from: the form that the deployment generates. */
export const TEST_SECRET = JSON.stringify({ key1: 'a-text-long-enough-to-derive-every-key-of-the-tests-from' });

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  set(now: Instant): void;
}
/** Does not wait. */
export const noPause: Pause = async () => undefined;
/** While one key of fingerprints is known, an address is one contact. */
export const oneKey: SameAddress = { othersOf: async () => [] };

export const testClock = (start: Instant = NOW): TestClock => {
  let now = start;
  return {
    now: () => now,
    set: (next) => {
      now = next;
    },
  };
};

/** A DynamoDB client of the run's DynamoDB Local; one of another endpoint shows what an unreachable store does. */
export const dynamoDbClient = (endpoint: string = inject('dynamoDbUrl')): DynamoDBClient =>
  new DynamoDBClient({ endpoint, region, credentials, maxAttempts: 1 });

const key = (hash: string, range: string): KeySchemaElement[] => [
  { AttributeName: hash, KeyType: 'HASH' },
  { AttributeName: range, KeyType: 'RANGE' },
];

/** A table with the keys and the indexes of the deployed one. */
export const tableInput = (tableName: string): CreateTableCommandInput => {
  const indexes = Object.values(MESSAGE_INDEXES);
  const attributes = ['pk', 'sk', MESSAGE_POSITION, ...indexes.map(({ attribute }) => attribute)];
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: attributes.map((name) => ({ AttributeName: name, AttributeType: 'S' })),
    KeySchema: key('pk', 'sk'),
    GlobalSecondaryIndexes: indexes.map(({ name, attribute }) => ({
      IndexName: name,
      KeySchema: key(attribute, MESSAGE_POSITION),
      Projection: { ProjectionType: 'KEYS_ONLY' },
    })),
  };
};

/** True in the project `memory`, which runs the contracts of the stores once more, over the table in memory. */
const IS_IN_MEMORY = process.env.AVAL_TABLE === 'memory';

/** A table of its own. It has no stream, which no test in process reads and which doubles the work of each write. */
export const freshTable = async (): Promise<Table> => {
  if (IS_IN_MEMORY)
    return {
      client: memoryClientOf(new MemoryTable(), 'in-memory') as unknown as DynamoDBClient,
      tableName: 'in-memory',
    };
  const client = dynamoDbClient();
  const tableName = `aval-${randomUUID()}`;
  await client.send(new CreateTableCommand(tableInput(tableName)));
  return { client, tableName };
};

/** The same table through an address where nothing listens. */
export const unreachableTable = (table: Table): Table => ({
  client: dynamoDbClient('http://127.0.0.1:9'),
  tableName: table.tableName,
});

export const testVault = (): Vault =>
  vaultOf({ keys: NO_ADVERTISER_KEYS, secret: async () => TEST_SECRET, randomBytes });

/** S3 in this process, for all buckets of its tests: to start one for each takes longer than most of them. It ends with the process. */
let s3: ReturnType<typeof startFauxqs> | undefined;

/** An S3 bucket in this process, empty again once it is stopped. */
export const freshBucket = async () => {
  s3 ??= startFauxqs({ port: 0, logger: false });
  const server = await s3;
  const endpoint = `http://127.0.0.1:${server.port}`;
  const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true, maxAttempts: 1 });
  const bucket = `contents-${randomUUID()}`;
  server.createBucket(bucket);
  return {
    client,
    bucket,
    stop: async () => {
      client.destroy();
      server.emptyBucket(bucket);
    },
  };
};

/** Secrets Manager in this process, answering from these secrets. `calls` counts what was asked. */
export const secretsServer = async (secrets: ReadonlyMap<string, string>) => {
  const answer = answerSecretsManager(secrets);
  let calls = 0;
  const server = createServer(async (request, response) => {
    calls += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { status, body } = answer(String(request.headers['x-amz-target']), Buffer.concat(chunks).toString('utf8'));
    response.writeHead(status, { 'content-type': SECRETS_MANAGER_CONTENT_TYPE }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { endpoint: `http://127.0.0.1:${port}`, calls: () => calls, stop, region, credentials };
};
