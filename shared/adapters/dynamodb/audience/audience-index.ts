import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { AudienceIndex, RowVersion } from '#shared/app/audience/audience-index.port.ts';
import type { Clock } from '#shared/app/clock.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { audienceIndexAway } from '../../stores-away.ts';
import { ProfileItem } from '../audience-items.ts';
import { audienceKey, followedKey, profileKey } from '../audience-keys.ts';
import { holds } from '../conditional.ts';
import { StandingItem } from '../items.ts';
import { standingKey } from '../keys.ts';
import { standingOf } from '../plain.ts';
import { getItem, isConditionFailed, isExpired, orUnreachable, type Table, toImage } from '../table.ts';

const isOfNoLaterState = 'attribute_not_exists(pk) OR seq < :chainStart OR (seq <= :seq AND revision <= :revision)';
const versionValues = ({ seq, revision, chainStart }: RowVersion) =>
  toImage({ ':seq': seq, ':revision': revision, ':chainStart': chainStart });

type Deps = Table & { readonly clock: Clock };

const readStanding = async (deps: Deps, access: AdvertiserAccess, contactId: ContactId) => {
  const item = await getItem(deps, standingKey(access, contactId), audienceIndexAway);
  if (item === undefined || isExpired(item, deps.clock)) return undefined;
  const { prefix, chainStart, expiresAt } = readable(() => readStored(StandingItem, item));
  return { standing: readable(() => standingOf(item)), chainStart, prefix, expiresAt };
};

const readProfile = async (deps: Deps, access: AdvertiserAccess, contactId: ContactId) => {
  const item = await getItem(deps, profileKey(access, contactId), audienceIndexAway);
  return item && readable(() => readStored(ProfileItem, item));
};

/**
 * A profile of another life than the standing that was read before it is of an earlier one, or of one that has begun since:
 * only a standing that is read after it shows which.
 */
const remainderOf = async (
  deps: Deps,
  access: AdvertiserAccess,
  contactId: ContactId,
  { revision, chainStart }: { readonly revision: number; readonly chainStart: number },
): Promise<number | undefined> => {
  const now = await readStanding(deps, access, contactId);
  return now === undefined || now.chainStart > chainStart ? revision : undefined;
};

/** The audience index on DynamoDB. */
export const audienceIndexOf = (deps: Deps): AudienceIndex => ({
  read: async (access, contactId) => {
    const life = await readStanding(deps, access, contactId);
    const profile = await readProfile(deps, access, contactId);
    if (profile === undefined) return { ...life, labels: {}, revision: 0 };
    const { labels, revision, chainStart } = profile;
    if (chainStart === life?.chainStart) return { ...life, labels, revision };
    return { ...life, labels: {}, revision: 0, remainder: await remainderOf(deps, access, contactId, profile) };
  },
  put: async (access, row, { version, expiresAt }) => {
    const { channel, purpose, contactId, ...facts } = row;
    const put = new PutItemCommand({
      TableName: deps.tableName,
      Item: toImage({
        ...audienceKey(access, { channel, purpose }, contactId),
        entity: 'audience-row',
        v: 1,
        ...facts,
        expiresAt,
      }),
      ConditionExpression: isOfNoLaterState,
      ExpressionAttributeValues: versionValues(version),
      ReturnValues: 'ALL_OLD',
    });
    try {
      const { Attributes } = await orUnreachable(deps.client.send(put), audienceIndexAway);
      return Attributes === undefined;
    } catch (error) {
      if (isConditionFailed(error)) return false;
      throw error;
    }
  },
  remove: async (access, list, contactId, version) => {
    const remove = new DeleteItemCommand({
      TableName: deps.tableName,
      Key: toImage(audienceKey(access, list, contactId)),
      ...(version && { ConditionExpression: isOfNoLaterState, ExpressionAttributeValues: versionValues(version) }),
    });
    await holds(deps.client.send(remove), audienceIndexAway);
  },
  removeProfile: async (access, contactId, revision) => {
    const remove = new DeleteItemCommand({
      TableName: deps.tableName,
      Key: toImage(profileKey(access, contactId)),
      ConditionExpression: 'revision = :revision',
      ExpressionAttributeValues: toImage({ ':revision': revision }),
    });
    await holds(deps.client.send(remove), audienceIndexAway);
  },
  follow: async (access, upTo) => {
    const put = new PutItemCommand({
      TableName: deps.tableName,
      Item: toImage({ ...followedKey(access), entity: 'audience-followed', v: 1, upTo }),
      ConditionExpression: 'attribute_not_exists(pk) OR upTo < :upTo',
      ExpressionAttributeValues: toImage({ ':upTo': upTo }),
    });
    await holds(deps.client.send(put), audienceIndexAway);
  },
});
