import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** A provider that answers of nothing: whoever was handed over is never written to again, so few are to be. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

const minutes = async (count: number) => {
  for (let minute = 0; minute < count; minute += 1) {
    await campaign.minute();
    await campaign.work();
    world.clock.forward(60);
  }
};
const controlOf = async ({ campaignId }: { readonly campaignId: Parameters<CampaignWorld['campaigns']['get']>[1] }) =>
  campaign.campaigns.get(world.access, campaignId);

test('few of a campaign are handed to a provider that answers 500 to all, it pauses itself, and the others go on', async () => {
  await campaign.join(200);
  const run = await campaign.launch();
  world.stub.next(...Array.from({ length: 2_000 }, () => 'server-error' as const));
  await minutes(10);
  // A chunk has sixteen in hand at a time.
  expect(world.stub.calls()).toBeLessThanOrEqual(2 * 21);
  expect(await controlOf(run)).toMatchObject({ control: 'paused', pausedBecause: 'unanswered' });
  const outcomes = [...(await campaign.outcomes(run)).values()];
  expect(outcomes.filter(({ state }) => state === 'unknown')).toHaveLength(world.stub.calls());
});

test('some hand-offs without an answer among many that are taken pause nothing', async () => {
  await campaign.join(60);
  const run = await campaign.launch();
  world.stub.next('take', 'server-error', 'server-error', 'server-error', 'server-error', 'server-error');
  await minutes(10);
  expect(await controlOf(run)).toMatchObject({ control: 'running' });
  expect(world.stub.taken.length).toBe(55);
});
