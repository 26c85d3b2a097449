import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { OppositionLists } from '#shared/app/imports/opposition-lists.port.ts';
import type { ProofReader } from '#shared/app/retention/proof-archive.port.ts';
import { tableAway } from '../../../stores-away.ts';
import type { OpensHoles } from '../../campaigns/recipients/holes-of-recipient.ts';
import { type Item, orUnreachable, type Table, toImage, toItem } from '../../table.ts';

/** What reads all that is held. */
export interface HeldDeps extends OpensHoles {
  readonly lists: Pick<OppositionLists, 'of'>;
  readonly proofs: ProofReader;
}

/** Sort keys of one partition that begin alike. */
interface Beginning {
  readonly pk: string;
  readonly prefix: string;
  /** The sort key after which it goes on. */
  readonly after?: string | undefined;
  readonly limit?: number;
}

/** A stretch of a partition, strongly consistent, of one megabyte at most; `next`: the sort key after which it goes on. */
export const stretchOf = async (
  { client, tableName }: Table,
  { pk, prefix, after, limit }: Beginning,
): Promise<{ readonly items: readonly Item[]; readonly next: string | undefined }> => {
  const query = new QueryCommand({
    TableName: tableName,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: toImage({ ':pk': pk, ':from': prefix === '' ? ' ' : prefix, ':to': `${prefix}~` }),
    ConsistentRead: true,
    ...(after === undefined ? {} : { ExclusiveStartKey: toImage({ pk, sk: after }) }),
    ...(limit === undefined ? {} : { Limit: limit }),
  });
  const { Items = [], LastEvaluatedKey } = await orUnreachable(client.send(query), tableAway);
  return { items: Items.map(toItem), next: LastEvaluatedKey?.sk?.S };
};
