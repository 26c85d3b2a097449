import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Deletions } from '#shared/app/retention/deletions.port.ts';
import { addYears, epochSeconds, firstInstantOf } from '#shared/domain/time/instant.ts';
import { tableAway } from '../../stores-away.ts';
import { orUnreachable, type Table, toImage } from '../table.ts';
import { deletionKey } from './retention-keys.ts';

/** As long as what was deleted may be asked for. */
const YEARS_KEPT = 6;

/** Evidence of deletions on DynamoDB: an item for each batch of the stream and advertiser. */
export const deletionsOf = ({ client, tableName }: Table): Deletions => ({
  note: async (access, { day, record, counts }) => {
    const expiresAt = epochSeconds(addYears(firstInstantOf(day), YEARS_KEPT));
    const item = { ...deletionKey(access, day, record), entity: 'deletion', v: 1, counts, expiresAt };
    await orUnreachable(client.send(new PutItemCommand({ TableName: tableName, Item: toImage(item) })), tableAway);
  },
});
