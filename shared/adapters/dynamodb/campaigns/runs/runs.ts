import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { OpenChunk, Runs } from '#shared/app/campaigns/runs.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Occurrence } from '#shared/domain/campaign/campaign.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { Instant } from '#shared/domain/ids.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { holds, holdsOnce, putIfAbsent } from '../../conditional.ts';
import type { Key } from '../../keys.ts';
import { removeWaitingRecipients } from '../../messages/waiting/waiting-recipients.ts';
import { firstItem, type Item, orUnreachable, partition, queryItems, toImage } from '../../table.ts';
import { RunningItem } from '../campaign-items.ts';
import {
  campaignKey,
  campaignPk,
  chunkKey,
  chunksPrefix,
  occurrenceKey,
  paceKey,
  pageKey,
  RUNNING,
  runningKey,
  workPrefix,
} from '../campaign-keys.ts';
import { beginningWith, type Deps, expiry, getAll, remove, runningIn, unreachable } from '../campaign-table.ts';
import { chunksOf } from './chunks.ts';
import { duePages } from './due-pages.ts';
import { progressOf } from './progress.ts';
import { brake, countInARow, finish, noteUntaken, updateOf } from './run-updates.ts';

const PACE_DAYS_KEPT = 2;

const runOf = ({ advertiserId, campaignId, scheduledAt }: RunName): RunName => ({
  advertiserId,
  campaignId,
  scheduledAt,
});

const advance: (deps: Deps) => Runs['advance'] = (deps) => (access, occurrence, to) =>
  updateIfUnchanged(deps, access, occurrence, { ...to });

const updateIfUnchanged = (deps: Deps, ...of: [AdvertiserAccess, Occurrence, object]) =>
  holds(deps.client.send(new UpdateItemCommand(updateOf(deps, ...of))), unreachable);

/** Whoever shares out the minute goes on with all others where one is damaged: of no known instant it is put again, which gives it one. */
const openChunkOf = ({ chunkId, cutAt, wereCounted, size, lastTryAt }: Item): OpenChunk => ({
  chunkId: String(chunkId),
  cutAt: Instant.safeParse(cutAt).data ?? toInstant(0),
  wereCounted: wereCounted === true ? true : undefined,
  size: typeof size === 'number' ? size : undefined,
  lastTryAt: Instant.safeParse(lastTryAt).data,
});

/** Notes an instant of an open chunk; of one that was settled, nothing. */
const noteOfOpen = async (deps: Deps, key: Key, noted: Readonly<Record<string, Instant>>): Promise<void> => {
  const [[name, at] = []] = Object.entries(noted);
  const update = new UpdateItemCommand({
    TableName: deps.tableName,
    Key: toImage(key),
    UpdateExpression: `SET ${name} = :at`,
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: toImage({ ':at': at }),
  });
  await holds(deps.client.send(update), unreachable);
};

/** The work of runs on DynamoDB. */
export const runsOf = (deps: Deps): Runs => ({
  takeMinute: async (minute) => {
    const item = { ...paceKey(minute), entity: 'pace', v: 1, expiresAt: expiry(deps, PACE_DAYS_KEPT) };
    return holdsOnce(deps, { Put: putIfAbsent(deps.tableName, item) }, unreachable);
  },
  running: async () => {
    const items = await queryItems(deps, partition(RUNNING), unreachable);
    return items.map((item) => runOf(readStored(RunningItem, item)));
  },
  read: async (access, run) => {
    const keys = [campaignKey(access, run.campaignId), occurrenceKey(access, run)];
    return runningIn(new Map((await getAll(deps, keys)).map((item) => [item.sk, item])), access, run);
  },
  ...chunksOf(deps),
  advance: advance(deps),
  reported: async (access, run) => {
    const { sent = 0, complaints = 0, bounces = 0, suppressed = 0, spared = 0 } = await progressOf(deps, access, run);
    return { sent, complaints, bounces, suppressed, spared };
  },
  takeOfRamp: (access, occurrence, ramped) => updateIfUnchanged(deps, access, occurrence, { ramped }),
  noteHeld: (access, occurrence, held) => updateIfUnchanged(deps, access, occurrence, held),
  noteSum: (access, occurrence, summed) => updateIfUnchanged(deps, access, occurrence, { summed }),
  close: async (access, occurrence, to) => {
    if (!(await updateIfUnchanged(deps, access, occurrence, to))) return undefined;
    return { ...occurrence, ...to, revision: occurrence.revision + 1 };
  },
  noteUntaken: noteUntaken(deps),
  countInARow: countInARow(deps),
  brake: brake(deps),
  duePages: duePages(deps),
  movePage: async (access, run, page, cutUpTo) => {
    const key = pageKey(access, run, page);
    if (cutUpTo >= page.contactIds.length) {
      await removeWaitingRecipients(deps, access, run, page);
      return remove(deps, key);
    }
    const item = { ...key, entity: 'waiting-page', v: 1, ...page, cut: cutUpTo, expiresAt: expiry(deps) };
    const put = new PutItemCommand({ TableName: deps.tableName, Item: toImage(item) });
    await orUnreachable(deps.client.send(put), unreachable);
  },
  openChunks: async (access, run) => {
    const query = beginningWith(campaignPk(access, run.campaignId), chunksPrefix(run));
    const fields = {
      ProjectionExpression: 'chunkId, cutAt, wereCounted, #size, lastTryAt',
      ExpressionAttributeNames: { '#size': 'size' },
    };
    const items = await queryItems(deps, { ...query, ...fields }, unreachable);
    return items.map(openChunkOf);
  },
  putAgain: (access, run, chunkId, at) => noteOfOpen(deps, chunkKey(access, run, chunkId), { cutAt: at }),
  noteLastTry: (access, run, chunkId, at) => noteOfOpen(deps, chunkKey(access, run, chunkId), { lastTryAt: at }),
  isIdle: async (access, run) => {
    const query = beginningWith(campaignPk(access, run.campaignId), workPrefix(run));
    return (await firstItem(deps, query, unreachable)) === undefined;
  },
  finish: finish(deps),
  unlist: (run) => remove(deps, runningKey(run)),
});
