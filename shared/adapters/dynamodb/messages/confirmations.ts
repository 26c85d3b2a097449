import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import type { Confirmations } from '#shared/app/oppositions/confirmations.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { addYears, epochSeconds } from '#shared/domain/time/instant.ts';
import { holds, holdsOnce } from '../conditional.ts';
import { confirmationKey } from '../keys.ts';
import { type Table, toImage } from '../table.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The store of confirmations', cause);

/** How long we know that somebody was notified: as long as CNIL wants oppositions kept, at the least. */
const YEARS_KEPT = 3;

/** Never before any agreement: an instant that no claim is older than. */
const NEVER = '';

/** Who was notified that their STOP is recorded, on DynamoDB: one item for each contact, which holds no more than when. */
export const confirmationsOf = ({ client, tableName }: Table): Confirmations => ({
  claim: (access, contactId, { at, agreedAt = NEVER }) => {
    const expiresAt = epochSeconds(addYears(at, YEARS_KEPT));
    const Put = {
      TableName: tableName,
      Item: toImage({ ...confirmationKey(access, contactId), entity: 'confirmation', v: 1, at, expiresAt }),
      ConditionExpression: 'attribute_not_exists(pk) OR #at < :agreedAt OR expiresAt <= :now',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: toImage({ ':agreedAt': agreedAt, ':now': epochSeconds(at) }),
    };
    return holdsOnce({ client }, { Put }, unreachable);
  },
  release: async (access, contactId, at) => {
    const remove = new DeleteItemCommand({
      TableName: tableName,
      Key: toImage(confirmationKey(access, contactId)),
      ConditionExpression: '#at = :at',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: toImage({ ':at': at }),
    });
    await holds(client.send(remove), unreachable);
  },
});
