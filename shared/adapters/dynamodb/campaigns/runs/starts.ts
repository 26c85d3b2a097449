import { PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { Starts } from '#shared/app/campaigns/campaigns.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { type RunName, recipientMessageIdOf } from '#shared/domain/campaign/names.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { cancelledBy, storeIfAbsent } from '../../conditional.ts';
import { orUnreachable, queryItems, toImage } from '../../table.ts';
import { StartItem } from '../campaign-items.ts';
import { campaignKey, nextRunKey, occurrenceKey, runMarkKey, runningKey, STARTS, startKey } from '../campaign-keys.ts';
import { occurrenceOf } from '../campaign-plain.ts';
import { type Deps, expiry, remove, unreachable } from '../campaign-table.ts';

/** The ids of all recipients of a run have its mark. */
const NOBODY = '' as ContactId;

/** The runs that are to start, of all advertisers. */
export const startsOf = (deps: Deps): Starts => {
  const put = async (item: object): Promise<void> => {
    await orUnreachable(
      deps.client.send(new PutItemCommand({ TableName: deps.tableName, Item: toImage(item) })),
      unreachable,
    );
  };
  const drop = async (access: AdvertiserAccess, run: RunName): Promise<void> => {
    await remove(deps, nextRunKey(access, run.campaignId));
    await remove(deps, startKey(run));
  };
  /** What lists the next one, in the order in which it is put. */
  const listing = (access: AdvertiserAccess, run: RunName, next: Instant): readonly object[] => {
    const [after, expiresAt] = [{ ...run, scheduledAt: next }, expiry(deps)];
    return [
      { ...startKey(after), entity: 'start', v: 1, ...after, expiresAt },
      { ...nextRunKey(access, run.campaignId), entity: 'next-run', v: 1, ...after, expiresAt },
    ];
  };
  const goOn = async (access: AdvertiserAccess, run: RunName, next: Instant | undefined): Promise<void> => {
    if (next === undefined) return drop(access, run);
    for (const item of listing(access, run, next)) await put(item);
    await remove(deps, startKey(run));
  };
  return {
    due: async (now) => {
      const query = {
        KeyConditionExpression: 'pk = :pk AND sk < :to',
        ExpressionAttributeValues: toImage({ ':pk': STARTS, ':to': `${now}$` }),
        ConsistentRead: true,
      };
      const items = await queryItems(deps, query, unreachable);
      return items
        .map((item) => readStored(StartItem, item))
        .map(({ advertiserId, campaignId, scheduledAt }) => ({ advertiserId, campaignId, scheduledAt }));
    },
    start: async (access, occurrence, next) => {
      const { advertiserId, campaignId, scheduledAt } = occurrence;
      const [run, expiresAt] = [{ advertiserId, campaignId, scheduledAt }, expiry(deps)];
      // First, so that whatever is handed over can be found again.
      const mark = runMarkKey(access, recipientMessageIdOf(run, NOBODY));
      await put({ ...mark, entity: 'run-mark', v: 1, ...run, expiresAt });
      const key = occurrenceKey(access, run);
      const there = await storeIfAbsent(
        deps,
        { ...key, entity: 'occurrence', v: 1, ...occurrence, expiresAt },
        unreachable,
      );
      if (there === undefined || occurrenceOf(there).state === 'running')
        await put({ ...runningKey(run), entity: 'running', v: 1, ...run, expiresAt });
      return goOn(access, run, next);
    },
    skip: async (access, run, { campaign, skipped, next }) => {
      const of = <T extends object>(request: T) => ({ TableName: deps.tableName, ...request });
      const note = {
        Key: toImage(campaignKey(access, run.campaignId)),
        UpdateExpression: 'SET skipped = :skipped, #revision = :next',
        ConditionExpression: '#revision = :seen',
        ExpressionAttributeNames: { '#revision': 'revision' },
        ExpressionAttributeValues: toImage({
          ':skipped': skipped,
          ':seen': campaign.revision,
          ':next': campaign.revision + 1,
        }),
      };
      const listed =
        next === undefined
          ? [{ Delete: of({ Key: toImage(nextRunKey(access, run.campaignId)) }) }]
          : listing(access, run, next).map((item) => ({ Put: of({ Item: toImage(item) }) }));
      const TransactItems = [{ Update: of(note) }, ...listed, { Delete: of({ Key: toImage(startKey(run)) }) }];
      const sent = deps.client.send(new TransactWriteItemsCommand({ TransactItems }));
      return (await cancelledBy(sent, unreachable)) === undefined;
    },
    drop,
  };
};
