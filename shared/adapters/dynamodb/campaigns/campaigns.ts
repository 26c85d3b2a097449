import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { Campaigns } from '#shared/app/campaigns/campaigns.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { LastPause } from '#shared/domain/campaign/approval.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { cancelledBy, holdsOnce, putIfAbsent } from '../conditional.ts';
import { pageItems } from '../page-items.ts';
import { between, getItem, queryItems, toImage } from '../table.ts';
import { CampaignItem, ListedCampaignItem, NextRunItem } from './campaign-items.ts';
import {
  campaignKey,
  campaignPk,
  listedCampaignKey,
  listedCampaigns,
  nextRunKey,
  OCCURRENCES,
  PROGRESSES,
  progressPrefix,
} from './campaign-keys.ts';
import { campaignOf, occurrenceOf } from './campaign-plain.ts';
import { type Deps, getAll, unreachable } from './campaign-table.ts';
import { approve, expiryOf, firstRunItems } from './runs/first-run.ts';
import { summedByRun } from './runs/progress.ts';

const create =
  (deps: Deps): Campaigns['create'] =>
  async (access, campaign, { firstRun, bodySha256 }) => {
    const expiresAt = expiryOf(campaign);
    const { campaignId } = campaign;
    const key = campaignKey(access, campaignId);
    const items = [
      { ...key, entity: 'campaign', v: 1, ...campaign, bodySha256, expiresAt },
      { ...listedCampaignKey(access, campaign), entity: 'listed-campaign', v: 1, campaignId, expiresAt },
      ...(firstRun === undefined ? [] : firstRunItems(access, campaign, firstRun)),
    ];
    const TransactItems = items.map((item) => ({ Put: putIfAbsent(deps.tableName, item) }));
    const command = new TransactWriteItemsCommand({ TransactItems });
    const reasons = await cancelledBy(deps.client.send(command), unreachable);
    if (reasons === undefined) return 'stored';
    const there = await getItem(deps, key, unreachable);
    if (there === undefined) throw concurrentChange();
    return readStored(CampaignItem, there).bodySha256 === bodySha256 ? 'already-stored' : 'reused-key';
  };

/** The update by which a campaign is controlled, where it is still at this revision. */
export const controlUpdate = (
  deps: Deps,
  access: AdvertiserAccess,
  { campaignId, revision }: Parameters<Campaigns['control']>[1],
  to: Parameters<Campaigns['control']>[2],
) => ({
  TableName: deps.tableName,
  Key: toImage(campaignKey(access, campaignId)),
  UpdateExpression: `SET ${[
    '#control = :control, #revision = :next',
    ...(to.control === 'cancelled' ? ['cancelledAt = :at'] : []),
    ...(to.control === 'running' ? ['resumedAt = :at'] : []),
    ...(to.control === 'paused' ? ['pausedAt = :at, lastPause = :pause'] : []),
    ...(to.because === undefined ? [] : ['#because = :because']),
  ].join(', ')}${to.because === undefined ? ' REMOVE #because' : ''}`,
  ConditionExpression: '#revision = :seen',
  ExpressionAttributeNames: { '#control': 'control', '#revision': 'revision', '#because': 'pausedBecause' },
  ExpressionAttributeValues: toImage({
    ':control': to.control,
    ':seen': revision,
    ':next': revision + 1,
    ':at': to.pausedAt ?? deps.clock.now(),
    ...(to.because === undefined ? {} : { ':because': to.because }),
    ...(to.control === 'paused' ? { ':pause': pauseOf(deps, to) } : {}),
  }),
});

const pauseOf = (deps: Deps, { because, by, pausedAt }: Parameters<Campaigns['control']>[2]): LastPause => ({
  at: pausedAt ?? deps.clock.now(),
  ...(because === undefined ? {} : { because }),
  ...(by === undefined ? {} : { apiKeyId: by }),
});

const control =
  (deps: Deps): Campaigns['control'] =>
  (access, campaign, to) =>
    holdsOnce(deps, { Update: controlUpdate(deps, access, campaign, to) }, unreachable);

const list =
  (deps: Deps): Campaigns['list'] =>
  async (access, asked) => {
    const page = await pageItems(deps, { ...listedCampaigns(access), order: 'descending' }, asked, unreachable);
    const ids = page.items.map((item) => readStored(ListedCampaignItem, item).campaignId);
    const keys = ids.map((each) => campaignKey(access, each));
    const found = await getAll(deps, keys);
    const byId = new Map(found.map(campaignOf).map((campaign) => [campaign.campaignId, campaign]));
    return { ...page, items: ids.flatMap((each) => byId.get(each) ?? []) };
  };

/** A recurring campaign may have run a hundred times; those of before its latest are over. */
const RUNS_SHOWN = 31;

const runs =
  (deps: Deps): Campaigns['runs'] =>
  async (access, campaignId) => {
    const pk = campaignPk(access, campaignId);
    const listed = { pk, prefix: OCCURRENCES, order: 'descending' } as const;
    const latest = await pageItems(deps, listed, { limit: RUNS_SHOWN }, unreachable);
    const occurrences = latest.items.toReversed().map(occurrenceOf);
    const [oldest] = occurrences;
    if (oldest === undefined) return [];
    const counts = between({ pk, from: progressPrefix(oldest), to: `${PROGRESSES}~` });
    const settled = summedByRun(await queryItems(deps, counts, unreachable));
    return occurrences.map((occurrence) => {
      const {
        complaints = 0,
        bounces = 0,
        suppressed = 0,
        spared,
        ...totals
      } = settled.get(occurrence.scheduledAt) ?? {};
      const { sent = 0 } = occurrence.totals ?? totals;
      return { occurrence, settled: totals, reported: { sent, complaints, bounces, suppressed } };
    });
  };

/** Campaigns on DynamoDB. */
export const campaignsOf = (deps: Deps): Campaigns => ({
  create: create(deps),
  get: async (access, campaignId) => {
    const item = await getItem(deps, campaignKey(access, campaignId), unreachable);
    return item === undefined ? undefined : campaignOf(item);
  },
  repeated: async (access, campaignId, bodySha256) => {
    const item = await getItem(deps, campaignKey(access, campaignId), unreachable);
    if (item === undefined) return undefined;
    return readStored(CampaignItem, item).bodySha256 === bodySha256 ? campaignOf(item) : 'reused-key';
  },
  list: list(deps),
  runs: runs(deps),
  nextRun: async (access, campaignId) => {
    const item = await getItem(deps, nextRunKey(access, campaignId), unreachable);
    return item === undefined ? undefined : readStored(NextRunItem, item).scheduledAt;
  },
  control: control(deps),
  approve: approve(deps),
});
