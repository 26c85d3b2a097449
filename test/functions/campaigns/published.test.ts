import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { changeOf } from '#shared/adapters/dynamodb/stream-change.ts';
import { eventsOf } from '#shared/contracts/events/events.ts';
import { memoryClientOf } from '#test/fuzz/store/memory-client.ts';
import { MemoryTable } from '#test/fuzz/store/memory-table.ts';
import { startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { startSendWorld } from '#test/support/send-world.ts';

type Counts = Readonly<Record<string, number>>;
interface Said {
  readonly type: string;
  readonly detail: { readonly chunkId?: string; readonly recipients: Counts; readonly selected?: number };
}

const OPEN = ['waiting', 'deferred', 'in-review', 'unknown'];
const sum = (all: readonly Counts[]): Counts => {
  const total: Record<string, number> = {};
  for (const counts of all)
    for (const [state, count] of Object.entries(counts))
      if (!OPEN.includes(state)) total[state] = (total[state] ?? 0) + count;
  return total;
};

/** A world whose every write can be read as the stream of the table brings it. */
const aWatchedWorld = async () => {
  const memory = new MemoryTable();
  const client = memoryClientOf(memory, 'in-memory') as unknown as DynamoDBClient;
  const world = await startSendWorld('', { tableName: 'in-memory', client });
  const campaign = await startCampaignWorld(world);
  const said = (): readonly Said[] =>
    memory.writes.flatMap(({ before, after }) => {
      const eventName = before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY';
      const change = changeOf({ eventName, dynamodb: { OldImage: before, NewImage: after } });
      return change === undefined ? [] : (eventsOf(change) as readonly Said[]);
    });
  const ofType = (type: string) => said().filter((event) => event.type === type);
  return { world, campaign, said, ofType };
};

test('the chunks that others hear of add up to the run that they hear of, and to the mails that left', async () => {
  const { world, campaign, said, ofType } = await aWatchedWorld();
  const joined = await campaign.join(7);
  const run = await campaign.launch({ maxPerMinute: 3 });
  world.stub.next('throttle');
  for (let minute = 0; minute < 2; minute += 1) {
    await campaign.minute();
    await campaign.work();
    world.clock.forward(60);
  }
  expect(ofType('campaign.finished.v1')).toEqual([]);
  const stored = await campaign.campaigns.get(world.access, run.campaignId);
  await campaign.campaigns.control(world.access, stored ?? expect.fail('no campaign'), { control: 'cancelled' });
  await campaign.settle();

  const chunks = ofType('campaign.chunk.settled.v1').map(({ detail }) => detail);
  const [finished, ...more] = ofType('campaign.finished.v1').map(({ detail }) => detail);
  expect(more).toEqual([]);
  expect(finished).toMatchObject({ ...run, selected: joined.length });
  expect(sum(chunks.map(({ recipients }) => recipients))).toEqual(finished?.recipients);
  expect(sum([finished?.recipients ?? {}])).toMatchObject({ sent: world.stub.taken.length });
  expect(Object.values(finished?.recipients ?? {}).reduce((all, count) => all + count, 0)).toBe(joined.length);
  expect(finished?.recipients).toHaveProperty('cancelled');
  // Whoever the provider throttled comes up again, and is said to wait until then.
  expect(chunks.some(({ recipients }) => 'waiting' in recipients)).toBe(true);
  expect(new Set(chunks.map(({ chunkId }) => chunkId)).size).toBe(chunks.length);
  expect(chunks.every((each) => Object.keys(each).length === 6)).toBe(true);
  const written = JSON.stringify(said().filter(({ type }) => type.startsWith('campaign.')));
  for (const { contactId, address } of joined) expect(written).not.toMatch(new RegExp(`${contactId}|${address}`));
  await world.close();
});

test('a run of nobody is finished, and nothing is heard of chunks', async () => {
  const { world, campaign, ofType } = await aWatchedWorld();
  await campaign.launch();
  await campaign.settle();
  expect(ofType('campaign.chunk.settled.v1')).toEqual([]);
  expect(ofType('campaign.finished.v1')).toMatchObject([{ detail: { selected: 0, recipients: {} } }]);
  await world.close();
});
