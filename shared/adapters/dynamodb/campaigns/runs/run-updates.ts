import { TransactWriteItemsCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Runs } from '#shared/app/campaigns/runs.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Occurrence } from '#shared/domain/campaign/campaign.ts';
import { sumOf } from '#shared/domain/campaign/recipient.ts';
import { inARowAfter } from '#shared/domain/campaign/stopping/in-a-row.ts';
import { cancelledBy, holds, writtenOnce } from '../../conditional.ts';
import { isConditionFailed, orUnreachable, toImage, toItem } from '../../table.ts';
import { campaignKey, occurrenceKey, runningKey } from '../campaign-keys.ts';
import { occurrenceOf } from '../campaign-plain.ts';
import { type Deps, remove, unreachable } from '../campaign-table.ts';
import { controlUpdate } from '../campaigns.ts';

const isUnchanged = '#revision = :seen';

/** The update of a run that is still at this revision. */
export const updateOf = (deps: Deps, access: AdvertiserAccess, occurrence: Occurrence, to: object) => {
  const fields = Object.entries({ ...to, revision: occurrence.revision + 1 }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    TableName: deps.tableName,
    Key: toImage(occurrenceKey(access, occurrence)),
    UpdateExpression: `SET ${fields.map(([name]) => `#${name} = :${name}`).join(', ')}`,
    ConditionExpression: isUnchanged,
    ExpressionAttributeNames: Object.fromEntries(fields.map(([name]) => [`#${name}`, name])),
    ExpressionAttributeValues: toImage({
      ...Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])),
      ':seen': occurrence.revision,
    }),
  };
};

/** Neither reads nor changes the revision: many workers note it while the dispatcher goes on with the run. */
export const noteUntaken: (deps: Deps) => Runs['noteUntaken'] = (deps) => async (access, occurrence, untaken) => {
  const { untaken: seen } = occurrence;
  const update = new UpdateItemCommand({
    TableName: deps.tableName,
    Key: toImage(occurrenceKey(access, occurrence)),
    UpdateExpression: untaken === undefined ? 'REMOVE untaken' : 'SET untaken = :untaken',
    ConditionExpression: `attribute_exists(pk) AND ${seen === undefined ? 'attribute_not_exists(untaken)' : 'untaken = :seen'}`,
    ...(untaken === undefined && seen === undefined
      ? {}
      : {
          ExpressionAttributeValues: toImage({
            ...(untaken === undefined ? {} : { ':untaken': untaken }),
            ...(seen === undefined ? {} : { ':seen': seen }),
          }),
        }),
  });
  await holds(deps.client.send(update), unreachable);
};

/** Of each that finds it changed, another was counted, and few are before all stops. */
const ROUNDS = 20;

/** Neither reads nor changes the revision. A write of ours whose answer was lost is found in what is there, by its key. */
export const countInARow: (deps: Deps) => Runs['countInARow'] = (deps) => async (access, occurrence, counting) => {
  let { inARow: seen } = occurrence;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = inARowAfter(seen, counting);
    if (next === undefined) return seen;
    const update = new UpdateItemCommand({
      TableName: deps.tableName,
      Key: toImage(occurrenceKey(access, occurrence)),
      UpdateExpression: 'SET inARow = :next',
      ConditionExpression: `attribute_exists(pk) AND ${seen === undefined ? 'attribute_not_exists(inARow)' : 'inARow = :seen'}`,
      ExpressionAttributeValues: toImage({ ':next': next, ...(seen === undefined ? {} : { ':seen': seen }) }),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    try {
      await orUnreachable(deps.client.send(update), unreachable);
      return next;
    } catch (error) {
      if (!isConditionFailed(error) || error.Item === undefined) throw error;
      seen = occurrenceOf(toItem(error.Item)).inARow;
    }
  }
  return inARowAfter(seen, counting) ?? seen;
};

/** One transaction: paused and noted, both or none, so that whoever resumes it is not stopped again for the same. */
export const brake: (deps: Deps) => Runs['brake'] =
  (deps) =>
  async (access, { campaign, occurrence }, because, pausedAt) => {
    const TransactItems = [
      { Update: controlUpdate(deps, access, campaign, { control: 'paused', because, pausedAt }) },
      { Update: updateOf(deps, access, occurrence, { braked: true }) },
    ];
    const sent = deps.client.send(new TransactWriteItemsCommand({ TransactItems }));
    return (await cancelledBy(sent, unreachable)) === undefined;
  };

/** One transaction with its campaign, which is at another revision then: whoever looked before it finished, and controls it, looks again. */
export const finish: (deps: Deps) => Runs['finish'] = (deps) => async (access, occurrence, at, totals) => {
  const to = { state: 'finished', finishedAt: at, totals, cut: sumOf(totals) };
  const changed = {
    TableName: deps.tableName,
    Key: toImage(campaignKey(access, occurrence.campaignId)),
    UpdateExpression: 'SET #revision = #revision + :one',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: { '#revision': 'revision' },
    ExpressionAttributeValues: toImage({ ':one': 1 }),
  };
  const writes = [{ Update: updateOf(deps, access, occurrence, to) }, { Update: changed }];
  if (await writtenOnce(deps, writes, unreachable)) await remove(deps, runningKey(occurrence));
};
