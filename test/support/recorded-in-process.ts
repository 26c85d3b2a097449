import { AsyncLocalStorage } from 'node:async_hooks';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { accessesOf } from '#local/aws/iam/accesses.ts';
import { createCallRecord } from '#local/aws/iam/recorded-calls.ts';
import type { Model } from '#local/template/model.ts';
import { TABLE } from './in-process-table.ts';

/*
 * What functions ask of the table while they run in the process of a test, recorded as the local stack records it: rare
 * branches that no journey brings about. `test/walls/` compares it with their roles.
 */

const asking = new AsyncLocalStorage<string>();
let record = createCallRecord();

/** Of a template only the partition key of the table is asked. */
const model = {
  ofType: () => [{ name: TABLE, properties: { KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }] } }],
} as unknown as Model;

type Requests = Readonly<Record<string, object>>;

/** The input of a command, with its table under the name above. */
const inputOf = (command: object): object => {
  const { TransactItems, RequestItems, ...asked } = Object(command).input;
  const named = (request: object): object => ({ ...request, TableName: TABLE });
  const inTransaction = (item: Requests) =>
    Object.fromEntries(Object.entries(item).map(([kind, request]) => [kind, named(request)]));
  return {
    ...('TableName' in asked ? named(asked) : asked),
    ...(TransactItems && { TransactItems: TransactItems.map(inTransaction) }),
    ...(RequestItems && { RequestItems: { [TABLE]: Object.values(RequestItems)[0] } }),
  };
};

const note = (caller: string, command: object): void => {
  const operation = command.constructor.name.replace(/Command$/, '');
  const call = { service: 'dynamodb', operation, input: inputOf(command) };
  for (const access of accessesOf(call as Parameters<typeof accessesOf>[0], model)) record.note(caller, access);
};

const folder = process.env.AVAL_RECORD_CALLS;
if (folder !== undefined) {
  const { send } = DynamoDBClient.prototype;
  DynamoDBClient.prototype.send = function noted(this: DynamoDBClient, ...given: [object]) {
    const caller = asking.getStore();
    if (caller !== undefined) note(caller, given[0]);
    return Reflect.apply(send, this, given);
  } as typeof send;
}

/** Writes what was recorded since the last time, and begins anew: test files share this module. */
export const writeRecorded = (): void => {
  if (folder !== undefined) record.write(folder);
  record = createCallRecord();
};

/** Runs a function of this name; what it asks meanwhile is its own. */
export const askedBy = <T>(name: string, run: () => Promise<T>): Promise<T> => asking.run(`aval-local-${name}`, run);
