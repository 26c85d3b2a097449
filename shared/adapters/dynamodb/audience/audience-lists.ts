import { BatchGetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { AudienceLists, KnownContact } from '#shared/app/audience/audience-lists.port.ts';
import type { Clock } from '#shared/app/clock.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { placesOf } from '#shared/domain/contact/address-facts.ts';
import { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { ContactId } from '#shared/domain/ids.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { listedContactKey } from '../audience-keys.ts';
import { holds } from '../conditional.ts';
import { standingKey } from '../keys.ts';
import { type Image, type Item, isExpired, orUnreachable, type Table, toImage, toItem } from '../table.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The store of lists', cause);
/** DynamoDB gives back what it had no time for; an overloaded table is asked this often. */
const ROUNDS = 5;

type Deps = Table & { readonly clock: Clock };

const batchGet = async (table: Table, keys: readonly Image[]): Promise<readonly Item[]> => {
  const found: Image[] = [];
  let left = [...keys];
  for (let round = 0; left.length > 0; round += 1) {
    if (round === ROUNDS) throw unreachable(undefined);
    const ask = { Keys: left, ProjectionExpression: 'contactId, declared, prefix, expiresAt', ConsistentRead: true };
    const command = new BatchGetItemCommand({ RequestItems: { [table.tableName]: ask } });
    const answer = await orUnreachable(table.client.send(command), unreachable);
    found.push(...(answer.Responses?.[table.tableName] ?? []));
    left = answer.UnprocessedKeys?.[table.tableName]?.Keys ?? [];
  }
  return found.map(toItem);
};

/** Where a contact may be. What cannot be read here is no reason to leave it out: its verdict says so. */
const zoneOf = ({ declared, prefix }: Item): string | undefined => {
  const read = DeclaredFacts.safeParse(declared);
  return read.success ? placesOf(typeof prefix === 'string' ? prefix : '', read.data)[0]?.zone : undefined;
};

const knownIn = (item: Item): KnownContact => ({
  contactId: ContactId.parse(item.contactId),
  zone: zoneOf(item),
  expiresAt: typeof item.expiresAt === 'number' ? item.expiresAt : undefined,
});

/** Nobody named it before, or this line did, in an earlier try. */
const isFirst = 'attribute_not_exists(pk) OR #line = :line';

/** Uploaded lists on DynamoDB. */
export const audienceListsOf = (deps: Deps): AudienceLists => ({
  known: async (access: AdvertiserAccess, contactIds) => {
    const keys = contactIds.map((contactId) => toImage(standingKey(access, contactId)));
    return (await batchGet(deps, keys)).filter((item) => !isExpired(item, deps.clock)).map(knownIn);
  },
  put: async (access, { listId, endsAt }, { contactId, line, zone, expiresAt = Number.POSITIVE_INFINITY }) => {
    const put = new PutItemCommand({
      TableName: deps.tableName,
      Item: toImage({
        ...listedContactKey(access, listId, contactId),
        entity: 'listed-contact',
        v: 1,
        line,
        zone,
        expiresAt: Math.min(expiresAt, epochSeconds(endsAt)),
      }),
      ConditionExpression: isFirst,
      ExpressionAttributeNames: { '#line': 'line' },
      ExpressionAttributeValues: toImage({ ':line': line }),
    });
    return holds(deps.client.send(put), unreachable);
  },
});
