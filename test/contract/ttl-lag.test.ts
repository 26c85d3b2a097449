import { CreateTableCommand, DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, expect, inject, test } from 'vitest';
import { createExpiry } from '#local/aws/tables.ts';
import { noFaults } from '#local/faults/drawn-faults.ts';
import type { Model, Resource } from '#local/template/model.ts';

const TableName = 'ttl-lag';
const KeySchema = [{ AttributeName: 'pk', KeyType: 'HASH' as const }];
const table = {
  ...{ type: 'AWS::DynamoDB::Table', name: TableName },
  properties: { KeySchema, TimeToLiveSpecification: { AttributeName: 'until', Enabled: true } },
} as unknown as Resource;
const model: Model = {
  resources: [table],
  outputs: new Map(),
  ofType: () => [table],
  find: () => table,
  assetFolder: () => '',
};

const client = new DynamoDBClient({
  ...{ endpoint: inject('dynamoDbUrl'), region: 'eu-west-3' },
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
afterAll(() => client.destroy());

test('what TTL leaves for the next time is still there, and goes then', async () => {
  const AttributeDefinitions = [{ AttributeName: 'pk', AttributeType: 'S' as const }];
  await client.send(
    new CreateTableCommand({ TableName, KeySchema, AttributeDefinitions, BillingMode: 'PAY_PER_REQUEST' }),
  );
  for (const pk of ['a', 'b', 'c'])
    await client.send(new PutItemCommand({ TableName, Item: { pk: { S: pk }, until: { N: '10' } } }));
  let lags = 1;
  const expiry = createExpiry(client, model, { ...noFaults, isDrawn: (kind) => kind === 'ttl-lag' && lags-- > 0 });
  const left = async () => (await client.send(new ScanCommand({ TableName }))).Count;
  expect([await expiry.sweep(9_999), await left()]).toEqual([0, 3]);
  expect([await expiry.sweep(10_000), await left()]).toEqual([2, 1]);
  expect([await expiry.sweep(10_000), await left()]).toEqual([1, 0]);
});
