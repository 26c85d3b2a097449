import { QueryCommand, type QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import type {
  AudiencePage,
  AudiencePageAsked,
  AudiencePages,
  SelectedContact,
} from '#shared/app/audience/audience-pages.port.ts';
import type { Clock } from '#shared/app/clock.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { AUDIENCE_SHARDS } from '#shared/domain/audience/audience-row.ts';
import type { Segment } from '#shared/domain/audience/segment.ts';
import { type AudienceListId, ContactId } from '#shared/domain/ids.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { zoneNamed } from '#shared/domain/time/zone-names.ts';
import { audienceIndexAway } from '../../stores-away.ts';
import { AudienceFollowedItem } from '../audience-items.ts';
import { audiencePk, followedKey, listPk } from '../audience-keys.ts';
import { getItem, type Image, orUnreachable, type Table, toImage, toItem } from '../table.ts';
import { segmentFilter } from './segment-filter.ts';
import { zonesNow } from './standing-zones.ts';

type Deps = Table & { readonly clock: Clock };

/** Rows that one Query of a page looks at, at most. */
const MOST_ROWS = 1000;
/** Queries of one page: a segment that few meet gives a page with few or none, and goes on. */
const MOST_QUERIES = 5;

const query = async (
  deps: Deps,
  pk: string,
  segment: Segment,
  how: { readonly after?: string | undefined; readonly limit?: number; readonly counts?: true } & Pick<
    AudiencePageAsked,
    'movedSince'
  >,
): Promise<QueryCommandOutput> => {
  const { values, ...filter } = segmentFilter(segment.where ?? {}, epochSeconds(deps.clock.now()), how.movedSince);
  const command = new QueryCommand({
    TableName: deps.tableName,
    ...filter,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ...values, ...toImage({ ':pk': pk }) },
    ExclusiveStartKey: how.after === undefined ? undefined : toImage({ pk, sk: how.after }),
    ...(how.counts
      ? { Select: 'COUNT' as const }
      : { ProjectionExpression: 'sk, #zone', ConsistentRead: true, Limit: how.limit }),
    ...(how.counts ? {} : { ExpressionAttributeNames: { ...filter.ExpressionAttributeNames, '#zone': 'zone' } }),
  });
  return orUnreachable(deps.client.send(command), audienceIndexAway);
};

const positionIn = (key: Image | undefined): string | undefined => key?.sk?.S;

const contactOf = (image: Image): SelectedContact => {
  const { sk, zone } = toItem(image);
  return { contactId: ContactId.parse(sk), zone: typeof zone === 'string' ? zoneNamed(zone) : undefined };
};

/** Looks at twice as many rows each time, until there are as many contacts as asked or the shard ends. */
const pageOf = async (
  deps: Deps,
  pk: string,
  segment: Segment,
  { after, limit, ...asked }: AudiencePageAsked,
): Promise<AudiencePage> => {
  const found: SelectedContact[] = [];
  let position: string | undefined = after;
  let { rows = limit } = asked;
  for (let round = 0; round < MOST_QUERIES; round += 1) {
    const { Items = [], LastEvaluatedKey } = await query(deps, pk, segment, {
      after: position,
      limit: rows,
      movedSince: asked.movedSince,
    });
    found.push(...Items.map(contactOf));
    position = positionIn(LastEvaluatedKey);
    if (found.length >= limit || position === undefined) break;
    rows = Math.min(2 * rows, MOST_ROWS);
  }
  if (found.length <= limit) return { contacts: found, ...(position && { next: ContactId.parse(position) }) };
  const contacts = found.slice(0, limit);
  return { contacts, next: contacts.at(-1)?.contactId };
};

type Counting = (after: string | undefined) => Promise<Pick<QueryCommandOutput, 'Count' | 'LastEvaluatedKey'>>;

