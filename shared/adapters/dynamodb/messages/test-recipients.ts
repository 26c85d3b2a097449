import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { TestRecipientLists } from '#shared/app/preview/test-recipients.port.ts';
import { concurrentChange, dependencyUnavailable } from '#shared/domain/failure.ts';
import { endOfRecipients, recipientsThen } from '#shared/domain/message/test-recipients.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { holds } from '../conditional.ts';
import { TestRecipientsItem } from '../items.ts';
import { testRecipientsKey } from '../keys.ts';
import { getItem, type Table, toImage } from '../table.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The list of test recipients', cause);

const isUnchanged = 'attribute_not_exists(pk) OR revision = :revision';

/** The test recipients of an advertiser on DynamoDB: one item, which dies with the last of them. */
export const testRecipientListsOf = (table: Table): TestRecipientLists => ({
  add: async (access, contactIds, at) => {
    const key = testRecipientsKey(access);
    const item = await getItem(table, key, unreachable);
    const { recipients: known, revision } = item
      ? readStored(TestRecipientsItem, item)
      : { recipients: {}, revision: 0 };
    const recipients = recipientsThen(known, contactIds, at);
    const expiresAt = epochSeconds(endOfRecipients(at));
    const next = { ...key, entity: 'test-recipients', v: 1, recipients, revision: revision + 1, expiresAt };
    const put = new PutItemCommand({
      TableName: table.tableName,
      Item: toImage(next),
      ConditionExpression: isUnchanged,
      ExpressionAttributeValues: toImage({ ':revision': revision }),
    });
    if (!(await holds(table.client.send(put), unreachable))) throw concurrentChange();
    return recipients;
  },
});
