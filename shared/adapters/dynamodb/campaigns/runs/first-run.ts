import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { Campaigns } from '#shared/app/campaigns/campaigns.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addDays, epochSeconds } from '#shared/domain/time/instant.ts';
import { cancelledBy, putIfAbsent } from '../../conditional.ts';
import { toImage } from '../../table.ts';
import { campaignKey, nextRunKey, startKey } from '../campaign-keys.ts';
import { DAYS_KEPT, type Deps, unreachable } from '../campaign-table.ts';

/** When the items of a campaign expire. */
export const expiryOf = ({ endsAt }: Pick<Campaign, 'endsAt'>): number => epochSeconds(addDays(endsAt, DAYS_KEPT));

/** What makes a campaign run for the first time at an instant. */
export const firstRunItems = (access: AdvertiserAccess, campaign: Campaign, firstRun: Instant): readonly object[] => {
  const { advertiserId, campaignId } = campaign;
  const run = { advertiserId, campaignId, scheduledAt: firstRun };
  const expiresAt = expiryOf(campaign);
  return [
    { ...nextRunKey(access, campaignId), entity: 'next-run', v: 1, ...run, expiresAt },
    { ...startKey(run), entity: 'start', v: 1, ...run, expiresAt },
  ];
};

/** Its approval and its first run in one transaction: a crash leaves both or none. */
export const approve =
  (deps: Deps): Campaigns['approve'] =>
  async (access, campaign, approval) => {
    const { revision } = campaign;
    const update = {
      TableName: deps.tableName,
      Key: toImage(campaignKey(access, campaign.campaignId)),
      UpdateExpression: 'SET #control = :running, #approval = :approval, #revision = :next',
      ConditionExpression: '#revision = :seen AND #control = :awaiting',
      ExpressionAttributeNames: { '#control': 'control', '#approval': 'approval', '#revision': 'revision' },
      ExpressionAttributeValues: toImage({
        ':running': 'running',
        ':awaiting': 'awaiting-approval',
        ':approval': approval,
        ':seen': revision,
        ':next': revision + 1,
      }),
    };
    const puts = firstRunItems(access, campaign, approval.firstRun).map((item) => ({
      Put: putIfAbsent(deps.tableName, item),
    }));
    const command = new TransactWriteItemsCommand({ TransactItems: [{ Update: update }, ...puts] });
    return (await cancelledBy(deps.client.send(command), unreachable)) === undefined;
  };
