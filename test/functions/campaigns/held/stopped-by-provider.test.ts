import { afterEach, beforeEach, expect, test } from 'vitest';
import { campaignIdOf } from '#shared/domain/campaign/names.ts';
import { sha256 } from '#test/support/builders.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { refusedMinutesOf } from '#test/support/campaigns/refused-minutes.ts';
import { launchedByTwo } from '#test/support/campaigns/two-advertisers.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Two advertisers with a campaign each, of whom the provider refuses one: the other has the whole of the minute. */
let world: SendWorld;
let campaign: CampaignWorld;
let refused: Set<string>;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
  refused = new Set();
});
afterEach(() => world.close());

const minutesOf = (setting: Awaited<ReturnType<typeof launchedByTwo>>) =>
  refusedMinutesOf({ world, campaign, refused, ...setting });

test('whom the provider has stopped takes no place of the minute, and its whole share again once it is let', async () => {
  const setting = await launchedByTwo(world, campaign, 400, 60);
  const { other, its } = setting;
  const minutes = minutesOf(setting);
  refused.add(other.advertiserId);
  campaign.tenants.stopped.add(other.advertiserId);
  // Nobody knows it before the first was refused.
  expect(await minutes(4)).toEqual([
    [24, 24, 0],
    [48, 0, 0],
    [48, 0, 0],
    [48, 0, 0],
  ]);
  const run = { ...its, scheduledAt: setting.run.scheduledAt };
  expect(await campaign.occurrence(run)).toMatchObject({ stopped: 'sending-disabled' });
  refused.clear();
  campaign.tenants.stopped.clear();
  expect(await minutes(2)).toEqual([
    [24, 24, 24],
    [24, 24, 24],
  ]);
  expect(await campaign.occurrence(run)).toMatchObject({ stopped: 'nothing' });
  await minutes(8);
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 60 });
});

test('another campaign of an advertiser that is stopped takes none from its beginning on', async () => {
  const setting = await launchedByTwo(world, campaign, 400, 60);
  const { other, its } = setting;
  const minutes = minutesOf(setting);
  refused.add(other.advertiserId);
  campaign.tenants.stopped.add(other.advertiserId);
  await minutes(2);
  const second = { ...its, name: 'second', campaignId: campaignIdOf('second'), createdAt: world.clock.now() };
  await campaign.campaigns.create(other, second, { firstRun: world.clock.now(), bodySha256: sha256('4') });
  expect(await minutes(3)).toEqual([
    [48, 0, 0],
    [48, 0, 0],
    [48, 0, 0],
  ]);
});

test('where nobody says whether it is stopped, few are tried beside the places that others have, and it goes on by itself', async () => {
  const setting = await launchedByTwo(world, campaign, 400, 60);
  const { other } = setting;
  const minutes = minutesOf(setting);
  refused.add(other.advertiserId);
  campaign.tenants.unreadable = new Error('Too many requests');
  // A twentieth of 48 is two.
  expect(await minutes(4)).toEqual([
    [24, 24, 0],
    [24, 24, 0],
    [48, 2, 0],
    [48, 2, 0],
  ]);
  refused.clear();
  expect(await minutes(2)).toEqual([
    [48, 2, 2],
    [24, 24, 24],
  ]);
});

test('an advertiser of whom all are taken, or throttled, is not asked for', async () => {
  const setting = await launchedByTwo(world, campaign, 60, 10);
  const minutes = minutesOf(setting);
  world.stub.next(...Array.from({ length: 20 }, () => 'throttle' as const));
  await minutes(4);
  expect(campaign.tenants.asked).toBe(0);
});
