import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { AudienceLists } from '#shared/app/audience/audience-lists.port.ts';
import type { SelectedContact } from '#shared/app/audience/audience-pages.port.ts';
import type { Clock } from '#shared/app/clock.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { ContactId } from '#shared/domain/ids.ts';
import { isErased } from '#shared/domain/ledger/erased.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { listedContactKey } from '../audience-keys.ts';
import { holds } from '../conditional.ts';
import { standingKey } from '../keys.ts';
import { readItems } from '../read-items.ts';
import { type Item, isExpired, type Table, toImage } from '../table.ts';
import { zoneOfStanding } from './standing-zones.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The store of lists', cause);

type Deps = Table & { readonly clock: Clock };

const knownIn = (item: Item): SelectedContact => ({
  contactId: ContactId.parse(item.contactId),
  zone: zoneOfStanding(item),
});

/** Nobody named it before, or this line did, in an earlier try. */
const isFirst = 'attribute_not_exists(pk) OR #line = :line';

/** Uploaded lists on DynamoDB. */
export const audienceListsOf = (deps: Deps): AudienceLists => ({
  known: async (access: AdvertiserAccess, contactIds) => {
    const keys = contactIds.map((contactId) => standingKey(access, contactId));
    const found = await readItems(deps, keys, unreachable, {
      fields: 'contactId, declared, prefix, expiresAt, erasedAt, consents, sales',
    });
    return found
      .filter((item) => !isExpired(item, deps.clock) && !isErased(item as unknown as Parameters<typeof isErased>[0]))
      .map(knownIn);
  },
  put: async (access, { listId, endsAt }, { contactId, line, zone }) => {
    const put = new PutItemCommand({
      TableName: deps.tableName,
      Item: toImage({
        ...listedContactKey(access, listId, contactId),
        entity: 'listed-contact',
        v: 1,
        line,
        zone,
        // An order or a login may keep the contact beyond what is known of its end now: who is gone by then, the vet refuses.
        expiresAt: epochSeconds(endsAt),
      }),
      ConditionExpression: isFirst,
      ExpressionAttributeNames: { '#line': 'line' },
      ExpressionAttributeValues: toImage({ ':line': line }),
    });
    return holds(deps.client.send(put), unreachable);
  },
});
