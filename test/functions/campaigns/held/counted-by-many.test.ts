import { expect, test } from 'vitest';
import { runsOf } from '#shared/adapters/dynamodb/campaigns/runs/runs.ts';
import { rowOf } from '#shared/domain/campaign/stopping/in-a-row.ts';
import { startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { startSendWorld } from '#test/support/send-world.ts';

test('many workers that read the same row count all that was not taken, and each once where its answer was lost', async () => {
  const world = await startSendWorld('', tableInMemory());
  const campaign = await startCampaignWorld(world);
  await campaign.join(2);
  const run = await campaign.launch();
  await campaign.minute();
  const occurrence = await campaign.occurrence(run);
  if (occurrence === undefined) throw new Error('no run');
  const runs = runsOf({ ...world.table, clock: world.clock });
  const at = world.clock.now();
  const handed = { isTaken: false, unanswered: 1, addresses: 0, rejected: [] };
  const count = (key: number) =>
    runs.countInARow(world.access, occurrence, { key: `${key}`, handed, at, resumedAt: undefined });
  await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(count));
  const again = await count(3);
  expect(rowOf(again, undefined).unanswered).toBe(8);
  expect((await campaign.occurrence(run))?.inARow).toEqual(again);
  expect((await campaign.occurrence(run))?.revision).toBe(occurrence.revision);
  await world.close();
});