/** Those of a shard after a position, or all of it. */
const countOf = async (counting: Counting, from?: string): Promise<number> => {
  let count = 0;
  let after = from;
  do {
    const { Count = 0, LastEvaluatedKey } = await counting(after);
    count += Count;
    after = positionIn(LastEvaluatedKey);
  } while (after !== undefined);
  return count;
};

const inSegment =
  (deps: Deps, pk: string, segment: Segment): Counting =>
  (after) =>
    query(deps, pk, segment, { after, counts: true });

const followedUpTo = async (deps: Deps, access: AdvertiserAccess) => {
  const item = await getItem(deps, followedKey(access), audienceIndexAway);
  return item === undefined ? {} : { upTo: readStored(AudienceFollowedItem, item).upTo };
};

/** Of a shard of a list: what is expired is looked at and left out. */
const queryList = (deps: Deps, pk: string, after: string | undefined, how: object): Promise<QueryCommandOutput> => {
  const command = new QueryCommand({
    TableName: deps.tableName,
    KeyConditionExpression: 'pk = :pk',
    FilterExpression: 'expiresAt > :now',
    ExpressionAttributeValues: toImage({ ':pk': pk, ':now': epochSeconds(deps.clock.now()) }),
    ExclusiveStartKey: after === undefined ? undefined : toImage({ pk, sk: after }),
    ...how,
  });
  return orUnreachable(deps.client.send(command), audienceIndexAway);
};

const inList =
  (deps: Deps, pk: string): Counting =>
  (after) =>
    queryList(deps, pk, after, { Select: 'COUNT' });

/** One page of a shard of a list. */
const pageOfList = async (
  deps: Deps,
  access: AdvertiserAccess,
  listId: AudienceListId,
  { shard, after, limit, isForWaves }: AudiencePageAsked,
): Promise<AudiencePage> => {
  const pk = listPk(access, listId, shard);
  const { Items = [], LastEvaluatedKey } = await queryList(deps, pk, after, { ConsistentRead: true, Limit: limit });
  const position = positionIn(LastEvaluatedKey);
  const listed = Items.map(contactOf);
  const contacts = isForWaves === true ? await whereTheyAre(deps, access, listed) : listed;
  return { contacts, ...(position && { next: ContactId.parse(position) }) };
};

/** With the zone that is declared of each now, rather than when the list was made. */
const whereTheyAre = async (
  deps: Deps,
  access: AdvertiserAccess,
  listed: readonly SelectedContact[],
): Promise<readonly SelectedContact[]> => {
  const ids = listed.map(({ contactId }) => contactId);
  const zones = await zonesNow(deps, access, ids, audienceIndexAway);
  return listed.map(({ contactId, zone }) => ({ contactId, zone: zones.get(contactId) ?? zone }));
};

/** Pages and counts of the audience index and of lists on DynamoDB. */
export const audiencePagesOf = (deps: Deps): AudiencePages => ({
  page: (access, audience, asked) =>
    'listId' in audience
      ? pageOfList(deps, access, audience.listId, asked)
      : pageOf(deps, audiencePk(access, audience.segment, asked.shard), audience.segment, asked),
  count: async (access, segment) => {
    const countedAt = deps.clock.now();
    const followed = await followedUpTo(deps, access);
    const shards = Array.from({ length: AUDIENCE_SHARDS }, (_, shard) => audiencePk(access, segment, shard));
    const byShard = await Promise.all(shards.map((pk) => countOf(inSegment(deps, pk, segment))));
    return { count: byShard.reduce((sum, count) => sum + count, 0), byShard, countedAt, ...followed };
  },
  countAfter: async (access, audience, readUpTo) => {
    const countingIn = (shard: number): Counting =>
      'listId' in audience
        ? inList(deps, listPk(access, audience.listId, shard))
        : inSegment(deps, audiencePk(access, audience.segment, shard), audience.segment);
    const byShard = await Promise.all(
      readUpTo.map(({ after, isDone }, shard) => (isDone ? 0 : countOf(countingIn(shard), after))),
    );
    return byShard.reduce((sum, count) => sum + count, 0);
  },
});
