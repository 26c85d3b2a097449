import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Runs } from '#shared/app/campaigns/runs.port.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

/** A store that says that nothing of a run is left, whatever is: what a query may answer that reads while two workers write. */
const sayingIdle = (runs: Runs): Runs => ({ ...runs, isIdle: async () => true });

test('a run is finished only when each recipient has a final state, whatever a query of its work says', async () => {
  await campaign.join(5);
  const run = await campaign.launch();
  await campaign.minute();
  world.clock.forward(60);
  await campaign.minute(undefined, sayingIdle);
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'running', cut: 5 });
  world.stub.next('take-and-drop');
  await campaign.work();
  world.clock.forward(60);
  await campaign.minute(undefined, sayingIdle);
  // One was handed over without an answer: it is unknown for a day.
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'running' });
  world.clock.forward(86_400);
  await campaign.settle();
  expect(await campaign.occurrence(run)).toMatchObject({
    state: 'finished',
    totals: { sent: 4, 'unknown-final': 1 },
  });
});
