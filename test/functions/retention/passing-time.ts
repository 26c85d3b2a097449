import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { expect, vi } from 'vitest';
import { type Item, toImage } from '#shared/adapters/dynamodb/table.ts';
import { dynamoDbClient } from '#test/support/aws.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { project, recordOf } from '../audience/followed-world.ts';
import { itemsOf, tableOfWorld } from '../audience/stored.ts';
import { started } from '../support/cold-start.ts';

const nameOf = ({ pk, sk }: Item): string => `${String(pk)} ${String(sk)}`;
const byName = (items: readonly Item[]) => new Map(items.map((item) => [nameOf(item), item]));

export const storedNow = (): Promise<readonly Item[]> => itemsOf(tableOfWorld());
/** What is stored of a kind. */
export const storedOf = async (entity: string): Promise<readonly Item[]> =>
  (await storedNow()).filter((item) => item.entity === entity);

/** Does something, and brings what the stream would bring of it to its reader, in batches of a hundred. */
export const streamed = async <T>(act: () => Promise<T>): Promise<T> => {
  const before = byName(await storedNow());
  const done = await act();
  const after = byName(await storedNow());
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const changed = names.filter((name) => JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)));
  const records: readonly DynamoDBRecord[] = changed.map((name) => {
    const record = recordOf(before.get(name), after.get(name));
    const ApproximateCreationDateTime = Math.floor(Date.now() / 1000);
    return { ...record, dynamodb: { ...record.dynamodb, ApproximateCreationDateTime } } as DynamoDBRecord;
  });
  for (let at = 0; at < records.length; at += 100)
    expect(await project(records.slice(at, at + 100))).toEqual({ batchItemFailures: [] });
  return done;
};

/** What TTL does with all that is past its time. */
const deleteExpired = async (): Promise<void> => {
  const now = Math.floor(Date.now() / 1000);
  const TableName = process.env.TABLE_NAME;
  for (const { pk, sk, expiresAt } of await storedNow())
    if (typeof expiresAt === 'number' && expiresAt <= now)
      await dynamoDbClient().send(new DeleteItemCommand({ TableName, Key: toImage({ pk, sk }) }));
};

/** One run of the hour's function. */
const sweep = async (): Promise<void> => {
  const { handler } = await started<typeof import('#functions/schedules/expire.ts')>('schedules/expire');
  await streamed(() => askedBy('expire', () => handler({}, { getRemainingTimeInMillis: () => 900_000 })));
};

/** Lets the clock reach an instant; TTL and the sweep do what they do each day, on that day and the next two. */
export const passTo = async (at: string, { withTtl = true } = {}): Promise<void> => {
  for (let day = 0; day < 3; day += 1) {
    vi.setSystemTime(Date.parse(at) + day * 86_400_000);
    if (withTtl) await streamed(deleteExpired);
    await sweep();
  }
};
