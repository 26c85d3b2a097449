import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { RunFeedback } from '#shared/app/campaigns/run-feedback.port.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { cancelledBy, putIfAbsent } from '../conditional.ts';
import { getItem, toImage } from '../table.ts';
import { RunMarkItem } from './campaign-items.ts';
import { progressKey, reportedKey, runMarkKey } from './campaign-keys.ts';
import { type Deps, expiry, unreachable } from './campaign-table.ts';

/** Counters beside those of final states. */
const COUNTERS = { complaint: 'complaints', bounce: 'bounces' } as const;

/** One transaction: noted and counted, both or none, so that a report that comes twice counts once. */
export const runFeedbackOf = (deps: Deps): RunFeedback => ({
  note: async (access, messageId, contactId, kind) => {
    const marked = await getItem(deps, runMarkKey(access, messageId), unreachable);
    if (marked === undefined) return;
    const { advertiserId, campaignId, scheduledAt } = readStored(RunMarkItem, marked);
    const run = { advertiserId, campaignId, scheduledAt };
    const expiresAt = expiry(deps);
    const reported = { ...reportedKey(access, run, kind, contactId), entity: 'reported', v: 1, scheduledAt, expiresAt };
    const counted = {
      TableName: deps.tableName,
      Key: toImage(progressKey(access, run)),
      UpdateExpression:
        'SET entity = :entity, v = :v, scheduledAt = :run, expiresAt = :expiresAt, #count = if_not_exists(#count, :zero) + :one',
      ExpressionAttributeNames: { '#count': COUNTERS[kind] },
      ExpressionAttributeValues: toImage({
        ...{ ':entity': 'progress', ':v': 1, ':run': scheduledAt, ':expiresAt': expiresAt, ':zero': 0, ':one': 1 },
      }),
    };
    const TransactItems = [{ Put: putIfAbsent(deps.tableName, reported) }, { Update: counted }];
    const reasons = await cancelledBy(deps.client.send(new TransactWriteItemsCommand({ TransactItems })), unreachable);
    const isNotedBefore = reasons?.some(({ Code }) => Code === 'ConditionalCheckFailed') ?? true;
    if (!isNotedBefore) throw unreachable(undefined);
  },
});
