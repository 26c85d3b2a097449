import { type AttributeValue, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type Command, READS, WRITES } from '#test/fuzz/store/memory-client.ts';
import type { MemoryTable } from '#test/fuzz/store/memory-table.ts';
import { callTo } from './calls.ts';
import type { Process, Simulation } from './process.ts';

type Image = Record<string, AttributeValue>;

/** A record of the table's stream, as Lambda brings it. */
export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly dynamodb: {
    readonly Keys: Image;
    readonly NewImage: Image | undefined;
    readonly OldImage: Image | undefined;
    readonly SequenceNumber: string;
  };
}

type Answer = (table: MemoryTable, input: Command['input']) => unknown;

/** The client's own figures (`shared/adapters/clients.ts`). */
const CLIENT = { to: 'table', attempts: 3, timeoutMs: 2_500 } as const;

/** An answer that is not strongly consistent may be of so long ago. */
const STALE_MS = 3_000;
const STALE_ODDS = 0.3;

/** Another transaction has one of the items: nothing is written, and the client does not try again by itself. */
const CONFLICT_ODDS = 0.02;
const conflictOn = (items: number) =>
  new TransactionCanceledException({
    message: 'Transaction cancelled',
    $metadata: {},
    CancellationReasons: Array.from({ length: items }, (_, at) => ({
      Code: at === 0 ? 'TransactionConflict' : 'None',
    })),
  });

const isConsistent = ({ ConsistentRead, IndexName, RequestItems }: Command['input']): boolean => {
  if (RequestItems !== undefined)
    return Object.values(RequestItems as Record<string, { ConsistentRead?: boolean }>).every(
      (each) => each.ConsistentRead === true,
    );
  return ConsistentRead === true && IndexName === undefined;
};

/** Which items a command is about, for the trace. */
const aboutOf = ({ Key, Item, ExpressionAttributeValues, TransactItems, RequestItems }: Command['input']): string => {
  const key = Key ?? Item;
  if (key !== undefined) return `${key.pk?.S} ${key.sk?.S}`;
  if (TransactItems !== undefined) return `${TransactItems.length} items`;
  if (RequestItems !== undefined) return 'a batch';
  return String(Object.values((ExpressionAttributeValues ?? {}) as Image)[0]?.S);
};

const isContactRead = (command: Command): boolean =>
  command.constructor.name === 'QueryCommand' && /^CONTACT#/.test(aboutOf(command.input));

/** The one table of a run, with its stream and with what its index and its weaker reads may still show. */
export interface Store {
  /** Told each command and when its effect was there, but for reads that were stale. */
  onCommand: (command: Command) => void;
  readonly table: MemoryTable;
  /** For the adapters of a process, in the place of the SDK's client. */
  clientOf(process: Process): { readonly send: (command: Command) => Promise<unknown> };
  /** Called with every change. */
  onChange: (record: StreamRecord) => void;
}

export const storeOf = (sim: Simulation, table: MemoryTable): Store => {
  const { schedule, faults, draws } = sim;
  const times: number[] = table.writes.map(() => schedule.now());
  let tokens = 0;

  const noteChanges = (): void => {
    for (const write of table.writes.slice(times.length)) {
      times.push(schedule.now());
      const { pk, sk, before, after } = write;
      const eventName = after === undefined ? 'REMOVE' : before === undefined ? 'INSERT' : 'MODIFY';
      const Keys = { pk: { S: pk }, sk: { S: sk } };
      const number = String(times.length).padStart(12, '0');
      store.onChange({
        eventID: number,
        eventName,
        dynamodb: { Keys, NewImage: after, OldImage: before, SequenceNumber: number },
      });
    }
  };

  /** The table as it was then. */
  const asOf = (at: number): MemoryTable => {
    let count = table.writes.length;
    while (count > 0 && (times[count - 1] ?? 0) > at) count -= 1;
    return table.asBefore(count);
  };

  const read = (answer: Answer, command: Command, where: string): unknown => {
    const { input } = command;
    const isStale = !isConsistent(input) && faults.strikes('stale-read', STALE_ODDS, where);
    if (!isStale) store.onCommand(command);
    return answer(isStale ? asOf(schedule.now() - draws('stale').int(1, STALE_MS)) : table, input);
  };

  const store: Store = {
    table,
    onChange: () => undefined,
    onCommand: () => undefined,
    clientOf: (process) => ({
      send: (command) => {
        const { name } = command.constructor;
        const [onWrite, onRead] = [WRITES[name], READS[name]];
        const what = `${name.replace('Command', '')} ${aboutOf(command.input)}`;
        if (onWrite === undefined && onRead === undefined) throw new Error(`nothing in memory answers ${name}`);
        tokens += 1;
        const input =
          command.input.TransactItems === undefined
            ? command.input
            : { ClientRequestToken: `token-${tokens}`, ...command.input };
        if (isContactRead(command)) sim.sink.reads.set(`${process.name} ${aboutOf(command.input)}`, schedule.now());
        return callTo(sim, process, { ...CLIENT, what }, () => {
          if (onRead !== undefined) return read(onRead, command, `${process.name} ${what}`);
          if (input.TransactItems !== undefined && faults.strikes('conflict', CONFLICT_ODDS, `${process.name} ${what}`))
            throw conflictOn(input.TransactItems.length);
          store.onCommand({ constructor: command.constructor, input });
          const answer = onWrite?.(table, input);
          noteChanges();
          return answer;
        });
      },
    }),
  };
  return store;
};
