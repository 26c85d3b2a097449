/** Units of DynamoDB as AWS counts them, of a table in memory ("DynamoDB read and write operations"). */

import { bytesOf } from '#test/fuzz/store/limits.ts';
import type { Command } from '#test/fuzz/store/memory-client.ts';
import type { MemoryTable } from '#test/fuzz/store/memory-table.ts';

const WRITE_UNIT = 1_024;
const READ_UNIT = 4_096;

/** What was used since it began to count. */
export interface Metered {
  readonly send: (command: Command) => Promise<unknown>;
  readonly reads: () => number;
  readonly writes: () => number;
}

type Image = Parameters<typeof bytesOf>[0];
const unitsOf = (bytes: number, unit: number): number => Math.max(1, Math.ceil(bytes / unit));
const sizeOf = (image: Image | undefined): number => (image === undefined ? 0 : bytesOf(image));

/** What a request reads, and whether strongly consistent: an item of a batch counts by itself, the items of a query together. */
const readBy = (name: string, input: Command['input'], answer: unknown): number => {
  if (name === 'GetItemCommand') return unitsOf(sizeOf((answer as { Item?: Image }).Item), READ_UNIT) * ofRead(input);
  if (name === 'QueryCommand')
    return (
      unitsOf(
        (answer as { Items: Image[] }).Items.reduce((sum, image) => sum + bytesOf(image), 0),
        READ_UNIT,
      ) * ofRead(input)
    );
  if (name !== 'BatchGetItemCommand') return 0;
  const { Responses } = answer as { Responses: Record<string, Image[]> };
  return Object.entries(Responses).reduce((sum, [table, images]) => {
    const { Keys, ConsistentRead } = input.RequestItems[table] as { Keys: Image[]; ConsistentRead?: boolean };
    const found = images.reduce((units, image) => units + unitsOf(bytesOf(image), READ_UNIT), 0);
    return sum + (found + Keys.length - images.length) * ofRead({ ConsistentRead });
  }, 0);
};
const ofRead = ({ ConsistentRead }: { readonly ConsistentRead?: boolean | undefined }): number =>
  ConsistentRead === true ? 1 : 0.5;

/** Counts what goes through `send`. A condition that fails costs what the item that is there would. */
export const meterOf = (table: MemoryTable, send: (command: Command) => Promise<unknown>): Metered => {
  let [reads, writes] = [0, 0];
  return {
    send: async (command) => {
      const { name } = command.constructor;
      const from = table.writes.length;
      // In memory a request is answered before anything else is asked: what is written after it began is its own.
      const answering = send(command);
      const written = table.writes.slice(from);
      const times = name === 'TransactWriteItemsCommand' ? 2 : 1;
      for (const { before, after } of written)
        writes += times * unitsOf(Math.max(sizeOf(before), sizeOf(after)), WRITE_UNIT);
      try {
        const answer = await answering;
        reads += readBy(name, command.input, answer);
        return answer;
      } catch (error) {
        writes += 1;
        throw error;
      }
    },
    reads: () => reads,
    writes: () => writes,
  };
};
