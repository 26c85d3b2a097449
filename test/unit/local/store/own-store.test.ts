import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DynamoDbProcess, startDynamoDb } from '#local/emulators/dynamodb.ts';
import { type OwnStore, storeIn } from '#local/emulators/own-store.ts';

let emulator: DynamoDbProcess;
beforeAll(async () => {
  emulator = await startDynamoDb({ isApart: true });
});
afterAll(() => emulator?.stop());

const clientOf = ({ url, accessKeyId }: OwnStore) =>
  new DynamoDBClient({ endpoint: url, region: 'eu-west-3', credentials: { accessKeyId, secretAccessKey: 'local' } });
const create = (store: OwnStore, TableName: string) =>
  clientOf(store).send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    }),
  );
const tablesOf = async (store: OwnStore) => (await clientOf(store).send(new ListTablesCommand({}))).TableNames;

test('two stacks have tables of the same name, and neither finds what the other has', async () => {
  const [one, other] = [await storeIn(emulator.url), await storeIn(emulator.url)];
  await create(one, 'table');
  expect([await tablesOf(one), await tablesOf(other)]).toEqual([['table'], []]);
  await create(other, 'table');
  await create(other, 'second');
  expect([await tablesOf(one), await tablesOf(other)]).toEqual([['table'], ['second', 'table']]);
});

test('a stack that stops takes its tables with it, and leaves those of another', async () => {
  const [one, other] = [await storeIn(emulator.url), await storeIn(emulator.url)];
  for (const store of [one, other]) await create(store, 'table');
  await one.stop();
  expect([await tablesOf(one), await tablesOf(other)]).toEqual([[], ['table']]);
});

test('a DynamoDB Local in which all have the same tables is refused, and they stay', async () => {
  const shared = await startDynamoDb();
  const someone: OwnStore = { url: shared.url, accessKeyId: 'someone', stop: async () => undefined };
  await expect(storeIn(shared.url)).rejects.toThrow('start it without -sharedDb');
  await create(someone, 'table');
  await expect(storeIn(shared.url)).rejects.toThrow('start it without -sharedDb');
  expect(await tablesOf(someone)).toEqual(['table']);
  await shared.stop();
});
