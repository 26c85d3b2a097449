import { afterEach, beforeEach, expect, test } from 'vitest';
import { haltsOf } from '#shared/adapters/dynamodb/halts.ts';
import { changeHalts } from '#shared/app/halts/change-halts.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { launchedByTwo } from '#test/support/campaigns/two-advertisers.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Two advertisers with a campaign each, of whom one is stopped: the other has the whole of the minute. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

test('a halted advertiser takes no share of the minute from another, and goes on once it is let', async () => {
  const { other, eachToItsOwn } = await launchedByTwo(world, campaign, 100, 30);
  const halting = (kind: 'halt' | 'resume') =>
    changeHalts(
      { halts: haltsOf(world.table), clock: world.clock },
      { kind, advertiserId: other.advertiserId, by: 'Ada', why: 'a wrong list' },
    );
  await halting('halt');
  const taken: number[] = [];
  const minute = async () => {
    await campaign.minute(eachToItsOwn);
    await campaign.work();
    world.clock.forward(60);
    taken.push(world.stub.taken.length);
  };
  await minute();
  await minute();
  // Four fifths of sixty a minute, all of them.
  expect(taken).toEqual([48, 96]);
  await halting('resume');
  await minute();
  await minute();
  // Half of the minute, then all who are left.
  expect(taken.slice(2)).toEqual([96 + 4 + 24, 100 + 30]);
});
