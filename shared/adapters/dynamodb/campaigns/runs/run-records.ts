import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { RunRecords } from '#shared/app/campaigns/report/run-records.port.ts';
import type { ReportedKind } from '#shared/app/campaigns/run-feedback.port.ts';
import { ContactId } from '#shared/domain/ids.ts';
import { isUnreadable, readable } from '#shared/domain/unreadable.ts';
import { standingKey } from '../../keys.ts';
import { standingOf } from '../../plain.ts';
import { between, getItem, isExpired, orUnreachable, queryPages, toImage, toItem } from '../../table.ts';
import { campaignPk, chunkKey, chunksPrefix, reportedPrefix, resultKey, resultsPrefix } from '../campaign-keys.ts';
import { chunkOf, chunkResultOf } from '../campaign-plain.ts';
import { beginningWith, type Deps, getAll, unreachable } from '../campaign-table.ts';
import { resultOf } from './chunks.ts';

/** `undefined`: it cannot be read until a human repairs it, and no report of thousands waits for that. */
const standingOrNone = <T>(read: () => T): T | undefined => {
  try {
    return readable(read);
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
};

/** What is recorded of runs, on DynamoDB. */
export const runRecordsOf = (deps: Deps): RunRecords => ({
  openFirstChunks: async (access, run) => {
    const query = beginningWith(campaignPk(access, run.campaignId), chunksPrefix(run));
    const found: string[] = [];
    for await (const page of queryPages(deps, query, unreachable))
      found.push(...page.map(chunkOf).flatMap(({ turn, chunkId }) => (turn === 0 ? [chunkId] : [])));
    return found;
  },
  outcomesAfter: async (access, run, after, most) => {
    const prefix = resultsPrefix(run);
    const query = new QueryCommand({
      TableName: deps.tableName,
      ...between({ pk: campaignPk(access, run.campaignId), from: prefix, to: `${prefix}~` }),
      ...(after === undefined ? {} : { ExclusiveStartKey: toImage(resultKey(access, run, after)) }),
      ConsistentRead: true,
      Limit: most,
    });
    const { Items = [], LastEvaluatedKey } = await orUnreachable(deps.client.send(query), unreachable);
    const next = LastEvaluatedKey?.sk?.S?.slice(prefix.length);
    return { outcomes: Items.map((image) => chunkResultOf(toItem(image))), next };
  },
  // In this order: a worker stores the outcome before it takes the chunk away, and a chunk that lies over an outcome is not what was cut.
  chunk: async (access, run, chunkId) => {
    const open = await getItem(deps, chunkKey(access, run, chunkId), unreachable);
    const settled = await resultOf(deps, access, run, chunkId);
    if (settled !== undefined) return { settled };
    return open && { open: chunkOf(open) };
  },
  reported: async (access, run) => {
    const prefix = reportedPrefix(run);
    const found = new Map<ContactId, ReportedKind[]>();
    const query = beginningWith(campaignPk(access, run.campaignId), prefix);
    for await (const page of queryPages(deps, query, unreachable))
      for (const { sk } of page) {
        const [kind, contactId] = String(sk).slice(prefix.length).split('#');
        const parsed = ContactId.parse(contactId);
        found.set(parsed, [...(found.get(parsed) ?? []), kind as ReportedKind]);
      }
    return found;
  },
  oppositionsOf: async (access, contactIds) => {
    const keys = contactIds.map((contactId) => standingKey(access, contactId));
    const live = (await getAll(deps, keys)).filter((item) => !isExpired(item, deps.clock));
    const known = live.map((item) => standingOrNone(() => standingOf(item)));
    return new Map(known.flatMap((each) => (each === undefined ? [] : [[each.contactId, each.oppositions]])));
  },
});
