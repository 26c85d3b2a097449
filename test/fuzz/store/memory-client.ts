import { bytesOf } from './limits.ts';
import type { MemoryTable } from './memory-table.ts';

/** A command of the SDK, as its client is given it. */
export interface Command {
  readonly constructor: { readonly name: string };
  // biome-ignore lint/suspicious/noExplicitAny: the input of any command.
  readonly input: any;
}
type Answers = Readonly<Record<string, (table: MemoryTable, input: Command['input']) => unknown>>;

/** How a table in memory answers the commands that write. */
export const WRITES: Answers = {
  PutItemCommand: (table, input) => table.put(input),
  UpdateItemCommand: (table, input) => table.update(input),
  DeleteItemCommand: (table, input) => table.delete(input),
  BatchWriteItemCommand: (table, input) => table.batchWrite(input),
  TransactWriteItemsCommand: (table, input) => table.transact(input),
};

/** "Read consumption": a unit for each 4 KB, a half where the read need not be strongly consistent. */
const unitsOf = (items: Parameters<typeof bytesOf>[0][], isConsistent: boolean): number => {
  const bytes = items.reduce((sum, item) => sum + bytesOf(item), 0);
  return Math.max(1, Math.ceil(bytes / 4_096)) * (isConsistent ? 1 : 0.5);
};

/** And those that read. */
export const READS: Answers = {
  GetItemCommand: (table, input) => table.getItem(input),
  QueryCommand: (table, input) => {
    const answer = table.query(input);
    if (input.ReturnConsumedCapacity === undefined) return answer;
    const CapacityUnits = unitsOf(answer.Items ?? [], input.ConsistentRead === true);
    return { ...answer, ConsumedCapacity: { CapacityUnits } };
  },
  ScanCommand: (table, input) => table.scan(input),
  BatchGetItemCommand: (table, input) => table.batchGet(input),
};

type Args = Pick<Command, 'input'>;
type Handler = (args: Args) => Promise<{ readonly output: unknown }>;
type Middleware = (next: Handler) => Handler;

/** Answers from memory for a table of this name, in the place of the SDK's client. */
export const memoryClientOf = (table: MemoryTable, tableName: string) => {
  const middlewares = new Map<string, Middleware>();
  const answer = (name: string, input: Command['input']): unknown => {
    const known = WRITES[name] ?? READS[name];
    if (known === undefined) throw new Error(`nothing in memory answers ${name}`);
    if (input.TableName !== undefined && input.TableName !== tableName)
      throw Object.assign(new Error('no such table'), { name: 'ResourceNotFoundException' });
    return known(table, input);
  };
  return {
    middlewareStack: {
      add: (middleware: Middleware, { name }: { readonly name: string }): unknown => middlewares.set(name, middleware),
      remove: (name: string): boolean => middlewares.delete(name),
    },
    send: async ({ constructor: { name }, input }: Command): Promise<unknown> => {
      const last: Handler = async (args) => ({ output: answer(name, args.input) });
      const first = [...middlewares.values()].reduce((next, middleware) => middleware(next), last);
      return (await first({ input })).output;
    },
    destroy: (): void => undefined,
  };
};
