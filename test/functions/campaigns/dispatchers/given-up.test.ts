import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chunkKey } from '#shared/adapters/dynamodb/campaigns/campaign-keys.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import type { ChunkReference } from '#shared/app/campaigns/runs.port.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Chunks that no worker can settle, on a route that takes six a minute: they keep nobody else from leaving, and let nobody leave faster. */
const PER_MINUTE = 6;
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
  campaign.quota.email = { perSecond: 0.125, in24Hours: 50_000, sentInLast24Hours: 0 };
});
afterEach(() => world.close());

/** As deployed: what a worker failed on comes to another one after so many minutes, five times in all. */
const [AGAIN_AFTER, MOST_RECEIVED] = [6, 5];
/** A queue that gives again what workers failed on: what is given to workers in this minute. */
const aQueue = () => {
  const waiting: { reference: ChunkReference; at: number; received: number }[] = [];
  return async (minute: number): Promise<void> => {
    waiting.push(...campaign.queue.splice(0).map(({ reference }) => ({ reference, at: minute, received: 0 })));
    for (const entry of waiting.splice(0)) {
      if (entry.at > minute) {
        waiting.push(entry);
        continue;
      }
      const received = entry.received + 1;
      await campaign.deliver(entry.reference, undefined, received === MOST_RECEIVED).catch(() => {
        if (received < MOST_RECEIVED) waiting.push({ ...entry, at: minute + AGAIN_AFTER, received });
      });
    }
  };
};

/** How many came to the provider in each of these minutes. */
const minutes = async (from: number, until: number, work?: (minute: number) => Promise<void>) => {
  const came: number[] = [];
  for (let minute = from; minute < until; minute += 1) {
    const before = world.stub.calls();
    await campaign.minute();
    await work?.(minute);
    world.clock.forward(60);
    came.push(world.stub.calls() - before);
  }
  return came;
};
const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0);

const setOfChunk = (run: RunName, chunkId: string, name: string, value: unknown) =>
  world.table.client.send(
    new UpdateItemCommand({
      TableName: world.table.tableName,
      Key: toImage(chunkKey(world.access, run, chunkId)),
      UpdateExpression: 'SET #name = :value',
      ExpressionAttributeNames: { '#name': name },
      ExpressionAttributeValues: toImage({ ':value': value }),
    }),
  );

test('two minutes of damaged chunks keep the route from others for half an hour, and for two minutes of each half hour then', async () => {
  await campaign.join(200);
  const run = await campaign.launch();
  await minutes(0, 2);
  for (const { reference } of campaign.queue) await setOfChunk(run, reference.chunkId, 'v', 'damaged');
  const damaged = new Set(campaign.queue.map(({ reference }) => reference.chunkId));
  expect(damaged.size).toBeGreaterThanOrEqual(2);
  const work = aQueue();
  const came = await minutes(2, 62, work);
  // Whatever is open may be on the queue, until its last try.
  expect(sum(came.slice(0, 25))).toBe(0);
  expect(sum(came.slice(30))).toBeGreaterThanOrEqual(25 * PER_MINUTE);
  expect(Math.max(...came)).toBe(PER_MINUTE);
  // Once they are mended they leave with the others, and no faster than the provider takes.
  for (const chunkId of damaged) await setOfChunk(run, chunkId, 'v', 1);
  const rest = await minutes(62, 100, work);
  expect(sum([...came, ...rest])).toBe(200);
  expect(Math.max(...rest)).toBeLessThanOrEqual(3 * PER_MINUTE);
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { sent: 200 } });
});

test('of workers that are away for two hours two minutes leave at once when they come back', async () => {
  await campaign.join(60);
  await campaign.launch();
  await minutes(0, 120);
  expect(await minutes(120, 130, aQueue())).toEqual([12, ...Array.from({ length: 8 }, () => PER_MINUTE), 0]);
});

test.each([
  ['no instant', 'cutAt', 'damaged'],
  ['no number', 'size', 'many'],
])('a chunk of which the dispatcher reads %s stops nobody else', async (_, name, value) => {
  await campaign.join(60);
  const run = await campaign.launch();
  await minutes(0, 1);
  const [first] = campaign.queue;
  await setOfChunk(run, first?.reference.chunkId ?? '', name, value);
  expect(sum(await minutes(1, 40, aQueue()))).toBeGreaterThanOrEqual(60 - PER_MINUTE);
});
