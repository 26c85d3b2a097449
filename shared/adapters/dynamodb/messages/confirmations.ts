import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import type { Confirmations } from '#shared/app/replies/confirmations.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addSeconds, addYears, epochSeconds } from '#shared/domain/time/instant.ts';
import { holds, holdsOnce } from '../conditional.ts';
import { confirmationKey } from '../keys.ts';
import { type Table, toImage } from '../table.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The store of confirmations', cause);

/** How long we know that somebody was notified: as long as CNIL wants oppositions kept, at the least. */
const YEARS_KEPT = 3;

/** How long we know that somebody was answered who writes: they may ask again after a day. */
const SECONDS_KEPT = 2 * 86_400;

/** Never before any agreement: an instant that no claim is older than. */
const NEVER = '';

const answers = (
  { client, tableName }: Table,
  sk: Parameters<typeof confirmationKey>[2],
  keptUntil: (at: Instant) => Instant,
): Confirmations => ({
  claim: (access, contactId, { at, countsFrom = NEVER }) => {
    const expiresAt = epochSeconds(keptUntil(at));
    const Put = {
      TableName: tableName,
      Item: toImage({ ...confirmationKey(access, contactId, sk), entity: 'confirmation', v: 1, at, expiresAt }),
      ConditionExpression: 'attribute_not_exists(pk) OR #at < :countsFrom OR expiresAt <= :now',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: toImage({ ':countsFrom': countsFrom, ':now': epochSeconds(at) }),
    };
    return holdsOnce({ client }, { Put }, unreachable);
  },
  release: async (access, contactId, at) => {
    const remove = new DeleteItemCommand({
      TableName: tableName,
      Key: toImage(confirmationKey(access, contactId, sk)),
      ConditionExpression: '#at = :at',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: toImage({ ':at': at }),
    });
    await holds(client.send(remove), unreachable);
  },
});

/** Who was notified that their STOP is recorded, on DynamoDB: one item for each contact, which holds no more than when. */
export const confirmationsOf = (table: Table): Confirmations =>
  answers(table, 'CONFIRMATION', (at) => addYears(at, YEARS_KEPT));

/** Who was answered who writes, when they asked: the same, for two days. */
export const contactAnswersOf = (table: Table): Confirmations =>
  answers(table, 'CONTACT', (at) => addSeconds(at, SECONDS_KEPT));
