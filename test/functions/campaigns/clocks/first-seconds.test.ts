import { afterEach, beforeEach, expect, test } from 'vitest';
import { instant } from '#test/support/builders.ts';
import { aTextIn } from '#test/support/campaigns/a-text.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Lawful hours begin, and nobody is written to in their first two seconds (docs/decisions/0090). */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

test('whoever is put back for two seconds uses up nothing of the day of a ramp', async () => {
  for (const { contactId, address } of [
    await world.aMessage({ channel: 'sms' }),
    await world.aMessage({ channel: 'sms' }),
  ])
    campaign.contacts.push({ contactId, address });
  world.clock.set(instant('2026-11-25T07:00:00.800Z'));
  const run = await campaign.launch({ ...(await aTextIn(world)), ramp: [2, 2] });
  await campaign.minute();
  await campaign.work();
  expect(world.stub.taken).toHaveLength(0);
  const outcomes = [...(await campaign.outcomes(run)).values()];
  expect(outcomes.map(({ codes }) => codes)).toEqual([['hour-just-begun'], ['hour-just-begun']]);
  for (let minute = 0; minute < 3; minute += 1) {
    world.clock.forward(60);
    await campaign.minute();
    await campaign.work();
  }
  expect(world.stub.taken).toHaveLength(2);
});
