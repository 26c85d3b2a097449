import { createHash } from 'node:crypto';
import { type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '#shared/app/clock.port.ts';
import { oppositionStoreUnavailable } from '#shared/domain/failure.ts';
import { cancelledBy } from '../conditional.ts';
import type { Table } from '../table.ts';

/** True when all of it was written. The same is deleted again after a contact came back: only at one instant is it one transaction. */
export const writtenWhole = async (
  { client, clock }: Table & { readonly clock: Clock },
  TransactItems: TransactWriteItem[],
): Promise<boolean> => {
  const what = JSON.stringify([clock.now(), TransactItems]);
  const token = createHash('sha256').update(what).digest('base64url').slice(0, 36);
  const command = new TransactWriteItemsCommand({ TransactItems, ClientRequestToken: token });
  return (await cancelledBy(client.send(command), oppositionStoreUnavailable)) === undefined;
};
