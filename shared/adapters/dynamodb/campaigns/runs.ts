import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { OpenChunk, Runs } from '#shared/app/campaigns/runs.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Occurrence, WaitingPage } from '#shared/domain/campaign/campaign.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { MOST_READ, READ_PAST } from '#shared/domain/campaign/waiting.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { holds, holdsOnce, putIfAbsent } from '../conditional.ts';
import { removeWaitingRecipients } from '../messages/waiting-recipients.ts';
import { between, firstItem, orUnreachable, partition, queryItems, queryPages, toImage } from '../table.ts';
import { RunningItem } from './campaign-items.ts';
import {
  campaignKey,
  campaignPk,
  chunkKey,
  chunksPrefix,
  occurrenceKey,
  type PagesKind,
  paceKey,
  pageKey,
  pagesUpTo,
  RUNNING,
  runningKey,
  workPrefix,
} from './campaign-keys.ts';
import { waitingPageOf } from './campaign-plain.ts';
import { beginningWith, type Deps, expiry, getAll, remove, runningIn, unreachable } from './campaign-table.ts';
import { chunksOf } from './chunks.ts';
import { progressOf } from './progress.ts';
import { brake, finish, noteUntaken, updateOf } from './run-updates.ts';

const PACE_DAYS_KEPT = 2;
/** Pages that one query has. */
const AT_ONCE = 200;

const runOf = ({ advertiserId, campaignId, scheduledAt }: RunName): RunName => ({
  advertiserId,
  campaignId,
  scheduledAt,
});

const advance: (deps: Deps) => Runs['advance'] = (deps) => (access, occurrence, to) =>
  updateIfUnchanged(deps, access, occurrence, { ...to });

const updateIfUnchanged = (deps: Deps, ...of: [AdvertiserAccess, Occurrence, object]) =>
  holds(deps.client.send(new UpdateItemCommand(updateOf(deps, ...of))), unreachable);

/** The first pages of a stretch that are wanted, until they have so many recipients. */
const wantedIn = async (
  deps: Deps,
  stretch: ReturnType<typeof pagesUpTo>,
  most: number,
  { isWanted, recipients }: { isWanted: (page: WaitingPage) => Promise<boolean>; recipients: number },
): Promise<readonly WaitingPage[]> => {
  const found: WaitingPage[] = [];
  let [read, left] = [0, recipients];
  for await (const items of queryPages(deps, { ...between(stretch), Limit: Math.min(most, AT_ONCE) }, unreachable)) {
    for (const page of items.map(waitingPageOf)) {
      if (await isWanted(page)) {
        found.push(page);
        left -= page.contactIds.length - page.cut;
      }
      if (found.length === most || left <= 0) return found;
    }
    read += items.length;
    if (read >= Math.min(most * READ_PAST, MOST_READ)) return found;
  }
  return found;
};

/** What is read of pages, in this order: no page of a wave where the run has none. */
const stretchesOf = ({
  waiting,
  wave,
  unknown,
}: Parameters<Runs['duePages']>[2]): readonly (readonly [PagesKind, Instant])[] => [
  ['again', waiting],
  ...(wave === undefined ? [] : [['wave', wave] as const]),
  ['unknown', unknown],
];

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
  brake: brake(deps),
  duePages: async (access, run, upTo, most, isWanted = async () => true, recipients = Number.POSITIVE_INFINITY) => {
    const pages = await Promise.all(
      stretchesOf(upTo).map(([kind, until]) =>
        wantedIn(deps, pagesUpTo(access, run, kind, until), most, { isWanted, recipients }),
      ),
    );
    return pages.flat();
  },
  movePage: async (access, run, page, moved) => {
    const key = pageKey(access, run, page);
    if (moved >= page.contactIds.length) {
      await removeWaitingRecipients(deps, access, run, page);
      return remove(deps, key);
    }
    const item = { ...key, entity: 'waiting-page', v: 1, ...page, cut: moved, expiresAt: expiry(deps) };
    const put = new PutItemCommand({ TableName: deps.tableName, Item: toImage(item) });
    await orUnreachable(deps.client.send(put), unreachable);
  },
  openChunks: async (access, run) => {
    const query = beginningWith(campaignPk(access, run.campaignId), chunksPrefix(run));
    const fields = {
      ProjectionExpression: 'chunkId, cutAt, #size',
      ExpressionAttributeNames: { '#size': 'size' },
    };
    const items = await queryItems(deps, { ...query, ...fields }, unreachable);
    return items.map(({ chunkId, cutAt, size }) => ({ chunkId, cutAt, size }) as OpenChunk);
  },
  putAgain: async (access, run, chunkId, at) => {
    const update = new UpdateItemCommand({
      TableName: deps.tableName,
      Key: toImage(chunkKey(access, run, chunkId)),
      UpdateExpression: 'SET cutAt = :at',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: toImage({ ':at': at }),
    });
    await holds(deps.client.send(update), unreachable);
  },
  isIdle: async (access, run) => {
    const query = beginningWith(campaignPk(access, run.campaignId), workPrefix(run));
    return (await firstItem(deps, query, unreachable)) === undefined;
  },
  finish: finish(deps),
  unlist: (run) => remove(deps, runningKey(run)),
});
