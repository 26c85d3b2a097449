import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, inject } from 'vitest';
import { type Command, READS, WRITES } from '../../fuzz/store/memory-client.ts';
import { MemoryTable } from '../../fuzz/store/memory-table.ts';
import { copied } from './copied.ts';
import { onDynamoDbLocal } from './on-dynamodb-local.ts';

/*
 * A set-up file: functions on a table in memory, which takes a third of the time. It is held against DynamoDB Local by the contracts of the
 * stores, which run over both, and by the simulation, command by command. One file in sixteen, as the seed draws them, and at least
 * one of each folder run on DynamoDB Local itself; `npm run whole -- functions` runs all of them there.
 */

interface InMemory {
  isOn: boolean;
  readonly tables: Map<string, MemoryTable>;
}

/** The one of this process: files that share it set it anew, each for itself. */
const inMemory = (): InMemory => {
  const held = globalThis as { tableInMemory?: InMemory };
  if (held.tableInMemory !== undefined) return held.tableInMemory;
  const made: InMemory = { isOn: false, tables: new Map() };
  held.tableInMemory = made;
  const { send } = DynamoDBClient.prototype;
  /** Where a client found its store when it was first used: it stays there. */
  const stores = new WeakMap<object, string>();
  const storeOf = async (client: DynamoDBClient): Promise<string> => {
    const known = stores.get(client);
    if (known !== undefined) return known;
    const given = await client.config.endpoint?.();
    const store =
      given === undefined ? (process.env.AWS_ENDPOINT_URL_DYNAMODB ?? '') : `http://${given.hostname}:${given.port}`;
    stores.set(client, store);
    return store;
  };
  const answer = async (client: DynamoDBClient, command: Command, rest: readonly unknown[]): Promise<unknown> => {
    if (!made.isOn || (await storeOf(client)) !== inject('dynamoDbUrl'))
      return Reflect.apply(send, client, [command, ...rest]);
    const { constructor: kind, input } = command;
    if (kind.name === 'CreateTableCommand') return made.tables.set(input.TableName, new MemoryTable());
    const known = WRITES[kind.name] ?? READS[kind.name];
    if (known === undefined) throw new Error(`nothing in memory answers ${kind.name}`);
    const [written] = (input.TransactItems ?? []).flatMap((item: object) => Object.values(item));
    const table = made.tables.get(input.TableName ?? written?.TableName ?? Object.keys(input.RequestItems ?? {})[0]);
    if (table === undefined) throw Object.assign(new Error('no such table'), { name: 'ResourceNotFoundException' });
    return copied(known(table, input));
  };
  DynamoDBClient.prototype.send = function answered(this: DynamoDBClient, command: Command, ...rest: unknown[]) {
    return answer(this, command, rest);
  } as unknown as typeof send;
  return made;
};

const { tables } = inMemory();
tables.clear();
const file = (expect.getState().testPath ?? '').replace(/^.*[/\\]test[/\\]functions[/\\]/, '').replaceAll('\\', '/');
inMemory().isOn = !onDynamoDbLocal().has(file);
