import * as z from 'zod/mini';
import { tableAway } from '../../stores-away.ts';
import { parkedChangeOf, type StreamRecord } from '../stream-change.ts';
import { getItem, type Table, toImage } from '../table.ts';

/** A change as `project` parks it: the key; and the item itself where it is gone and was proof, since nothing else has it. */
const ParkedRecord = z.object({
  pk: z.string(),
  sk: z.string(),
  gone: z.optional(z.record(z.string(), z.unknown())),
});

/** What is kept of a record that cannot be followed: the key, and of the outcome of a chunk, which is proof once it is gone, all of it: ids, states and hashes. */
export const parkedRecordOf = (record: StreamRecord): string => {
  const { eventName, dynamodb } = record;
  const isProof = eventName === 'REMOVE' && Object(Object(dynamodb?.OldImage).entity).S === 'chunk-result';
  return JSON.stringify({ ...JSON.parse(parkedChangeOf(record)), ...(isProof && { gone: dynamodb?.OldImage }) });
};

/** The record again, of what is stored today, or of what is gone; `undefined`: there is nothing under this key. */
export const recordOfParked = async (table: Table, body: string): Promise<StreamRecord | undefined> => {
  const { pk, sk, gone } = ParkedRecord.parse(JSON.parse(body));
  if (gone !== undefined) return { eventName: 'REMOVE', dynamodb: { OldImage: gone } };
  const item = await getItem(table, { pk, sk }, tableAway);
  return item && { eventName: 'INSERT', dynamodb: { NewImage: toImage(item) } };
};
