import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays } from '#shared/domain/time/instant.ts';
import { instant } from '#test/support/builders.ts';
import { callsOf } from '#test/support/campaigns/calls-of.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** A run that is stored when its minute dies, before it is listed among those that run: whatever becomes of its campaign, it comes to an end. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
  await campaign.join(3);
});
afterEach(() => world.close());

/** The run is stored, and nothing is known of it: neither its answer nor anything after it comes. */
const diesOnceStored = () => {
  let isDead = false;
  return callsOf('store', async (call, command) => {
    if (isDead) throw new Error('the process is dead');
    isDead = command instanceof PutItemCommand && command.input.Item?.sk?.S?.startsWith('OCCURRENCE#') === true;
    const answer = await call();
    if (isDead) throw new Error('the process is dead');
    return answer;
  });
};
const beginUnlisted = async (change: Parameters<CampaignWorld['launch']>[0] = {}) => {
  const run = await campaign.launch(change);
  if (world.clock.now() < run.scheduledAt) world.clock.set(run.scheduledAt);
  await campaign.minute(diesOnceStored()).catch(() => undefined);
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'running', cut: 0 });
  world.clock.forward(60);
  return run;
};

test('it goes on in the next minute', async () => {
  const run = await beginUnlisted();
  await campaign.settle();
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { sent: 3 } });
});

test('it ends where its campaign was cancelled meanwhile, and nobody is written to', async () => {
  const run = await beginUnlisted();
  await campaign.control(run, 'cancelled');
  await campaign.settle();
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { cancelled: 3 } });
  expect(world.stub.taken).toHaveLength(0);
});

test('it is not skipped where its campaign was paused until after its time to start late', async () => {
  const at = instant('2026-12-01T08:00:00Z');
  world.clock.set(instant('2026-12-01T07:59:30Z'));
  const run = await beginUnlisted({
    schedule: { every: 'day', from: '2026-12-01', at: '09:00', zone: 'Europe/Paris' },
    ...{ firstRun: at, endsAt: addDays(at, 2) },
  });
  await campaign.control(run, 'paused');
  world.clock.forward(12 * 3600);
  await campaign.minute();
  expect((await campaign.campaigns.get(world.access, run.campaignId))?.skipped).toBeUndefined();
  await campaign.control(run, 'running');
  await campaign.settle();
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished' });
});
