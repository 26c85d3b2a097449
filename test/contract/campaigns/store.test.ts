import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { campaignsOf } from '#shared/adapters/dynamodb/campaigns/campaigns.ts';
import { runsOf } from '#shared/adapters/dynamodb/campaigns/runs/runs.ts';
import { startsOf } from '#shared/adapters/dynamodb/campaigns/runs/starts.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import type { Campaigns, Starts } from '#shared/app/campaigns/campaigns.port.ts';
import type { Runs } from '#shared/app/campaigns/runs.port.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Campaign, Occurrence } from '#shared/domain/campaign/campaign.ts';
import type { Chunk, ChunkResult, WaitingPage } from '#shared/domain/campaign/chunk.ts';
import { campaignIdOf } from '#shared/domain/campaign/names.ts';
import type { RecipientOutcome } from '#shared/domain/campaign/recipient.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { addDays, addSeconds } from '#shared/domain/time/instant.ts';
import { freshTable, type TestClock, testClock } from '#test/support/aws.ts';
import { ADVERTISER_ID, NOW, sha256 } from '#test/support/builders.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';

const access = admit(ADVERTISER_ID);
const campaign: Campaign = {
  advertiserId: ADVERTISER_ID,
  campaignId: campaignIdOf('winter'),
  name: 'winter',
  channel: 'email',
  purpose: 'own-offers',
  template: { templateId: 'hiver', version: '1' } as Campaign['template'],
  audience: { segment: { channel: 'email', purpose: 'own-offers' } },
  schedule: { at: 'now' },
  endsAt: addDays(NOW, 3),
  mergeValues: {},
  offerCategory: 'wine',
  contentSha256: sha256('1'),
  createdAt: NOW,
  control: 'running',
  revision: 1,
};
const run = { advertiserId: ADVERTISER_ID, campaignId: campaign.campaignId, scheduledAt: NOW };
const occurrence: Occurrence = {
  ...run,
  startedAt: NOW,
  validUntil: addDays(NOW, 3),
  claimMonth: '2026-11',
  state: 'running',
  cursors: [{}, {}],
  cut: 0,
  revision: 1,
};
const contact = (name: string) => `v1n1.${name.repeat(43).slice(0, 43)}` as ContactId;
const chunk: Chunk = {
  chunkId: 'chunk-1',
  scheduledAt: NOW,
  cutAt: NOW,
  turn: 0,
  recipients: [{ contactId: contact('a') }, { contactId: contact('b') }, { contactId: contact('c') }],
  upTo: contact('c'),
};
const dueAt = addSeconds(NOW, 600);
const result: ChunkResult = {
  chunkId: 'chunk-1',
  scheduledAt: NOW,
  settledAt: NOW,
  turn: 0,
  upTo: chunk.upTo,
  outcomes: [
    { contactId: contact('a'), state: 'sent', codes: [], providerMessageId: 'ses-1' },
    { contactId: contact('b'), state: 'deferred', codes: ['TIME'], dueAt },
    { contactId: contact('c'), state: 'unknown', codes: ['reset'], dueAt },
  ],
};

/** The same table through a client that loses the answer to a put, and tries again. */
const puttingTwice = (table: Table): { readonly table: Table; readonly putTwice: () => number } => {
  let puts = 0;
  const send = async (command: Parameters<Table['client']['send']>[0]): Promise<unknown> => {
    if (command instanceof PutItemCommand) {
      puts += 1;
      await table.client.send(command);
    }
    return table.client.send(command);
  };
  return { table: { ...table, client: { send } as unknown as Table['client'] }, putTwice: () => puts };
};

