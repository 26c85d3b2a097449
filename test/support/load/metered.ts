/** Units of DynamoDB as AWS counts them, of a table in memory ("DynamoDB read and write operations", "Using Global Secondary Indexes"). */

import { MESSAGE_INDEXES, MESSAGE_POSITION } from '#shared/adapters/dynamodb/keys.ts';
import { bytesOf } from '#test/fuzz/store/limits.ts';
import type { Command } from '#test/fuzz/store/memory-client.ts';
import type { MemoryTable } from '#test/fuzz/store/memory-table.ts';
import { processorMs } from './processor.ts';

const WRITE_UNIT = 1_024;
const READ_UNIT = 4_096;

/** What was used since it began to count. */
export interface Metered {
  readonly send: (command: Command) => Promise<unknown>;
  readonly reads: () => number;
  /** Of the table alone. */
  readonly writes: () => number;
  /** Of its indexes. */
  readonly indexWrites: () => number;
  readonly calls: () => number;
  /** Items that were written, each a record of the stream. */
  readonly records: () => number;
  /** Milliseconds of processor that the table in memory and the counting took: no part of what is measured. */
  readonly tableMs: () => number;
}

type Image = Parameters<typeof bytesOf>[0];
/** Units of so many bytes, in steps of `unit`; one at the least. */
export const unitsOf = (bytes: number, unit: number = READ_UNIT): number => Math.max(1, Math.ceil(bytes / unit));
const sizeOf = (image: Image | undefined): number => (image === undefined ? 0 : bytesOf(image));

/** What an index holds of an item: the keys of the table and its own, and nothing else; `undefined`: the item is not in it. */
export const entryOf = (image: Image | undefined, attribute: string): Image | undefined => {
  const { pk, sk, [attribute]: partition, [MESSAGE_POSITION]: position } = image ?? {};
  if (pk === undefined || sk === undefined || partition === undefined || position === undefined) return undefined;
  return { pk, sk, [attribute]: partition, [MESSAGE_POSITION]: position };
};

/**
 * Write units that the indexes take for one write of the table: an entry that comes or goes is one write of its size, one whose keys
 * change is two, since the former goes and the new one comes; an entry that stays as it is costs nothing.
 */
export const indexUnitsOf = (before: Image | undefined, after: Image | undefined): number =>
  Object.values(MESSAGE_INDEXES).reduce((sum, { attribute }) => {
    const [was, is] = [entryOf(before, attribute), entryOf(after, attribute)];
    if (JSON.stringify(was) === JSON.stringify(is)) return sum;
    return [was, is].reduce((units, entry) => units + (entry ? unitsOf(bytesOf(entry), WRITE_UNIT) : 0), sum);
  }, 0);

/** What a request reads, and whether strongly consistent: an item of a batch counts by itself, the items of a query together. */
const readBy = (name: string, input: Command['input'], answer: unknown): number => {
  if (name === 'GetItemCommand') return unitsOf(sizeOf((answer as { Item?: Image }).Item)) * ofRead(input);
  if (name === 'QueryCommand')
    return (
      unitsOf((answer as { Items: Image[] }).Items.reduce((sum, image) => sum + bytesOf(image), 0)) * ofRead(input)
    );
  if (name !== 'BatchGetItemCommand') return 0;
  const { Responses } = answer as { Responses: Record<string, Image[]> };
  return Object.entries(Responses).reduce((sum, [table, images]) => {
    const { Keys, ConsistentRead } = input.RequestItems[table] as { Keys: Image[]; ConsistentRead?: boolean };
    const found = images.reduce((units, image) => units + unitsOf(bytesOf(image)), 0);
    return sum + (found + Keys.length - images.length) * ofRead({ ConsistentRead });
  }, 0);
};
const ofRead = ({ ConsistentRead }: { readonly ConsistentRead?: boolean | undefined }): number =>
  ConsistentRead === true ? 1 : 0.5;

/** Counts what goes through `send`. A condition that fails costs what the item that is there would. */
export const meterOf = (table: MemoryTable, send: (command: Command) => Promise<unknown>): Metered => {
  let [reads, writes, indexWrites, calls, records, tableMs] = [0, 0, 0, 0, 0, 0];
  /** Adds what `act` takes of the processor; it awaits nothing. */
  const aside = <T>(act: () => T): T => {
    const began = processorMs();
    const came = act();
    tableMs += processorMs() - began;
    return came;
  };
  return {
    send: async (command) => {
      const { name } = command.constructor;
      calls += 1;
      const answering = aside(() => {
        const from = table.writes.length;
        // In memory a request is answered before anything else is asked: what is written after it began is its own.
        const answered = send(command);
        const times = name === 'TransactWriteItemsCommand' ? 2 : 1;
        for (const { before, after } of table.writes.slice(from)) {
          records += 1;
          writes += times * unitsOf(Math.max(sizeOf(before), sizeOf(after)), WRITE_UNIT);
          // AWS does not say whether a transaction doubles these too: taken to.
          indexWrites += times * indexUnitsOf(before, after);
        }
        return answered;
      });
      try {
        const answer = await answering;
        reads += aside(() => readBy(name, command.input, answer));
        return answer;
      } catch (error) {
        writes += 1;
        throw error;
      }
    },
    reads: () => reads,
    writes: () => writes,
    indexWrites: () => indexWrites,
    calls: () => calls,
    records: () => records,
    tableMs: () => tableMs,
  };
};
