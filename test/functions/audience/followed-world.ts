import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { expect, vi } from 'vitest';
import type { Item } from '#shared/adapters/dynamodb/table.ts';
import { askedBy } from '../../support/recorded-in-process.ts';
import { started } from '../support/cold-start.ts';
import { itemsOf, tableOfWorld } from './stored.ts';

const isFollowed = ({ sk }: Item): boolean => sk === 'STANDING' || sk === 'STANDING#PROFILE';
const nameOf = ({ pk, sk }: Item): string => `${pk} ${sk}`;
const byName = (items: readonly Item[]) => new Map(items.filter(isFollowed).map((item) => [nameOf(item), item]));

let count = 0;
/** As Lambda hands an image over: JSON, in which bytes are base64 text ("Using AWS Lambda with Amazon DynamoDB", example event). */
const image = (item: Item | undefined) =>
  item === undefined
    ? undefined
    : JSON.parse(
        JSON.stringify(marshall(item, { convertEmptyValues: false }), (_name, value) =>
          value?.type === 'Buffer' || value instanceof Uint8Array
            ? Buffer.from(value.data ?? value).toString('base64')
            : value,
        ),
      );

/** A record as the stream brings it. Without `before` it is an insert, without `after` a removal. */
export const recordOf = (before: Item | undefined, after: Item | undefined): DynamoDBRecord => {
  const { pk, sk } = after ?? before ?? {};
  count += 1;
  const eventName = before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY';
  const change = { Keys: marshall({ pk, sk }), OldImage: image(before), NewImage: image(after) };
  const dynamodb = { ...change, SequenceNumber: String(count), ApproximateCreationDateTime: 1_795_600_000 + count };
  return { eventID: `record-${count}`, eventName, dynamodb } as unknown as DynamoDBRecord;
};

/** Does something, and resolves to what the stream of the table would bring of it to the function. */
export const recordsOf = async (act: () => Promise<unknown>): Promise<readonly DynamoDBRecord[]> => {
  const before = byName(await itemsOf(tableOfWorld()));
  await act();
  const after = byName(await itemsOf(tableOfWorld()));
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const changed = names.filter((name) => JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)));
  return changed.map((name) => recordOf(before.get(name), after.get(name)));
};

/** Brings records to the function in one batch. Resolves to what it asks to be brought again. */
export const project = async (records: readonly DynamoDBRecord[]) => {
  vi.stubEnv('PROJECT_PARKED_QUEUE_URL', process.env.PROJECT_PARKED_QUEUE_URL ?? 'http://127.0.0.1:9/0/project-parked');
  const { handler } = await started<typeof import('#functions/events/project.ts')>('events/project');
  const event = { Records: records } as DynamoDBStreamEvent;
  return askedBy('project', () => handler(event, { getRemainingTimeInMillis: () => 30_000 }));
};

/** The rows of the index, each as `channel purpose`, with what it says. */
export const rowsNow = async (): Promise<ReadonlyMap<string, Item>> => {
  const rows = (await itemsOf(tableOfWorld())).filter(({ entity }) => entity === 'audience-row');
  return new Map(rows.map((row) => [String(row.pk).split('#').slice(2, 4).join(' '), row]));
};

/** Does something, and follows it. */
export const followed = async (act: () => Promise<unknown>): Promise<void> => {
  expect(await project(await recordsOf(act))).toEqual({ batchItemFailures: [] });
};