/** The same answers from DynamoDB Local and from the table in memory, on which the simulation and most tests run. */
describe.each([
  ['DynamoDB Local', freshTable],
  ['memory', async () => tableInMemory()],
] as const)('campaigns on %s', (_name, tableOf) => {
  let clock: TestClock;
  let campaigns: Campaigns;
  let starts: Starts;
  let runs: Runs;
  let deps: Table & { readonly clock: TestClock };
  beforeEach(async () => {
    clock = testClock();
    deps = { ...(await tableOf()), clock };
    [campaigns, starts, runs] = [campaignsOf(deps), startsOf(deps), runsOf(deps)];
  });
  const store = (body = '1') => campaigns.create(access, campaign, { firstRun: NOW, bodySha256: sha256(body) });

  test('a campaign is stored with its first run, once; another body under its key is told', async () => {
    expect([await store(), await store(), await store('2')]).toEqual(['stored', 'already-stored', 'reused-key']);
    expect(await campaigns.get(access, campaign.campaignId)).toEqual(campaign);
    expect(await campaigns.nextRun(access, campaign.campaignId)).toBe(NOW);
    expect(await starts.due(addSeconds(NOW, -1))).toEqual([]);
    expect(await starts.due(NOW)).toEqual([run]);
    expect((await campaigns.list(access, { limit: 5 })).items).toEqual([campaign]);
  });

  test('the same request again finds it as it is now; one with another body is told, and who asked for nothing finds nothing', async () => {
    const repeated = (body: string, of = access) => campaigns.repeated(of, campaign.campaignId, sha256(body));
    expect(await repeated('1')).toBeUndefined();
    await store();
    expect(await repeated('1')).toEqual(campaign);
    expect(await repeated('2')).toBe('reused-key');
    expect(await repeated('1', admit('other' as typeof ADVERTISER_ID))).toBeUndefined();
    await campaigns.control(access, campaign, { control: 'cancelled' });
    expect(await repeated('1')).toEqual({ ...campaign, control: 'cancelled', cancelledAt: NOW, revision: 2 });
    expect(await repeated('2')).toBe('reused-key');
  });

  test('it is changed by one who saw it as it is, and by nobody else', async () => {
    await store();
    expect(await campaigns.control(access, campaign, { control: 'paused', because: 'throttled' })).toBe(true);
    expect(await campaigns.control(access, campaign, { control: 'cancelled' })).toBe(false);
    const paused = await campaigns.get(access, campaign.campaignId);
    expect(paused).toMatchObject({ control: 'paused', pausedBecause: 'throttled', revision: 2 });
    expect(await campaigns.control(access, { ...campaign, revision: 2 }, { control: 'running' })).toBe(true);
    expect(await campaigns.get(access, campaign.campaignId)).not.toHaveProperty('pausedBecause');
  });

  test('one that awaits its approval has no run; its approval lists the first, for one who saw it as it is', async () => {
    const waiting = { ...campaign, createdBy: 'shop', control: 'awaiting-approval' as const };
    const stored = await campaigns.create(access, waiting, { firstRun: undefined, bodySha256: sha256('1') });
    expect([stored, await campaigns.nextRun(access, campaign.campaignId)]).toEqual(['stored', undefined]);
    expect(await starts.due(addDays(NOW, 30))).toEqual([]);
    const approval = { approver: { name: 'Jeanne Roy' }, approvedAt: NOW, firstRun: NOW, apiKeyId: 'director' };
    expect(await campaigns.approve(access, { ...waiting, revision: 2 }, approval)).toBe(false);
    expect(await starts.due(NOW)).toEqual([]);
    expect(await campaigns.approve(access, waiting, approval)).toBe(true);
    expect(await campaigns.approve(access, { ...waiting, revision: 2 }, approval)).toBe(false);
    const approved = { ...waiting, approval, control: 'running', revision: 2 };
    expect(await campaigns.get(access, campaign.campaignId)).toEqual(approved);
    expect([await starts.due(NOW), await campaigns.nextRun(access, campaign.campaignId)]).toEqual([[run], NOW]);
  });

  test('one that was cancelled is approved by nobody', async () => {
    const waiting = { ...campaign, createdBy: 'shop', control: 'awaiting-approval' as const };
    await campaigns.create(access, waiting, { firstRun: undefined, bodySha256: sha256('1') });
    expect(await campaigns.control(access, waiting, { control: 'cancelled' })).toBe(true);
    const approval = { approver: { name: 'Jeanne Roy' }, approvedAt: NOW, firstRun: NOW, apiKeyId: 'director' };
    expect(await campaigns.approve(access, { ...waiting, revision: 2 }, approval)).toBe(false);
    expect(await starts.due(NOW)).toEqual([]);
  });

  test('a run starts once, with the next one listed, however often that is repeated', async () => {
    await store();
    const next = addDays(NOW, 1);
    for (let times = 0; times < 2; times += 1) await starts.start(access, occurrence, next);
    expect(await starts.due(NOW)).toEqual([]);
    expect(await starts.due(next)).toEqual([{ ...run, scheduledAt: next }]);
    expect(await runs.running()).toEqual([run]);
    expect(await runs.read(access, run)).toEqual({ campaign, occurrence });
    expect([await runs.takeMinute('2026-11-24T10:00'), await runs.takeMinute('2026-11-24T10:00')]).toEqual([
      true,
      false,
    ]);
  });

  test('pages of a wave come behind those who come up again, of a run that has waves, and nothing is left once they are cut', async () => {
    await store();
    await starts.start(access, occurrence, undefined);
    const outcome = (name: string, code: string): RecipientOutcome => ({
      contactId: contact(name),
      state: 'deferred',
      codes: [code],
      dueAt: addSeconds(dueAt, code === 'TIME' ? 60 : 0),
    });
    await runs.settle(access, run, { ...result, outcomes: [outcome('a', 'WAVE_LATER'), outcome('b', 'TIME')] });
    const upTo = { waiting: addSeconds(dueAt, 60), unknown: NOW };
    expect(await runs.duePages(access, run, upTo, { most: 10 })).toMatchObject([{ contactIds: [contact('b')] }]);
    const pages = await runs.duePages(access, run, { ...upTo, wave: dueAt }, { most: 10 });
    expect(pages).toMatchObject([{ contactIds: [contact('b')] }, { contactIds: [contact('a')], isWave: true }]);
    for (const page of pages) await runs.movePage(access, run, page, 1);
    expect(await runs.duePages(access, run, { ...upTo, wave: dueAt }, { most: 10 })).toEqual([]);
    expect(await runs.isIdle(access, run)).toBe(true);
  });

  test('runs are skipped by one who saw the campaign as it is, with the next one listed, and by nobody else', async () => {
    await store();
    const [skipped, next] = [[NOW], addDays(NOW, 1)];
    expect(await starts.skip(access, run, { campaign: { ...campaign, revision: 2 }, skipped, next })).toBe(false);
    expect(await starts.due(NOW)).toEqual([run]);
    expect(await starts.skip(access, run, { campaign, skipped, next })).toBe(true);
    expect(await starts.skip(access, run, { campaign, skipped, next })).toBe(false);
    expect(await starts.due(NOW)).toEqual([]);
    expect(await starts.due(next)).toEqual([{ ...run, scheduledAt: next }]);
    expect(await campaigns.nextRun(access, campaign.campaignId)).toBe(next);
    expect(await campaigns.get(access, campaign.campaignId)).toEqual({ ...campaign, skipped, revision: 2 });
    const last = { campaign: { ...campaign, revision: 2 }, skipped: [NOW, next], next: undefined };
    expect(await starts.skip(access, { ...run, scheduledAt: next }, last)).toBe(true);
    expect([await starts.due(next), await campaigns.nextRun(access, campaign.campaignId)]).toEqual([[], undefined]);
  });

  test('one that is paused, or goes on, notes since when', async () => {
    await store();
    await campaigns.control(access, campaign, { control: 'paused' });
    expect(await campaigns.get(access, campaign.campaignId)).toMatchObject({ control: 'paused', pausedAt: NOW });
    expect(await campaigns.get(access, campaign.campaignId)).not.toHaveProperty('resumedAt');
    await campaigns.control(access, { ...campaign, revision: 2 }, { control: 'running' });
    expect(await campaigns.get(access, campaign.campaignId)).toMatchObject({ control: 'running', resumedAt: NOW });
  });

  test('its cursors are moved by one who saw them as they are, and by nobody else', async () => {
    await starts.start(access, occurrence, undefined);
    const to = { cursors: [{ after: contact('c') }, { isDone: true as const }], cut: 3 };
    expect([await runs.advance(access, occurrence, to), await runs.advance(access, occurrence, to)]).toEqual([
      true,
      false,
    ]);
    expect((await campaigns.runs(access, campaign.campaignId))[0]?.occurrence).toMatchObject({ ...to, revision: 2 });
  });

  test('a chunk is what was cut first, open until its outcome is stored, and then what that says', async () => {
    await store();
    await starts.start(access, occurrence, undefined);
    const other = { ...chunk, recipients: chunk.recipients.slice(1), upTo: 'end' };
    expect(await runs.cut(access, run, chunk)).toEqual({ chunk, isOpen: true });
    expect(await runs.cut(access, run, other)).toEqual({ chunk, isOpen: true });
    expect(await runs.openChunks(access, run)).toEqual([
      { chunkId: 'chunk-1', cutAt: NOW, size: chunk.recipients.length },
    ]);
    expect(await runs.take(access, run, 'chunk-1')).toEqual({ campaign, occurrence, chunk, result: undefined });
    expect(await runs.isIdle(access, run)).toBe(false);
    expect([
      await runs.settle(access, run, result),
      await runs.settle(access, run, { ...result, outcomes: [] }),
    ]).toEqual([true, false]);
    expect(await runs.openChunks(access, run)).toEqual([]);
    expect(await runs.cut(access, run, other)).toMatchObject({ chunk: { upTo: chunk.upTo }, isOpen: false });
    expect(await runs.openChunks(access, run)).toEqual([]);
    expect((await runs.find(access, run, 'chunk-1'))?.upTo).toBe(chunk.upTo);
    expect(await runs.find(access, run, 'chunk-2')).toBeUndefined();
    expect((await campaigns.runs(access, campaign.campaignId))[0]?.settled).toEqual({ sent: 1 });
    const rows: ChunkResult[] = [];
    for await (const row of runs.results(access, run)) rows.push(row);
    expect(rows).toEqual([result]);
  });

  test('a chunk that lies over an outcome is what the outcome says, whoever put it there; that of another is left', async () => {
    await store();
    await starts.start(access, occurrence, undefined);
    await runs.settle(access, run, result);
    const other = { ...chunk, recipients: chunk.recipients.slice(1), upTo: 'end' };
    const { table, putTwice } = puttingTwice(deps);
    const losing = runsOf({ ...table, clock });
    const settled = { upTo: chunk.upTo, recipients: chunk.recipients };
    expect(await losing.cut(access, run, other)).toMatchObject({ chunk: settled, isOpen: true });
    expect(putTwice()).toBe(1);
    expect(await runs.cut(access, run, other)).toMatchObject({ chunk: settled, isOpen: true });
    expect(await runs.find(access, run, 'chunk-1')).toMatchObject(settled);
    expect(await runs.openChunks(access, run)).toHaveLength(1);
    await runs.settle(access, run, result);
    expect(await runs.openChunks(access, run)).toEqual([]);
  });

  test('who comes up again is found at the minute, apart from those of whom nothing is known, until all were cut', async () => {
    await runs.settle(access, run, result);
    const early = addSeconds(dueAt, -1);
    expect(await runs.duePages(access, run, { waiting: early, unknown: early }, { most: 10 })).toEqual([]);
    const [waiting, ...more] = await runs.duePages(access, run, { waiting: dueAt, unknown: early }, { most: 10 });
    expect([waiting, more]).toEqual([expect.objectContaining({ contactIds: [contact('b')], turn: 1, cut: 0 }), []]);
    const both = await runs.duePages(access, run, { waiting: dueAt, unknown: dueAt }, { most: 10 });
    expect(both.map(({ isUnknown }) => isUnknown)).toEqual([false, true]);
    for (const page of both) {
      await runs.movePage(access, run, { ...page, contactIds: [...page.contactIds, contact('d')] }, 1);
      await runs.movePage(access, run, page, 1);
    }
    expect(await runs.isIdle(access, run)).toBe(true);
  });

  test('pages that are not wanted are read past, as far as twenty times as many as are wanted', async () => {
    const due = Array.from({ length: 30 }, (_, index) => addSeconds(dueAt, 60 * index));
    const outcomes = due.map((at, index) => ({
      contactId: contact(`p${index}`),
      state: 'waiting',
      codes: [],
      dueAt: at,
    }));
    await runs.settle(access, run, { ...result, outcomes: outcomes as never });
    const asked: string[] = [];
    const wanting = (wanted: readonly number[], most: number) => {
      const upTo = due.at(-1) ?? dueAt;
      const isWanted = async (page: WaitingPage) => {
        asked.push(page.pageId);
        return wanted.some((index) => page.dueAt === due[index]);
      };
      return runs.duePages(access, run, { waiting: upTo, unknown: upTo }, { most, isWanted });
    };
    expect((await wanting([5, 12, 17], 2)).map((page) => page.dueAt)).toEqual([due[5], due[12]]);
    expect(await wanting([], 1)).toEqual([]);
    asked.splice(0);
    expect(await wanting([25], 1)).toEqual([]);
    expect(asked).toHaveLength(20);
  });

  test('a campaign of which a run has finished is changed by nobody who saw it before', async () => {
    await store();
    await starts.start(access, occurrence, undefined);
    await runs.finish(access, { ...occurrence, revision: 9 }, NOW, { sent: 1 });
    expect(await campaigns.get(access, campaign.campaignId)).toMatchObject({ revision: 1 });
    await runs.finish(access, occurrence, NOW, { sent: 1 });
    expect(await campaigns.control(access, campaign, { control: 'paused' })).toBe(false);
    expect(await campaigns.get(access, campaign.campaignId)).toEqual({ ...campaign, revision: 2 });
  });

  test('a run that is finished is no longer listed, and says how it ended', async () => {
    await store();
    await starts.start(access, occurrence, undefined);
    await runs.finish(access, { ...occurrence, revision: 9 }, NOW, { sent: 1 });
    expect(await runs.running()).toEqual([run]);
    await runs.finish(access, occurrence, NOW, { sent: 1 });
    expect(await runs.running()).toEqual([]);
    expect((await campaigns.runs(access, campaign.campaignId))[0]?.occurrence).toMatchObject({
      state: 'finished',
      totals: { sent: 1 },
    });
    await starts.start(access, occurrence, undefined);
    expect(await runs.running()).toEqual([]);
  });
});
