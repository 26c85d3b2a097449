import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import type { Change } from '#shared/domain/change.ts';
import { tableAway } from '../stores-away.ts';
import { changeOf } from './stream-change.ts';
import { orUnreachable, type Table, toImage } from './table.ts';

const Key = z.strictObject({ pk: z.string(), sk: z.string() });

/**
 * What a parked change says today: the item under its key, as if it had just been stored. `undefined`: it is gone, or nothing
 * of it is published. Throws where it cannot be read, as the outbox did.
 */
export const storedChange = async ({ client, tableName }: Table, body: string): Promise<Change | undefined> => {
  const { pk, sk } = Key.parse(JSON.parse(body));
  const get = new GetItemCommand({ TableName: tableName, Key: toImage({ pk, sk }), ConsistentRead: true });
  const { Item: NewImage } = await orUnreachable(client.send(get), tableAway);
  return NewImage && changeOf({ eventName: 'INSERT', dynamodb: { NewImage } });
};
