import { createHash } from 'node:crypto';
import { TransactionCanceledException, TransactWriteItemsCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { progressKey } from '#shared/adapters/dynamodb/campaigns/campaign-keys.ts';
import { campaignsOf } from '#shared/adapters/dynamodb/campaigns/campaigns.ts';
import { runFeedbackOf } from '#shared/adapters/dynamodb/campaigns/runs/run-feedback.ts';
import { runsOf } from '#shared/adapters/dynamodb/campaigns/runs/runs.ts';
import { startsOf } from '#shared/adapters/dynamodb/campaigns/runs/starts.ts';
import { type Table, toImage } from '#shared/adapters/dynamodb/table.ts';
import { occurrenceOf } from '#shared/app/campaigns/dispatching/start-runs.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import type { ChunkResult } from '#shared/domain/campaign/chunk.ts';
import { campaignIdOf, recipientMessageIdOf } from '#shared/domain/campaign/names.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { testClock } from '#test/support/aws.ts';
import { ADVERTISER_ID, NOW, sha256 } from '#test/support/builders.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';

const clock = testClock();
const access = admit(ADVERTISER_ID);
const run = { advertiserId: ADVERTISER_ID, campaignId: campaignIdOf('winter'), scheduledAt: NOW };
const campaign = {
  ...{
    advertiserId: ADVERTISER_ID,
    campaignId: run.campaignId,
    name: 'winter',
    channel: 'email',
    purpose: 'own-offers',
  },
  ...{
    template: { templateId: 'h', version: '1' },
    audience: { segment: { channel: 'email', purpose: 'own-offers' } },
  },
  ...{ schedule: { at: 'now' }, endsAt: addDays(NOW, 3), mergeValues: {}, offerCategory: 'wine', revision: 1 },
  ...{ contentSha256: sha256('1'), createdAt: NOW, control: 'running' },
} as unknown as Campaign;
const contactOf = (n: number) => `v1n1.${String(n).padStart(43, 'a')}` as ContactId;

/** A time of its own: nobody waits for a minute of sending. */
const virtualTime = () => {
  let now = 0;
  const waiting: { readonly at: number; readonly go: () => void }[] = [];
  return {
    wait: (milliseconds: number) => new Promise<void>((go) => void waiting.push({ at: now + milliseconds, go })),
    /** Lets time go by until nobody waits. */
    pass: async () => {
      for (;;) {
        await new Promise(setImmediate);
        waiting.sort((a, b) => a.at - b.at);
        const next = waiting.shift();
        if (next === undefined) return;
        now = next.at;
        next.go();
      }
    },
  };
};

/** How long DynamoDB has an item in a transaction, and takes to cancel another that meets it. */
const IN_TRANSACTION_MS = 15;
const TO_CANCEL_MS = 8;

/** A table that cancels transactions which meet on an item, as DynamoDB does ("Transaction conflict handling in DynamoDB"). */
const conflicting = (table: Table, { wait }: ReturnType<typeof virtualTime>) => {
  const taken = new Set<string>();
  let cancelled = 0;
  const send = async (command: object) => {
    if (!(command instanceof TransactWriteItemsCommand)) return table.client.send(command as never);
    const keys = (command.input.TransactItems ?? []).map(({ Update, Put }) =>
      JSON.stringify(Update?.Key ?? [Put?.Item?.pk, Put?.Item?.sk]),
    );
    if (keys.some((key) => taken.has(key))) {
      cancelled += 1;
      await wait(TO_CANCEL_MS);
      const CancellationReasons = keys.map((key) => ({ Code: taken.has(key) ? 'TransactionConflict' : 'None' }));
      throw new TransactionCanceledException({ message: 'cancelled', $metadata: {}, CancellationReasons });
    }
    for (const key of keys) taken.add(key);
    await wait(IN_TRANSACTION_MS);
    try {
      return await table.client.send(command);
    } finally {
      for (const key of keys) taken.delete(key);
    }
  };
  return { table: { ...table, client: { send } as never, pause: wait }, cancelled: () => cancelled };
};

let table: Table;
beforeEach(async () => {
  table = tableInMemory();
  await campaignsOf({ ...table, clock }).create(access, campaign, { firstRun: NOW, bodySha256: sha256('1') });
  await startsOf({ ...table, clock }).start(access, occurrenceOf(campaign, NOW, NOW), undefined);
});

/** Between 0 and 1, the same each time: many workers have no beat. */
const shareOf = (n: number) => createHash('sha256').update(String(n)).digest().readUInt16BE() / 0x10000;

const CHUNK = 50;
const resultOf = (n: number) =>
  ({
    ...{ chunkId: `c${n}`, scheduledAt: NOW, settledAt: NOW, turn: 0, upTo: 'end' },
    outcomes: Array.from({ length: CHUNK }, (_, k) => ({
      contactId: contactOf(n * CHUNK + k),
      state: 'sent',
      codes: [],
    })),
  }) as unknown as ChunkResult;

describe('the counts of a run', () => {
  test.each([35, 75, 150])('lose none of %d chunks a second', async (rate) => {
    const time = virtualTime();
    const { table: contended, cancelled } = conflicting(table, time);
    const runs = runsOf({ ...contended, clock });
    const chunks = rate * 20;
    const settled = Array.from({ length: chunks }, async (_, n) => {
      await time.wait(20_000 * shareOf(n));
      await runs.settle(access, run, resultOf(n));
    });
    await time.pass();
    await Promise.all(settled);
    expect((await runs.reported(access, run)).sent).toBe(chunks * CHUNK);
    expect((await campaignsOf({ ...table, clock }).runs(access, run.campaignId))[0]?.settled).toEqual({
      sent: chunks * CHUNK,
    });
    // The judge of this test: without conflicts it would show nothing.
    expect(cancelled()).toBeGreaterThan(0);
  });

  test('count each of four hundred reports that come at once, and none twice', async () => {
    const time = virtualTime();
    const { table: contended } = conflicting(table, time);
    const feedback = runFeedbackOf({ ...contended, clock });
    const noted = Array.from({ length: 800 }, async (_, n) => {
      await time.wait(10_000 * shareOf(n));
      const contactId = contactOf(n % 400);
      await feedback.note(
        access,
        recipientMessageIdOf(run, contactId),
        contactId,
        n % 2 === 0 ? 'bounce' : 'complaint',
      );
    });
    await time.pass();
    await Promise.all(noted);
    expect(await runsOf({ ...table, clock }).reported(access, run)).toMatchObject({ bounces: 200, complaints: 200 });
  });

  test('of a run that an earlier release began are one sum with what it counted', async () => {
    const before = { pk: `CAMPAIGN#${ADVERTISER_ID}#${run.campaignId}`, sk: `PROGRESS#${NOW}` };
    const counted = {
      entity: 'progress',
      v: 1,
      scheduledAt: NOW,
      expiresAt: 1_800_000_000,
      sent: 7,
      refused: 2,
      bounces: 1,
      latest: 'c9',
    };
    const names = Object.keys(counted);
    await table.client.send(
      new UpdateItemCommand({
        TableName: table.tableName,
        Key: toImage(before),
        UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: toImage(
          Object.fromEntries(Object.entries(counted).map(([name, value]) => [`:${name}`, value])),
        ),
      }),
    );
    const runs = runsOf({ ...table, clock });
    await runs.settle(access, run, resultOf(1));
    expect(await runs.reported(access, run)).toEqual({ sent: 57, complaints: 0, bounces: 1, suppressed: 0, spared: 0 });
    const [shown] = await campaignsOf({ ...table, clock }).runs(access, run.campaignId);
    expect(shown?.settled).toEqual({ sent: 57, refused: 2 });
  });

  test('are shared among sixteen', () => {
    const shares = new Set(Array.from({ length: 1000 }, (_, n) => progressKey(access, run, `c${n}`).sk));
    expect(shares.size).toBe(16);
  });
});
