import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { AskedRequests } from '#shared/app/centre/asked-requests.port.ts';
import type { Clock } from '#shared/app/clock.port.ts';
import { findStored } from '#shared/domain/read-stored.ts';
import type { RightsRequest } from '#shared/domain/rights/rights-request.ts';
import { requestsAway } from '../../stores-away.ts';
import { holds } from '../conditional.ts';
import { RightsItem } from '../rights/rights-items.ts';
import { rightsKey, rightsOfContact } from '../rights/rights-keys.ts';
import { between, type Item, isExpired, queryItems, type Table, toImage } from '../table.ts';

const requestIn = (item: Item): readonly RightsRequest[] => {
  const stored = findStored(RightsItem, item);
  if (stored === undefined) return [];
  const { pk, sk, entity, v, bodySha256, texts, textsAt, expiresAt, ...request } = stored;
  return [request];
};

/** Requests of a contact on DynamoDB (`rights-keys.ts`). Their words stay encrypted, and as they are. */
export const askedRequestsOf = (deps: Table & { readonly clock: Clock }): AskedRequests => ({
  of: async (access, contactId) => {
    const items = await queryItems(deps, between(rightsOfContact(access, contactId)), requestsAway);
    const requests = items.filter((item) => !isExpired(item, deps.clock)).flatMap(requestIn);
    return requests.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  },
  confirm: (access, { id, revision }, at) => {
    const update = new UpdateItemCommand({
      TableName: deps.tableName,
      Key: toImage(rightsKey(access, id)),
      UpdateExpression: 'SET #identity = :code, identifiedAt = :at, revision = revision + :one',
      ConditionExpression:
        'revision = :seen AND #state = :open AND attribute_not_exists(#identity) AND attribute_not_exists(reserved)',
      ExpressionAttributeNames: { '#identity': 'identity', '#state': 'state' },
      ExpressionAttributeValues: toImage({ ':code': 'code', ':at': at, ':one': 1, ':seen': revision, ':open': 'open' }),
    });
    return holds(deps.client.send(update), requestsAway);
  },
});
