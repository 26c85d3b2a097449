import {
  type AttributeValue,
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteItemCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ListTablesCommand,
  paginateScan,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import { BootFailure } from '../boot/boot-failure.ts';
import { type DrawnFaults, noFaults } from '../faults/drawn-faults.ts';
import { at, type JsonObject, listOf, objectOf, textOf } from '../template/json.ts';
import type { Model, Resource } from '../template/model.ts';
import { errorAnswer, jsonAnswer } from './answers.ts';
import type { AwsService } from './endpoint.ts';

const TABLE_TYPES = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];

const withoutThroughput = (index: JsonObject) => ({
  IndexName: index.IndexName,
  KeySchema: index.KeySchema,
  Projection: index.Projection,
});

const tableInput = (table: Resource): CreateTableCommandInput => {
  const { properties } = table;
  const indexes = listOf(properties.GlobalSecondaryIndexes).map((index) => withoutThroughput(objectOf(index)));
  const view = at(properties, 'StreamSpecification', 'StreamViewType');
  return {
    TableName: table.name,
    AttributeDefinitions: properties.AttributeDefinitions,
    KeySchema: properties.KeySchema,
    BillingMode: 'PAY_PER_REQUEST',
    ...(indexes.length > 0 ? { GlobalSecondaryIndexes: indexes } : {}),
    ...(view === undefined ? {} : { StreamSpecification: { StreamEnabled: true, StreamViewType: view } }),
  } as unknown as CreateTableCommandInput;
};

const namesOf = (indexes: readonly { readonly IndexName?: string | undefined }[] = []) =>
  indexes.map(({ IndexName }) => IndexName).toSorted();

/** Throws `BootFailure` where a table that was kept is not the one of the template: nothing here changes a table. */
const requireSame = ({ TableName, GlobalSecondaryIndexes }: CreateTableCommandInput, there: TableDescription = {}) => {
  if (String(namesOf(GlobalSecondaryIndexes)) !== String(namesOf(there.GlobalSecondaryIndexes)))
    throw new BootFailure(
      `The table ${TableName} that is kept has other indexes than the template: take another folder.`,
    );
};

/** Creates the tables of the template, but those that are kept. */
export const createTables = async (client: DynamoDBClient, model: Model): Promise<void> => {
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  for (const table of model.ofType(...TABLE_TYPES)) {
    const input = tableInput(table);
    if (!TableNames.includes(table.name)) await client.send(new CreateTableCommand(input));
    else requireSame(input, (await client.send(new DescribeTableCommand({ TableName: table.name }))).Table);
  }
};

/** The emulator's own ARN of a table's stream. */
export const localStreamArn = async (client: DynamoDBClient, tableName: string): Promise<string> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  return Table?.LatestStreamArn ?? '';
};

/** A request may name a table by its name or its ARN (DynamoDB API, `TableName`). */
const tableAsked = (model: Model, asked: string): Resource | undefined =>
  model.ofType(...TABLE_TYPES).find(({ name, arn }) => name === asked || arn === asked);

const ttlOf = ({ properties }: Resource): JsonObject => {
  const AttributeName = textOf(at(properties, 'TimeToLiveSpecification', 'AttributeName'));
  return at(properties, 'TimeToLiveSpecification', 'Enabled') === true
    ? { TimeToLiveStatus: 'ENABLED', AttributeName }
    : { TimeToLiveStatus: 'DISABLED' };
};

/** Says of each table what the template says of its TTL: the emulator, which deletes nothing, does not know it. */
export const withTtl = (model: Model, forward: AwsService): AwsService => {
  return async (call) => {
    if (call.operation !== 'DescribeTimeToLive') return forward(call);
    const asked = textOf(call.input.TableName);
    const table = tableAsked(model, asked);
    return table === undefined
      ? errorAnswer(call, 400, 'ResourceNotFoundException', `Requested resource not found: Table: ${asked} not found`)
      : jsonAnswer({ TimeToLiveDescription: ttlOf(table) });
  };
};

type Item = Record<string, AttributeValue>;

/** Deletes expired items as TTL does, and remembers which, since the stream says who removed an item. */
export interface Expiry {
  /** Deletes every item whose time, in seconds, has come. Resolves to how many. */
  sweep(nowMs: number): Promise<number>;
  /** True, once, when TTL removed the item of these keys. */
  wasExpired(keys: Item | undefined): boolean;
}

const keyOf = (keys: Item) => JSON.stringify(Object.entries(keys).sort(([one], [other]) => (one < other ? -1 : 1)));

/** TTL for every table of the template that asks for it. The emulator accepts the setting and deletes nothing. */
export const createExpiry = (client: DynamoDBClient, model: Model, drawn: DrawnFaults = noFaults): Expiry => {
  const expired = new Set<string>();
  const tables = model.ofType(...TABLE_TYPES).flatMap((table) => {
    const attribute = textOf(at(table.properties, 'TimeToLiveSpecification', 'AttributeName'));
    const keys = listOf(table.properties.KeySchema).map((key) => textOf(at(key, 'AttributeName')));
    return attribute === '' ? [] : [{ name: table.name, attribute, keys }];
  });
  const remove = async (table: (typeof tables)[number], item: Item, seconds: string) => {
    const keys = Object.fromEntries(table.keys.flatMap((key) => (item[key] ? [[key, item[key]]] : [])));
    expired.add(keyOf(keys));
    const isStillExpired = {
      ConditionExpression: '#ttl <= :now',
      ExpressionAttributeNames: { '#ttl': table.attribute },
    };
    const values = { ExpressionAttributeValues: { ':now': { N: seconds } } };
    await client
      .send(new DeleteItemCommand({ TableName: table.name, Key: keys, ...isStillExpired, ...values }))
      .catch(() => expired.delete(keyOf(keys)));
  };
  const sweepTable = async (table: (typeof tables)[number], nowMs: number): Promise<number> => {
    const seconds = String(Math.floor(nowMs / 1000));
    const pages = paginateScan(
      { client },
      {
        TableName: table.name,
        FilterExpression: '#ttl <= :now',
        ExpressionAttributeNames: { '#ttl': table.attribute },
        ExpressionAttributeValues: { ':now': { N: seconds } },
      },
    );
    let count = 0;
    for await (const { Items = [] } of pages) {
      const now = Items.filter(() => !drawn.isDrawn('ttl-lag', table.name));
      for (const item of now) await remove(table, item, seconds);
      count += now.length;
    }
    return count;
  };
  return {
    sweep: async (nowMs) => {
      let count = 0;
      for (const table of tables) count += await sweepTable(table, nowMs);
      return count;
    },
    wasExpired: (keys) => keys !== undefined && expired.delete(keyOf(keys)),
  };
};
